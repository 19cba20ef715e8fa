// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Which entity "the minister", "the city" or "the ministry" stands for.
struct NominalNouns {
    private let kinds: [Entity.Kind]
    /// By noun, the entities that the article calls so, two at most: more than one is none.
    private var called: [String: [Int]] = [:]

    init(_ entities: [Entity], tables: NameTables) {
        kinds = entities.map(\.kind)
        for (number, entity) in entities.enumerated() {
            switch entity.kind {
            case .person:
                guard let role = entity.role?.lowercased() else { continue }
                // What the person is stands before "of" and "for".
                for word in role.split(whereSeparator: { !$0.isLetter }) {
                    if ["of", "for", "at", "in", "to", "and"].contains(word) { break }
                    if Self.roles.contains(String(word)) { add(String(word), number) }
                }
            case .organization:
                for word in entity.name.lowercased().split(whereSeparator: { !$0.isLetter }) where Self.bodies.contains(String(word)) {
                    add(String(word), number)
                }
            case .location:
                let key = NameFolding.key(entity.name)
                guard let place = tables.place(key) else { continue }
                switch place.size {
                case .country: add("country", number)
                case .region: break
                case .metropolis, .city: add("city", number)
                case .town, .village: add("town", number)
                }
            default: continue
            }
        }
    }

    /// - Parameters:
    ///   - here: entities of the sentence up to the noun, and `before` those of the sentence before it.
    /// - Returns: `nil` where none or more than one fits.
    func entity(_ noun: String, _ here: [Int], _ before: [Int]) -> Int? {
        guard let fitting = called[noun] else { return nil }
        let near = fitting.filter { here.contains($0) || before.contains($0) }
        // Places come and go in an article; persons and bodies keep their names for it.
        if noun == "country" || noun == "city" || noun == "town" {
            let places = (here + before).filter { kinds[$0] == .location }
            return near.count == 1 && Set(places).count == 1 ? near[0] : nil
        }
        if near.count == 1 { return fitting.count == 1 ? near[0] : nil }
        return nil
    }

    private mutating func add(_ noun: String, _ number: Int) {
        // As many as could stand near one another; a noun of more is of none.
        if called[noun, default: []].last != number, called[noun, default: []].count < 64 { called[noun, default: []].append(number) }
    }

    private static let roles: Set<String> = [
        "president", "minister", "chancellor", "governor", "mayor", "senator", "spokesman", "spokeswoman", "spokesperson", "general",
        "colonel", "captain", "commander", "ambassador", "secretary", "director", "professor", "king", "queen", "prince", "princess",
        "pope", "bishop", "archbishop", "judge", "lawyer", "attorney", "coach", "manager", "chairman", "chairwoman", "author", "actor",
        "actress", "singer", "lawmaker", "leader", "chief", "activist", "doctor", "journalist", "prosecutor", "candidate",
    ]
    private static let bodies: Set<String> = [
        "ministry", "company", "university", "agency", "committee", "council", "commission", "party", "court", "bank", "association",
        "foundation", "institute", "organization", "organisation", "department", "parliament", "union", "museum", "club", "group",
        "college", "school", "hospital", "corporation", "senate", "army",
    ]
}
