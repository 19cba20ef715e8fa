// SPDX-License-Identifier: Apache-2.0

/// The forms of an article that the reader knows, by their IANA media types.
enum MediaKind: String, Sendable {
    case plain = "text/plain"
    case markdown = "text/markdown"
    case html = "text/html"
    case xhtml = "application/xhtml+xml"

    /// - Parameter mediaType: as a caller gives it, with parameters or without.
    init?(mediaType: String) {
        let name = mediaType.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        switch name {
        case "text/x-markdown": self = .markdown
        default:
            guard let kind = MediaKind(rawValue: name) else { return nil }
            self = kind
        }
    }

    var isMarkup: Bool { self == .html || self == .xhtml }
}
