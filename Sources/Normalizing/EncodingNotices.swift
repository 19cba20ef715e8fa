// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What was repaired in the characters of a text, and what in the finished text looks broken and cannot be.
struct EncodingNotices {
    private let text: Text
    private(set) var notices: [Notice] = []

    init(_ text: Text) {
        self.text = text
        var offset = text.nextHighByte(from: 0)
        while offset < text.count { offset = text.nextHighByte(from: step(at: offset)) }
    }

    /// - Parameter counts: repairs by the charset in which the text had been read.
    static func repaired(_ counts: [String: Int], reordering: Int, hidden: Int) -> [Notice] {
        var notices: [Notice] = []
        for (charset, count) in counts.sorted(by: { $0.key < $1.key }) {
            let what = count == 1 ? "1 character was" : "\(count) characters were"
            let written = charset == "ISO-8859-1" ? "windows-1252" : "UTF-8"
            notices.append(Notice("mojibake", "\(what) written in \(written), read as \(charset), and repaired"))
        }
        if reordering > 0 {
            let what = reordering == 1 ? "1 control" : "\(reordering) controls"
            notices.append(Notice("bidi-control", "\(what) that would show the text in another order taken out", severity: .warning))
        }
        if hidden > 0 {
            let what = hidden == 1 ? "1 invisible tag character" : "\(hidden) invisible tag characters"
            notices.append(Notice("hidden-text", "\(what) taken out, in which text can be hidden", severity: .warning))
        }
        return notices
    }

    /// Reads the character at `offset`, and gives where to go on.
    private mutating func step(at offset: Int) -> Int {
        let (scalar, length) = text.scalar(at: offset)
        let end = offset + length
        switch scalar.value {
        case 0xFFFD:
            let last = endOfRun(from: end) { $0.value == 0xFFFD }
            report(
                "lost-character", "What stood here was lost before the file was written, or does not fit its charset",
                TextSpan(offset, last))
            return last
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF:
            let last = endOfRun(from: end) { (0xE000...0xF8FF).contains($0.value) || $0.value >= 0xF0000 }
            report("private-use", "A character that means something in one font only", TextSpan(offset, last))
            return last
        case 0xE2:
            guard end < text.count, text[end] >= 0x80, text.scalar(at: end).scalar == "€" else { return end }
            report("mojibake", "The rest of a broken mark, perhaps a closing quotation mark", TextSpan(offset, end + 3))
            return end + 3
        case 0xC2, 0xC3:
            guard offset > 0, text.scalar(before: offset).scalar.properties.isLowercase, !isLetter(at: end) else { return end }
            report("mojibake", "The rest of a broken letter", TextSpan(offset, end))
            return end
        case 0x370...0x52F: return takeWord(at: offset)
        default: return end
        }
    }

    private func endOfRun(from offset: Int, _ isPart: (Unicode.Scalar) -> Bool) -> Int {
        var end = offset
        while end < text.count, text[end] >= 0x80 {
            let (scalar, length) = text.scalar(at: end)
            guard isPart(scalar) else { break }
            end += length
        }
        return end
    }

    private func isLetter(at offset: Int) -> Bool { offset < text.count && text.scalar(at: offset).scalar.isLetter }

    // MARK: Words of two scripts

    /// A word of Latin letters with a Greek or Cyrillic one that looks like one of them, or the other way round.
    ///
    /// - Returns: the end of the word.
    private mutating func takeWord(at offset: Int) -> Int {
        var start = offset
        while start > 0, offset - start < 60, isASCIILetter(text[start - 1]) { start -= 1 }
        var end = offset
        var latin = offset - start
        var others = 0
        var alike = 0
        while end < text.count {
            let (scalar, length) = text.scalar(at: end)
            if scalar.value < 0x250, scalar.isLetter {
                latin += 1
            } else if (0x370...0x52F).contains(scalar.value), scalar.isLetter {
                others += 1
                if Self.looksLatin(scalar) { alike += 1 }
            } else {
                break
            }
            end += length
        }
        if latin > 1, others > 0, alike == others || alike > 0 && others > latin {
            let word = TextSpan(start, end)
            report("mixed-script", "“\(text.string(word))” has letters of two scripts that look alike", word)
        }
        return max(end, offset + 1)
    }

    private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    /// Greek and Cyrillic letters that are drawn like Latin ones. (Facts of Unicode's confusables.txt.)
    private static func looksLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "А", "В", "Е", "К", "М", "Н", "О", "Р", "С", "Т", "У", "Х", "І", "Ј", "Ѕ", "а", "е", "о", "р", "с", "у", "х", "і", "ј", "ѕ",
            "ԁ",
            "һ", "ѵ", "Α", "Β", "Ε", "Ζ", "Η", "Ι", "Κ", "Μ", "Ν", "Ο", "Ρ", "Τ", "Υ", "Χ", "ο", "ν", "ι", "α":
            true
        default: false
        }
    }

    private mutating func report(_ code: String, _ message: String, _ span: TextSpan) {
        notices.append(Notice(code, message, severity: .warning, at: span))
    }
}
