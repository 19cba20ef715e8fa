// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// One line that is not blank, without the white space at its edges.
struct TextLine {
    var content: TextSpan
    /// Code points in `content`.
    var width: Int
    /// Code points of the first word.
    var firstWord: Int
    /// Columns of white space in front.
    var indent: Int
    /// Whether a blank line, or nothing, stands before it.
    var followsBlank: Bool
    /// Whether it ends as sentences do.
    var endsSentence: Bool
    /// "- ", "• ", "3. "
    var startsItem: Bool
    /// Whether it begins with a lower-case letter, as only the rest of a sentence does.
    var startsLower: Bool

    /// The lines of a text whose line ends are all LF.
    static func lines(of text: Text) -> [TextLine] {
        var result: [TextLine] = []
        var start = 0
        var afterBlank = true
        while start < text.count {
            var end = start
            while end < text.count, text[end] != 0x0A { end += 1 }
            var first = start
            while first < end, text[first] == 0x20 || text[first] == 0x09 { first += 1 }
            var last = end
            while last > first, text[last - 1] == 0x20 || text[last - 1] == 0x09 { last -= 1 }
            if first == last {
                afterBlank = true
            } else {
                result.append(TextLine(text, TextSpan(first, last), indent: first - start, followsBlank: afterBlank))
                afterBlank = false
            }
            start = end + 1
        }
        return result
    }

    private init(_ text: Text, _ content: TextSpan, indent: Int, followsBlank: Bool) {
        self.content = content
        self.indent = indent
        self.followsBlank = followsBlank
        var width = 0
        var firstWord: Int?
        for offset in content.range {
            let byte = text[offset]
            if byte == 0x20, firstWord == nil { firstWord = width }
            if byte & 0xC0 != 0x80 { width += 1 }
        }
        self.width = width
        self.firstWord = firstWord ?? width
        endsSentence = Self.endsSentence(text, content)
        startsItem = Self.startsItem(text, content)
        startsLower = text.scalar(at: content.start).scalar.properties.isLowercase
    }

    /// Whether the span ends with a stop, apart from closing marks.
    static func endsSentence(_ text: Text, _ span: TextSpan) -> Bool {
        var end = span.end
        while end > span.start {
            let (scalar, length) = text.scalar(before: end)
            switch scalar {
            case ".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔": return true
            case "\"", "'", ")", "]", "\u{201D}", "\u{2019}", "\u{BB}", "\u{201C}", "」": end -= length
            default: return false
            }
        }
        return false
    }

    private static func startsItem(_ text: Text, _ span: TextSpan) -> Bool {
        let (scalar, length) = text.scalar(at: span.start)
        var offset = span.start + length
        if scalar.isASCIIDigit {
            while offset < span.end, offset - span.start < 3, text[offset].isASCIIDigit { offset += 1 }
            guard offset < span.end, text[offset] == UInt8(ascii: ".") || text[offset] == UInt8(ascii: ")") else { return false }
            offset += 1
        } else if !["-", "*", "+", "•", "–", "—", ">", "|", "#", "·", "▪", "●"].contains(scalar) {
            return false
        }
        return offset < span.end && text[offset] == 0x20
    }
}
