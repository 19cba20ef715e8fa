// SPDX-License-Identifier: Apache-2.0

/// What a word can be in or beside a name, from the table `name_words`.
struct WordTraits: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// An English word that is written small.
    static let common = WordTraits(letter: "w")
    static let given = WordTraits(letter: "g")
    static let frequentGiven = WordTraits(letter: "G")
    static let surname = WordTraits(letter: "s")
    static let frequentSurname = WordTraits(letter: "S")
    /// Stands before a person's name and is no part of it: "President", "Lt".
    static let title = WordTraits(letter: "t")
    /// Stands before a title: "Prime", "Vice".
    static let titlePrefix = WordTraits(letter: "T")
    /// What a person is, written small: "spokesman".
    static let role = WordTraits(letter: "r")
    static let speech = WordTraits(letter: "v")
    static let organizationHead = WordTraits(letter: "o")
    static let facilityHead = WordTraits(letter: "f")
    static let locationHead = WordTraits(letter: "l")
    /// Begins a location: "Mount", "Lake".
    static let locationFirst = WordTraits(letter: "L")
    static let street = WordTraits(letter: "x")
    static let eventHead = WordTraits(letter: "e")
    static let eventFirst = WordTraits(letter: "E")
    static let direction = WordTraits(letter: "d")
    static let particle = WordTraits(letter: "p")
    static let month = WordTraits(letter: "m")
    static let day = WordTraits(letter: "D")
    static let neverName = WordTraits(letter: "N")
    static let function = WordTraits(letter: "F")
    static let ordinal = WordTraits(letter: "O")
    static let startsAlias = WordTraits(letter: "A")
    static let startsDemonym = WordTraits(letter: "n")
    static let startsPlace = WordTraits(letter: "P")

    static let heads: WordTraits = [.organizationHead, .facilityHead, .locationHead, .eventHead]
    static let personal: WordTraits = [.given, .surname]

    init(rawValue: UInt32) { self.rawValue = rawValue }

    private init(letter: Unicode.Scalar) { self.rawValue = Self.bit(UInt8(ascii: letter)) }

    /// From the letters of the table.
    init(letters: Substring) {
        rawValue = letters.utf8.reduce(0) { $0 | Self.bit($1) }
    }

    /// The table's letters fall on distinct bits; a test holds it to that.
    private static func bit(_ letter: UInt8) -> UInt32 {
        switch letter {
        case UInt8(ascii: "A"): 1 << 26
        case UInt8(ascii: "D"): 1 << 27
        case UInt8(ascii: "E"): 1 << 28
        case UInt8(ascii: "F"): 1 << 29
        case UInt8(ascii: "G"): 1 << 30
        case UInt8(ascii: "L"): 1 << 31
        case UInt8(ascii: "N"): 1 << 0  // a is no class
        case UInt8(ascii: "O"): 1 << 1  // nor b
        case UInt8(ascii: "P"): 1 << 2
        case UInt8(ascii: "S"): 1 << 7
        case UInt8(ascii: "T"): 1 << 8
        case UInt8(ascii: "a")...UInt8(ascii: "z"): 1 << UInt32(letter - UInt8(ascii: "a"))
        default: 0
        }
    }

    func has(_ one: WordTraits) -> Bool { !isDisjoint(with: one) }
}
