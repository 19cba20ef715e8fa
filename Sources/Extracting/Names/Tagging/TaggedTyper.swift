// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// From the encoder's four kinds to the contract's nine, by tables and head words.
struct TaggedTyper {
    let text: NameText

    func kind(of name: TaggedName, in sentence: Range<Int>) -> Entity.Kind {
        let key = text.key(name.tokens)
        switch name.kind {
        case .location:
            if text.tables.place(key) == nil, isFacility(name.tokens) { return .facility }
            return .location
        case .other: return text.tables.demonym(key).isOne ? .group : other(name, key, in: sentence)
        default: return name.kind
        }
    }

    private func isFacility(_ range: Range<Int>) -> Bool {
        guard range.count > 1 else { return false }
        let last = text.traits[range.upperBound - 1]
        if last.has(.facilityHead) || last.has(.street) { return !last.has(.locationHead) }
        return range.dropFirst().contains { text.isSmall($0, "of") && text.traits[$0 - 1].has(.facilityHead) }
    }

    private func other(_ name: TaggedName, _ key: String, in sentence: Range<Int>) -> Entity.Kind {
        let kinds: [Entity.Kind] = [.event, .work, .product, .group]
        if let alias = text.tables.alias(key), kinds.contains(alias.kind), alias.exact == nil || alias.exact == text.string(name.tokens) {
            return alias.kind
        }
        let stem = key.hasSuffix("s") ? String(key.dropLast()) : key
        if text.tables.demonym(stem).isOne { return .group }
        let typer = NameTyper(text: text, sentence: sentence, casing: .plain)
        guard let scores = typer.candidate(name.tokens, isTitled: false)?.scores else { return .other }
        let best = kinds.max { scores[$0] < scores[$1] } ?? .other
        return scores[best] >= 1.5 ? best : .other
    }
}
