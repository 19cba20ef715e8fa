// SPDX-License-Identifier: Apache-2.0

internal import CTextServices
internal import Documents

/// Brings a text into NFC, touching only the stretches that are not in it.
enum CanonicalComposer {
    static func edits(of text: Text) -> [TextEdit] {
        let result = unsafe text.bytes.withUnsafeBufferPointer { buffer in
            unsafe copydesk_normalize_nfc(buffer.baseAddress, buffer.count)
        }
        defer { unsafe copydesk_free_normalization(result) }
        let changes = unsafe UnsafeBufferPointer(start: result.changes, count: result.changeCount)
        let replacements = unsafe UnsafeBufferPointer(start: result.bytes, count: result.byteCount)
        var edits: [TextEdit] = []
        for index in 0..<changes.count {
            let change = unsafe changes[index]
            let bytes = unsafe replacements[change.replacement..<(change.replacement + change.count)]
            let span = TextSpan(change.start, change.start + change.length)
            if let last = edits.last, last.span.end == span.start {
                edits[edits.count - 1].span.end = span.end
                unsafe edits[edits.count - 1].replacement.append(contentsOf: bytes)
            } else if !span.isEmpty {
                edits.append(TextEdit(span, unsafe String(decoding: bytes, as: UTF8.self), name: "nfc"))
            }
        }
        return edits
    }
}
