// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import Language
package import Stages

/// Chooses the sentences that stand for the article, word for word and in their order.
///
/// A sentence counts for what it shares with the whole and for standing early, as news is written; one that says what a chosen
/// one says is passed over.
package struct SummarizeStage: Stage {
    package static let id = "summarize"
    package static let version = "2"
    package static let summary = "Chooses the sentences that stand for the article."
    package static let contract = StageContract(
        reads: [.text, .sentences], prefers: [.language, .headline, .paragraphs], writes: [.summary],
        options: [StageOption("sentences", .integer(1...20), standard: 3, "How many sentences at most.")])

    private let limit: Int

    package init(options: StageOptions) throws(OptionError) {
        limit = options.integer("sentences")
    }

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        let text = TokenizedText(document)
        do throws(CancellationError) {
            var words = try StemmedText(text, language: document.language?.tag)
            let headline = TokenizedText(Text(document.headline ?? ""), sentences: nil, paragraphs: nil)
            let headlineStems = Set(try words.appending(headline)).subtracting([-1])
            let candidates = try SentenceScorer(text: text, words: words, headline: headlineStems).candidates()
            let chosen = try SentenceChoice(text: text, candidates: candidates).chosen(limit: limit)
            let spans = chosen.map { text.text.trimmed(text.sentences[$0].span) }
            return [.summary(Summary(sentences: spans, method: "centrality"))]
        } catch {
            throw .cancelled
        }
    }
}
