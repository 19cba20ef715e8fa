// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import Language
package import Stages

/// Names the article's topics and keywords: IPTC Media Topics by weighted terms, phrases by frequency, rarity and place.
///
/// The weights know English alone; a text in another language gets no topics rather than wrong ones, and keywords all the same.
package struct ClassifyStage: Stage {
    package static let id = "classify"
    package static let version = "3"
    package static let summary = "Names the article's topics (IPTC Media Topics), keywords, genre, tone and reading level."
    package static let contract = StageContract(
        reads: [.text, .sentences], prefers: ArticleStyle.sources.union([.language, .headline, .paragraphs]),
        writes: ArticleStyle.layers.union([.topics, .keywords]),
        options: [
            StageOption("topics", .integer(1...20), standard: 5, "How many topics at most."),
            StageOption(
                "minimum_confidence", .number(0...1), standard: 0.1,
                "Topics less sure than that are left out; the best one always stays."),
            StageOption("keywords", .integer(0...50), standard: 10, "How many keywords at most."),
        ])

    /// In tokens: a headline that stands in the text, and the paragraph behind it.
    private static let leadLength = 60

    private let topicLimit: Int
    private let minimumConfidence: Double
    private let keywordLimit: Int

    package init(options: StageOptions) throws(OptionError) {
        topicLimit = options.integer("topics")
        minimumConfidence = options.number("minimum_confidence")
        keywordLimit = options.integer("keywords")
    }

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        let text = TokenizedText(document)
        do throws(CancellationError) {
            var words = try StemmedText(text, language: document.language?.tag)
            let headline = TokenizedText(Text(document.headline ?? ""), sentences: nil, paragraphs: nil)
            let headlineStems = try words.appending(headline)
            let candidates = try KeywordFinder(text: text, words: words, headline: Set(headlineStems)).keywords(limit: keywordLimit * 3)
            let keywords = EntityKeywords(entities: document.entities ?? [], isEnglish: isEnglish(document.language)).keywords(
                candidates, limit: keywordLimit)
            let style = ArticleStyle(document: document, text: text, isEnglish: isEnglish(document.language))
            let topics =
                isEnglish(document.language)
                ? TopicScorer(words: words, counts: counts(text, words, headlineStems))
                    .topics(limit: topicLimit, minimum: minimumConfidence)
                : []
            return [.topics(topics), .keywords(keywords)] + (try style.annotations())
        } catch {
            throw .cancelled
        }
    }

    private func isEnglish(_ language: LanguageGuess?) -> Bool {
        guard let tag = language?.tag else { return true }
        return tag == "en" || tag.hasPrefix("en-") || tag == "und"
    }

    /// How often each stem occurs; twice as much in the headline and at the start, which say what the rest is about.
    private func counts(_ text: TokenizedText, _ words: StemmedText, _ headline: ArraySlice<Int32>) -> [Double] {
        var counts = [Double](repeating: 0, count: words.stems.count)
        for stem in headline where stem >= 0 { counts[Int(stem)] += 2 }
        let lead = 0..<Self.leadLength
        for (token, stem) in words.ofToken.enumerated() where stem >= 0 {
            counts[Int(stem)] += lead.contains(token) ? 2 : 1
        }
        return counts
    }
}
