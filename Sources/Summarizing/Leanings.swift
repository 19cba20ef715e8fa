// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Which sentences cannot stand alone, and what has to stand beside them: whoever a pronoun at the start means, what a connective goes on from,
/// and the speaker of a quotation that began before.
struct Leanings {
    private var supported: [Int: Set<Int>] = [:]

    init(_ document: Document, in text: TokenizedText) {
        let spans = text.sentences.map(\.span)
        let places = SentencePlaces(spans)
        // Before the first there is nothing to lean on: "It looks as though …" is an opening that says the news later.
        for (number, sentence) in text.sentences.enumerated() where Openings.leanBack(sentence.tokens, in: text) {
            supported[number] = [number - 1]
        }
        // A sentence that names whom the pronoun means serves as well as the one before.
        for entity in document.entities ?? [] {
            var named: [Int] = []
            for mention in entity.mentions {
                guard let sentence = places.sentence(at: mention.span.start) else { continue }
                if mention.kind == .name {
                    if named.last != sentence { named.append(sentence) }
                } else if mention.kind == .pronoun, supported[sentence] != nil, mention.span.start - spans[sentence].start < 2 {
                    supported[sentence]?.formUnion(named.suffix(Self.most))
                }
            }
        }
        for quote in document.quotes ?? [] {
            guard let speaker = quote.speaker, let home = places.sentence(at: speaker.span.start),
                let first = places.sentence(at: quote.span.start), let last = places.sentence(at: max(quote.span.start, quote.span.end - 1))
            else { continue }
            for sentence in first...max(first, last) where sentence != home && last - first < Self.most { supported[sentence] = [home] }
        }
    }

    /// Names that are looked back for, so that a book of one person costs no more than its length.
    private static let most = 16

    /// Sentences of which one has to be there; none where the sentence stands alone.
    func supports(of sentence: Int) -> Set<Int> { supported[sentence] ?? [] }
}

/// Finds the sentence at an offset.
struct SentencePlaces {
    private let spans: [TextSpan]

    /// - Parameter spans: in the order of the text.
    init(_ spans: [TextSpan]) { self.spans = spans }

    /// The last sentence that begins at or before the offset; `nil` before the first.
    func sentence(at offset: Int) -> Int? {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}
