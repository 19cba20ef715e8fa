// SPDX-License-Identifier: Apache-2.0

/// The forms of an article that the reader knows, by their IANA media types.
enum MediaKind: String, Sendable {
    case plain = "text/plain"
    case markdown = "text/markdown"
    case html = "text/html"
    case xhtml = "application/xhtml+xml"
    /// The main document of a DOCX file.
    case word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case openDocument = "application/vnd.oasis.opendocument.text"
    case flatOpenDocument = "application/vnd.oasis.opendocument.text-flat-xml"
    /// What `pdftotext -bbox-layout` makes of one.
    case pdf = "application/pdf"

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
