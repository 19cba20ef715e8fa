// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// One stop ("." or "?!" or " . . ."), and the judgement whether a sentence ends with it.
struct SentenceStop {
    private let text: Text
    private let abbreviations: Abbreviations
    /// Where the sentence at hand begins.
    private let sentence: Int
    private let end: Int
    private let first: Int
    /// Behind the last stop of the run.
    let stopsEnd: Int
    /// Bytes of closing marks behind the stops.
    var closings = 0
    private let points: Int
    private let marks: Int
    private let isSpacedOut: Bool
    /// Where "compounds. . . . The" ends: behind the word's own stop.
    private(set) var edgeBeforeEllipsis: Int?

    init(text: Text, abbreviations: Abbreviations, sentence: Int, end: Int, first: Int) {
        self.text = text
        self.abbreviations = abbreviations
        self.sentence = sentence
        self.end = end
        self.first = first
        var position = first
        var points = 0
        var marks = 0
        var isSpacedOut = false
        while position < end {
            let byte = text[position]
            if byte == UInt8(ascii: ".") {
                points += 1
                position += 1
            } else if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
                marks += 1
                position += 1
            } else if byte == UInt8(ascii: ";"), position == first {
                // Greek's question mark; the scanner stops here in Greek alone.
                marks += 1
                position += 1
            } else if byte == 0xE2, text.scalar(at: position).scalar == "…" {
                points += 3
                position += 3
            } else if byte == 0xE2, text.scalar(at: position).scalar == "‽" {
                marks += 1
                position += 3
            } else if byte == 0x20, position + 1 < end, text[position + 1] == UInt8(ascii: "."), text[position - 1] == UInt8(ascii: "."),
                position + 2 == end || !Self.isWordByte(text[position + 2])
            {
                isSpacedOut = true
                position += 1
            } else {
                break
            }
        }
        stopsEnd = position
        self.points = points
        self.marks = marks
        self.isSpacedOut = isSpacedOut
        if isSpacedOut, points == 4, first + 1 < end, text[first + 1] == 0x20, first > sentence, text[first - 1] != 0x20,
            position + 1 < end, text[position] == 0x20, text[position + 1] >= 0x41, text[position + 1] <= 0x5A
        {
            edgeBeforeEllipsis = first + 1
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isASCIIDigit || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte >= 0x80
    }

    /// - Parameters:
    ///   - next: where the text goes on.
    ///   - isSpaced: whether white space lies between.
    func ends(before next: Int, isSpaced: Bool) -> Bool {
        guard isSpaced else { return endsWithoutSpace(before: next) }
        let follower = SentenceFollower(text: text, at: next, end: end)
        if marks > 0 { return endsAfterMark(follower) }
        if points > 1 { return endsAfterEllipsis(follower) }
        return endsAfterPoint(follower)
    }

    private func endsAfterMark(_ follower: SentenceFollower) -> Bool {
        switch follower.kind {
        case .capital:
            if closings > 0, !follower.isQuoted, follower.isAttribution { return false }
            return !isBrand || abbreviations.beginsSentences(follower.word)
        case .lower:
            if closings > 0 || follower.isQuoted { return follower.isAddress }
            // A name may end in an exclamation mark, not in three or in a question mark.
            return marks > 1 || text[first] != UInt8(ascii: "!") || !isBrand && (!isCapitalized(wordBefore) || isAllCapitals(wordBefore))
        // "Viva Maria! (1965)"
        case .digit: return !follower.isBracketed && (closings == 0 || !isBrand)
        case .sign: return closings == 0 || !isBrand
        case .mark: return false
        case .dash: return follower.isRule
        }
    }

    private func endsAfterEllipsis(_ follower: SentenceFollower) -> Bool {
        if isSpacedOut, points < 4 { return false }
        switch follower.kind {
        case .capital:
            return closings == 0 || !follower.isBracketed
        default: return follower.isAddress
        }
    }

    private func endsAfterPoint(_ follower: SentenceFollower) -> Bool {
        let word = wordBefore
        if closings == 0, let verdict = endsAfterAbbreviation(word, follower) { return verdict }
        switch follower.kind {
        case .capital, .digit, .sign: return true
        case .lower:
            if follower.isAddress { return true }
            return closings == 0 && (isPlainWord(word) || abbreviations.isEnglish && (isAllCapitals(word) || isAmount(word)))
        case .dash: return follower.isRule || closings == 0 && !follower.isLongDash
        case .mark: return false
        }
    }

    /// `nil` where the word before the point is no abbreviation.
    private func endsAfterAbbreviation(_ word: String, _ follower: SentenceFollower) -> Bool? {
        let isStarter = follower.kind == .capital && !follower.isInitial && abbreviations.beginsSentences(follower.word)
        if abbreviations.hasPointedOrdinals, isOrdinal(word) { return isStarter }
        if let kind = abbreviations.kind(of: word) {
            switch kind {
            case .leading: return false
            case .numbered:
                if follower.kind == .digit { return false }
                guard follower.kind == .capital else { return nil }
                return isStarter || word.utf8.count > 1 && follower.word.utf8.count > 1 && word.utf8.first.map { $0 >= 0x61 } == true
                    || word == "No"
            case .either:
                if follower.kind == .sign || follower.isQuoted && follower.kind == .capital { return true }
                return isStarter
            case .trailing: return follower.kind == .capital || follower.kind == .sign
            }
        }
        if word.unicodeScalars.count == 1, let letter = word.unicodeScalars.first, letter.isLetter {
            guard letter.properties.isUppercase else { return follower.kind == .capital && isStarter }
            return isStarter && !startsSentence(word)
        }
        guard isInitials(word) else { return nil }
        let folded = word.lowercased()
        if folded == "a.m" || folded == "p.m" { return endsAfterTime(follower) }
        if folded == "e.g" || folded == "i.e" { return false }
        return isStarter || follower.kind == .sign || follower.isQuoted && follower.kind == .capital
    }

    private func endsAfterTime(_ follower: SentenceFollower) -> Bool {
        guard follower.kind == .capital, !Abbreviations.continuesTime(follower.word) else { return false }
        let opening = words(upTo: 4)
        return !(opening.count <= 3 && opening.first.map { Abbreviations.isPreposition($0) } == true)
    }

    /// "it?I think", "space.The", "space.2 The"
    private func endsWithoutSpace(before next: Int) -> Bool {
        guard points + marks == 1, next > first, first > sentence else { return false }
        let (before, _) = text.scalar(before: first)
        let (after, length) = text.scalar(at: next)
        guard before.isLetter || before == ")", after.properties.isUppercase, !isPartOfAddress(next) else { return false }
        if marks == 1 { return true }
        guard closings == 0, before.properties.isLowercase || before == ")" else { return false }
        let word = wordBefore
        guard word.utf8.count > 2, isPlainWord(word) || before == ")", abbreviations.kind(of: word) == nil else { return false }
        guard next + length < end else { return false }
        let second = text.scalar(at: next + length).scalar
        return second.properties.isLowercase || second.isSpace && (after == "I" || after == "A")
    }

    private func isPartOfAddress(_ next: Int) -> Bool {
        var offset = first - 1
        while offset >= sentence, first - offset < 40, text[offset] != 0x20, text[offset] != 0x0A {
            if Self.addressBytes.contains(text[offset]) { return true }
            offset -= 1
        }
        offset = next
        while offset < end, offset - next < 40, text[offset] != 0x20, text[offset] != 0x0A {
            if Self.addressBytes.contains(text[offset]) { return true }
            offset += 1
        }
        return false
    }

    private static let addressBytes: Set<UInt8> = Set("/@=&\\_<>".utf8)

    // MARK: The words before

    /// The run of letters, digits and inner points right before the stop, at most 24 bytes of it.
    private var wordBefore: String {
        var offset = first
        while offset > sentence, first - offset < 24 {
            let byte = text[offset - 1]
            guard Self.isWordByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") else {
                break
            }
            offset -= 1
        }
        while offset < first, !text.isScalarEdge(offset) { offset += 1 }
        while offset < first {
            let (scalar, length) = text.scalar(at: offset)
            if scalar.isLetter || scalar.isASCIIDigit || scalar.isMark || scalar == "°" || scalar == "№" { break }
            offset += length
        }
        return text.string(TextSpan(offset, first))
    }

    private func startsSentence(_ word: String) -> Bool { first - sentence <= word.utf8.count }

    private func words(upTo count: Int) -> [String] {
        var words: [String] = []
        var offset = sentence
        while offset < first, words.count < count {
            let start = offset
            while offset < first, text[offset] != 0x20, text[offset] != 0x0A { offset += 1 }
            if offset > start, offset - start < 40 { words.append(text.string(TextSpan(start, offset))) }
            offset += 1
        }
        return words
    }

    /// "Yahoo!": marks that belong to a name.
    private var isBrand: Bool {
        guard marks == 1, points == 0, text[first] == UInt8(ascii: "!") else { return false }
        return Self.brands.contains(wordBefore)
    }

    private static let brands: Set<String> = ["Yahoo", "Jeopardy", "Yum", "Oklahoma"]

    private func isCapitalized(_ word: String) -> Bool { word.unicodeScalars.first?.properties.isUppercase ?? false }

    /// Two lower-case letters or more, and no point inside.
    private func isPlainWord(_ word: String) -> Bool {
        var count = 0
        for scalar in word.unicodeScalars {
            guard scalar.isLetter, !scalar.properties.isUppercase || count == 0 else { return false }
            count += 1
        }
        return count > 1
    }

    /// "ASAP", "TV"
    private func isAllCapitals(_ word: String) -> Bool {
        word.utf8.count > 1 && word.unicodeScalars.allSatisfy { $0.properties.isUppercase }
    }

    /// "100", "1996": no number of a list's item.
    private func isAmount(_ word: String) -> Bool { word.utf8.count > 1 && word.utf8.allSatisfy { $0.isASCIIDigit } }

    /// "3", "21": what a point makes an ordinal.
    private func isOrdinal(_ word: String) -> Bool {
        !word.isEmpty && word.utf8.count < 3 && word.utf8.allSatisfy { $0.isASCIIDigit } && !startsSentence(word)
    }

    /// "U.S", "Ph.D", "a.m": short parts with points between.
    private func isInitials(_ word: String) -> Bool {
        guard word.utf8.contains(UInt8(ascii: ".")) else { return false }
        return word.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.unicodeScalars.count <= 2 && part.unicodeScalars.allSatisfy { $0.isLetter }
        }
    }
}
