// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What the tables of names say against the encoder: nationalities are no places, a title alone is no person, and an organization that everyone knows is one.
struct TaggedTables {
    let text: NameText

    /// The name with the kind that a table gives it; `nil` where it is none.
    func settled(_ name: TaggedName) -> (name: TaggedName, kind: Entity.Kind?)? {
        if let given = name.given { return (name, given) }
        let key = text.key(name.tokens)
        let first = name.tokens.lowerBound
        if name.tokens.count == 1, name.kind == .person || name.kind == .other {
            let traits = text.traits[first]
            if traits.has(.title) || traits.has(.titlePrefix), !traits.has(.personal) { return nil }
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

    /// "States" behind "United": as long as the longest name of the tables that begins a word or two before and goes on to its end or the next word.
    func grown(_ name: TaggedName, after last: Int, in sentence: Range<Int>) -> TaggedName {
        guard name.kind != .person, name.tokens.count <= 3 else { return name }
        let low = max(last, name.tokens.lowerBound - 2, sentence.lowerBound)
        for start in low...max(low, name.tokens.lowerBound) where start <= name.tokens.lowerBound {
            guard text.traits[start].has(.startsPlace) || text.traits[start].has(.startsAlias), text.isCapitalized(start) else { continue }
            for end in [name.tokens.upperBound + 1, name.tokens.upperBound]
            where end <= sentence.upperBound && end - start > name.tokens.count {
                guard text.isWord(end - 1), text.isCapitalized(end - 1), !(start + 1..<end).contains(where: text.breaksBefore) else {
                    continue
                }
                let key = text.key(start..<end)
                let isKnown = text.tables.place(key).map { $0.size.rawValue >= NameTables.Place.Size.city.rawValue } ?? false
                if isKnown || text.tables.alias(key).map({ $0.exact == nil }) == true {
                    return TaggedName(tokens: start..<end, shares: name.shares)
                }
            }
        }
        return name
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
