// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Brings keywords and entities together: one keyword for all names of an entity, under its fullest name; no pieces of names.
struct EntityKeywords {
    /// What so many articles say that it sets none apart.
    private static let generic: Set<String> = [
        "people", "year", "years", "day", "days", "week", "weeks", "month", "months", "time", "times", "thing", "things", "way", "ways", "part",
        "number", "statement", "spokesman", "spokeswoman", "spokesperson", "report", "reports", "reporter", "reporters", "news", "story",
        "photo", "image", "video", "percent", "million", "billion", "thousand", "hundred", "minute", "minutes", "hour", "hours", "morning",
        "afternoon", "evening", "night", "today", "yesterday", "tomorrow", "place", "case", "lot", "man", "woman", "men", "women", "members",
        "officials", "official", "company", "group", "country", "countries", "world", "question", "fact", "end", "start", "move", "work",
    ]

    let entities: [Entity]

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
            if let owner = owners[name] {
                guard taken.insert(owner).inserted else { continue }
                let text = entities[owner].name
                if seen.insert(key(text)).inserted { chosen.append(Keyword(text, score: candidate.score, entity: entities[owner].id)) }
            } else if !Self.generic.contains(name), !isFragment(candidate.text, parts), seen.insert(name).inserted {
                chosen.append(candidate)
            }
        }
        guard let best = chosen.first?.score, best > 0 else { return chosen }
        return chosen.map { Keyword($0.text, score: TopicScorer.rounded($0.score / best), entity: $0.entity) }
    }

    private func isNamed(_ entity: Entity) -> Bool { entity.mentions.contains { $0.kind == .name } }

    private func key(_ name: String) -> String { name.lowercased() }

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

    /// Whether every word of a capitalized phrase belongs to names, as "Okonjo" and "Minister Okonjo" do.
    private func isFragment(_ text: String, _ parts: Set<Substring>) -> Bool {
        guard text.first?.isUppercase == true else { return false }
        return text.split(separator: " ").allSatisfy { parts.contains($0) || $0.first?.isUppercase == true && entities.isEmpty == false }
            && !parts.isEmpty && text.split(separator: " ").contains { parts.contains($0) }
    }
}
