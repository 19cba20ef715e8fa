// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Who did what to whom, and who is what, where the abstract has it another way round than the article.
struct RoleCheck {
    private let pair: CheckedPair
    /// Of each entity of the abstract, by its id, the article's.
    private var known: [String: String] = [:]

    init(_ pair: CheckedPair) {
        self.pair = pair
        var byWord: [String: Set<String>] = [:]
        for entity in pair.article.entities ?? [] {
            for word in Self.words(entity) { byWord[word, default: []].insert(entity.id) }
        }
        for entity in pair.told.entities ?? [] {
            let own = Self.words(entity)
            guard let first = own.first else { continue }
            var ids = byWord[first] ?? []
            for word in own.dropFirst() {
                let more = byWord[word] ?? []
                ids = ids.isEmpty ? more : more.isEmpty ? ids : ids.intersection(more)
            }
            if ids.count == 1, let id = ids.first { known[entity.id] = id }
        }
    }

    func flags() -> [Abstract.Flag] { (swapped() + roles()).sorted { $0.span < $1.span } }

    /// The article has an event of the kind with both parties changed about, and none as told.
    private func swapped() -> [Abstract.Flag] {
        (pair.told.events ?? []).compactMap { event in
            let (agents, patients) = (ids(event.agents), ids(event.patients))
            guard !agents.isEmpty, !patients.isEmpty, agents.isDisjoint(with: patients) else { return nil }
            let same = (pair.article.events ?? []).filter { $0.type == event.type }
            let isTold = same.contains { !agents.isDisjoint(with: $0.agents) && !patients.isDisjoint(with: $0.patients) }
            let isSwapped = same.contains { !agents.isDisjoint(with: $0.patients) && !patients.isDisjoint(with: $0.agents) }
            guard isSwapped, !isTold else { return nil }
            return Abstract.Flag(.role, at: event.trigger, reason: "In the article it is the other way round who does this to whom")
        }
    }

    private func ids(_ own: [String]) -> Set<String> { Set(own.compactMap { known[$0] }) }

    /// A person with the role that the article gives another.
    private func roles() -> [Abstract.Flag] {
        let entities = pair.article.entities ?? []
        return (pair.told.entities ?? []).compactMap { entity in
            guard entity.kind == .person, let role = entity.role, let id = known[entity.id], let mention = entity.mentions.first,
                let same = entities.first(where: { $0.id == id })
            else { return nil }
            let told = content(role)
            guard !told.isEmpty, told.isDisjoint(with: content(same.role ?? "")) else { return nil }
            guard
                let other = entities.first(where: {
                    $0.id != id && $0.kind == .person && $0.role.map { content($0).isSuperset(of: told) } == true
                })
            else { return nil }
            return Abstract.Flag(.role, at: mention.span, reason: "In the article “\(other.name)” is “\(role)”, not “\(entity.name)”")
        }
    }

    private func content(_ role: String) -> Set<String> {
        Set(role.split(separator: " ").map { ArticleWords.key(String($0)) }.filter { !StopWords.contains($0) && $0.count > 2 })
    }

    private static func words(_ entity: Entity) -> [String] {
        let names = entity.kind == .person ? [entity.name] : [entity.name] + entity.aliases
        return names.flatMap { $0.split(separator: " ").map { ArticleWords.key(String($0)) } }.filter {
            $0.count > 1 && !StopWords.contains($0)
        }
    }
}
