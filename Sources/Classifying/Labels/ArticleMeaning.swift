// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Encoding
internal import Language

/// What the encoder says that an article means: the mean direction of its sentences, and of the headline where that is not in the text.
struct ArticleMeaning {
    /// Of length 1; zeros for a text without words.
    let direction: [Float]

    /// - Returns: `nil` where the text is too long for the encoder.
    /// - Throws: `CancellationError` where the task was cancelled.
    init?(_ text: TokenizedText, headline: String?, encoder: ArticleEncoder) throws(CancellationError) {
        guard let encoded = try encoder.encoded(text.text, sentences: text.sentences.map(\.span)) else { return nil }
        var sum = Self.sum(encoded)
        if let headline, !headline.isEmpty {
            for (column, value) in try Self.direction(of: headline, encoder.encoder).enumerated() { sum[column] += value }
        }
        direction = UnitVector.of(sum)
    }

    /// What a few words mean, of length 1.
    static func direction(of words: String, _ encoder: Encoder) throws(CancellationError) -> [Float] {
        let text = Text(words)
        return UnitVector.of(sum(try encoder.encode(text, sentences: [text.whole], heads: [], vectors: true)))
    }

    private static func sum(_ encoded: EncodedText) -> [Float] {
        var sum = [Float](repeating: 0, count: encoded.width)
        for (index, value) in encoded.meanings.enumerated() { sum[index % encoded.width] += value }
        return sum
    }

    static func dot(_ left: ArraySlice<Float>, _ right: ArraySlice<Float>) -> Float {
        var sum: Float = 0
        for (one, other) in zip(left, right) { sum += one * other }
        return sum
    }
}
