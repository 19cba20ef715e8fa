// SPDX-License-Identifier: Apache-2.0

/// The words of a text as numbers, for comparing texts that differ in marks, case and spacing.
struct WordHashes {
    private(set) var words: [UInt64] = []

    /// Letters and digits make words; tags and character references are passed over.
    mutating func add(_ text: ArraySlice<UInt8>) {
        var at = text.startIndex
        var hash: UInt64 = 0
        while at < text.endIndex {
            let byte = text[at]
            // FNV-1a.
            if byte >= 0x80 && byte != 0xE2 && byte != 0xC2 || ByteScanner.isLetter(byte) || ByteScanner.isDigit(byte) {
                hash = ((hash == 0 ? 0xcbf2_9ce4_8422_2325 : hash) ^ UInt64(ByteScanner.lower(byte))) &* 0x100_0000_01b3
            } else {
                end(&hash)
                if byte == UInt8(ascii: "&") { at = Self.end(of: UInt8(ascii: ";"), text, at, within: 10) }
                if byte == UInt8(ascii: "<") { at = Self.end(of: UInt8(ascii: ">"), text, at, within: 500) }
                // The marks of General Punctuation, and those of Latin-1, are no letters.
                if byte == 0xE2 { at = min(at + 2, text.endIndex - 1) }
                if byte == 0xC2 { at = min(at + 1, text.endIndex - 1) }
            }
            at += 1
        }
        end(&hash)
    }

    /// The hash of each `width` words in a row.
    func shingles(_ width: Int) -> [UInt64] {
        guard words.count >= width else { return [] }
        return (0...(words.count - width)).map { start in
            words[start..<(start + width)].reduce(0) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 &+ ($0 >> 29) }
        }
    }

    private mutating func end(_ hash: inout UInt64) {
        if hash != 0 { words.append(hash) }
        hash = 0
    }

    /// Where the next `mark` stands if that is near; `start` otherwise.
    private static func end(of mark: UInt8, _ text: ArraySlice<UInt8>, _ start: Int, within: Int) -> Int {
        text[start..<min(start + within, text.endIndex)].firstIndex(of: mark) ?? start
    }
}
