// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Reads what a person is: "Brig. Gen. Yahya Rasool, a spokesman for the Joint Operations Command" is a "Brig. Gen., spokesman for the Joint …".
struct EntityRoles {
    let text: TokenizedText
    let tables: NameTables

    /// Mentions of one person that are looked at, and tokens of a title or an apposition.
    private static let mentions = 12
    private static let longest = 14

    func described(_ entities: [Entity]) -> [Entity] {
        entities.map { entity in
            guard entity.kind == .person else { return entity }
            var entity = entity
            entity.role = role(of: entity)
            return entity
        }
    }

    private func role(of entity: Entity) -> String? {
        var title: String?
        var apposition: String?
        for mention in entity.mentions.prefix(Self.mentions) {
            let first = text.tokens.partitionPoint { $0.span.start >= mention.span.start }
            let end = text.tokens.partitionPoint { $0.span.start >= mention.span.end }
            guard first < end, let number = text.sentence(at: mention.span.start) else { continue }
            let sentence = text.sentences[number].tokens
            title = title ?? self.title(before: first, in: sentence)
            apposition = apposition ?? self.apposition(behind: end, in: sentence)
            if title != nil, apposition != nil { break }
        }
        guard let apposition else { return title }
        return title.map { "\($0), \(apposition)" } ?? apposition
    }

    /// "Prime Minister", "Brig. Gen.", "army spokesman": words from the last title or role backwards.
    private func title(before first: Int, in sentence: Range<Int>) -> String? {
        var start = first
        var isRole = false
        while start > sentence.lowerBound, first - start < 6 {
            let index = start - 1
            if isMark(index, "."), start - 2 >= sentence.lowerBound, !text.tokens[index].afterSpace,
                traits(start - 2).has(.title) || traits(start - 2).has(.titlePrefix)
            {
                start -= 2
                isRole = true
                continue
            }
            if isMark(index, "-"), isRole, start < first, !text.tokens[start].afterSpace, !text.tokens[index].afterSpace,
                start - 2 >= sentence.lowerBound
            {
                start -= 2
                continue
            }
            let traits = traits(index)
            guard text.tokens[index].kind == .word else { break }
            let isOwn = traits.has(.title) || traits.has(.titlePrefix) && isCapitalized(index)
            if isOwn && isCapitalized(index) || traits.has(.role) {
                // "the leader John": a lone small word before a name is a role only where no other role stands between.
                start -= 1
                isRole = true
                continue
            }
            // "Iraqi army spokesman": what qualifies a role and is no other name's end.
            guard isRole,
                [
                    "foreign", "prime", "vice", "deputy", "army", "police", "military", "interior", "defense", "defence", "former",
                    "chief", "senior", "government", "opposition", "party", "team",
                ].contains(text.folded(index))
                    || traits.has(.startsDemonym) && tables.demonym(text.folded(index)).isOne
            else { break }
            start -= 1
        }
        guard isRole, start < first else { return nil }
        let written = text.text.string(text.span(start..<first))
        // "Mr." says nothing of a role.
        return ["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss"].contains(written.lowercased()) ? nil : written
    }

    /// What stands between commas and has a role near its beginning: "a spokesman for the ministry".
    private func apposition(behind end: Int, in sentence: Range<Int>) -> String? {
        guard end + 1 < sentence.upperBound, isMark(end, ",") else { return nil }
        var start = end + 1
        if ["a", "an", "the"].contains(text.folded(start)) { start += 1 }
        var stop = start
        var isRole = false
        while stop < sentence.upperBound, stop - start <= Self.longest {
            if isStop(stop) { break }
            let word = text.folded(stop)
            if ["who", "which", "said", "says", "told", "was", "is", "has", "had", "where", "whose", "and"].contains(word), stop - start < 2
            {
                return nil
            }
            if ["who", "which", "said", "says", "told", "whose", "when"].contains(word) { break }
            if stop - start < 6, traits(stop).has(.role) || traits(stop).has(.title) && !isCapitalized(stop) { isRole = true }
            // A finite clause is none: "John, the spokesman was told".
            if !isRole, stop - start >= 6 { return nil }
            stop += 1
        }
        guard isRole, stop > start, stop - start <= Self.longest, stop < sentence.upperBound else { return nil }
        let span = text.span(start..<stop)
        let written = text.text.string(span)
        return written.utf8.contains(0x0A) ? nil : written
    }

    private func isStop(_ index: Int) -> Bool {
        guard text.tokens[index].kind == .punctuation else { return false }
        let scalar = text.text.scalar(at: text.tokens[index].span.start).scalar
        if scalar == "." { return index == 0 || !traits(index - 1).has(.title) }
        return scalar != "-" && scalar != "'" && scalar != "\u{2019}" && scalar != "\u{2010}"
    }

    private func isMark(_ index: Int, _ mark: StaticString) -> Bool { text.text.equals(text.tokens[index].span, mark) }
    private func isCapitalized(_ index: Int) -> Bool { text.tokens[index].casing != .lower }

    private func traits(_ index: Int) -> WordTraits {
        guard text.tokens[index].kind == .word, text.tokens[index].span.count <= 40 else { return [] }
        return tables.traits(NameFolding.key(text.string(index)))
    }
}
