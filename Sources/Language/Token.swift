// SPDX-License-Identifier: Apache-2.0

package import Documents

/// A word, number or mark, as the stages see the text.
package struct Token: Hashable, Sendable {
    package enum Kind: Sendable {
        /// Letters, with apostrophes inside ("Ra’ed", "don't") and the points of an abbreviation of single letters ("U.S.").
        case word
        /// Digits with separators inside: "760,000", "4.5", "10:30". An ordinal's letters belong to it: "21st".
        case number
        /// "'s" or "’s" behind a word.
        case possessive
        case punctuation
        /// Currency signs, %, °, and other signs.
        case symbol
    }

    package enum Casing: Sendable {
        /// No cased letter at the start: "mosque", "40".
        case lower
        /// "Mosul", "McCain"
        case capitalized
        /// "UN", "U.S."; two letters at least.
        case upper
    }

    package var span: TextSpan
    package var kind: Kind
    package var casing: Casing
    /// Whether white space, or the start of the text, stands right before it.
    package var afterSpace: Bool
}
