// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Encoding
internal import Language
package import Stages

/// Finds names, quotations, figures, times and events; in other languages than English, what needs no English rules.
package struct ExtractStage: Stage {
    package static let id = "extract"
    package static let version = "3"
    package static let summary = "Finds names, quotations, figures, times and events."
    package static let contract = StageContract(
        reads: [.text, .sentences], prefers: [.language, .paragraphs, .headline, .published, .dateline],
        writes: [.entities, .quotes, .figures, .times, .events, .conflicts, .notices],
        options: [
            StageOption(
                "aliases", .strings, standard: [],
                "Your own names, one thing a line, such as \"organization: Islamic State group (Q2429253) = IS, ISIS, Daesh\".")
        ])

    private let aliases: NameAliases
    /// Where there is none, names are found by rules alone.
    private let encoder: ArticleEncoder?

    package init(options: StageOptions) throws(OptionError) { try self.init(options: options, encoder: nil) }

    package init(options: StageOptions, encoder: ArticleEncoder?) throws(OptionError) {
        self.encoder = encoder
        aliases = try NameAliases(options.strings("aliases"))
    }

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        let text = TokenizedText(document)
        let foreign = ForeignText(document.language)
        var mentions = try names(in: text, isEnglish: foreign == nil)
        if let foreign { mentions = foreign.kept(mentions, in: text) }
        placeDateline(document.dateline, among: &mentions, in: document.text)
        let named = EntityResolver(aliases: aliases).entities(
            from: mentions, in: text, headline: document.headline, isEnglish: foreign == nil)
        let entities = PlaceLinker().linked(named, in: text, dateline: document.dateline)
        var times = TimeFinder.times(
            in: text, published: document.published, dateline: document.dateline, language: document.language?.tag)
        if let foreign { times = foreign.kept(times, in: document.text) }
        let quotes = QuoteFinder.quotes(in: text, entities: entities, isEnglish: foreign == nil)
        let (figures, conflicts) = FigureFinder.figures(
            in: text, times: times, entities: entities, language: document.language?.tag, quotes: quotes, address: document.url)
        // The words of events are English.
        let events =
            foreign == nil
            ? EventFinder.events(in: text, entities: entities, times: times, figures: figures, quotes: quotes, dateline: document.dateline)
            : []
        if Task.isCancelled { throw .cancelled }
        var notices = foreign.map { [Annotation.notices([$0.notice])] } ?? []
        if foreign == nil, isTooLong(document.text) { notices.append(.notices([lengthNotice])) }
        return [.entities(entities), .quotes(quotes), .figures(figures), .times(times), .events(events), .conflicts(conflicts)] + notices
    }

    /// By the encoder where there is one for the language, else by rules.
    private func names(in text: TokenizedText, isEnglish: Bool) throws(StageFailure) -> [NameMention] {
        if isEnglish, let encoder, let labels = encoder.encoder.labels[NameTagger.head] {
            let encoded: EncodedText?
            do { encoded = try encoder.encoded(text.text, sentences: text.sentences.map(\.span)) } catch { throw .cancelled }
            if let encoded, let mentions = try NameTagger.mentions(in: text, encoded: encoded, labels: labels, aliases: aliases) {
                return mentions
            }
        }
        return try NameFinder.mentions(in: text, aliases: aliases)
    }

    private func isTooLong(_ text: Text) -> Bool { encoder != nil && text.count > ArticleEncoder.longest }

    private var lengthNotice: Notice {
        Notice(
            "names-by-rules",
            "The text is longer than \(ArticleEncoder.longest / 1000) kB: its names were found by rules, without the encoder")
    }

    /// "KESRAN (Meridian Wire) — …": what stands where a dateline's place does is a place, known or not.
    private func placeDateline(_ dateline: Dateline?, among mentions: inout [NameMention], in text: Text) {
        guard let place = dateline?.place?.split(separator: ",").first, let first = mentions.indices.first else { return }
        let isOpening = mentions[first].span.start < 4 + place.utf8.count
        guard isOpening, text.string(mentions[first].span).lowercased() == place.lowercased() else { return }
        mentions[first].kind = .location
    }
}
