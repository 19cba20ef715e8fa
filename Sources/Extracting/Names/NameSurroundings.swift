// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What the words before and behind a candidate say.
struct NameSurroundings {
    let text: NameText
    let sentence: Range<Int>

    func scores(_ range: Range<Int>) -> NameScores {
        var scores = NameScores()
        if range.lowerBound > sentence.lowerBound { before(range, &scores) }
        if range.upperBound < sentence.upperBound { behind(range, &scores) }
        return scores
    }

    private func before(_ range: Range<Int>, _ scores: inout NameScores) {
        let index = range.lowerBound - 1
        guard text.isWord(index) else {
            if text.isMark(index, "@") { scores[.person] += 0.5 }
            if isQuote(index), range.upperBound < sentence.upperBound, isQuote(range.upperBound) { scores[.work] += 2.2 }
            return
        }
        let word = text.text.folded(index)
        switch word {
        case "the":
            scores[.person] -= 2.5
            scores[.organization] += 0.8
        case "a", "an":
            scores[.person] -= 1.5
            scores[.product] += 0.3
        case "in", "near", "across", "throughout", "around", "outside", "toward", "towards", "into":
            scores[.location] += word == "in" ? 1.6 : 1.3
        case "at": for kind in [Entity.Kind.facility, .organization, .location] { scores[kind] += 0.5 }
        case "from", "to": scores[.location] += 0.7
        case "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "downtown": scores[.location] += 2.2
        case "said", "says", "told", "asked", "with", "by": scores[.person] += 0.5
        case "who", "named", "called": scores[.person] += 0.3
        default: break
        }
        if text.traits[index].has(.role), !text.isCapitalized(index) { scores[.person] += 2 }
        if ["company", "firm", "group", "club", "band", "team", "giant", "maker", "newspaper", "magazine", "agency"].contains(word) {
            scores[.organization] += 1.5
        }
        if ["city", "town", "village", "province", "district"].contains(word) { scores[.location] += 1.5 }
    }

    private func behind(_ range: Range<Int>, _ scores: inout NameScores) {
        let index = range.upperBound
        if text.isMark(index, ","), index + 1 < sentence.upperBound {
            let next = index + 1
            if text.tokens[next].kind == .number, text.tokens[next].span.count <= 2, index + 2 < sentence.upperBound,
                text.isMark(index + 2, ",")
            {
                scores[.person] += 3.5
            }
            if text.traits[next].has(.startsPlace), text.isCapitalized(next),
                text.tables.place(text.key(next..<next + 1)).map({ $0.size.rawValue >= 3 }) == true
            {
                scores[.location] += 1.2
            }
            if text.isWord(next), text.isSmall(next, "who") { scores[.person] += 2.5 }
            for ahead in next..<min(next + 4, sentence.upperBound)
            where text.isWord(ahead) && !text.isCapitalized(ahead) && text.traits[ahead].has(.role) {
                scores[.person] += 1.5
                break
            }
            return
        }
        if text.isMark(index, "("), index + 2 < sentence.upperBound, text.isMark(index + 2, ")"), text.tokens[index + 1].casing == .upper {
            scores[.organization] += 2
        }
        guard text.isWord(index) else { return }
        if text.traits[index].has(.speech) {
            scores[.person] += 1.3
            scores[.organization] += 0.3
        }
        if text.isSmall(index, "who") { scores[.person] += 2 }
        if text.traits[index].has(.facilityHead), !text.isCapitalized(index), !text.traits[index].has(.organizationHead) {
            scores[.facility] += 2.8
        }
        if isPlaceNoun(index)
            || text.isSmall(index, "and") && index + 2 < sentence.upperBound && text.isCapitalized(index + 1) && isPlaceNoun(index + 2)
        {
            scores[.location] += 2.5
        }
    }

    private func isPlaceNoun(_ index: Int) -> Bool {
        guard text.isWord(index), !text.isCapitalized(index) else { return false }
        let word = text.text.folded(index)
        return [
            "district", "districts", "province", "city", "town", "village", "area", "region", "river", "neighborhood", "neighbourhood",
            "neighborhoods",
            "neighbourhoods", "county", "suburb", "valley", "peninsula", "border", "island", "state", "governorate",
        ].contains(word)
    }

    private func isQuote(_ index: Int) -> Bool {
        guard text.tokens[index].kind == .punctuation else { return false }
        let scalar = text.text.text.scalar(at: text.tokens[index].span.start).scalar
        return scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}"
    }
}
