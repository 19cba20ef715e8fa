// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Encoding
internal import Language

/// Tells which of the user's labels an article has, without any example: by what names and descriptions of the labels mean.
///
/// Without the encoder it goes by the words that label and article share.
struct LabelScorer: Sendable {
    /// How far apart two likenesses lie for one label to be e times as sure as the other. By the likelihood of the second-level terms of the IPTC
    /// Media Topics, whose definitions were taken for articles and the top-level ones for labels.
    private static let temperature = 0.06

    let labels: [UserLabel]
    let scheme: String
    private let directions: [[Float]]
    private let encoder: ArticleEncoder?

    init(_ labels: [UserLabel], scheme: String, encoder: ArticleEncoder?) {
        self.labels = labels
        self.scheme = scheme
        self.encoder = encoder
        directions = encoder.map { encoder in labels.map { Self.direction(of: $0, encoder.encoder) } } ?? []
    }

    /// The whole description counts as much as all of its parts together.
    private static func direction(of label: UserLabel, _ encoder: Encoder) -> [Float] {
        let parts = label.texts.map { text -> [Float] in
            do { return try ArticleMeaning.direction(of: text, encoder) } catch { return [Float](repeating: 0, count: encoder.width) }
        }
        let share = 1 / Float(max(1, parts.count - 1))
        var sum = parts[0]
        for part in parts.dropFirst() { for (column, value) in part.enumerated() { sum[column] += value * share } }
        return UnitVector.of(sum)
    }

    /// Labels at least as sure as `minimum`, the surest first.
    ///
    /// - Parameters:
    ///   - isEnglish: the encoder knows no other language.
    ///   - counts: of each of the text's stems how often it occurs.
    /// - Throws: `CancellationError` where the task was cancelled.
    func topics(
        _ text: TokenizedText, headline: String?, isEnglish: Bool, words: StemmedText, counts: [Double], limit: Int, minimum: Double
    ) throws(CancellationError) -> [Topic] {
        guard !labels.isEmpty, text.tokens.contains(where: { $0.kind == .word }) else { return [] }
        let scores: [Double]
        if isEnglish, let encoder, let meaning = try ArticleMeaning(text, headline: headline, encoder: encoder) {
            scores = directions.map { Double(ArticleMeaning.dot(meaning.direction[...], $0[...])) }
        } else {
            scores = try wordScores(words, counts)
        }
        guard scores.contains(where: { $0 > 0 }) else { return [] }
        let confidences = Softmax.shares(scores, temperature: Self.temperature)
        let order = confidences.indices.sorted { (-confidences[$0], $0) < (-confidences[$1], $1) }
        return order.filter { confidences[$0] >= minimum }.prefix(limit).map { index in
            Topic(
                scheme: scheme, code: labels[index].name, name: labels[index].name, confidence: TopicScorer.rounded(confidences[index]),
                vocabulary: "")
        }
    }

    /// The cosine of the rarities of the stems that a label's words share with the article.
    private func wordScores(_ words: StemmedText, _ counts: [Double]) throws(CancellationError) -> [Double] {
        var known = words
        var length = 0.0
        for (stem, count) in zip(words.stems, counts) where count > 0 { length += count * stem.rarity * stem.rarity }
        guard length > 0 else { return labels.map { _ in 0 } }
        var scores: [Double] = []
        for label in labels {
            let own = Set(try known.appending(TokenizedText(Text(label.texts[0]), sentences: nil, paragraphs: nil)).filter { $0 >= 0 })
            var shared = 0.0
            var size = 0.0
            for stem in own.sorted() {
                let rarity = known.stems[Int(stem)].rarity
                size += rarity * rarity
                if Int(stem) < counts.count, counts[Int(stem)] > 0 { shared += counts[Int(stem)].squareRoot() * rarity * rarity }
            }
            scores.append(size > 0 ? shared / (size * length).squareRoot() : 0)
        }
        return scores
    }
}
