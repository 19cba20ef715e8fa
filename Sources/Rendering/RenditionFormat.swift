// SPDX-License-Identifier: Apache-2.0

/// The forms in which a document leaves copydesk.
package enum RenditionFormat: String, CaseIterable, Sendable {
    case json, ndjson, markdown, html, ninjs

    /// What an outbox file of this form is called after the article's name.
    package var fileSuffix: String {
        switch self {
        case .json: ".json"
        case .ndjson: ".ndjson"
        case .markdown: ".md"
        case .html: ".html"
        case .ninjs: ".ninjs.json"
        }
    }

    /// IANA media type.
    package var mediaType: String {
        switch self {
        case .json, .ninjs: "application/json"
        case .ndjson: "application/x-ndjson"
        case .markdown: "text/markdown; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        }
    }
}
