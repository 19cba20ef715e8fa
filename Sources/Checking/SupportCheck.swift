// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Encoding
internal import Language

/// Which sentences of the article say what a sentence of the abstract says: by shared words, the rarer the more, and by the encoder's vectors.
struct SupportCheck {
    /// Sentences of the article that may be needed for one.
    private static let sourceLimit = 3
    /// A further source must bring this share of the sentence's words.
    private static let gain = 0.12
    /// Below both nothing says it.
    private static let leastWords = 0.3
    private static let leastLikeness = 0.55

    struct Support {
        /// Indexes of the article's sentences, the best first.
        var sources: [Int]
        /// 0…1: how much of the words' weight the sources have.
        var covered: Double
        /// Of the best source, the cosine of the vectors; `nil` without an encoder.
        var likeness: Double?

        var isEnough: Bool { covered >= SupportCheck.leastWords || likeness.map { $0 >= SupportCheck.leastLikeness } == true }
    }

    private let stems: [[Int32]]
    private let toldStems: [[Int32]]
    private let weights: [Double]
    private let holders: [Int32: [Int]]
    private let vectors: (article: EncodedText, told: EncodedText)?

    init(_ pair: CheckedPair, encoder: ArticleEncoder?) throws(CancellationError) {
        let (article, told) = (pair.articleWords.text, pair.toldWords.text)
        var stemmed = try StemmedText(article, language: pair.article.language?.tag)
        let toldStemmed = Array(try stemmed.appending(told))
        weights = stemmed.stems.map(\.rarity)
        let own = stemmed.ofToken
        stems = article.sentences.map { sentence in own[sentence.tokens].filter { $0 >= 0 } }
        toldStems = told.sentences.map { sentence in toldStemmed[sentence.tokens].filter { $0 >= 0 } }
        var holders: [Int32: [Int]] = [:]
        for (index, sentence) in stems.enumerated() { for stem in Set(sentence) { holders[stem, default: []].append(index) } }
        self.holders = holders
        if let encoder, let first = try encoder.encoded(article.text, sentences: article.sentences.map(\.span)),
            let second = try encoder.encoded(told.text, sentences: told.sentences.map(\.span))
        {
            vectors = (first, second)
        } else {
            vectors = nil
        }
    }

    func support(of sentence: Int) -> Support {
        var missing = Set(toldStems[sentence])
        let whole = missing.reduce(0) { $0 + weights[Int($1)] }
        var sources: [Int] = []
        var covered = 0.0
        while sources.count < Self.sourceLimit, !missing.isEmpty {
            var gains: [Int: Double] = [:]
            for stem in missing.sorted() { for holder in holders[stem] ?? [] { gains[holder, default: 0] += weights[Int(stem)] } }
            guard let best = gains.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }), best.value >= whole * Self.gain else { break }
            sources.append(best.key)
            covered += best.value
            missing.subtract(stems[best.key])
        }
        let likest = likest(sentence)
        if sources.isEmpty, let likest, likest.likeness >= Self.leastLikeness { sources = [likest.source] }
        return Support(sources: sources, covered: whole > 0 ? covered / whole : 1, likeness: likest?.likeness)
    }

    private func likest(_ sentence: Int) -> (source: Int, likeness: Double)? {
        guard let vectors, !stems.isEmpty else { return nil }
        let width = vectors.article.width
        let told = vectors.told.sentenceVectors[(sentence * width)..<((sentence + 1) * width)]
        var best = (source: 0, likeness: -1.0)
        for source in stems.indices {
            let row = vectors.article.sentenceVectors[(source * width)..<((source + 1) * width)]
            let likeness = Self.cosine(told, row)
            if likeness > best.likeness { best = (source, likeness) }
        }
        return best
    }

    private static func cosine(_ one: ArraySlice<Float>, _ other: ArraySlice<Float>) -> Double {
        var (product, first, second) = (0.0, 0.0, 0.0)
        for (left, right) in zip(one, other) {
            product += Double(left) * Double(right)
            first += Double(left) * Double(left)
            second += Double(right) * Double(right)
        }
        return first > 0 && second > 0 ? product / (first * second).squareRoot() : 0
    }
}
