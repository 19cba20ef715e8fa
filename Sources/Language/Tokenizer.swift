// SPDX-License-Identifier: Apache-2.0

package import Documents

/// Splits text into tokens in one pass. Hyphens and dashes stand alone ("US", "-", "led"), so that a name inside a
/// compound has edges of its own; `afterSpace` tells whether the parts were joined.
package enum Tokenizer {
    package static func tokens(of text: Text, in span: TextSpan? = nil) -> [Token] {
        let span = span ?? text.whole
        var scanner = Scanner(text: text, end: span.end, position: span.start)
        return scanner.tokens()
    }
}

private struct Scanner {
    let text: Text
    let end: Int
    var position: Int
    var result: [Token] = []

    mutating func tokens() -> [Token] {
        result.reserveCapacity((end - position) / 5)
        var afterSpace = true
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            if scalar.isSpace {
                position += length
                afterSpace = true
                continue
            }
            let start = position
            let kind = advance(scalar, length)
            result.append(
                Token(
                    span: TextSpan(start, position), kind: kind, casing: kind == .word ? casing(TextSpan(start, position)) : .lower,
                    afterSpace: afterSpace))
            afterSpace = false
        }
        return result
    }

    private mutating func advance(_ scalar: Unicode.Scalar, _ length: Int) -> Token.Kind {
        let start = position
        position += length
        if scalar.isASCIIDigit {
            finishNumber()
            return .number
        }
        if scalar.isLetter {
            finishWord(from: start)
            return .word
        }
        if scalar.isApostrophe, let last = result.last, last.kind == .word || last.kind == .number, last.span.end == start,
            position < end, text[position] | 0x20 == UInt8(ascii: "s"),
            position + 1 == end || !text.scalar(at: position + 1).scalar.isLetter
        {
            position += 1
            return .possessive
        }
        return scalar.isSign ? .symbol : .punctuation
    }

    private mutating func finishNumber() {
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            if scalar.isASCIIDigit || scalar.isLetter && length == 1 {
                position += length
            } else if scalar == "," || scalar == "." || scalar == ":", position + 1 < end, text[position + 1].isASCIIDigit {
                position += 2
            } else {
                return
            }
        }
    }

    private mutating func finishWord(from start: Int) {
        while position < end {
            while position < end, text[position].isASCIILetter { position += 1 }
            guard position < end, text[position] != 0x20 else { return }
            let (scalar, length) = text.scalar(at: position)
            if scalar.isLetter || scalar.isASCIIDigit || scalar.isMark {
                position += length
            } else if scalar.isApostrophe, position + length < end {
                let (next, nextLength) = text.scalar(at: position + length)
                guard next.isLetter else { return }
                let after = position + length + nextLength
                let isPossessive = (next == "s" || next == "S") && (after >= end || !text.scalar(at: after).scalar.isLetter)
                if isPossessive { return }
                position += length + nextLength
            } else if scalar == ".", isInitials(from: start) {
                position += 1
            } else {
                return
            }
        }
    }

    /// Whether the point at `position` belongs to "U.S." or "a.m.": single letters, each with its point.
    private func isInitials(from start: Int) -> Bool {
        let (last, lastLength) = text.scalar(before: position)
        guard last.isLetter else { return false }
        let letter = position - lastLength
        if letter == start {
            guard position + 1 < end else { return false }
            let (next, length) = text.scalar(at: position + 1)
            return next.isLetter && position + 1 + length < end && text[position + 1 + length] == UInt8(ascii: ".")
        }
        return text[letter - 1] == UInt8(ascii: ".")
    }

    private func casing(_ span: TextSpan) -> Token.Casing {
        var letters = 0
        var upper = 0
        var offset = span.start
        var startsUpper = false
        while offset < span.end {
            let byte = text[offset]
            if byte < 0x80 {
                if byte.isASCIILetter {
                    letters += 1
                    if byte < 0x60 {
                        upper += 1
                        if offset == span.start { startsUpper = true }
                    }
                }
                offset += 1
                continue
            }
            let (scalar, length) = text.scalar(at: offset)
            if scalar.isLetter {
                letters += 1
                if scalar.isCapital {
                    upper += 1
                    if offset == span.start { startsUpper = true }
                }
            }
            offset += length
        }
        if letters > 1, upper == letters { return .upper }
        return startsUpper ? .capitalized : .lower
    }
}

extension UInt8 {
    package var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isASCIILetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }
}

extension Unicode.Scalar {
    package var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }
    package var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{02BC}" }

    package var isSpace: Bool {
        value < 0x80 ? value == 0x20 || (value >= 0x09 && value <= 0x0D) : properties.isWhitespace
    }

    package var isLetter: Bool {
        value < 0x80 ? (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A : properties.isAlphabetic
    }

    package var isCapital: Bool {
        value < 0x80 ? value >= 0x41 && value <= 0x5A : properties.isUppercase || properties.generalCategory == .titlecaseLetter
    }

    package var isMark: Bool {
        guard value >= 0x300 else { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return self == "\u{200D}"
        }
    }

    package var isSign: Bool {
        if value < 0x80 {
            switch self {
            case "$", "+", "<", "=", ">", "^", "`", "|", "~", "%", "#", "&", "@": return true
            default: return false
            }
        }
        return isSignBeyondASCII
    }

    private var isSignBeyondASCII: Bool {
        switch properties.generalCategory {
        case .currencySymbol, .mathSymbol, .otherSymbol, .modifierSymbol: true
        default: self == "‰"
        }
    }
}
