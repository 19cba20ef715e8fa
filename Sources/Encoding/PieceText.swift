// SPDX-License-Identifier: Apache-2.0

package import Documents

/// Text cut into the words and word pieces of a model.
package struct PieceText: Sendable {
    /// The vocabulary's number of each piece.
    package internal(set) var pieces: [Int32] = []
    /// What of the text each piece was made from.
    package internal(set) var pieceSpans: [TextSpan] = []
    package internal(set) var words: [Word] = []

    package init() {}

    /// What stands between white space, where each mark stands alone.
    package struct Word: Hashable, Sendable {
        package var span: TextSpan
        /// Indexes into `pieces`; never empty.
        package var pieces: Range<Int>
        package var shape: WordShape
        package var spacing: WordSpacing
    }
}

/// How a word stands to the one before it; the row of the model's table.
package enum WordSpacing: UInt8, Sendable {
    case afterSpace = 1
    /// Nothing between the two.
    case joined = 2
    /// The first of its sentence.
    case first = 3
}
