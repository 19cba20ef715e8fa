// SPDX-License-Identifier: Apache-2.0

/// Which way a line is written. `pdftotext -bbox-layout` gives words from the left to the right, and their letters too, as they stand on the page: Hebrew
/// and Arabic are put into the order in which they are read here.
enum Direction {
    /// Whether most letters are Hebrew, Arabic, Syriac or Thaana: U+0590 to U+08FF in two bytes or three, and the presentation forms.
    static func isRightToLeft(_ words: some Sequence<Range<Int>>, _ bytes: [UInt8]) -> Bool {
        var (right, left) = (0, 0)
        for word in words {
            for at in word {
                switch bytes[at] {
                case 0x41...0x5A, 0x61...0x7A, 0xC3..<0xD6, 0xE1..<0xEF: left += 1
                case 0xD6...0xDF: right += 1
                case 0xE0: if at + 1 < word.upperBound, bytes[at + 1] < 0xA4 { right += 1 } else { left += 1 }
                case 0xEF: if at + 1 < word.upperBound, (0xAC...0xBB).contains(bytes[at + 1]) { right += 1 }
                default: continue
                }
            }
        }
        return right > left
    }

    /// A line's words in the order in which they are read.
    ///
    /// - Parameter words: from the left to the right.
    static func ordered(_ words: [Int], isRightToLeft: Bool, _ text: (Int) -> Range<Int>, _ bytes: [UInt8]) -> [Int] {
        guard isRightToLeft else { return words }
        return reversed(words) { word in
            bytes[text(word)].contains { ByteScanner.isLetter($0) || ByteScanner.isDigit($0) } && !Self.isRightToLeft([text(word)], bytes)
        }
    }

    /// The characters of a word of such letters in the order in which they are read; numbers in it stand as they are.
    static func characters(of word: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
        var characters: [Range<Int>] = []
        var at = word.lowerBound
        while at < word.upperBound {
            var end = at + 1
            if bytes[at] == UInt8(ascii: "&"),
                let (_, length) = CharacterReferences.reference(in: bytes, at: at, before: word.upperBound)
            {
                end = at + length
            } else {
                while end < word.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
            }
            characters.append(at..<end)
            at = end
        }
        return reversed(characters) { range in
            range.count == 1
                && (ByteScanner.isDigit(bytes[range.lowerBound]) || ByteScanner.isLetter(bytes[range.lowerBound])
                    || isInsideNumber(range.lowerBound, word, bytes))
        }
    }

    private static func isInsideNumber(_ at: Int, _ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
        [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/")].contains(bytes[at]) && at > word.lowerBound
            && at + 1 < word.upperBound && ByteScanner.isDigit(bytes[at - 1]) && ByteScanner.isDigit(bytes[at + 1])
    }

    /// Back to front, with runs of what is written forward kept.
    private static func reversed<Item>(_ items: [Item], isForward: (Item) -> Bool) -> [Item] {
        var result: [Item] = []
        var run: [Item] = []
        for item in items.reversed() {
            if isForward(item) {
                run.append(item)
            } else {
                result += run.reversed()
                run = []
                result.append(item)
            }
        }
        return result + run.reversed()
    }
}
