// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// The tables of names that are compiled into the program, by folded key.
struct NameTables: Sendable {
    struct Alias: Hashable, Sendable {
        var kind: Entity.Kind
        var name: String
        var wikidata: String?
        /// Counts only in this spelling ("WHO", not "who").
        var exact: String?
    }

    struct Place: Hashable, Sendable {
        enum Size: Int, Sendable { case village = 0, town, city, metropolis, region, country }

        var size: Size
        var country: String?
        var coordinates: Entity.Coordinates?
        var name: String?
    }

    private let words = Lexicon("name_words")
    private let aliasTable = Lexicon("name_aliases")
    private let placeTable = Lexicon("name_places")
    private let demonymTable = Lexicon("name_demonyms")

    func traits(_ key: String) -> WordTraits {
        guard let fields = words.fields(of: key), let letters = fields.first else { return [] }
        return WordTraits(letters: letters)
    }

    func alias(_ key: String) -> Alias? {
        guard let fields = aliasTable.fields(of: key), fields.count >= 2, let kind = Entity.Kind(rawValue: String(fields[0])) else {
            return nil
        }
        return Alias(
            kind: kind, name: String(fields[1]), wikidata: fields.count > 2 && !fields[2].isEmpty ? String(fields[2]) : nil,
            exact: fields.count > 3 && !fields[3].isEmpty ? String(fields[3]) : nil)
    }

    func place(_ key: String) -> Place? {
        guard let fields = placeTable.fields(of: key), let kind = fields.first else { return nil }
        func field(_ index: Int) -> String? { index < fields.count && !fields[index].isEmpty ? String(fields[index]) : nil }
        let size: Place.Size =
            switch (kind, field(1)) {
            case ("c", nil): .country
            case ("r", _): .region
            case (_, "1"): .metropolis
            case (_, "2"): .city
            default: .town
            }
        var coordinates: Entity.Coordinates?
        if let latitude = field(3).flatMap(Double.init), let longitude = field(4).flatMap(Double.init) {
            coordinates = Entity.Coordinates(latitude: latitude, longitude: longitude)
        }
        return Place(size: size, country: field(2), coordinates: coordinates, name: field(5))
    }

    /// Whether the key is a demonym, and the country it leads to.
    func demonym(_ key: String) -> (isOne: Bool, country: String?) {
        guard let fields = demonymTable.fields(of: key) else { return (false, nil) }
        return (true, fields.first.flatMap { $0.isEmpty ? nil : String($0) })
    }
}
