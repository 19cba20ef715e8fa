// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What stands in bytes that may be UTF-8.
struct UTF8Check {
    /// Sequences of two bytes and more, well-formed and not.
    var wellFormed = 0
    var illFormed = 0

    /// Whether the bytes are valid UTF-8. The standard library's check, which takes eight bytes and more at a step.
    static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// The same for a whole file, without a copy of it.
    static func isValid(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    /// Counts until the answer to `looksLikeUTF8` can no longer change much: a few thousand sequences say enough.
    init(_ bytes: ArraySlice<UInt8>) {
        var position = bytes.startIndex
        while position < bytes.endIndex, wellFormed + illFormed < 100_000 {
            if bytes[position] < 0x80 {
                position += 1
                continue
            }
            let (length, valid) = Self.sequence(in: bytes, at: position)
            if valid { wellFormed += 1 } else { illFormed += 1 }
            position += length
        }
    }

    /// Sequences that are well-formed hardly occur by chance in another charset: one bad in five is damage, more is another charset.
    var looksLikeUTF8: Bool { wellFormed >= illFormed * 4 }

    /// The sequence at `position`; one that is ill-formed has the length of its well-formed beginning (Unicode 3.9, "maximal subpart").
    static func sequence(in bytes: ArraySlice<UInt8>, at position: Int) -> (length: Int, valid: Bool) {
        let first = bytes[position]
        var lowest: UInt8 = 0x80
        var highest: UInt8 = 0xBF
        let length: Int
        switch first {
        case 0x00...0x7F: return (1, true)
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if first == 0xE0 { lowest = 0xA0 }
            if first == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if first == 0xF0 { lowest = 0x90 }
            if first == 0xF4 { highest = 0x8F }
        default: return (1, false)
        }
        for index in 1..<length {
            guard position + index < bytes.endIndex, bytes[position + index] >= lowest, bytes[position + index] <= highest else {
                return (index, false)
            }
            lowest = 0x80
            highest = 0xBF
        }
        return (length, true)
    }
}
