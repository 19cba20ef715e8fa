// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What the tables of names say against the encoder: nationalities are no places, a title alone is no person, and an organization that everyone knows is one.
struct TaggedTables {
    let text: NameText

    /// The name with the kind that a table gives it; `nil` where it is none.
    func settled(_ name: TaggedName) -> (name: TaggedName, kind: Entity.Kind?)? {
        let key = text.key(name.tokens)
        let first = name.tokens.lowerBound
        if name.tokens.count == 1, name.kind == .person || name.kind == .other {
            let traits = text.traits[first]
            if traits.has(.title) || traits.has(.titlePrefix), !traits.has(.personal), traits.has(.common) { return nil }
            if traits.has(.month) && !traits.has(.given) || traits.has(.day) { return nil }
        }
        if isNationality(key), text.tables.place(key) == nil, name.kind != .person || name.confidence < 0.9, text.isCapitalized(first) {
            return (name, .group)
        }
        if let alias = text.tables.alias(key), alias.exact.map({ $0 == text.string(name.tokens) }) ?? !isCommon(name.tokens),
            alias.kind != name.kind, name.confidence < 0.97
        {
            return (name, alias.kind)
        }
        if name.kind == .person || name.kind == .organization, name.confidence < 0.8, let place = text.tables.place(key),
            place.size.rawValue >= NameTables.Place.Size.metropolis.rawValue, !isCommon(name.tokens)
        {
            return (name, .location)
        }
        return (name, nil)
    }

    private func isCommon(_ range: Range<Int>) -> Bool { range.count == 1 && text.traits[range.lowerBound].has(.common) }

    /// "Iraqi", "Iraqis", "Sunni Arab"
    private func isNationality(_ key: String) -> Bool {
        if text.tables.demonym(key).isOne { return true }
        if key.hasSuffix("s"), text.tables.demonym(String(key.dropLast())).isOne { return true }
        let words = key.split(separator: " ")
        return words.count == 2 && words.allSatisfy { text.tables.demonym(String($0)).isOne }
    }
}
