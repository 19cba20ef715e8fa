// SPDX-License-Identifier: Apache-2.0

/// Which of its candidates a name means, if one leads clearly; else the country that those in question share.
struct PlaceChoice {
    var place: PlaceCandidate?
    var country: String?

    /// By how much the logarithm of the best must lead: five times as likely as the next.
    private static let lead = 0.7
    /// What the best of several must reach, and what a name of one place must.
    private static let least = 5.5
    private static let leastAlone = 4.2

    init(_ name: PlaceName, _ evidence: PlaceEvidence) {
        self.init(name.candidates, evidence, least: name.candidates.count == 1 ? Self.leastAlone : Self.least)
    }

    private init(_ candidates: [PlaceCandidate], _ evidence: PlaceEvidence, least: Double) {
        let ranked = candidates.map { (place: $0, score: $0.prior + evidence.support(for: $0)) }.sorted { $0.score > $1.score }
        guard let best = ranked.first, best.score >= least else { return }
        let rivals = ranked.dropFirst().filter { $0.score > best.score - Self.lead }
        if rivals.isEmpty {
            place = best.place
        } else if rivals.allSatisfy({ $0.place.country == best.place.country }) {
            country = best.place.country
        }
    }

    /// The choice of a name with its container behind it; `nil` where it has none. "Springfield, Iraq" is no place at all.
    static func contained(_ name: PlaceName, _ evidence: PlaceEvidence) -> PlaceChoice? {
        guard !name.containers.isEmpty else { return nil }
        let inside = name.candidates.filter { place in name.containers.contains { place.lies(in: $0) } }
        guard inside.isEmpty else { return PlaceChoice(inside, evidence, least: 0) }
        return nil
    }
}
