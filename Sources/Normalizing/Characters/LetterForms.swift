// SPDX-License-Identifier: Apache-2.0

internal import CTextServices
internal import Documents
internal import Language

/// Spells letters that came as shapes: the ligatures of PDF files ("ﬁ"), Arabic presentation forms, full-width Latin letters in Latin text.
///
/// Only what is a letter in another shape: ½, ², ™ and № mean something and stay. Nothing inside quotation marks changes.
struct LetterForms {
    private let text: Text

    /// - Parameter text: all its line ends are LF.
    static func edits(of text: Text) -> [TextEdit] {
        var edits = LetterForms(text: text).all()
        guard !edits.isEmpty else { return [] }
        var quoted = QuotedRanges(text, paragraphs: Paragraphs.spans(of: text)).cursor()
        edits.removeAll { quoted.contains($0.span.start) }
        return edits
    }

    private func all() -> [TextEdit] {
        var edits: [TextEdit] = []
        var offset = text.nextHighByte(from: 0)
        var wideLine = (end: 0, isLatin: false)
        while offset < text.count {
            // All of them lie between U+F000 and U+FFFF.
            guard text[offset] == 0xEF else {
                offset = text.nextHighByte(from: offset + 1)
                continue
            }
            let (scalar, length) = text.scalar(at: offset)
            let span = TextSpan(offset, offset + length)
            switch scalar.value {
            case 0xFB00...0xFB06: edits.append(TextEdit(span, Self.spelled(scalar), name: "ligature"))
            case 0xFB50...0xFDEF, 0xFE70...0xFEFC:
                let letters = Self.spelled(scalar)
                // A vowel sign that stands alone is shown on a space: without it, it would move to the letter before.
                if !letters.hasPrefix(" "), letters.unicodeScalars.first != scalar {
                    edits.append(TextEdit(span, letters, name: "presentation-form"))
                }
            case 0xFF01...0xFF5E:
                if offset >= wideLine.end { wideLine = line(at: offset, after: wideLine.end) }
                if wideLine.isLatin { edits.append(TextEdit(span, Self.spelled(scalar), name: "full-width")) }
            default: break
            }
            offset = text.nextHighByte(from: span.end)
        }
        return edits
    }

    private static func spelled(_ scalar: Unicode.Scalar) -> String {
        var result = copydesk_compatibility_form(scalar.value)
        let count = Int(result.count)
        return unsafe withUnsafeBytes(of: &result.bytes) { raw in unsafe String(decoding: raw.prefix(count), as: UTF8.self) }
    }

    /// The end of the line, and whether it has full-width letters and nothing of a script that full-width letters belong to.
    private func line(at offset: Int, after last: Int) -> (end: Int, isLatin: Bool) {
        var start = offset
        while start > last, text[start - 1] != 0x0A { start -= 1 }
        let end = text.nextLineEnd(from: offset)
        var hasLetter = false
        var position = text.nextHighByte(from: start)
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            switch scalar.value {
            case 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF10...0xFF19: hasLetter = true
            case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF5F...0xFFDC, 0x20000...0x3FFFF: return (end, false)
            default: break
            }
            position = text.nextHighByte(from: position + length)
        }
        return (end, hasLetter)
    }
}
