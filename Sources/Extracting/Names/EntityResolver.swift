// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Language

/// Draws the names of one thing together into one entity.
///
/// Takes mentions from any finder. Works in steps, each linear in the mentions: equal names by folded key, table of
/// aliases and table of places; full names of persons; surnames, which go to the nearest full name before them, so that
/// two people of one surname stay apart; acronyms, by definition or by initials.
package struct EntityResolver: Sendable {
    private let tables = NameTables()
    private let aliases: NameAliases

    package init(aliases: NameAliases = .none) { self.aliases = aliases }

    /// - Parameters:
    ///   - mentions: in the order of the text, none overlapping.
    ///   - headline: names in it weigh more.
    ///   - isEnglish: whether roles, pronouns and common nouns are read, which takes English rules.
    /// - Returns: `e1`, `e2` … in the order of first mention.
    package func entities(from mentions: [NameMention], in text: TokenizedText, headline: String? = nil, isEnglish: Bool = true) -> [Entity]
    {
        let names = mentions.map { mention in
            let written = Self.written(mention.span, in: text.text)
            return ResolvedName(
                mention: mention, written: written, key: NameKey(written, kind: mention.kind, tables: tables, aliases: aliases))
        }
        var clusters = EntityClusters(names)
        clusters.joinPersons()
        clusters.joinAcronyms(in: text.text)
        clusters.joinShortForms()
        let describer = EntityDescriber(
            names: names, length: text.text.count, headline: headline.map(NameFolding.key), opening: text.sentences.first?.span.end ?? 0)
        let entities = describer.entities(clusters.groups)
        guard isEnglish, !entities.isEmpty else { return entities }
        return EntityReferences(text, tables: tables, entities: EntityRoles(text: text, tables: tables).described(entities)).resolved()
    }

    /// The name on one line.
    private static func written(_ span: TextSpan, in text: Text) -> String {
        let string = text.string(span)
        guard string.utf8.contains(0x0A) || string.utf8.contains(0x09) else { return string }
        return string.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    }
}

/// A mention with the name as written and the key by which it is compared.
struct ResolvedName: Sendable {
    var mention: NameMention
    var written: String
    var key: NameKey
}
