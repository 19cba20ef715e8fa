// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Decodes what other formats write for characters and what was pasted into text undecoded: "&amp;", "&#8217;", "\u2019", "\n".
struct EscapedCharacters {
    private let text: Text
    /// In marked-up text "&lt;" was escaped on purpose, and backslashes are the writer's.
    private let isPlain: Bool
    private var edits: [TextEdit] = []

    static func edits(of text: Text, isPlain: Bool) -> [TextEdit] {
        var escapes = EscapedCharacters(text: text, isPlain: isPlain, edits: [])
        escapes.findReferences()
        guard isPlain, text.contains(UInt8(ascii: "\\")) else { return escapes.edits }
        let references = escapes.edits
        escapes.edits = []
        escapes.findBackslashes()
        return (references + escapes.edits).sorted { $0.span.start < $1.span.start }
    }

    // MARK: HTML

    private mutating func findReferences() {
        var offset = text.next(UInt8(ascii: "&"), from: 0)
        while offset < text.count {
            let end = takeReference(at: offset)
            offset = text.next(UInt8(ascii: "&"), from: end)
        }
    }

    /// Gives where to go on. "&amp;amp;" and "&amp;#39;" are one reference, escaped again and again.
    private mutating func takeReference(at start: Int) -> Int {
        guard var (scalar, end) = reference(at: start + 1) else { return start + 1 }
        while scalar == "&", let (inner, innerEnd) = reference(at: end) { (scalar, end) = (inner, innerEnd) }
        if !isPlain, scalar == "<" || scalar == ">" { return end }
        edits.append(TextEdit(TextSpan(start, end), String(Character(scalar)), name: "entity"))
        return end
    }

    /// The reference whose ampersand stands before `start`.
    private func reference(at start: Int) -> (Unicode.Scalar, end: Int)? {
        var end = start
        let limit = min(text.count, start + EntityNames.longest + 2)
        while end < limit, text[end] != UInt8(ascii: ";") {
            guard isNamePart(text[end]) else { return nil }
            end += 1
        }
        guard end < limit, end > start else { return nil }
        let scalar =
            text[start] == UInt8(ascii: "#") ? number(start + 1, end) : EntityNames.scalar(named: text.string(TextSpan(start, end)))
        return scalar.map { ($0, end + 1) }
    }

    private func isNamePart(_ byte: UInt8) -> Bool {
        byte.isASCIIDigit || byte == UInt8(ascii: "#") || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }

    private func number(_ start: Int, _ end: Int) -> Unicode.Scalar? {
        guard start < end else { return nil }
        let isHexadecimal = text[start] | 0x20 == UInt8(ascii: "x")
        let digits = text.string(TextSpan(isHexadecimal ? start + 1 : start, end))
        guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return nil }
        // Authors mean windows-1252 by 128 to 159: as control characters these are repaired next.
        guard value == 0x09 || value == 0x0A || value == 0x0D || value >= 0x20 else { return nil }
        return Unicode.Scalar(value)
    }

    // MARK: Backslashes

    private mutating func findBackslashes() {
        var offset = text.next(UInt8(ascii: "\\"), from: 0)
        while offset < text.count {
            offset = text.next(UInt8(ascii: "\\"), from: takeBackslash(at: offset))
        }
    }

    private mutating func takeBackslash(at start: Int) -> Int {
        guard start + 1 < text.count else { return start + 1 }
        switch text[start + 1] {
        case UInt8(ascii: "u"):
            guard let (scalar, end) = codePoint(at: start) else { return start + 1 }
            edits.append(TextEdit(TextSpan(start, end), String(Character(scalar)), name: "escape"))
            return end
        case UInt8(ascii: "n"), UInt8(ascii: "r"): return takeLineEnd(at: start)
        case UInt8(ascii: "\""):
            edits.append(TextEdit(TextSpan(start, start + 2), "\"", name: "escape"))
            return start + 2
        default: return start + 2 <= text.count && text[start + 1] < 0x80 ? start + 2 : start + 1
        }
    }

    /// "\u2019", and pairs of surrogates.
    private func codePoint(at start: Int) -> (Unicode.Scalar, end: Int)? {
        guard let first = unit(at: start) else { return nil }
        if let scalar = Unicode.Scalar(first) { return first >= 0x20 || first == 0x0A ? (scalar, start + 6) : nil }
        guard first < 0xDC00, let second = unit(at: start + 6), second & 0xFC00 == 0xDC00,
            let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
        else { return nil }
        return (scalar, start + 12)
    }

    private func unit(at start: Int) -> UInt32? {
        guard start + 6 <= text.count, text[start] == UInt8(ascii: "\\"), text[start + 1] == UInt8(ascii: "u") else { return nil }
        var value: UInt32 = 0
        for byte in text.bytes[(start + 2)..<(start + 6)] {
            let lower = byte | 0x20
            if byte.isASCIIDigit {
                value = value << 4 | UInt32(byte - 0x30)
            } else if lower >= 0x61, lower <= 0x66 {
                value = value << 4 | UInt32(lower - 0x61 + 10)
            } else {
                return nil
            }
        }
        return value
    }

    /// "said.\n\nThe" and "said.\r\nThe"; not "C:\new".
    private mutating func takeLineEnd(at start: Int) -> Int {
        var end = start
        var breaks = 0
        while end + 1 < text.count, text[end] == UInt8(ascii: "\\") {
            if text[end + 1] == UInt8(ascii: "n") { breaks += 1 } else if text[end + 1] != UInt8(ascii: "r") { break }
            end += 2
        }
        guard breaks > 0, endsSentence(before: start), startsSentence(at: end) else { return max(end, start + 1) }
        edits.append(TextEdit(TextSpan(start, end), String(repeating: "\n", count: min(breaks, 2)), name: "escape"))
        return end
    }

    private func endsSentence(before offset: Int) -> Bool {
        guard offset > 0 else { return false }
        return [".", "!", "?", "\"", "\u{201D}", "\u{BB}", ")", ":"].contains(text.scalar(before: offset).scalar)
    }

    private func startsSentence(at offset: Int) -> Bool {
        guard offset < text.count else { return true }
        let scalar = text.scalar(at: offset).scalar
        return scalar.properties.isUppercase || scalar.isSpace || ["\"", "\u{201C}", "\u{AB}", "-", "\\"].contains(scalar)
    }
}
