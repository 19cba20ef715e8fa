// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Cuts a run of capitalized words into candidates: titles come off, nationalities and countries part from what they
/// qualify ("US Secretary of State John Kerry": the country and the man).
struct NameSplitter {
    let text: NameText
    let sentence: Range<Int>
    let casing: NameCasing
    let gazetteer: NameGazetteer
    let typer: NameTyper

    init(text: NameText, sentence: Range<Int>) {
        self.text = text
        self.sentence = sentence
        casing = NameCasing(sentence, in: text)
        gazetteer = NameGazetteer(text: text, sentence: sentence, casing: casing)
        typer = NameTyper(text: text, sentence: sentence, casing: casing)
    }

    /// The end of what was read, and the candidates in it.
    func candidates(in run: Range<Int>) -> (end: Int, found: [NameCandidate]) {
        var found: [NameCandidate] = []
        var position = skippingOpening(run)
        var end = run.upperBound
        var isTitled = false
        while position < end {
            guard text.isWord(position) else {
                position += 1
                continue
            }
            if let match = gazetteer.alias(at: position), let alias = match.alias {
                if match.end >= end || !continues(match.end, end) || match.end - position > 1 && !text.traits[match.end].has(.heads) {
                    var scores = NameScores.only(alias.kind, 4.5)
                    if match.end - position == 1, text.traits[position].has(.common), alias.exact == nil { scores[alias.kind] = 2 }
                    found.append(NameCandidate(tokens: position..<match.end, scores: scores, doubt: doubt(position, match.end) * 0.5))
                    position = match.end
                    end = max(end, position)
                    isTitled = false
                    continue
                }
            }
            if let next = overTitle(position, end) {
                isTitled = true
                position = next
                continue
            }
            if text.traits[position].has(.startsDemonym), let next = demonym(at: position, end, isTitled, &found) {
                position = next
                isTitled = false
                continue
            }
            if !isTitled, let next = place(at: position, end, &found) {
                position = next
                continue
            }
            let last = pieceEnd(position, end)
            if let candidate = typer.candidate(position..<last, isTitled: isTitled) { found.append(with(candidate, doubtFrom: run)) }
            isTitled = false
            position = last
        }
        return (end, found)
    }

    private func with(_ candidate: NameCandidate, doubtFrom run: Range<Int>) -> NameCandidate {
        var candidate = candidate
        candidate.doubt += doubt(candidate.tokens.lowerBound, candidate.tokens.upperBound)
        return candidate
    }

    /// What a capital at the opening of a sentence, in a headline or among capitals fails to prove.
    private func doubt(_ start: Int, _ end: Int) -> Float {
        var allCommon = true
        for index in start..<end where text.isWord(index) && !text.traits[index].has([.common]) && !text.traits[index].has(.function) {
            allCommon = false
        }
        switch casing {
        case .plain: return allCommon && text.opens(start, in: sentence) ? (end - start > 1 ? 0.5 : 2) : 0
        case .title: return allCommon ? 2.5 : 0.6
        case .upper: return allCommon ? 3 : 1
        }
    }

    /// Past words that have their capital only because the sentence opens with them.
    private func skippingOpening(_ run: Range<Int>) -> Int {
        var position = run.lowerBound
        while position < run.upperBound, text.isWord(position) {
            let traits = text.traits[position]
            let isLone = position + 1 >= run.upperBound
            if traits.has(.startsAlias), let match = gazetteer.alias(at: position), match.end - position > 1 || !traits.has(.common) {
                break
            }
            if traits.has(.function), text.tokens[position].casing == .capitalized || casing == .upper,
                isLone || !text.isInitial(position) || !text.isMark(position + 1, ".")
            {
                if traits.has(.given), !isLone, text.traits[position + 1].has(.surname), !text.traits[position + 1].has(.common),
                    !traits.has(.particle)
                {
                    break
                }
                if traits.has(.startsPlace), let match = gazetteer.place(at: position), match.end - position > 1 { break }
                if traits.has(.particle), !isLone, !text.opens(position, in: sentence) { break }
                position += 1
                continue
            }
            guard casing == .plain, text.opens(position, in: sentence), traits.has(.common), !isLone else { break }
            let next = text.traits[position + 1]
            let last = text.traits[run.upperBound - 1]
            let named =
                traits.has(.given) && next.has(.surname) || last.has(.heads) && next.has(.common) || traits.has(.title)
                || traits.has(.direction)
                || traits.has(.titlePrefix)
                || traits.has(.startsPlace) && gazetteer.place(at: position).map { $0.end - position > 1 } == true
                || traits.has(.locationFirst) || traits.has(.eventFirst) || traits.has(.organizationHead) || text.isMark(position + 1, ".")
                || traits.has(.startsDemonym)
                || last.has(.heads) && !traits.has(.speech) || next.has(.common) && !next.has(.personal)
            if named { break }
            position += 1
        }
        return position
    }

    /// Whether what follows a known name makes a longer name of it: "Apple Records".
    private func continues(_ next: Int, _ end: Int) -> Bool {
        guard next < end, text.isWord(next), text.isCapitalized(next) else { return false }
        return text.traits[next].has(.heads) && !text.traits[next].has(.title)
            || text.traits[end - 1].has([.organizationHead]) && end - next <= 3
    }

    private func overTitle(_ position: Int, _ end: Int) -> Int? {
        let traits = text.traits[position]
        guard traits.has(.title) || traits.has(.titlePrefix), text.isCapitalized(position) else { return nil }
        var next = position
        if !traits.has(.title) {
            while next < end, text.traits[next].has(.titlePrefix), !text.traits[next].has(.title) { next += 1 }
            guard next < end, text.traits[next].has(.title) else { return nil }
        }
        // "King University", "Judge Business School": no title where a head ends the run.
        let rest = next + 1
        if rest < end, text.traits[end - 1].has([.organizationHead]) || text.traits[end - 1].has(.facilityHead), end - rest <= 2,
            !text.traits[end - 1].has(.surname), !text.isMark(rest, ".")
        {
            return nil
        }
        // "Saint Petersburg" and the like are one name where a table has it.
        if let match = gazetteer.place(at: position), match.end - position > 1 { return nil }
        next += 1
        if next < end, text.isMark(next, ".") { next += 1 }
        if next < end, text.isHyphen(next) { return nil }
        return next + office(next, end)
    }

    /// How many tokens "of State", "of Staff" take behind a title; a country or a name there is left to be found.
    private func office(_ next: Int, _ end: Int) -> Int {
        guard next + 1 < end, text.isSmall(next, "of") else { return 0 }
        let object = next + 1
        guard text.isWord(object), text.traits[object].has(.common),
            !text.traits[object].has(.startsPlace) || text.traits[object].has(.locationHead), !text.traits[object].has(.startsDemonym)
        else {
            return 1
        }
        return 2
    }

    private func demonym(at position: Int, _ end: Int, _ isTitled: Bool, _ found: inout [NameCandidate]) -> Int? {
        var last = position + 1
        if last + 1 < end, text.isHyphen(last) {
            let range = position..<last + 2
            if text.tables.demonym(text.key(range)).isOne { last += 2 }
        }
        if last < end, text.isWord(last), text.tables.demonym(text.key(position..<last + 1)).isOne { last += 1 }
        guard text.tables.demonym(text.key(position..<last)).isOne else { return nil }
        if let match = gazetteer.place(at: position), match.end > last { return nil }
        let traits = text.traits[position]
        if last < end, text.isWord(last) {
            let rest = pieceEnd(last, end)
            if text.traits[rest - 1].has(.heads) && !text.traits[last].has(.title) || hasHeadBeforeOf(last..<rest) {
                var scores = typer.candidate(position..<rest, isTitled: false)?.scores ?? NameScores()
                scores[.group] = 0
                if scores.best.points > 1.5 {
                    found.append(with(NameCandidate(tokens: position..<rest, scores: scores), doubtFrom: position..<rest))
                    return rest
                }
            }
            if traits.has(.given) || isTitled, text.traits[last].has(.surname), !text.traits[last].has(.common) { return nil }
        } else if isTitled, traits.has(.surname) {
            return nil
        }
        var scores = NameScores.only(.group, 4)
        if traits.has(.common) { scores[.group] = 2.5 }
        found.append(NameCandidate(tokens: position..<last, scores: scores, doubt: doubt(position, last)))
        return last
    }

    private func hasHeadBeforeOf(_ range: Range<Int>) -> Bool {
        for index in range.dropFirst() where text.isSmall(index, "of") { return text.traits[index - 1].has(.heads) }
        return false
    }

    /// A place that stands for itself in front of further capitals: "Iraq Chief of Mission", "London, England".
    private func place(at position: Int, _ end: Int, _ found: inout [NameCandidate]) -> Int? {
        guard let match = gazetteer.place(at: position), let place = match.place else { return nil }
        let next = match.end
        guard next < end else { return nil }
        let isSure = place.size.rawValue >= NameTables.Place.Size.region.rawValue || match.end - position > 1
        guard text.isWord(next) else { return nil }
        let traits = text.traits[next]
        if isTitleAhead(next, end) || isSure && text.traits[next].has(.startsDemonym) {
            found.append(
                NameCandidate(
                    tokens: position..<next, scores: typer.placeScores(position..<next, place), doubt: doubt(position, next) * 0.5))
            return next
        }
        let last = pieceEnd(next, end)
        if text.traits[last - 1].has(.heads) || hasHeadBeforeOf(position..<last) { return nil }
        if text.traits[position].has(.given), traits.has(.surname), place.size != .country || !traits.has(.common) { return nil }
        guard isSure, place.size == .country || match.end - position > 1, text.isCapitalized(next) else { return nil }
        found.append(NameCandidate(tokens: position..<next, scores: typer.placeScores(position..<next, place), doubt: 0))
        return next
    }

    private func isTitleAhead(_ next: Int, _ end: Int) -> Bool {
        text.traits[next].has(.title) || text.traits[next].has(.titlePrefix) && next + 1 < end && text.traits[next + 1].has(.title)
    }

    /// Where the piece from `position` ends: before a title with a name behind it, or with the run.
    private func pieceEnd(_ position: Int, _ end: Int) -> Int {
        var next = position + 1
        while next < end {
            if text.isWord(next), text.isCapitalized(next), next + 1 < end, text.traits[next].has(.title), text.isCapitalized(next - 1),
                !text.traits[next].has(.surname) || text.traits[next + 1].has(.given), !text.isSmall(next + 1, "of"),
                !text.isHyphen(next + 1)
            {
                return next
            }
            if text.isWord(next), text.isCapitalized(next), text.tokens[next].casing == .upper, text.traits[next].has(.startsAlias),
                next > position, text.traits[next - 1].has(.given) == false,
                gazetteer.alias(at: next) != nil
            {
                return next
            }
            next += 1
        }
        return end
    }
}
