// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Brings keywords and entities together: one keyword for all names of an entity, under its fullest name; no pieces of names.
struct EntityKeywords {
    /// What so many articles say that it sets none apart.
    private static let generic: Set<String> = [
        "people", "year", "years", "day", "days", "week", "weeks", "month", "months", "time", "times", "thing", "things", "way", "ways",
        "part",
        "number", "statement", "spokesman", "spokeswoman", "spokesperson", "report", "reports", "reporter", "reporters", "news", "story",
        "photo", "image", "video", "percent", "million", "billion", "thousand", "hundred", "minute", "minutes", "hour", "hours", "morning",
        "afternoon", "evening", "night", "today", "yesterday", "tomorrow", "place", "case", "lot", "man", "woman", "men", "women",
        "members",
        "officials", "official", "company", "group", "country", "countries", "world", "question", "fact", "images",
        "end", "start", "move", "work",
    ]

    let entities: [Entity]
    let isEnglish: Bool

    /// - Parameter candidates: best first.
    func keywords(_ candidates: [Keyword], limit: Int) -> [Keyword] {
        var owners: [String: Int] = [:]
        for (index, entity) in entities.enumerated() where isNamed(entity) {
            for name in [entity.name] + entity.aliases where owners[key(name)] == nil { owners[key(name)] = index }
        }
        let parts = nameParts()
        var chosen: [Keyword] = []
        var taken: Set<Int> = []
        var seen: Set<String> = []
        for candidate in candidates {
            guard chosen.count < limit else { break }
            let name = key(candidate.text)
            if let owner = owners[name] ?? person(in: name, owners) {
                guard taken.insert(owner).inserted else { continue }
                let text = entities[owner].name
                if seen.insert(key(text)).inserted { chosen.append(Keyword(text, score: candidate.score, entity: entities[owner].id)) }
            } else if !Self.generic.contains(name), !isLoose(candidate.text), !isFragment(candidate.text, parts), seen.insert(name).inserted
            {
                chosen.append(candidate)
            }
        }
        guard let best = chosen.first?.score, best > 0 else { return chosen }
        return chosen.map { Keyword($0.text, score: TopicScorer.rounded($0.score / best), entity: $0.entity) }
    }

    private func isNamed(_ entity: Entity) -> Bool { entity.mentions.contains { $0.kind == .name } }

    private func key(_ name: String) -> String { name.lowercased() }

    /// The person whose name lies in a phrase: "Miss Holt wrote" is Holt.
    private func person(in phrase: String, _ owners: [String: Int]) -> Int? {
        let words = phrase.split(separator: " ")
        for length in (1..<max(words.count, 1)).reversed() {
            for start in 0...words.count - length {
                let name = words[start..<start + length].joined(separator: " ")
                if let owner = owners[name], entities[owner].kind == .person { return owner }
            }
        }
        return nil
    }

    /// A word alone whose ending says that it is no noun, mostly: "offering", "identified", "dangerous".
    private func isLoose(_ text: String) -> Bool {
        guard isEnglish, text.first?.isLowercase == true, !text.contains(" ") else { return false }
        return ["ing", "ed", "ous", "ful", "able", "ible", "est"].contains { text.hasSuffix($0) }
    }

    /// The words of names that have several.
    private func nameParts() -> Set<Substring> {
        var parts: Set<Substring> = []
        for entity in entities where isNamed(entity) {
            for name in [entity.name] + entity.aliases {
                let words = name.split(separator: " ")
                if words.count > 1 { parts.formUnion(words) }
            }
        }
        return parts
    }

    /// Whether a capitalized phrase is made of words of names, as "Okonjo" and "Minister Okonjo" are.
    private func isFragment(_ text: String, _ parts: Set<Substring>) -> Bool {
        let words = text.split(separator: " ")
        return words.allSatisfy { $0.first?.isUppercase == true } && words.contains { parts.contains($0) }
    }
}
