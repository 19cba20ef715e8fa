// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Encoding
internal import Language
package import Stages

/// Names the article's topics and keywords: IPTC Media Topics by the encoder's vectors, or by weighted terms without it; phrases by frequency, rarity and place.
///
/// Both know English alone; a text in another language gets no topics rather than wrong ones, and keywords all the same.
package struct ClassifyStage: Stage {
    package static let id = "classify"
    package static let version = "3"
    package static let summary =
        "Names the article's topics (IPTC Media Topics, and labels of your own), keywords, genre, tone and reading level."
    package static let contract = StageContract(
        reads: [.text, .sentences], prefers: ArticleStyle.sources.union([.language, .headline, .paragraphs]),
        writes: ArticleStyle.layers.union([.topics, .keywords]),
        options: [
            StageOption("topics", .integer(0...20), standard: 8, "How many topics of each vocabulary at most."),
            StageOption(
                "minimum_confidence", .number(0...1), standard: 0.2,
                "Topics less sure than that are left out; the best one always stays."),
            StageOption(
                "labels", .strings, standard: [],
                "Your own labels, each with a few words on what it is about, such as \"sport: matches, teams, players and championships\"."),
            StageOption("scheme", .string, standard: "labels", "The name of the vocabulary that your labels make up."),
            StageOption(
                "label_confidence", .number(0...1), standard: 0.3, "Your labels less sure than that are left out; there may be none."),
            StageOption("keywords", .integer(0...50), standard: 10, "How many keywords at most."),
        ])

    /// In tokens: a headline that stands in the text, and the paragraph behind it.
    private static let leadLength = 60

    private let topicLimit: Int
    private let minimumConfidence: Double
    private let keywordLimit: Int
    private let labelConfidence: Double
    private let labels: LabelScorer

    /// Where there is none, or it has no tables for topics, topics are found by terms.
    private let encoder: ArticleEncoder?
    private let head: TopicHead?

    package init(options: StageOptions) throws(OptionError) { try self.init(options: options, encoder: nil) }

    package init(options: StageOptions, encoder: ArticleEncoder?) throws(OptionError) {
        self.encoder = encoder
        head = encoder.flatMap { TopicHead($0.encoder) }
        labels = LabelScorer(try UserLabel.read(options.strings("labels")), scheme: options.string("scheme") ?? "labels", encoder: encoder)
        labelConfidence = options.number("label_confidence")
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
            let isEnglish = isEnglish(document.language)
            let candidates = try KeywordFinder(text: text, words: words, headline: Set(headlineStems)).keywords(limit: keywordLimit * 3)
            let keywords = EntityKeywords(entities: document.entities ?? [], isEnglish: isEnglish).keywords(candidates, limit: keywordLimit)
            let counts = counts(text, words, headlineStems)
            let topics = isEnglish && topicLimit > 0 ? try topics(document, text, words, counts) : []
            let own = try labels.topics(
                text, headline: document.headline, isEnglish: isEnglish, words: words, counts: counts, limit: max(1, topicLimit),
                minimum: labelConfidence)
            let style = ArticleStyle(document: document, text: text, isEnglish: isEnglish)
            return [.topics(topics + own), .keywords(keywords)] + (try style.annotations())
        } catch {
            throw .cancelled
        }
    }

    private func topics(
        _ document: Document, _ text: TokenizedText, _ words: StemmedText, _ counts: [Double]
    ) throws(CancellationError) -> [Topic] {
        let terms = TopicTerms(text, words, counts: counts)
        guard counts.count(where: { $0 > 0 }) >= TopicScorer.leastStems else { return [] }
        if let head, let article = try vectors(document, text, head) {
            return TopicReader(head: head, article: article, terms: terms).topics(limit: topicLimit, minimum: minimumConfidence)
        }
        return TopicScorer(words: words, counts: counts, terms: terms).topics(limit: topicLimit, minimum: minimumConfidence)
    }

    private func vectors(_ document: Document, _ text: TokenizedText, _ head: TopicHead) throws(CancellationError) -> ArticleVectors? {
        let spans = text.sentences.map(\.span)
        guard let encoder, let encoded = try encoder.encoded(document.text, sentences: spans) else { return nil }
        var headline: EncodedText?
        if let title = document.headline, !title.isEmpty, title.utf8.count <= 1000,
            !document.text.string(document.text.whole).contains(title)
        {
            let title = Text(title)
            headline = try encoder.encoder.encode(title, sentences: [title.whole], heads: [], vectors: true)
        }
        return ArticleVectors(encoded, spans: spans, headline: headline, head: head)
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
