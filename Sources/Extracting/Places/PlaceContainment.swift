// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Reads what the text itself says a place lies in: "Mosul, Iraq", "Paris (Texas)", "Portland, Ore.", "Austin, TX", "Mosul in northern Iraq".
struct PlaceContainment {
    let text: TokenizedText
    let gazetteer: Gazetteer

    /// Words of the longest name of a country or division that is looked for.
    private static let longest = 4
    private static let directions: Set<String> = [
        "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeastern", "northwestern",
        "southeastern", "southwestern",
    ]

    /// What the country or division right behind a mention may be; empty where none stands there.
    func containers(behind mention: TextSpan) -> [PlaceCandidate] {
        let next = text.tokens.partitionPoint { $0.span.start >= mention.end }
        guard next + 1 < text.tokens.count else { return [] }
        let mark = text.tokens[next]
        var start = next + 1
        if mark.span.count == 1, text.text[mark.span.start] == UInt8(ascii: ",") || text.text[mark.span.start] == UInt8(ascii: "(") {
            return containers(at: start)
        }
        guard text.text.equals(mark.span, "in"), mark.span.start - mention.end == 1 else { return [] }
        if Self.directions.contains(text.folded(start)) { start += 1 }
        return containers(at: start)
    }

    /// Whether a word behind the mention says that it is a division: "Kirkuk province", "Washington state".
    func isCalledDivision(_ mention: TextSpan) -> Bool {
        let next = text.tokens.partitionPoint { $0.span.start >= mention.end }
        guard next < text.tokens.count, text.tokens[next].kind == .word else { return false }
        return ["province", "governorate", "state", "oblast", "prefecture", "provinces", "canton", "voivodeship"].contains(
            text.folded(next))
    }

    /// The countries and divisions of the longest name that begins at a token.
    private func containers(at start: Int) -> [PlaceCandidate] {
        guard start < text.tokens.count, text.tokens[start].casing != .lower else { return [] }
        let sentence = text.sentence(at: text.tokens[start].span.start).map { text.sentences[$0].tokens.upperBound } ?? text.tokens.count
        for end in stride(from: min(start + Self.longest, sentence), to: start, by: -1) {
            let found = areas(text.text.string(text.span(start..<end)))
            if !found.isEmpty { return found }
        }
        return code(text.string(start))
    }

    private func areas(_ name: String) -> [PlaceCandidate] {
        guard name.utf8.count < 60 else { return [] }
        return gazetteer.candidates(NameFolding.key(name)).filter { $0.kind == .country || $0.kind == .division }
    }

    /// "TX", "ON", "NSW": codes of the divisions of three countries, as addresses and datelines have them.
    private func code(_ letters: String) -> [PlaceCandidate] {
        guard letters.utf8.count == 2 || letters.utf8.count == 3, letters.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else { return [] }
        return ["US", "CA", "AU"].compactMap { gazetteer.area("\($0)-\(letters)") }
    }
}
