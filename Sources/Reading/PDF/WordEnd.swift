// SPDX-License-Identifier: Apache-2.0

/// How the last word of a row and the first of the next belong together.
struct WordEnd {
    enum Join {
        /// Two words.
        case blank
        /// Nothing between them.
        case none
        /// One word that was divided: these bytes of hyphen go.
        case divided(hyphen: Range<Int>)
    }

    private let bytes: [UInt8]
    /// Words of the text that stand whole in a row, in lower case, without marks at their ends.
    private let words: Set<[UInt8]>

    /// First halves of compounds that keep their hyphen, where the text itself does not show how it writes the word.
    private static let compounding: Set<[UInt8]> = Set(
        [
            "self", "well", "half", "all", "cross", "much", "ever", "vice", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
            "eighty",
            "ninety",
        ].map { Array($0.utf8) })

    init(_ rows: [PageText.Row], _ layout: PageLayout, _ bytes: [UInt8]) {
        self.bytes = bytes
        var words: Set<[UInt8]> = []
        for row in rows {
            for (place, word) in row.words.enumerated() {
                let isLast = place == row.words.count - 1
                if isLast && Self.hyphen(layout.words[word].text, bytes) != nil || place == 0 && row.words.count > 1 && words.isEmpty {
                    continue
                }
                words.insert(Self.letters(bytes[layout.words[word].text]))
            }
        }
        self.words = words
    }

    func join(_ last: Range<Int>, _ next: Range<Int>) -> Join {
        guard let hyphen = Self.hyphen(last, bytes) else {
            if bytes[last].count > 3,
                bytes[last].suffix(3).elementsEqual("—".utf8) || bytes[next].count > 3 && bytes[next].starts(with: "—".utf8)
            {
                return .none
            }
            return isIdeographic(last.upperBound - 3, last) && isIdeographic(next.lowerBound, next) ? .none : .blank
        }
        // U+00AD is there for nothing else.
        if hyphen.count == 2 { return .divided(hyphen: hyphen) }
        let first = Self.letters(bytes[last.lowerBound..<hyphen.lowerBound])
        let second = Self.letters(bytes[next])
        guard let end = first.last, let start = second.first, !ByteScanner.isDigit(end), !ByteScanner.isDigit(start) else { return .none }
        if String(decoding: bytes[next].prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isUppercase ?? false { return .none }
        let isCompound = words.contains(first + [UInt8(ascii: "-")] + second)
        if words.contains(first + second), !isCompound { return .divided(hyphen: hyphen) }
        return isCompound || second.count > 2 && Self.compounding.contains(first) ? .none : .divided(hyphen: hyphen)
    }

    /// The hyphen that a word ends with, behind a letter or a digit: `-`, U+2010 or U+00AD.
    static func hyphen(_ word: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
        let count: Int
        if bytes[word.upperBound - 1] == UInt8(ascii: "-") {
            count = 1
        } else if bytes[word].suffix(3).elementsEqual("\u{2010}".utf8) {
            count = 3
        } else if bytes[word].suffix(2).elementsEqual("\u{AD}".utf8) {
            count = 2
        } else {
            return nil
        }
        let start = word.upperBound - count
        guard start > word.lowerBound else { return nil }
        let before = bytes[start - 1]
        return before >= 0x80 || ByteScanner.isLetter(before) || ByteScanner.isDigit(before) ? start..<word.upperBound : nil
    }

    /// Without marks at the ends, in lower case as far as ASCII goes.
    private static func letters(_ word: ArraySlice<UInt8>) -> [UInt8] {
        let isInner = { (byte: UInt8) in byte >= 0x80 || ByteScanner.isLetter(byte) || ByteScanner.isDigit(byte) }
        guard let first = word.firstIndex(where: isInner), let last = word.lastIndex(where: isInner) else { return [] }
        return word[first...last].map(ByteScanner.lower)
    }

    /// Whether Chinese or Japanese is written there, which has no blanks: U+3000 to U+9FFF.
    private func isIdeographic(_ at: Int, _ word: Range<Int>) -> Bool {
        at >= word.lowerBound && at < word.upperBound && (0xE3...0xE9).contains(bytes[at])
    }
}
