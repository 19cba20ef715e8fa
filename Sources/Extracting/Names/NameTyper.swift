// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Weighs what the words of a candidate and the words around it say about the kind of name it is.
struct NameTyper {
    let text: NameText
    let sentence: Range<Int>
    let casing: NameCasing

    /// `nil` where the words cannot be a name at all.
    func candidate(_ given: Range<Int>, isTitled: Bool) -> NameCandidate? {
        guard let range = trimmed(given) else { return nil }
        let words = range.filter { text.isWord($0) && text.isCapitalized($0) }
        guard let first = words.first, let last = words.last else { return nil }
        let common = words.filter { text.traits[$0].has(.common) || text.traits[$0].has(.function) }.count
        if words.count == 1 {
            let traits = text.traits[first]
            if traits.has(.neverName) || traits.has(.function) && !isTitled || text.tokens[first].span.count == 1 { return nil }
            if traits.has(.heads) || traits.has(.role), traits.has(.common) || traits.has(.organizationHead), !traits.has(.surname),
                !isTitled
            {
                return nil
            }
            if text.tokens[first].casing == .upper, traits.has(.common), !traits.has(.personal), !traits.has(.startsPlace) { return nil }
        }
        var scores = NameScores()
        scoreHead(range, words, &scores)
        scorePerson(range, words, common, isTitled, &scores)
        if let place = text.tables.place(text.key(range)), range.count > 1 || isSpelledAsPlace(range.lowerBound) {
            scores += placeScores(range, place)
        }
        if words.count > 1, common > 0, !text.traits[first].has(.given) { scores[.organization] += 0.6 }
        if words.count > 1, common == words.count, !text.traits[last].has(.heads) {
            scores[.person] -= 0.8
            scores[.work] += 0.5
        }
        if range.count == 1,
            text.tokens[first].casing == .upper || text.tokens[first].casing == .capitalized && text.isCapitalizedInside(first)
        {
            scores[.organization] += casing == .upper ? 0 : text.tokens[first].span.count <= 6 ? 1.8 : 0.8
            scores[.person] -= 1.5
        }
        scores += NameSurroundings(text: text, sentence: sentence).scores(range)
        return NameCandidate(tokens: range, scores: scores, doubt: words.count == 1 && common == 1 && !isTitled ? 0.7 : 0)
    }

    func placeScores(_ range: Range<Int>, _ place: NameTables.Place) -> NameScores {
        let points: Float =
            switch place.size {
            case .country: 5
            case .region: 4
            case .metropolis: 3.6
            case .city: 2.2
            case .town, .village: 1.0
            }
        let isLone = range.count == 1
        let traits = text.traits[range.lowerBound]
        let share: Float = isLone && traits.has(.common) ? 0.4 : isLone && traits.has(.frequentGiven) && place.size.rawValue < 3 ? 0.6 : 1
        if !isLone { return NameScores.only(.location, points + 2) }
        return NameScores.only(.location, points * (place.size == .country || place.size == .region ? 1 : share))
    }

    private func isSpelledAsPlace(_ index: Int) -> Bool {
        let key = text.key(index..<index + 1)
        return !(["us", "la", "uk", "sf", "usa"].contains(key) && text.text.string(index) != key.uppercased())
    }

    private func scoreHead(_ range: Range<Int>, _ words: [Int], _ scores: inout NameScores) {
        guard words.count > 1 || range.count > 1 else { return }
        var head = words[words.count - 1]
        for index in range.dropFirst() where text.isSmall(index, "of") || text.isSmall(index, "for") || text.isSmall(index, "on") {
            if text.traits[index - 1].has(.heads) { head = index - 1 }
            break
        }
        let traits = text.traits[head]
        let isOf = head != words[words.count - 1]
        // "Tiger Woods", "Rebecca Hall": a name behind a given name.
        let isName = !isOf && words.count == 2 && text.traits[words[0]].has(.frequentGiven) && traits.has(.surname)
        let weight: Float = isName ? 0.3 : 1
        if traits.has(.organizationHead) { scores[.organization] += 3 * weight }
        if traits.has(.facilityHead) { scores[.facility] += 2.9 * weight }
        if traits.has(.street) { scores[.facility] += 1.5 }
        if traits.has(.locationHead) { scores[.location] += (traits.has(.organizationHead) ? 2.5 : 3.1) * weight }
        if traits.has(.eventHead) { scores[.event] += 2.9 * weight }
        let first = text.traits[words[0]]
        if first.has(.locationFirst), words.count > 1 { scores[.location] += 3 }
        if first.has(.eventFirst), words.count > 1 || isOf { scores[.event] += 2.5 }
        if first.has(.direction), words.count > 1, text.traits[words[1]].has(.startsPlace) { scores[.location] += 2.5 }
        if isOf, !traits.has(.heads) { scores[.work] += 0.5 }
        if !isOf, range.count > words.count, text.traits[words[0]].has(.organizationHead) { scores[.organization] += 1 }
        if range.contains(where: { text.isMark($0, "&") }) { scores[.organization] += 2.5 }
    }

    private func scorePerson(_ range: Range<Int>, _ words: [Int], _ common: Int, _ isTitled: Bool, _ scores: inout NameScores) {
        let first = text.traits[words[0]]
        let last = text.traits[words[words.count - 1]]
        if isTitled { scores[.person] += words.count <= 4 ? 4 : 2 }
        let hasOf = range.contains { text.isSmall($0, "of") || text.isSmall($0, "for") || text.isSmall($0, "and") }
        guard words.count <= 5, !hasOf else { return }
        var points: Float = 0
        if words.count == 1 {
            points += first.has(.frequentGiven) ? 1.9 : first.has(.given) ? 0.9 : 0
            points += first.has(.frequentSurname) ? 1.3 : first.has(.surname) ? 0.7 : 0
            if first.has(.common) { points *= 0.5 }
        } else {
            if first.has(.given) {
                points += first.has(.frequentGiven) ? 2.6 : 1.6
                if first.has(.common), !last.has(.surname) { points *= 0.4 }
            }
            if last.has(.surname) { points += last.has(.frequentSurname) ? 1.5 : 1 } else if last.has(.common) { points -= 1 }
            if words.contains(where: { text.isInitial($0) }) { points += last.has(.heads) && !last.has(.surname) ? 0 : 2 }
            if range.contains(where: { text.traits[$0].has(.particle) && !text.isCapitalized($0) })
                || text.traits[range.lowerBound].has(.particle)
            {
                points += 1.5
            }
            if common == 0, words.count <= 3 { points += 1 }
        }
        scores[.person] += points
    }

    /// Without marks at its edges and without words that no name begins or ends with.
    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end,
            !text.isWord(start) || text.isSmall(start, "of") || text.isSmall(start, "for") || text.isSmall(start, "and")
                || text.isSmall(start, "the")
        { start += 1 }
        while end > start, !text.isWord(end - 1) || !text.isCapitalized(end - 1) {
            if end - 1 > start, text.isMark(end - 1, "."), text.tokens[end - 2].span.count <= 4, text.tokens[end - 2].span.count > 1 {
                break
            }
            end -= 1
        }
        return start < end ? start..<end : nil
    }
}

extension NameText {
    /// "YouTube", "iPhone".
    func isCapitalizedInside(_ index: Int) -> Bool {
        let span = tokens[index].span
        guard span.count > 3, span.count <= 20 else { return false }
        let inner = text.text.bytes[(span.start + 2)..<span.end]
        return inner.contains { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") } && text.text[span.start + 1] != UInt8(ascii: "c")
    }
}
