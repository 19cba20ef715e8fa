// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Extracting
internal import Language

/// Names that the article does not have, or whose parts it has of different people.
struct NameCheck {
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "professor", "president", "minister", "prime", "the", "sir", "lord", "lady", "king", "queen",
        "judge", "mayor",
        "governor", "senator", "general", "colonel", "captain", "st", "saint",
    ]

    private let pair: CheckedPair
    private let countries = CountryNames()
    private let articleCountries: Set<String>
    private let wikidata: Set<String>
    /// Of each entity the folded words of all its names and of its role.
    private let words: [Set<String>]
    private let initials: Set<String>

    init(_ pair: CheckedPair) {
        self.pair = pair
        let entities = pair.article.entities ?? []
        let text = pair.article.text
        wikidata = Set(entities.compactMap(\.wikidata))
        var found: Set<String> = []
        for entity in entities {
            for name in [entity.name] + entity.aliases { if let country = countries.country(of: name) { found.insert(country) } }
            if entity.kind == .group, let country = entity.country { found.insert(country) }
        }
        articleCountries = found
        words = entities.map { entity in
            let names =
                [entity.name, entity.role ?? ""] + entity.aliases
                + entity.mentions.filter { $0.kind == .name }.prefix(50).map { text.string($0.span) }
            return Set(names.flatMap(Self.keys))
        }
        initials = Set(entities.flatMap { entity in ([entity.name] + entity.aliases).map(Self.initials) })
    }

    /// Of the whole abstract, in order.
    func flags() -> [Abstract.Flag] {
        let told = pair.told
        let covered = (told.times ?? []).map(\.span) + (told.figures ?? []).map(\.span)
        var flags: [Abstract.Flag] = []
        var mentioned: [TextSpan] = []
        for entity in told.entities ?? [] {
            for mention in entity.mentions where mention.kind == .name {
                mentioned.append(mention.span)
                if let reason = objection(to: mention.span, entity) { flags.append(Abstract.Flag(.name, at: mention.span, reason: reason)) }
            }
        }
        // What no name was seen in, and is written as one all the same.
        let starts = Set(told.sentences?.map(\.start) ?? [])
        let text = pair.toldWords.text
        let taken = SpanCover(mentioned + covered)
        for (index, token) in text.tokens.enumerated() where token.kind == .word && token.casing != .lower && token.span.count > 1 {
            guard !starts.contains(token.span.start), !taken.overlaps(token.span), index == 0 || isRunningOn(text, before: index) else {
                continue
            }
            let key = ArticleWords.key(text.string(index))
            if isKnown(key, text.string(index)) { continue }
            flags.append(Abstract.Flag(.name, at: token.span, reason: Self.absent(text.string(index))))
        }
        return flags.sorted { $0.span < $1.span }
    }

    /// Behind a word or a comma: what stands behind a stop or a quotation mark is written large for that alone.
    private func isRunningOn(_ text: TokenizedText, before index: Int) -> Bool {
        let before = text.tokens[index - 1]
        return before.kind != .punctuation || [",", ";", "-", "("].contains(text.string(index - 1))
    }

    private func objection(to span: TextSpan, _ entity: Entity) -> String? {
        let written = pair.told.text.string(span)
        let keys = Self.keys(written)
        let names = keys.filter { !Self.titles.contains($0) }
        if names.isEmpty || !pair.articleWords.runs(of: keys).isEmpty || !pair.articleWords.runs(of: names).isEmpty { return nil }
        if let id = entity.wikidata, wikidata.contains(id) { return nil }
        if let country = countries.country(of: written), articleCountries.contains(country) { return nil }
        if isInitials(written, names) { return nil }
        // The WHO is a name although “who” is none.
        let content = names.filter { !StopWords.contains($0) }
        let capitals = content.isEmpty ? names : content
        let unknown = capitals.filter { key in !isKnown(key, key) }
        if let first = unknown.first {
            return unknown.count == capitals.count ? Self.absent(written) : "“\(written)”: “\(first)” is not in the article"
        }
        guard entity.kind == .person, capitals.count > 1, !words.contains(where: { $0.isSuperset(of: capitals) }) else { return nil }
        return "The article has the parts of “\(written)”, but not as one name"
    }

    private func isKnown(_ key: String, _ written: String) -> Bool {
        if pair.articleWords.has(key) || Self.titles.contains(key) { return true }
        if let country = countries.country(of: written), articleCountries.contains(country) { return true }
        // "Danish-led", "mid-November": the parts.
        let parts = key.split(separator: " ")
        return parts.count > 1 && parts.allSatisfy { pair.articleWords.has(String($0)) }
    }

    /// "UN" for the United Nations, and the other way round.
    private func isInitials(_ written: String, _ names: [String]) -> Bool {
        if names.count == 1 { return names[0].count > 1 && initials.contains(names[0]) }
        let letters = Self.initials(written)
        return letters.count > 1 && pair.articleWords.hasExactly(letters)
    }

    private static func keys(_ name: String) -> [String] {
        name.split { $0 == " " || $0 == "\n" }.map { word in
            var key = ArticleWords.key(word.hasSuffix("'s") || word.hasSuffix("’s") ? String(word.dropLast(2)) : String(word))
            while let last = key.last, !last.isLetter, !last.isNumber { key.removeLast() }
            while let first = key.first, !first.isLetter, !first.isNumber { key.removeFirst() }
            return key
        }.filter { !$0.isEmpty }
    }

    private static func initials(_ name: String) -> String {
        name.split(separator: " ").filter { $0.first?.isUppercase == true }.compactMap { $0.first?.lowercased() }.joined()
    }

    private static func absent(_ written: String) -> String { "“\(written)” is not in the article" }
}
