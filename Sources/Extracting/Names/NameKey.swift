// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The parts of a written name that decide whether two spellings name one thing.
struct NameKey: Hashable, Sendable {
    /// Folded, without article, points and corporate endings; a known alias gives the key of its canonical name.
    let identity: String
    /// The words of `identity`'s spelling, for names of persons.
    let words: [String]
    let alias: NameTables.Alias?
    let place: NameTables.Place?
    let country: String?

    init(_ written: String, kind: Entity.Kind, tables: NameTables, aliases: NameAliases) {
        let folded = NameFolding.key(written)
        var words = folded.split(whereSeparator: { $0.isWhitespace }).map(String.init)
        if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
        let key = words.joined(separator: " ")
        let alias = kind == .person ? nil : Self.alias(key, written, tables, aliases)
        self.alias = alias
        place = alias == nil && kind == .location ? tables.place(key) : nil
        var country = place?.country
        var identity: String
        if let alias {
            identity = "=" + alias.name
        } else if let name = place?.name {
            identity = NameFolding.key(name)
        } else if kind == .group {
            identity = Self.singular(key, tables)
            country = tables.demonym(identity).country
        } else {
            words = Self.withoutEdges(words, kind).map { kind == .person ? Self.transliterated($0) : $0 }
            identity = words.joined(separator: " ").filter { $0 != "'" && $0 != "." }
        }
        if identity.isEmpty { identity = key }
        self.country = country
        self.identity = identity
        self.words = words
    }

    private static func alias(_ key: String, _ written: String, _ tables: NameTables, _ aliases: NameAliases) -> NameTables.Alias? {
        for candidate in [key, key.hasSuffix(" group") ? String(key.dropLast(6)) : key] {
            guard let alias = aliases.alias(candidate) ?? tables.alias(candidate) else { continue }
            if let exact = alias.exact, candidate == key, exact != written, exact != written.filter({ $0 != "." }) { continue }
            return alias
        }
        return nil
    }

    /// "iraqis" → "iraqi"
    private static func singular(_ key: String, _ tables: NameTables) -> String {
        if key.hasSuffix("ies") {
            let stem = String(key.dropLast(3)) + "y"
            if tables.demonym(stem).isOne { return stem }
        }
        let stem = String(key.dropLast())
        return key.hasSuffix("s") && tables.demonym(stem).isOne ? stem : key
    }

    private static func withoutEdges(_ words: [String], _ kind: Entity.Kind) -> [String] {
        var words = words
        if words.count > 1, ["al", "el", "ash", "an", "ar", "as", "at"].contains(words[0]) { words.removeFirst() }
        guard kind == .organization else { return words }
        while words.count > 1,
            ["inc", "inc.", "corp", "corp.", "ltd", "ltd.", "co", "co.", "llc", "plc", "corporation", "group"].contains(
                words[words.count - 1])
        {
            words.removeLast()
        }
        return words
    }

    /// The spellings of one Arabic name that newspapers mix most.
    private static func transliterated(_ word: String) -> String {
        switch word {
        case "mohammed", "mohammad", "mohamed", "mohamad", "muhammed", "muhamad": "muhammad"
        case "hussain", "hossein", "husain", "hosein": "hussein"
        case "youssef", "yousef", "yussuf", "yousuf": "yusuf"
        default: word
        }
    }
}
