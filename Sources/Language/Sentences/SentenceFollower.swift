// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What stands behind a stop and its white space.
struct SentenceFollower {
    enum Kind {
        /// A capital, or a letter of a script without case.
        case capital
        case lower
        case digit
        /// Currency, bullets, stars and the like.
        case sign
        case dash
        /// Other punctuation, which goes on with the sentence.
        case mark
    }

    let kind: Kind
    /// The word, without opening marks, where it begins with a letter; at most 24 bytes.
    let word: String
    let isQuoted: Bool
    let isBracketed: Bool
    let isLongDash: Bool
    /// Whether three hyphens or more begin here: a rule across the page.
    let isRule: Bool
    /// "https://…"
    let isAddress: Bool
    /// One letter and a point: "I. Newton".
    let isInitial: Bool
    /// Whether "Mr. Smith asked" or "Smith said" follows: a name and a verb of speaking, as behind a quoted question.
    let isAttribution: Bool

    init(text: Text, at start: Int, end: Int) {
        var offset = start
        var isQuoted = false
        var isBracketed = false
        while offset < end, offset - start < 12 {
            let (scalar, length) = text.scalar(at: offset)
            guard scalar.isOpening || scalar == "`" else { break }
            if scalar == "(" || scalar == "[" || scalar == "{" { isBracketed = true } else { isQuoted = true }
            offset += length
        }
        self.isQuoted = isQuoted
        self.isBracketed = isBracketed
        guard offset < end else {
            (kind, word, isAttribution, isLongDash) = (.mark, "", false, false)
            (isRule, isAddress, isInitial) = (false, false, false)
            return
        }
        let (scalar, _) = text.scalar(at: offset)
        isLongDash = scalar == "—" || scalar == "–"
        isRule = offset + 2 < end && text.equals(TextSpan(offset, offset + 3), "---")
        if scalar.isLetter {
            let wordEnd = Self.wordEnd(text, offset, end)
            word = text.string(TextSpan(offset, wordEnd))
            kind = scalar.properties.isLowercase && !Self.hasInnerCapital(word) ? .lower : .capital
            isAttribution = kind == .capital && Self.namesSpeaker(text, wordEnd, end)
            isAddress = wordEnd + 2 < end && text.equals(TextSpan(wordEnd, wordEnd + 3), "://")
            isInitial = word.unicodeScalars.count == 1 && wordEnd < end && text[wordEnd] == UInt8(ascii: ".")
        } else {
            word = ""
            (isAttribution, isAddress, isInitial) = (false, false, false)
            if scalar.isASCIIDigit {
                kind = .digit
            } else if scalar.isDash {
                kind = .dash
            } else {
                kind = Self.isSign(scalar) ? .sign : isQuoted || isBracketed ? .capital : .mark
            }
        }
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "*", "•", "#", "$", "€", "£", "¥", "<", "=", "_", "~", "⁃", "●", "▪", "§", "¿", "¡", "@", ">", "|": true
        case ".": false
        default: scalar.value >= 0x2190 && scalar.isSign
        }
    }

    private static func wordEnd(_ text: Text, _ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end, offset - start < 24 {
            let (scalar, length) = text.scalar(at: offset)
            guard scalar.isLetter || scalar.isApostrophe || scalar.isMark else { break }
            offset += length
        }
        return offset
    }

    /// "eHow", "iPhone"
    private static func hasInnerCapital(_ word: String) -> Bool { word.unicodeScalars.dropFirst().contains { $0.properties.isUppercase } }

    private static func namesSpeaker(_ text: Text, _ start: Int, _ end: Int) -> Bool {
        var offset = start
        for _ in 0..<3 {
            while offset < end, text[offset] == 0x20 || text[offset] == UInt8(ascii: ".") { offset += 1 }
            let stop = wordEnd(text, offset, end)
            if verbs.contains(text.string(TextSpan(offset, stop))) { return true }
            guard stop > offset, text.scalar(at: offset).scalar.properties.isUppercase else { return false }
            offset = stop
        }
        return false
    }

    private static let verbs: Set<String> = [
        "said", "says", "asked", "asks", "added", "replied", "cried", "shouted", "wondered", "exclaimed", "demanded", "answered", "wrote",
        "told",
        "continued", "whispered", "inquired", "enquired", "muttered", "yelled", "quipped", "recalled",
    ]
}
