// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// A place that a name may mean.
struct PlaceCandidate: Hashable, Sendable {
    enum Kind: Sendable {
        case country
        /// Of the first level: a state, province, governorate.
        case division
        /// Of a lower level.
        case lesserDivision
        /// A continent, sea, region or past state: keeps its name from being taken for a city.
        case region
        case city
    }

    var kind: Kind
    /// ISO 3166-1 alpha-2; empty where it lies in none or in several.
    var country: String
    /// ISO 3166-2, such as `IQ-NI`; a code of GeoNames (`CU~09`) where the two could not be matched; empty where none is known.
    var division: String
    var coordinates: Entity.Coordinates?
    /// The decimal logarithm of its people.
    var size: Double
    var isNationalCapital: Bool
    /// Found under a spelling that is not its usual one.
    var isOtherSpelling: Bool
    var wikidata: String?

    /// How likely the name means it where nothing else is known, as a decimal logarithm: its people, and what newspapers write
    /// about more than their people say.
    var prior: Double {
        var prior = size - (isOtherSpelling ? 1 : 0)
        switch kind {
        case .country: prior += 1.5
        case .division: prior += country == "US" ? 1 : 0.5
        case .lesserDivision: prior -= 0.5
        case .city: prior += isNationalCapital ? 1.5 : 0
        case .region: break
        }
        return prior
    }

    /// Whether it lies in the country or division `other`.
    func lies(in other: PlaceCandidate) -> Bool {
        switch other.kind {
        case .country: return kind != .country && country == other.country
        case .division: return kind != .division && kind != .country && !other.division.isEmpty && division == other.division
        default: return false
        }
    }

    /// Kilometres on a sphere; `nil` where one of the two has no coordinates.
    func distance(to other: Entity.Coordinates) -> Double? {
        guard let own = coordinates else { return nil }
        // A degree of longitude shrinks with the cosine, here by its Taylor series: good to a percent below 70°.
        let middle = (own.latitude + other.latitude) / 2 * 0.017453
        let square = middle * middle
        let cosine = max(0, 1 - square / 2 + square * square / 24)
        var across = (own.longitude - other.longitude).magnitude
        if across > 180 { across = 360 - across }
        let (x, y) = (across * cosine, own.latitude - other.latitude)
        return 111.2 * (x * x + y * y).squareRoot()
    }
}
