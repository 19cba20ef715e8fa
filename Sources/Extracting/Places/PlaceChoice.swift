// SPDX-License-Identifier: Apache-2.0

/// Which of its candidates a name means, if one leads clearly; else the country that those in question share.
struct PlaceChoice {
    var place: PlaceCandidate?
    var country: String?

    /// By how much the logarithm of the best must lead: four times as likely as the next.
    private static let lead = 0.6
    /// What the best of several must reach, and what a name of one place must.
    private static let least = 5.2
    private static let leastAlone = 4.2
    /// What a place must have of itself in an article that speaks of other countries alone.
    private static let leastElsewhere = 5.2
    /// What a spelling loses where another place bears the name as its own.
    private static let borrowed = 1.0

    init(_ name: PlaceName, _ evidence: PlaceEvidence) {
        self.init(name.candidates, evidence, least: name.candidates.count == 1 ? Self.leastAlone : Self.least)
    }

    private init(_ candidates: [PlaceCandidate], _ evidence: PlaceEvidence, least: Double) {
        let isBorrowed = candidates.contains { !$0.isOtherSpelling }
        let ranked = candidates.map { place in
            let loss = isBorrowed && place.isOtherSpelling ? Self.borrowed : 0
            return (place: place, score: place.prior + evidence.support(for: place) - loss)
        }.sorted { $0.score > $1.score }
        guard let best = ranked.first, best.score >= least else { return }
        if least > 0, evidence.isStrong, !evidence.names(best.place.country), best.place.prior < Self.leastElsewhere { return }
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
