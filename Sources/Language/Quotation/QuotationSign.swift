// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// One quotation mark as it stands, with what its neighbours say about its role.
struct QuotationSign {
    enum Family { case curly, straight, guillemet, angle, corner, whiteCorner, curlySingle, straightSingle }

    var span: TextSpan
    var scalar: Unicode.Scalar
    var family: Family
    /// The scalars around it; `nil` at the paragraph's edges.
    var before: Unicode.Scalar?
    var after: Unicode.Scalar?
    /// Whether a closing single mark that can be nothing else follows before the next opening one.
    var hasLaterClosing = false

    var isSingle: Bool { family == .curlySingle || family == .straightSingle || family == .angle }

    /// Nothing, white space, an opening bracket, a dash or another opening mark stands before it.
    var standsAtWordStart: Bool {
        guard let before else { return true }
        return before.isSpace || before.isOpening || before.isDash
    }

    var touchesWordBefore: Bool { before.map { !$0.isSpace && !$0.isOpening } ?? false }
    var touchesWordAfter: Bool { after.map { !$0.isSpace } ?? false }
    var touchesLetterAfter: Bool { after.map { $0.isLetter || $0.isASCIIDigit } ?? false }
    var isBetweenLetters: Bool { (before.map { $0.isLetter || $0.isASCIIDigit } ?? false) && (after.map { $0.isLetter } ?? false) }

    /// "the boys’ house": a mark behind an s with a word to follow may be an apostrophe.
    var mayBePluralPossessive: Bool {
        (before == "s" || before == "S" || before == "z" || before == "x") && (after.map { $0.isSpace } ?? false)
    }

    static func family(of scalar: Unicode.Scalar) -> Family? {
        switch scalar {
        case "\"": .straight
        case "'": .straightSingle
        case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}": .curly
        case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}": .curlySingle
        case "\u{AB}", "\u{BB}": .guillemet
        case "\u{2039}", "\u{203A}": .angle
        case "\u{300C}", "\u{300D}": .corner
        case "\u{300E}", "\u{300F}": .whiteCorner
        default: nil
        }
    }
}

extension Unicode.Scalar {
    var isOpening: Bool {
        switch self {
        case "(", "[", "{", "\u{201C}", "\u{2018}", "\u{201E}", "\u{201A}", "\u{AB}", "\u{2039}", "\"", "'": true
        default: false
        }
    }

    var isDash: Bool { self == "-" || self == "/" || ("\u{2010}"..."\u{2015}").contains(self) }
}
