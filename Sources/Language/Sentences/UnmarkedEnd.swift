// SPDX-License-Identifier: Apache-2.0

internal import CLexicons
internal import Documents

/// Judges whether a sentence ends at a gap between two words that no stop marks: behind a headline, a greeting ("Thanks, | Jane"), a mail's stamp,
/// before an address of a page.
///
/// A logistic model over what the six words around look like, its weights in a table of 16,384 signed bytes, 32 to the unit. Every feature is a hash of parts; a hash's
/// lower 14 bits name its weight. English alone, since it knows English words and takes capitals for a sign.
/// Safe, since the table lies in the program's read-only pages.
/// `Models/sentences/train.py` computes the same and must be changed with it; scores and licences stand in `Models/sentences/README.md`.
@safe struct UnmarkedEnd {
    /// How sure the model must be, in 32nds of a unit of log odds: 0.75, about two to one.
    private static let threshold = 24

    private let text: Text
    private let paragraph: TextSpan
    private let table: CopydeskTable

    /// `nil` in languages that the model does not know.
    init?(text: Text, paragraph: TextSpan, language: String?) {
        guard language == "en" else { return nil }
        self.text = text
        self.paragraph = paragraph
        unsafe table = unsafe copydesk_table("sentence_ends")
        guard unsafe table.count == 1 << 14 else { return nil }
    }

    /// - Parameters:
    ///   - gap: where the word before ends.
    ///   - next: where the word behind begins.
    ///   - sentence: where the sentence at hand begins.
    func isEnd(at gap: Int, next: Int, sentence: Int) -> Bool {
        guard isCandidate(gap, next, sentence) else { return false }
        return score(gap, next, sentence) > Self.threshold
    }

    // MARK: The gap

    /// Mostly a gap with no lower-case letter behind it; never one behind a stop, which the rules judge, nor "see: https://…".
    private func isCandidate(_ gap: Int, _ next: Int, _ sentence: Int) -> Bool {
        let final = text[gap - 1]
        guard text[next] >= 0x61, text[next] <= 0x7A else {
            return !(final == UInt8(ascii: ":") && hasAddress(word(at: next)))
        }
        guard final >= 0x80 || final.isASCIIDigit || final.isASCIILetter || final == UInt8(ascii: ",") || final == UInt8(ascii: ";") else {
            return true
        }
        let before = wordBefore(gap, sentence)
        if before.count == 2 {
            return text[gap - 1] == UInt8(ascii: "M") && (text[gap - 2] == UInt8(ascii: "A") || text[gap - 2] == UInt8(ascii: "P"))
        }
        return before.count > 2 && (text.bytes[before.range].contains(UInt8(ascii: "@")) || hasAddress(before))
    }

    private func hasAddress(_ span: TextSpan) -> Bool {
        var offset = span.start
        while offset + 2 < span.end {
            if text[offset] == UInt8(ascii: ":"), text[offset + 1] == UInt8(ascii: "/"), text[offset + 2] == UInt8(ascii: "/") {
                return true
            }
            offset += 1
        }
        return false
    }

    // MARK: The score

    private func score(_ gap: Int, _ next: Int, _ sentence: Int) -> Int {
        // Back over twenty words at most: the three before the gap, how many there are, which have capitals.
        var views = (WordView.start, WordView.start, WordView.start)
        var length: UInt32 = 0
        var capitals = 0
        var recent = 0
        var offset = gap
        while offset > sentence, length < 20 {
            let word = wordBefore(offset, sentence)
            switch length {
            case 0: views.0 = WordView(text, word)
            case 1: views.1 = WordView(text, word)
            case 2: views.2 = WordView(text, word)
            default: break
            }
            if length < 6 {
                recent += 1
                if text[word.start] >= 0x41, text[word.start] <= 0x5A { capitals += 1 }
            }
            length += 1
            offset = word.start
            while offset > sentence, text[offset - 1].isASCIISpace { offset -= 1 }
        }
        // Ahead over ten words.
        var ahead = (WordView.nothing, WordView.nothing, WordView.nothing)
        var rest: UInt32 = 0
        offset = next
        while offset < paragraph.end, rest < 10 {
            let word = word(at: offset)
            switch rest {
            case 0: ahead.0 = WordView(text, word)
            case 1: ahead.1 = WordView(text, word)
            case 2: ahead.2 = WordView(text, word)
            default: break
            }
            rest += 1
            offset = word.end
            while offset < paragraph.end, text[offset].isASCIISpace { offset += 1 }
        }
        let (p1, p2, p3) = views
        let (n1, n2, n3) = ahead
        let long: UInt32 = length < 6 ? length : length < 10 ? 7 : length < 20 ? 8 : 9
        let left: UInt32 = rest < 4 ? rest : rest < 10 ? 5 : 9
        let cased: UInt32 = capitals == recent ? 2 : capitals * 2 >= recent ? 1 : 0
        let last = coreClass(wordBefore(gap, sentence))
        let first = UInt32(n1.first)
        let opening = WordView(text, word(at: sentence, longest: 64))

        var sum = unsafe WeightSum(table: table)
        sum.add()
        sum.add(p1.word)
        sum.add(n1.word)
        sum.add(p1.shape)
        sum.add(n1.shape)
        sum.add(p2.word)
        sum.add(n2.word)
        sum.add(p2.shape, p1.shape)
        sum.add(n1.shape, n2.shape)
        sum.add(p1.shape, n1.shape)
        sum.add(p2.shape, p1.shape, n1.shape)
        sum.add(p1.shape, n1.shape, n2.shape)
        sum.add(p3.shape, p2.shape, p1.shape)
        sum.add(p1.word, n1.shape)
        sum.add(p1.shape, n1.word)
        sum.add(last)
        sum.add(last, first)
        sum.add(long, last)
        sum.add(left, last)
        sum.add(long, left, last)
        sum.add(cased, last, first)
        sum.add(cased, n1.word)
        sum.add(opening.shape, p1.shape)
        sum.add(n1.shape, n2.shape, n3.shape)
        sum.add(long, n1.word)
        sum.add(long, p1.word)
        sum.add(p3.word)
        sum.add(first, last)
        sum.add(n2.shape)
        sum.add(long, p1.shape, n1.shape)
        return sum.total
    }

    /// The class of the last byte in front of closing marks.
    private func coreClass(_ word: TextSpan) -> UInt32 {
        var end = word.end
        while end > word.start {
            let byte = text[end - 1]
            guard
                byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")")
                    || byte == UInt8(ascii: "]")
            else { return UInt32(WordView.kind(ofASCII: byte)) }
            end -= 1
        }
        return 0
    }

    private func wordBefore(_ end: Int, _ low: Int) -> TextSpan {
        var start = end
        while start > low, !text[start - 1].isASCIISpace { start -= 1 }
        return TextSpan(start, end)
    }

    private func word(at start: Int, longest: Int = .max) -> TextSpan {
        var end = start
        while end < paragraph.end, end - start < longest, !text[end].isASCIISpace { end += 1 }
        return TextSpan(start, end)
    }
}

/// Adds up the weights of features, numbered in the order in which they are added. Safe, since a bucket has 14 bits and the table 2¹⁴ bytes.
@safe private struct WeightSum {
    let table: CopydeskTable
    private(set) var total = 0
    private var number: UInt32 = 0

    init(table: CopydeskTable) { unsafe self.table = unsafe table }

    mutating func add() {
        number += 1
        count(number &* 0x9E37_79B1)
    }

    mutating func add(_ one: UInt32) {
        number += 1
        count(mixed(number &* 0x9E37_79B1, one))
    }

    mutating func add(_ one: UInt32, _ two: UInt32) {
        number += 1
        count(mixed(mixed(number &* 0x9E37_79B1, one), two))
    }

    mutating func add(_ one: UInt32, _ two: UInt32, _ three: UInt32) {
        number += 1
        count(mixed(mixed(mixed(number &* 0x9E37_79B1, one), two), three))
    }

    private func mixed(_ value: UInt32, _ part: UInt32) -> UInt32 {
        let product = (value ^ part) &* 0x85EB_CA6B
        return product ^ product >> 13
    }

    private mutating func count(_ hash: UInt32) {
        let bucket = Int((hash ^ hash >> 15) & 0x3FFF)
        total += unsafe Int(Int8(bitPattern: table.bytes[bucket]))
    }
}
