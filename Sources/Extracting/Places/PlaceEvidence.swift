// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Which countries and divisions an article is about: what every place of it that is beyond doubt says about the others.
struct PlaceEvidence {
    private var countries: [String: Double] = [:]
    private var divisions: [String: Double] = [:]
    private var countrySum = 0.0
    private var divisionSum = 0.0
    /// Places with coordinates, at most `most`.
    private var spots: [Entity.Coordinates] = []

    private static let most = 48

    mutating func add(country: String, _ weight: Double) {
        guard !country.isEmpty else { return }
        countries[country, default: 0] += weight
        countrySum += weight
    }

    mutating func add(_ place: PlaceCandidate, _ weight: Double) {
        add(country: place.country, weight)
        if !place.division.isEmpty {
            divisions[place.division, default: 0] += weight
            divisionSum += weight
        }
        if place.kind == .city, let spot = place.coordinates, spots.count < Self.most { spots.append(spot) }
    }

    /// Whether enough is known that a country of which nothing is said is unlikely.
    var isStrong: Bool { countrySum >= 3 }

    func names(_ country: String) -> Bool { (countries[country] ?? 0) > 0 }

    /// The logarithm by which the article makes a place likelier than one of which it says nothing: 0…3 for its country by
    /// the country's share of all that is known, 0…2 for its division, 0…1 for places near by.
    ///
    /// A small town is not what a name means merely because its country is that of the article: its share is cut.
    func support(for place: PlaceCandidate) -> Double {
        var country = 3 + Self.logarithm(((countries[place.country] ?? 0) + 0.001 * (countrySum + 1)) / (countrySum + 1))
        var local = 0.0
        if !place.division.isEmpty, place.kind != .country {
            local += 2 + Self.logarithm(((divisions[place.division] ?? 0) + 0.01 * (divisionSum + 1)) / (divisionSum + 1))
        }
        if place.kind == .city, let nearest = spots.lazy.compactMap({ place.distance(to: $0) }).filter({ $0 > 1 }).min() {
            local += nearest < 100 ? 1 : nearest < 300 ? 0.5 : 0
        }
        if place.kind == .city, local < 0.5 { country *= min(1, max(0, (place.size - 4.4) / 0.9)) }
        // Where a country is spoken of, its capital's name stands for its government.
        if place.isNationalCapital, names(place.country) { local += 1.5 }
        return country + local
    }

    /// The decimal logarithm to a hundredth, a parabola between the powers of two: the standard library has none.
    private static func logarithm(_ value: Double) -> Double {
        let rest = value.significand - 1
        return 0.30103 * (Double(value.exponent) + rest * (1.3431 - 0.3431 * rest))
    }
}
