// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// The words of a text as numbers, equal for words that differ in case, in marks on Latin letters or in their apostrophes alone.
///
/// "Saïd’s 760,000" gives the same two as "SAIDS 760000". Scripts written without spaces give one word a character.
enum WordFolding {
    /// Appends the hash of every word in the span.
    static func append(_ text: Text, _ span: TextSpan, to words: inout [UInt64]) {
        var word = WordHash()
        var offset = span.start
        while offset < span.end {
            let (scalar, length) = text.scalar(at: offset)
            let next = offset + length
            if let folded = folded(scalar) {
                if isWordAlone(folded) { word.end(&words) }
                word.add(folded)
                if isWordAlone(folded) { word.end(&words) }
            } else if !isPassedOver(scalar, text, offset, next, span.end) {
                word.end(&words)
            }
            offset = next
        }
        word.end(&words)
    }

    /// `nil` for what is no part of a word.
    private static func folded(_ scalar: Unicode.Scalar) -> UInt32? {
        let value = scalar.value
        if value < 0x80 {
            if scalar.isLetter { return value | 0x20 }
            return scalar.isASCIIDigit ? value : nil
        }
        switch value {
        case 0xC0...0x17F: return latin(value)
        // Greek and Cyrillic capitals stand at a fixed distance from the small letters.
        case 0x391...0x3A9, 0x410...0x42F: return value + 0x20
        case 0x400...0x40F: return value + 0x50
        case 0x3B1...0x3C9, 0x430...0x45F: return value
        case 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x3041...0x3096, 0x30A1...0x30FA: return value
        default: return other(scalar)
        }
    }

    private static func other(_ scalar: Unicode.Scalar) -> UInt32? {
        guard scalar.isLetter || scalar.properties.generalCategory == .decimalNumber else { return nil }
        guard scalar.properties.changesWhenLowercased else { return scalar.value }
        return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
    }

    /// The letters from U+00C0 to U+017F without their marks; `nil` for × and ÷.
    private static func latin(_ value: UInt32) -> UInt32? {
        let letters: StaticString = """
            aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty\
            aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
            lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
            """
        let index = Int(value) - 0xC0
        let letter = letters.withUTF8Buffer { buffer in unsafe index < buffer.count ? buffer[index] : 0x20 }
        return letter == 0x20 ? nil : UInt32(letter)
    }

    /// Marks and invisible characters; apostrophes inside a word; commas inside a number.
    private static func isPassedOver(_ scalar: Unicode.Scalar, _ text: Text, _ offset: Int, _ next: Int, _ end: Int) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return true
        case 0x27, 0x2019, 0x2BC: return next < end && text.scalar(at: next).scalar.isLetter
        case 0x2C: return offset > 0 && text[offset - 1].isASCIIDigit && next < end && text[next].isASCIIDigit
        case 0x80...: return scalar.isMark
        default: return false
        }
    }

    /// Thai, Lao, Burmese, Khmer, kana and Chinese characters: no spaces part their words.
    private static func isWordAlone(_ value: UInt32) -> Bool {
        switch value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}

/// FNV-1a in 64 bits over the code points of a word.
private struct WordHash {
    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01B3

    private var value = basis
    private var isEmpty = true

    mutating func add(_ scalar: UInt32) {
        value = (value ^ UInt64(scalar)) &* Self.prime
        isEmpty = false
    }

    mutating func end(_ words: inout [UInt64]) {
        guard !isEmpty else { return }
        words.append(value)
        self = WordHash()
    }
}
