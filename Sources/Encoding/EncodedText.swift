// SPDX-License-Identifier: Apache-2.0

package import Documents

/// What a model says of an article: numbers for each word from each head that was asked, and a vector for each sentence.
package struct EncodedText: Sendable {
    package struct Word: Hashable, Sendable {
        /// What stands between white space, where each mark stands alone.
        package var span: TextSpan
        /// Index of its sentence in those that were given.
        package var sentence: Int
        package var shape: WordShape
        package var spacing: WordSpacing
    }

    /// In the order of the text.
    package internal(set) var words: [Word]
    /// By head: `words.count` rows of a number (logit) for each of the head's labels.
    package internal(set) var logits: [String: [Float]]
    /// Where they were asked for: a row of `width` numbers a sentence, the mean over its pieces; zeros for a sentence without words.
    package internal(set) var sentenceVectors: [Float]
    /// Where vectors were asked for: a row of `width` numbers a sentence, of length 1: what the sentence says. Sentences that say alike things
    /// have a high dot product. Zeros for a sentence without words.
    package internal(set) var meanings: [Float]
    /// Numbers in a vector.
    package let width: Int
    /// Word pieces that went through the model, with those that open and close windows: the measure of the work.
    package internal(set) var pieceCount: Int
    /// Pieces in each sentence's vector so far.
    var sentencePieces: [Int]

    /// - Parameter sentences: of each sentence the words.
    init(_ cut: PieceText, sentences: [Range<Int>], width: Int) {
        words = []
        words.reserveCapacity(cut.words.count)
        for (number, range) in sentences.enumerated() {
            for word in cut.words[range] {
                words.append(Word(span: word.span, sentence: number, shape: word.shape, spacing: word.spacing))
            }
        }
        logits = [:]
        sentenceVectors = []
        meanings = []
        self.width = width
        pieceCount = 0
        sentencePieces = [Int](repeating: 0, count: sentences.count)
    }
}
