// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// The parts of a text between blank lines.
enum Paragraphs {
    /// Trimmed spans, none empty.
    static func spans(of text: Text) -> [TextSpan] {
        var result: [TextSpan] = []
        var start = 0
        var offset = 0
        func add(_ end: Int) {
            let span = text.trimmed(TextSpan(start, end))
            if !span.isEmpty { result.append(span) }
        }
        while offset < text.count {
            guard text[offset] == 0x0A else {
                offset += 1
                continue
            }
            let edge = offset
            var breaks = 0
            while offset < text.count, text[offset] == 0x0A || text[offset] == 0x20 || text[offset] == 0x09 {
                if text[offset] == 0x0A { breaks += 1 }
                offset += 1
            }
            if breaks > 1 {
                add(edge)
                start = offset
            }
        }
        add(text.count)
        return result
    }
}
