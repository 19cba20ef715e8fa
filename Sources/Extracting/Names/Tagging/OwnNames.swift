// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Finds the names of the user's own table, whatever else is said of their words.
struct OwnNames {
    let text: NameText

    /// Words of the longest name that is looked for.
    private static let longest = 7

    /// The names with the user's in the place of those that they touch.
    func placed(in names: [TaggedName], _ sentence: Range<Int>) -> [TaggedName] {
        guard !text.aliases.firstWords.isEmpty else { return names }
        let own = found(in: sentence)
        guard !own.isEmpty else { return names }
        var result: [TaggedName] = []
        var next = 0
        for name in names {
            while next < own.count, own[next].tokens.upperBound <= name.tokens.lowerBound {
                result.append(own[next])
                next += 1
            }
            if next < own.count, own[next].tokens.lowerBound < name.tokens.upperBound { continue }
            if let last = result.last, last.tokens.upperBound > name.tokens.lowerBound { continue }
            result.append(name)
        }
        return result + own[next...]
    }

    private func found(in sentence: Range<Int>) -> [TaggedName] {
        var found: [TaggedName] = []
        var position = sentence.lowerBound
        while position < sentence.upperBound {
            if text.isWord(position), text.aliases.firstWords.contains(NameFolding.key(text.text.string(position))),
                let name = longest(at: position, in: sentence)
            {
                found.append(name)
                position = name.tokens.upperBound
            } else {
                position += 1
            }
        }
        return found
    }

    private func longest(at start: Int, in sentence: Range<Int>) -> TaggedName? {
        for end in stride(from: min(sentence.upperBound, start + Self.longest), to: start, by: -1) {
            guard let alias = text.aliases.alias(text.key(start..<end)) else { continue }
            // The name itself counts as capitals mark it; the others exactly as they are written.
            guard alias.exact.map({ $0 == text.string(start..<end) }) ?? text.isCapitalized(start) else { continue }
            return TaggedName(tokens: start..<end, shares: NameScores.only(alias.kind, 1), given: alias.kind)
        }
        return nil
    }
}
