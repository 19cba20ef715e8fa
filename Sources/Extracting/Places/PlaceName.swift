// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What the gazetteer and the words behind its mentions say about one entity.
struct PlaceName {
    private(set) var candidates: [PlaceCandidate] = []
    /// The countries and divisions that stand behind a mention, as in "Mosul, Iraq".
    private(set) var containers: [PlaceCandidate] = []
    /// Whether the text calls it a province, state or the like.
    private(set) var isCalledDivision = false
    /// The country of which it names a part ("northern Iraq"), or of the container of a facility.
    private(set) var country: String?
    let mentions: Int

    /// Mentions of one entity behind which containers are looked for.
    private static let looks = 6
    private static let parts: Set<String> = [
        "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeastern", "northwestern",
        "southeastern", "southwestern", "upper", "lower", "mainland", "coastal", "rural", "downtown", "northeast", "northwest",
        "southeast", "southwest", "greater", "inner", "outer",
    ]

    init(_ entity: Entity, containment: PlaceContainment, gazetteer: Gazetteer) {
        mentions = entity.mentions.count
        guard entity.kind == .location || entity.kind == .facility else { return }
        for mention in entity.mentions.prefix(Self.looks) where mention.kind == .name {
            if containers.isEmpty { containers = containment.containers(behind: mention.span) }
            isCalledDivision = isCalledDivision || containment.isCalledDivision(mention.span)
        }
        if entity.kind == .facility {
            // The place of a facility is not that of the city it is named after.
            country = Self.shared(containers)
            return
        }
        for written in [entity.name] + entity.aliases.prefix(6) {
            candidates = Self.candidates(written, gazetteer, &containers)
            if !candidates.isEmpty { break }
        }
        if isCalledDivision, candidates.contains(where: { $0.kind == .division }) { keep { $0.kind == .division } }
        dropDivisionsNamedAfterCities()
        if candidates.isEmpty { country = Self.wholeCountry(entity.name, gazetteer) ?? Self.shared(containers) }
    }

    /// Keeps the candidates that fit, if any does.
    mutating func keep(where fits: (PlaceCandidate) -> Bool) {
        let kept = candidates.filter(fits)
        if !kept.isEmpty { candidates = kept }
    }

    private static func candidates(_ written: String, _ gazetteer: Gazetteer, _ containers: inout [PlaceCandidate]) -> [PlaceCandidate] {
        var key = NameFolding.key(written)
        if key.hasPrefix("the ") { key.removeFirst(4) }
        let found = gazetteer.candidates(key)
        if !found.isEmpty { return found }
        for beginning in ["city of ", "state of ", "town of ", "village of ", "province of ", "island of "] where key.hasPrefix(beginning) {
            return gazetteer.candidates(String(key.dropFirst(beginning.utf8.count)))
        }
        // "Fort Lee, New Jersey" in one mention
        if let comma = key.firstIndex(of: ",") {
            let behind = key[key.index(after: comma)...].drop { $0 == " " }
            let areas = gazetteer.candidates(String(behind)).filter { $0.kind == .country || $0.kind == .division }
            if !areas.isEmpty {
                containers = areas
                return gazetteer.candidates(String(key[..<comma]))
            }
        }
        for ending in [" city", " town", ".", " proper"] where key.hasSuffix(ending) {
            return gazetteer.candidates(String(key.dropLast(ending.count)))
        }
        return []
    }

    /// "northern Iraq": a part of a country or division has its country, but is not it.
    private static func wholeCountry(_ written: String, _ gazetteer: Gazetteer) -> String? {
        let words = NameFolding.key(written).split(separator: " ")
        guard words.count > 1, parts.contains(String(words[0])) else { return nil }
        let whole = words.dropFirst().drop { parts.contains(String($0)) }.joined(separator: " ")
        return shared(gazetteer.candidates(whole).filter { $0.kind != .city })
    }

    /// The country that all of them have.
    private static func shared(_ places: [PlaceCandidate]) -> String? {
        guard let first = places.first, !first.country.isEmpty, places.allSatisfy({ $0.country == first.country }) else { return nil }
        return first.country
    }

    /// A city and the division around it that bears its name are one answer: the city, unless the text says "province".
    private mutating func dropDivisionsNamedAfterCities() {
        guard !isCalledDivision else { return }
        let cities = candidates.filter { $0.kind == .city }
        candidates.removeAll { area in
            (area.kind == .division || area.kind == .lesserDivision)
                && cities.contains { city in
                    city.country == area.country
                        && (area.kind == .lesserDivision || city.division == area.division && city.size >= area.size - 1.2)
                }
        }
    }
}
