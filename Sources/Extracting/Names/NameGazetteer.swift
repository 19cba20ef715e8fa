// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// The longest name of the tables that begins at a token.
struct NameGazetteer {
    let text: NameText
    let sentence: Range<Int>
    /// In capitals throughout, small words cannot be told from acronyms ("IT", "WHO").
    let casing: NameCasing

    struct Match {
        var end: Int
        var alias: NameTables.Alias?
        var place: NameTables.Place?
    }

    func alias(at start: Int) -> Match? {
        guard text.traits[start].has(.startsAlias) else { return nil }
        return longest(from: start, words: 7) { range, key in
            guard let alias = text.aliases.alias(key) ?? text.tables.alias(key) else { return nil }
            if let exact = alias.exact {
                guard text.string(range) == exact || range.count == 1 && exact == text.string(range).filter({ $0 != "." }) else {
                    return nil
                }
                if casing == .upper, range.count == 1, text.traits[start].has([.common]) || text.traits[start].has(.function) { return nil }
            }
            if casing != .plain, range.count == 1, text.traits[start].has(.common) { return nil }
            return Match(end: range.upperBound, alias: alias)
        }
    }

    func place(at start: Int) -> Match? {
        guard text.traits[start].has(.startsPlace) else { return nil }
        return longest(from: start, words: 5) { range, key in
            if range.count == 1, key == "us" || key == "la" || key == "uk" || key == "sf", text.string(range) != key.uppercased() {
                return nil
            }
            if casing == .upper, range.count == 1, text.traits[start].has(.common) { return nil }
            guard let place = text.tables.place(key) else { return nil }
            return Match(end: range.upperBound, place: place)
        }
    }

    private func longest(from start: Int, words: Int, _ look: (Range<Int>, String) -> Match?) -> Match? {
        var ends: [Int] = []
        var index = start
        while index < sentence.upperBound, ends.count < words {
            if index > start, text.breaksBefore(index) { break }
            let token = text.tokens[index]
            if token.kind == .word {
                let isSmall = ["of", "the", "and", "for", "to", "in", "al", "el", "de", "e", "i"].contains(text.text.string(index))
                if !text.isCapitalized(index), !isSmall { break }
                if text.isCapitalized(index) { ends.append(index + 1) } else { ends.append(-1) }
            } else if token.kind == .punctuation || token.kind == .symbol || token.kind == .possessive || token.kind == .number {
                // "U.S.", "Al-Qaeda", "AT&T", "People's", "World War 2"
                if index == start || token.afterSpace && token.kind == .punctuation { break }
                ends.append(token.kind == .number || token.kind == .punctuation ? index + 1 : -1)
            }
            index += 1
        }
        for end in ends.reversed() where end > start {
            let range = start..<end
            // An edge that is a mark counts only where the table has it ("d.c.").
            if let match = look(range, text.key(range)) { return match }
        }
        return nil
    }
}
