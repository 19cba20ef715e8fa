// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import Language
package import Stages

/// Finds names, quotations, figures and times.
package struct ExtractStage: Stage {
    package static let id = "extract"
    package static let version = "1"
    package static let summary = "Finds names, quotations, figures and times."
    package static let contract = StageContract(
        reads: [.text, .sentences], prefers: [.paragraphs, .headline, .published, .dateline],
        writes: [.entities, .quotes, .figures, .times, .conflicts],
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
        let mentions = try NameFinder.mentions(in: text, aliases: aliases)
        let entities = EntityResolver(aliases: aliases).entities(from: mentions, in: text, headline: document.headline)
        let times = TimeFinder.times(in: text, published: document.published, dateline: document.dateline)
        let (figures, conflicts) = FigureFinder.figures(in: text, times: times, entities: entities)
        let quotes = QuoteFinder.quotes(in: text, entities: entities)
        if Task.isCancelled { throw .cancelled }
        return [.entities(entities), .quotes(quotes), .figures(figures), .times(times), .conflicts(conflicts)]
    }
}
