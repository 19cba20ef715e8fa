// SPDX-License-Identifier: Apache-2.0

package import Documents

/// Turns a document into the bytes of one outbox file.
///
/// The bytes depend on the document alone. Every form names the document's id within its first 4 KiB, by which the outbox
/// knows its own files; a `requestID` stands in for it in the two JSON forms of the contract, which answer a request.
package enum Renderer {
    package static func render(_ document: Document, as format: RenditionFormat, requestID: JSON? = nil) -> [UInt8] {
        switch format {
        case .json: DocumentEncoder.encode(document, layout: .readable, requestID: requestID) + [0x0A]
        case .ndjson: DocumentEncoder.encode(document, layout: .compact, requestID: requestID) + [0x0A]
        case .markdown: MarkdownPage.render(document)
        case .html: ArticlePage.render(document)
        case .ninjs: NinjsEncoder.encode(document)
        }
    }
}
