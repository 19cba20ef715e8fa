// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Scores every sentence in time linear in the text: its likeness to what all of them say, and its place.
///
/// The likeness is one of meaning where there is an encoder, else one of words.
struct SentenceScorer {
    /// What standing first is worth beside perfect likeness to the whole. High, since leads beat the usual graph methods on news; less beside
    /// the encoder, whose likeness says more (chosen on the openly licensed genres of GUM).
    private var leadWeight: Double { meanings == nil ? 1.2 : 0.8 }
    /// How fast that fades: the sixth sentence has half of it.
    private static let leadDecay = 0.2
    private static let headlineWeight = 0.3
    /// In words. Below, a fragment or a heading; above, a list or a text without full stops.
    private static let leastWords = 6
    private static let mostWords = 90
    private static let comfortableWords = 12...45

    let text: TokenizedText
    let words: StemmedText
    let headline: Set<Int32>
    let meanings: SentenceMeanings?
    let leanings: Leanings

    /// - Throws: `CancellationError` where the task was cancelled.
    func candidates() throws(CancellationError) -> [Candidate] {
        let centroid = try centroid()
        var sentences: [(number: Int, terms: [(stem: Int32, weight: Double)])] = []
        for (number, sentence) in text.sentences.enumerated() {
            if Task.isCancelled { throw CancellationError() }
            guard isSentence(sentence) else { continue }
            let terms = terms(sentence.tokens)
            if terms.count >= 3 { sentences.append((number, terms)) }
        }
        let center = meanings?.center(of: sentences.map(\.number))
        // Place is counted in sentences that could be chosen: a heading or a byline in front of the lead takes none away.
        return sentences.enumerated().map { place, found in
            let sentence = text.sentences[found.number]
            let meaning = meanings?[found.number] ?? []
            var likeness = 0.0
            var shared = 0
            for term in found.terms {
                likeness += term.weight * centroid[Int(term.stem)]
                if headline.contains(term.stem) { shared += 1 }
            }
            if let center { likeness = max(0, meaning.dot(center)) }
            var score = likeness + leadWeight / (1 + Self.leadDecay * Double(place))
            if !headline.isEmpty { score += Self.headlineWeight * Double(shared) / Double(headline.count) }
            return Candidate(
                sentence: found.number, score: score * shape(sentence), leansOn: leanings.supports(of: found.number),
                words: wordCount(sentence.tokens), characters: text.text.string(sentence.span).unicodeScalars.count, terms: found.terms,
                meaning: meaning)
        }
    }

    /// The sum of all the sentences' weights, brought to length 1.
    private func centroid() throws(CancellationError) -> [Double] {
        var counts = [Double](repeating: 0, count: words.stems.count)
        for (token, stem) in words.ofToken.enumerated() where stem >= 0 {
            if token & 0xFFF == 0, Task.isCancelled { throw CancellationError() }
            counts[Int(stem)] += words.stems[Int(stem)].rarity
        }
        let length = counts.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? counts.map { $0 / length } : counts
    }

    private func terms(_ tokens: Range<Int>) -> [(stem: Int32, weight: Double)] {
        let stems = words.ofToken[tokens].filter { $0 >= 0 }.sorted()
        var terms: [(stem: Int32, weight: Double)] = []
        for stem in stems {
            let rarity = words.stems[Int(stem)].rarity
            if let last = terms.last, last.stem == stem {
                terms[terms.count - 1].weight += rarity
            } else {
                terms.append((stem, rarity))
            }
        }
        let length = terms.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        return length > 0 ? terms.map { ($0.stem, $0.weight / length) } : []
    }

    /// Whether it is a sentence of running text: no heading, fragment, list or "Sign up for our newsletter".
    private func isSentence(_ sentence: TokenizedText.Segment) -> Bool {
        let count = wordCount(sentence.tokens)
        guard count >= Self.leastWords, count <= Self.mostWords, endsAsSentence(sentence) else { return false }
        return !Boilerplate.holds(sentence.tokens, in: text)
    }

    /// Whether it ends with a mark that ends sentences, quotation marks and brackets behind it aside; or fills no paragraph alone,
    /// and so is no heading.
    private func endsAsSentence(_ sentence: TokenizedText.Segment) -> Bool {
        for token in sentence.tokens.reversed().prefix(4) {
            guard text.tokens[token].kind == .punctuation else { break }
            switch text.string(token) {
            case ".", "!", "?", "…", "。", "！", "？": return true
            default: continue
            }
        }
        return wordCount(sentence.tokens) >= 15
    }

    /// A factor: 1 for a statement of usual length.
    private func shape(_ sentence: TokenizedText.Segment) -> Double {
        let count = wordCount(sentence.tokens)
        var factor = 1.0
        if count < Self.comfortableWords.lowerBound { factor *= 0.8 }
        if count > Self.comfortableWords.upperBound { factor *= 0.85 }
        guard let first = sentence.tokens.first, let last = sentence.tokens.last else { return 0 }
        if text.text[text.tokens[last].span.start] == UInt8(ascii: "?") { factor *= 0.6 }
        // Speech says what somebody thinks of the news, not the news.
        switch text.text.scalar(at: text.tokens[first].span.start).scalar {
        case "\"", "\u{201C}", "\u{2018}", "'": factor *= 0.75
        default: break
        }
        return factor
    }

    private func wordCount(_ tokens: Range<Int>) -> Int {
        var count = 0
        for token in tokens where text.tokens[token].kind == .word || text.tokens[token].kind == .number {
            count += 1
            if count > Self.mostWords { break }
        }
        return count
    }
}
