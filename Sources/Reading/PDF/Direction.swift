// SPDX-License-Identifier: Apache-2.0

/// Which way a line is written.
enum Direction {
    /// Whether most letters are Hebrew, Arabic, Syriac or Thaana: U+0590 to U+08FF in two bytes or three, and the presentation forms.
    static func isRightToLeft(_ words: [Range<Int>], _ bytes: [UInt8]) -> Bool {
        var (right, other) = (0, 0)
        for word in words {
            for at in word {
                let byte = bytes[at]
                if ByteScanner.isLetter(byte) {
                    other += 1
                } else if byte >= 0xC3, byte < 0xD6 {
                    other += 1
                } else if byte >= 0xD6, byte <= 0xDF {
                    right += 1
                } else if byte == 0xEF, at + 1 < word.upperBound, (0xAC...0xBB).contains(bytes[at + 1]) {
                    right += 1
                } else if byte == 0xE0, at + 1 < word.upperBound, bytes[at + 1] < 0xA4 {
                    right += 1
                } else if byte >= 0xE0 {
                    other += 1
                }
            }
        }
        return right > other
    }
}
