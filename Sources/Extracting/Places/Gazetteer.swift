// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// The places of the world that are compiled into the program, by folded name: countries, their divisions, cities from 5,000
/// people, continents and regions. How it was made, and from what: `Models/gazetteer/README.md`.
struct Gazetteer: Sendable {
    private let names = Lexicon("place_names")
    private let areas = Lexicon("place_areas")
    private let cities = RecordTable("places", size: 16)

    /// What a name may mean, at most sixteen places, the usual names before other spellings and the larger before the smaller.
    func candidates(_ key: String) -> [PlaceCandidate] {
        guard let references = names.fields(of: key) else { return [] }
        return references.compactMap { reference in
            let isOther = reference.utf8.first == UInt8(ascii: "~")
            let plain = isOther ? reference.dropFirst() : reference
            if let number = Int(plain) { return city(number, isOther) }
            return area(String(plain), isOther)
        }
    }

    /// The country or division of an ISO 3166 code: `IQ`, `IQ-NI`.
    func area(_ code: String, _ isOtherSpelling: Bool = false) -> PlaceCandidate? {
        guard let fields = areas.fields(of: code), fields.count >= 6 else { return nil }
        let kind: PlaceCandidate.Kind =
            switch fields[0] {
            case "c": .country
            case "d": .division
            case "e": .lesserDivision
            default: .region
            }
        var coordinates: Entity.Coordinates?
        if let latitude = Double(fields[3]), let longitude = Double(fields[4]) {
            coordinates = Entity.Coordinates(latitude: latitude, longitude: longitude)
        }
        return PlaceCandidate(
            kind: kind, country: String(fields[1]), division: kind == .division || kind == .lesserDivision ? code : "",
            coordinates: coordinates, size: Double(fields[5]) ?? 3, isNationalCapital: false, isOtherSpelling: isOtherSpelling,
            wikidata: fields.count > 6 && !fields[6].isEmpty ? String(fields[6]) : nil)
    }

    /// A record: country (2 bytes), division behind the country's hyphen (3), 25 times the logarithm of its people (1), whether it
    /// is a capital (1), nothing (1), latitude and longitude in ten-thousandths of a degree (4 and 4).
    private func city(_ number: Int, _ isOtherSpelling: Bool) -> PlaceCandidate? {
        guard number < cities.count else { return nil }
        let record = cities.record(number)
        let country = String(decoding: record[0..<2], as: UTF8.self)
        let suffix = String(decoding: record[2..<5].prefix { $0 != 0 }, as: UTF8.self)
        let division = suffix.isEmpty ? "" : suffix.utf8.first == UInt8(ascii: "~") ? country + suffix : country + "-" + suffix
        return PlaceCandidate(
            kind: .city, country: country, division: division,
            coordinates: Entity.Coordinates(latitude: Self.degrees(record[8..<12]), longitude: Self.degrees(record[12..<16])),
            size: Double(record[5]) / 25, isNationalCapital: record[6] == 1, isOtherSpelling: isOtherSpelling, wikidata: nil)
    }

    private static func degrees(_ bytes: ArraySlice<UInt8>) -> Double {
        let bits = bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        // Three digits are a hundred metres.
        return (Double(Int32(bitPattern: bits)) / 10).rounded() / 1000
    }
}
