// SPDX-License-Identifier: Apache-2.0

package import Documents

/// The forms in which a document leaves copydesk.
package enum RenditionFormat: String, CaseIterable, Sendable { case json, ndjson, markdown, html, ninjs }

package enum Renderer {
    package static func render(_ document: Document, as format: RenditionFormat, requestID: JSON? = nil) -> [UInt8] {
        DocumentEncoder.encode(document, layout: format == .ndjson ? .compact : .readable, requestID: requestID) + [0x0A]
    }
}
