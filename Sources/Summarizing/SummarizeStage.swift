// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Encoding
internal import Language
package import Stages

/// Chooses the sentences that stand for the article, word for word and in their order, and lists what it says happened.
///
/// A sentence counts for what it shares with the whole and for standing early, as news is written; one that says what a chosen
/// one says is passed over.
package struct SummarizeStage: Stage {
    package static let id = "summarize"
    package static let version = "3"
    package static let summary = "Chooses the sentences that stand for the article, and lists what it says happened."
    package static let contract = StageContract(
        reads: [.text, .sentences],
        prefers: [.language, .headline, .paragraphs, .entities, .quotes, .figures, .times, .events], writes: [.summary],
        options: [
            StageOption("sentences", .integer(1...20), standard: 3, "How many sentences at most."),
            StageOption(
                "words", .integer(0...2000), standard: 0,
                "No further sentence is added once the summary has so many words; 0 stands for twenty for each of the sentences."),
            StageOption("characters", .integer(0...20000), standard: 0, "How many characters at most; 0 for any number."),
        ])

    private let budget: SentenceChoice.Budget
    /// Where there is none, sentences are weighed by their words alone.
    private let encoder: ArticleEncoder?

    package init(options: StageOptions) throws(OptionError) { try self.init(options: options, encoder: nil) }

    package init(options: StageOptions, encoder: ArticleEncoder?) throws(OptionError) {
        let sentences = options.integer("sentences")
        let (words, characters) = (options.integer("words"), options.integer("characters"))
        budget = SentenceChoice.Budget(
            sentences: sentences, words: words > 0 ? words : 20 * sentences, characters: characters > 0 ? characters : nil)
        self.encoder = encoder
    }

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        do throws(CancellationError) { return [.summary(try summary(document))] } catch { throw .cancelled }
    }

    private func summary(_ document: Document) throws(CancellationError) -> Summary {
        let text = TokenizedText(document)
        var words = try StemmedText(text, language: document.language?.tag)
        let headline = TokenizedText(Text(document.headline ?? ""), sentences: nil, paragraphs: nil)
        let headlineStems = Set(try words.appending(headline)).subtracting([-1])
        let meanings = try meanings(of: text, language: document.language?.tag)
        let scorer = SentenceScorer(
            text: text, words: words, headline: headlineStems, meanings: meanings, leanings: Leanings(document, in: text))
        let candidates = try scorer.candidates()
        let chosen = try SentenceChoice(text: text, candidates: candidates, budget: budget).chosen()
        let best = candidates.max { ($0.score, $1.sentence) < ($1.score, $0.sentence) }?.sentence
        let hasHeadline = document.headline.map { !$0.isEmpty } ?? false
        return Summary(
            sentences: chosen.map { SentenceHead.trimmed(text.sentences[$0], in: text) },
            method: meanings == nil ? "centrality" : "meaning",
            headline: hasHeadline ? nil : HeadlineProposal(text: text).span(paragraphs: document.paragraphs ?? [], best: best),
            facts: KeyFacts(document).facts())
    }

    /// The encoder knows English alone.
    private func meanings(of text: TokenizedText, language: String?) throws(CancellationError) -> SentenceMeanings? {
        guard let encoder, language.map({ $0 == "en" || $0.hasPrefix("en-") }) ?? true else { return nil }
        return try encoder.encoded(text.text, sentences: text.sentences.map(\.span)).map(SentenceMeanings.init)
    }
}
