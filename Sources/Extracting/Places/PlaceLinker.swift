// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Language

/// Says of an article's places which country they lie in, where, and which item of Wikidata they are; nothing where it is not clear.
///
/// Candidates by name come from the gazetteer. First what needs no context: names of countries, and places whose container stands
/// behind them. What these say about the article's countries and divisions then weighs the candidates of the other names, beside
/// their people and their distance to places that are known. One that does not lead clearly gives no coordinates; where all that
/// come into question lie in one country, it gives the country. Linear in mentions: a name has at most sixteen candidates.
package struct PlaceLinker: Sendable {
    private let gazetteer = Gazetteer()

    package init() {}

    /// - Parameter dateline: its place is a city or country, never a division.
    /// - Returns: the entities with `country`, `coordinates` and `wikidata` of those that are places set anew.
    package func linked(_ entities: [Entity], in text: TokenizedText, dateline: Dateline? = nil) -> [Entity] {
        let containment = PlaceContainment(text: text, gazetteer: gazetteer)
        var names = entities.map { PlaceName($0, containment: containment, gazetteer: gazetteer) }
        markDateline(dateline, entities, &names)
        var evidence = PlaceEvidence()
        for (entity, name) in zip(entities, names) { mention(entity, name, &evidence) }
        var choices = names.map { $0.candidates.isEmpty ? nil : PlaceChoice.contained($0, evidence) }
        for (choice, name) in zip(choices, names) {
            if let place = choice?.place { evidence.add(place, min(4, Double(name.mentions) + 1)) }
        }
        // Twice: what is clear at first makes more clear.
        for _ in 0..<2 {
            var found = evidence
            for (index, name) in names.enumerated() where choices[index]?.place == nil && !name.candidates.isEmpty {
                let choice = PlaceChoice(name, evidence)
                if let place = choice.place { found.add(place, min(3, Double(name.mentions))) }
                choices[index] = choice
            }
            evidence = found
        }
        return zip(entities, zip(names, choices)).map { entity, found in described(entity, found.0, found.1) }
    }

    /// A dateline's place is a city: "WASHINGTON" is not the state.
    private func markDateline(_ dateline: Dateline?, _ entities: [Entity], _ names: inout [PlaceName]) {
        guard let place = dateline?.place?.split(separator: ",").first else { return }
        let key = NameFolding.key(String(place))
        for index in entities.indices
        where NameFolding.key(entities[index].name) == key
            || entities[index].aliases.prefix(4).contains(where: { NameFolding.key($0) == key })
        {
            names[index].keep { $0.kind == .city || $0.kind == .country }
            break
        }
    }

    /// What an entity says about the article's countries before any place is chosen.
    private func mention(_ entity: Entity, _ name: PlaceName, _ evidence: inout PlaceEvidence) {
        switch entity.kind {
        case .group:
            if let country = entity.country { evidence.add(country: country, min(8, Double(entity.mentions.count))) }
        case .location:
            let areas = name.candidates.filter { $0.kind != .city }
            if let only = areas.first, areas.count == 1, only.kind == .country || only.kind == .division && name.candidates.count == 1 {
                evidence.add(only, min(8, Double(name.mentions)))
            } else if name.candidates.isEmpty, let country = name.country {
                evidence.add(country: country, min(4, Double(name.mentions)))
            }
        case .organization, .facility, .event:
            // "Iraqi army", "Bank of England"
            for word in entity.name.split(separator: " ").prefix(8) where word.first?.isUppercase == true {
                let key = NameFolding.key(String(word))
                if let country = NameTables().demonym(key).country {
                    evidence.add(country: country, 0.5)
                } else if let area = only(gazetteer.candidates(key)), area.kind == .country {
                    evidence.add(country: area.country, 0.5)
                }
            }
        default: break
        }
    }

    private func only(_ candidates: [PlaceCandidate]) -> PlaceCandidate? { candidates.count == 1 ? candidates[0] : nil }

    private func described(_ entity: Entity, _ name: PlaceName, _ choice: PlaceChoice?) -> Entity {
        guard entity.kind == .location || entity.kind == .facility else { return entity }
        var entity = entity
        entity.coordinates = choice?.place?.coordinates
        entity.wikidata = choice?.place?.wikidata ?? (choice == nil ? entity.wikidata : nil)
        entity.country = choice?.place.map(\.country) ?? choice?.country ?? (name.candidates.isEmpty ? name.country : nil)
        if entity.country == "" { entity.country = nil }
        return entity
    }
}
