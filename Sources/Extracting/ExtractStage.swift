// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import Language
package import Stages

/// Finds names, quotations, figures and times; in other languages than English, what needs no English rules.
package struct ExtractStage: Stage {
    package static let id = "extract"
    package static let version = "2"
    package static let summary = "Finds names, quotations, figures and times."
    package static let contract = StageContract(
        reads: [.text, .sentences], prefers: [.language, .paragraphs, .headline, .published, .dateline],
        writes: [.entities, .quotes, .figures, .times, .conflicts, .notices],
        options: [
            StageOption(
                "aliases", .strings, standard: [],
                "Your own names, one thing a line, such as \"organization: Islamic State group (Q2429253) = IS, ISIS, Daesh\".")
        ])

    private let aliases: NameAliases

    package init(options: StageOptions) throws(OptionError) {
        aliases = try NameAliases(options.strings("aliases"))
    }

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        let text = TokenizedText(document)
        var mentions = try NameFinder.mentions(in: text, aliases: aliases)
        let foreign = ForeignText(document.language)
        if let foreign { mentions = foreign.kept(mentions, in: text) }
        placeDateline(document.dateline, among: &mentions, in: document.text)
        let entities = EntityResolver(aliases: aliases).entities(from: mentions, in: text, headline: document.headline)
        var times = TimeFinder.times(
            in: text, published: document.published, dateline: document.dateline, language: document.language?.tag)
        if let foreign { times = foreign.kept(times, in: document.text) }
        let (figures, conflicts) = FigureFinder.figures(in: text, times: times, entities: entities, language: document.language?.tag)
        let quotes = QuoteFinder.quotes(in: text, entities: entities, isEnglish: foreign == nil)
        if Task.isCancelled { throw .cancelled }
        let notices = foreign.map { [Annotation.notices([$0.notice])] } ?? []
        return [.entities(entities), .quotes(quotes), .figures(figures), .times(times), .conflicts(conflicts)] + notices
    }

    /// "KESRAN (Meridian Wire) — …": what stands where a dateline's place does is a place, known or not.
    private func placeDateline(_ dateline: Dateline?, among mentions: inout [NameMention], in text: Text) {
        guard let place = dateline?.place?.split(separator: ",").first, let first = mentions.indices.first else { return }
        let isOpening = mentions[first].span.start < 4 + place.utf8.count
        guard isOpening, text.string(mentions[first].span).lowercased() == place.lowercased() else { return }
        mentions[first].kind = .location
    }
}
