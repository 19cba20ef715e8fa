// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Gives every line one kind of end and every gap one kind of space, and takes out what cannot be seen.
struct CharacterCleaner {
    private enum Change: Equatable {
        case keep
        case replace(String, name: String)

        static func remove(_ name: String) -> Change { .replace("", name: name) }
    }

    private let text: Text
    private var edits: [TextEdit] = []

    private init(text: Text) { self.text = text }

    static func edits(of text: Text) -> [TextEdit] {
        var cleaner = CharacterCleaner(text: text)
        cleaner.scan()
        return cleaner.edits
    }

    private mutating func scan() {
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            if byte >= 0x20, byte < 0x7F || byte == 0x0A {
                offset += 1
                continue
            }
            if byte == 0x0A || byte == 0x09 {
                offset += 1
                continue
            }
            if byte == 0x0D {
                let length = offset + 1 < text.count && text[offset + 1] == 0x0A ? 2 : 1
                edits.append(TextEdit(TextSpan(offset, offset + length), "\n", name: "line-end"))
                offset += length
                continue
            }
            let (scalar, length) = text.scalar(at: offset)
            let span = TextSpan(offset, offset + length)
            offset += length
            guard case .replace(let replacement, let name) = change(scalar, span) else { continue }
            if replacement.isEmpty, let last = edits.last, last.name == name, last.replacement.isEmpty, last.span.end == span.start {
                edits[edits.count - 1].span.end = span.end
            } else {
                edits.append(TextEdit(span, replacement, name: name))
            }
        }
    }

    private func change(_ scalar: Unicode.Scalar, _ span: TextSpan) -> Change {
        switch scalar.value {
        case 0x0B, 0x0C, 0x85, 0x2028: .replace("\n", name: "line-end")
        case 0x2029: .replace("\n\n", name: "line-end")
        case 0x00..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: .remove("control")
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .replace(" ", name: "space")
        case 0xAD, 0x61C, 0x180E, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFF9...0xFFFB: .remove("invisible")
        case 0x200B...0x200D: isNeeded(at: span) ? .keep : .remove("invisible")
        default: .keep
        }
    }

    /// Joiners shape Arabic, Indic scripts and emoji, and a zero-width space parts words in Thai and Khmer: between two such
    /// characters they stay.
    private func isNeeded(at span: TextSpan) -> Bool {
        guard span.start > 0, span.end < text.count else { return false }
        return Self.joins(text.scalar(before: span.start).scalar) && Self.joins(text.scalar(at: span.end).scalar)
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        (0x0600...0x1CFF).contains(scalar.value) || (0x2300...0x2BFF).contains(scalar.value) || (0xA840...0xABFF).contains(scalar.value)
            || (0xFB50...0xFDFF).contains(scalar.value) || (0xFE0E...0xFE0F).contains(scalar.value) || scalar.value >= 0x1F000
    }
}
