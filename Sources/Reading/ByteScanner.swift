// SPDX-License-Identifier: Apache-2.0

/// A place in a text that moves forward; the small steps that every reader of marks needs.
struct ByteScanner {
    let bytes: [UInt8]
    var position: Int

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    /// Takes `literal`, which is written in lower case or has no letters.
    mutating func takeIgnoringCase(_ literal: String) -> Bool {
        guard Self.matches(bytes, at: position, literal.utf8) else { return false }
        position += literal.utf8.count
        return true
    }

    /// Moves behind the next `byte`, or to the end.
    mutating func skip(past byte: UInt8) {
        while position < bytes.count, bytes[position] != byte { position += 1 }
        position = min(position + 1, bytes.count)
    }

    /// Moves behind the next `literal`; stays where it is and says no where there is none.
    mutating func skip(past literal: String) -> Bool {
        guard let found = Self.index(of: literal, in: bytes, from: position, to: bytes.count) else { return false }
        position = found + literal.utf8.count
        return true
    }

    /// Whether `literal` stands between here and `end`, in whatever case.
    mutating func find(_ literal: String, before end: Int) -> Bool {
        Self.index(of: literal.lowercased(), in: bytes, from: position, to: end) != nil
    }

    static func index(of literal: String, in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        guard let first = literal.utf8.first else { return nil }
        var at = start
        let last = min(end, bytes.count) - literal.utf8.count
        while at <= last {
            if lower(bytes[at]) == first, matches(bytes, at: at, literal.utf8) { return at }
            at += 1
        }
        return nil
    }

    static func matches(_ bytes: [UInt8], at position: Int, _ literal: String.UTF8View) -> Bool {
        guard position + literal.count <= bytes.count else { return false }
        var at = position
        for byte in literal {
            if lower(bytes[at]) != byte { return false }
            at += 1
        }
        return true
    }

    /// The same for a literal of the program, in the loops that see every tag.
    static func matches(_ bytes: [UInt8], at position: Int, word: StaticString) -> Bool {
        word.withUTF8Buffer { literal in
            guard position + literal.count <= bytes.count else { return false }
            for index in 0..<literal.count where unsafe lower(bytes[position + index]) != literal[index] { return false }
            return true
        }
    }

    /// Whether there is a byte 0, without a branch a byte.
    static func hasZero(_ bytes: [UInt8]) -> Bool {
        var found: UInt8 = 0
        for byte in bytes { found |= byte == 0 ? 1 : 0 }
        return found != 0
    }

    static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
    static func isLetter(_ byte: UInt8) -> Bool { lower(byte) >= 0x61 && lower(byte) <= 0x7A }
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
