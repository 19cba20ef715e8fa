// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Encoding

/// An article's sentences as centred vectors with their weights, and their mean, brought to length one, that stands for the article.
struct ArticleVectors {
    struct Sentence {
        /// `nil` for a headline that does not stand in the text.
        var span: TextSpan?
        var vector: [Float]
        var weight: Float
    }

    /// How much more than the last the first sentence counts; the second half as much more, the third a third.
    private static let lead: Float = 3

    private(set) var sentences: [Sentence] = []
    private(set) var mean: [Float]

    /// `nil` where no sentence has words.
    ///
    /// - Parameter headline: its pass through the encoder, where it does not stand in the text.
    init?(_ encoded: EncodedText, spans: [TextSpan], headline: EncodedText?, head: TopicHead) {
        mean = [Float](repeating: 0, count: encoded.width)
        if let headline { append(headline, [nil], head) }
        append(encoded, spans.map { $0 }, head)
        let total = sentences.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        for sentence in sentences {
            let share = sentence.weight / total
            for column in mean.indices { mean[column] += share * sentence.vector[column] }
        }
        mean = UnitVector.of(mean)
    }

    private mutating func append(_ encoded: EncodedText, _ spans: [TextSpan?], _ head: TopicHead) {
        let width = encoded.width
        for (number, span) in spans.enumerated() where (number + 1) * width <= encoded.sentenceVectors.count {
            let vector = encoded.sentenceVectors[number * width..<(number + 1) * width]
            guard vector.contains(where: { $0 != 0 }) else { continue }
            let weight = 1 + Self.lead / Float(sentences.count + 1)
            sentences.append(Sentence(span: span, vector: head.centred(vector), weight: weight))
        }
    }

    /// The sentences that say most by a measure, at most three, in the order of the text; none says less than half of what the first of them says.
    func telling(_ measure: (Sentence) -> Float) -> [TextSpan] {
        let scored = sentences.compactMap { sentence in sentence.span.map { ($0, measure(sentence) * sentence.weight) } }
        let best = scored.sorted { ($1.1, $0.0.start) < ($0.1, $1.0.start) }.prefix(3)
        guard let first = best.first, first.1 > 0 else { return [] }
        return best.filter { $0.1 >= first.1 / 2 }.map(\.0).sorted { $0.start < $1.start }
    }
}
