// SPDX-License-Identifier: Apache-2.0

/// How a word is written, which the vocabulary, all in small letters, does not tell; the row of the model's table.
///
/// The same as the function `shape` of `Models/names/shapes.py`, by which models are trained, whose tests of characters are Python's.
package enum WordShape: UInt8, Sendable {
    /// "flood", and letters without case
    case lower = 1
    /// "Mosul"
    case capitalized = 2
    /// "UNHCR"
    case upper = 3
    /// "A"
    case letter = 4
    /// "McCain"
    case mixed = 5
    /// "2026"
    case digits = 6
    /// "21st"
    case withDigits = 7
    /// "-"
    case mark = 8

    /// - Parameter word: scalars of the word as written.
    init(_ word: some Sequence<Unicode.Scalar>) {
        var count = 0
        var digits = 0
        var alphanumerics = 0
        // Of those with case; a titlecase letter ("ǅ") is neither small nor a capital.
        var small = 0
        var capitals = 0
        var titles = 0
        var startsWithCapital = false
        for scalar in word {
            count += 1
            switch Self.kind(scalar) {
            case .digit:
                digits += 1
                alphanumerics += 1
            case .small(let isLetter):
                small += 1
                if isLetter { alphanumerics += 1 }
            case .capital(let isLetter):
                capitals += 1
                if count == 1 { startsWithCapital = true }
                if isLetter { alphanumerics += 1 }
            case .title:
                titles += 1
                alphanumerics += 1
            case .uncased: alphanumerics += 1
            case .other: break
            }
        }
        self =
            if count > 0, digits == count { .digits } else if alphanumerics == 0 { .mark } else if digits > 0 {
                .withDigits
            } else if small > 0, capitals + titles == 0 { .lower } else if capitals > 0, small + titles == 0 {
                count == 1 ? .letter : .upper
            } else if startsWithCapital, capitals == 1, titles == 0, small > 0 { .capitalized } else { capitals > 0 ? .mixed : .lower }
    }

    private enum Kind {
        case digit, title, uncased, other
        case small(isLetter: Bool)
        case capital(isLetter: Bool)
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x61...0x7A: return .small(isLetter: true)
        case 0x41...0x5A: return .capital(isLetter: true)
        case 0x30...0x39: return .digit
        case 0..<0x80: return .other
        default: break
        }
        let properties = scalar.properties
        switch properties.numericType {
        case .decimal, .digit: return .digit
        default: break
        }
        let category = properties.generalCategory
        let isLetter =
            switch category {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
            default: properties.numericType != nil
            }
        if category == .titlecaseLetter { return .title }
        if properties.isLowercase { return .small(isLetter: isLetter) }
        if properties.isUppercase { return .capital(isLetter: isLetter) }
        return isLetter ? .uncased : .other
    }
}
