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
    private var bidi: BidiControls
    private(set) var edits: [TextEdit] = []
    /// Removed controls that reorder what is shown.
    private(set) var reordering = 0
    /// Removed tag characters: an alphabet that no program shows.
    private(set) var hidden = 0

    init(_ text: Text) {
        self.text = text
        bidi = BidiControls(text: text)
        var offset = text.nextOddByte(from: 0)
        while offset < text.count { offset = text.nextOddByte(from: step(at: offset)) }
    }

    /// Reads the character at `offset`, and gives where to go on.
    private mutating func step(at offset: Int) -> Int {
        let byte = text[offset]
        if byte >= 0x20, byte < 0x7F || byte == 0x0A { return offset + 1 }
        if byte == 0x0A || byte == 0x09 { return offset + 1 }
        if byte == 0x0D {
            let length = offset + 1 < text.count && text[offset + 1] == 0x0A ? 2 : 1
            edits.append(TextEdit(TextSpan(offset, offset + length), "\n", name: "line-end"))
            return offset + length
        }
        let (scalar, length) = text.scalar(at: offset)
        let span = TextSpan(offset, offset + length)
        if scalar.value == 0xAD || scalar.value == 0xAC, let end = endOfBrokenWord(span, scalar) {
            edits.append(TextEdit(TextSpan(offset, end), "", name: "hyphenation"))
            return end
        }
        guard case .replace(let replacement, let name) = change(scalar, span) else { return span.end }
        if replacement.isEmpty, let last = edits.last, last.name == name, last.replacement.isEmpty, last.span.end == span.start {
            edits[edits.count - 1].span.end = span.end
        } else {
            edits.append(TextEdit(span, replacement, name: name))
        }
        return span.end
    }

    private mutating func change(_ scalar: Unicode.Scalar, _ span: TextSpan) -> Change {
        switch scalar.value {
        case 0x0B, 0x0C, 0x85, 0x2028: return .replace("\n", name: "line-end")
        case 0x2029: return .replace("\n\n", name: "line-end")
        case 0x00..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: return .remove("control")
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .replace(" ", name: "space")
        case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return changeBidi(scalar, span)
        case 0xAD, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0x1D173...0x1D17A: return .remove("invisible")
        case 0xFFF9...0xFFFB: return changeAnnotation(scalar, span)
        case 0x180B...0x180F, 0x115F, 0x1160, 0x3164, 0xFFA0: return isBetweenItsOwn(scalar, span) ? .keep : .remove("invisible")
        case 0x200B...0x200D: return isNeeded(at: span) ? .keep : .remove("invisible")
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return selects(scalar, span) ? .keep : .remove("invisible")
        case 0xE0000...0xE007F:
            if isInFlag(span) { return .keep }
            hidden += 1
            return .remove("hidden")
        default: return .keep
        }
    }

    private mutating func changeBidi(_ scalar: Unicode.Scalar, _ span: TextSpan) -> Change {
        if bidi.isKept(at: span.start) { return .keep }
        guard scalar.value >= 0x202A else { return .remove("invisible") }
        reordering += 1
        return .remove("bidi")
    }

    /// A gloss between the marks of interlinear annotation goes into brackets behind what it explains.
    private func changeAnnotation(_ scalar: Unicode.Scalar, _ span: TextSpan) -> Change {
        switch scalar.value {
        case 0xFFF9: .remove("invisible")
        case 0xFFFA: .replace(" (", name: "annotation")
        default: .replace(")", name: "annotation")
        }
    }

    // MARK: Words

    /// The end of the white space behind a soft hyphen, or its stand-in ¬, that broke a word at the end of a line.
    private func endOfBrokenWord(_ hyphen: TextSpan, _ scalar: Unicode.Scalar) -> Int? {
        var end = hyphen.end
        var breaks = 0
        while end < text.count, end - hyphen.end < 80, text[end] == 0x20 || text[end] == 0x09 || text[end] == 0x0A || text[end] == 0x0D {
            if text[end] == 0x0A { breaks += 1 }
            end += 1
        }
        guard breaks == 1, end < text.count, hyphen.start > 0, text.scalar(before: hyphen.start).scalar.isLetter else { return nil }
        let next = text.scalar(at: end).scalar
        return scalar.value == 0xAD ? (next.isLetter ? end : nil) : (next.properties.isLowercase ? end : nil)
    }

    /// Joiners shape Arabic, Indic scripts and emoji, and a zero-width space parts words in Thai and Khmer: between two such
    /// characters they stay.
    private func isNeeded(at span: TextSpan) -> Bool {
        guard let before = scalar(before: span.start), let after = scalar(at: span.end) else { return false }
        return Self.joins(before) && Self.joins(after)
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        (0x0600...0x1CFF).contains(scalar.value) || (0x2300...0x2BFF).contains(scalar.value) || (0xA840...0xABFF).contains(scalar.value)
            || (0xFB50...0xFDFF).contains(scalar.value) || (0xFE0E...0xFE0F).contains(scalar.value)
            || scalar.value >= 0x1F000 && scalar.value < 0xE0000
    }

    /// Mongolian selectors behind Mongolian letters, Hangul fillers beside Hangul.
    private func isBetweenItsOwn(_ scalar: Unicode.Scalar, _ span: TextSpan) -> Bool {
        let neighbours = [self.scalar(before: span.start), self.scalar(at: span.end)].compactMap { $0?.value }
        let isMongolian = (0x180B...0x180F).contains(scalar.value)
        return neighbours.contains { value in
            if isMongolian { return (0x1810...0x18AF).contains(value) }
            return (0x1100...0x11FF).contains(value) && value != 0x115F && value != 0x1160
        }
    }

    /// Whether a variation selector stands behind something that has variations.
    private func selects(_ scalar: Unicode.Scalar, _ span: TextSpan) -> Bool {
        guard let base = self.scalar(before: span.start) else { return false }
        switch base.value {
        case 0x23, 0x2A, 0x30...0x39, 0xA9, 0xAE: return scalar.value == 0xFE0E || scalar.value == 0xFE0F
        case 0x1000...0x109F, 0x2010...0x2FFF, 0x3000...0x9FFF, 0xA840...0xA87F, 0xF900...0xFAFF, 0x1F000...0x3FFFF: return true
        default: return false
        }
    }

    /// Tag characters spell the region of a flag (🏴 and "gbsct"), at most six of them and a closing one.
    private func isInFlag(_ span: TextSpan) -> Bool {
        var start = span.start
        for _ in 0..<8 {
            guard start > 0 else { return false }
            let (scalar, length) = text.scalar(before: start)
            if scalar.value == 0x1F3F4 { return true }
            guard (0xE0020...0xE007E).contains(scalar.value) else { return false }
            start -= length
        }
        return false
    }

    private func scalar(at offset: Int) -> Unicode.Scalar? { offset < text.count ? text.scalar(at: offset).scalar : nil }
    private func scalar(before offset: Int) -> Unicode.Scalar? { offset > 0 ? text.scalar(before: offset).scalar : nil }
}
