// SPDX-License-Identifier: Apache-2.0

package import Documents

/// What an article must be for a stage or a route to take it: every named thing must hold, and of each one of its values.
package struct Condition: Hashable, Sendable {
    /// Patterns for the path below the inbox, such as `sport/*`; a star goes across folders.
    package var paths: [String] = []
    /// Patterns such as `text/*`.
    package var mediaTypes: [String] = []
    /// BCP 47; `en` is `en-GB` too.
    package var languages: [String] = []
    /// Codes or names.
    package var topics: [String] = []
    /// Fields that are there and not empty.
    package var fields: [Layer] = []

    package init() {}

    /// All that it says, in a fixed order.
    package var words: [String] {
        [("path", paths), ("media_type", mediaTypes), ("language", languages), ("topic", topics), ("has", fields.map(\.rawValue))].flatMap {
            [$0.0] + $0.1
        }
    }

    /// - Returns: why not; `nil` where it holds.
    package func objection(to document: Document) -> String? {
        if !paths.isEmpty, !paths.contains(where: { Wildcard.matches($0, document.source.name) }) { return "the path is another" }
        if !mediaTypes.isEmpty, !mediaTypes.contains(where: { Wildcard.matches($0, document.source.mediaType) }) {
            return "the media type is \(document.source.mediaType)"
        }
        if !languages.isEmpty {
            let tag = document.language?.tag ?? ""
            guard languages.contains(where: { tag == $0 || tag.hasPrefix("\($0)-") }) else {
                return tag.isEmpty ? "the language is not known" : "the language is \(tag)"
            }
        }
        if !topics.isEmpty, !(document.topics ?? []).contains(where: { topics.contains($0.code) || topics.contains($0.name) }) {
            return "the topics are others"
        }
        if let missing = fields.first(where: { !document.has($0) }) { return "there is no \(missing.rawValue)" }
        return nil
    }
}
