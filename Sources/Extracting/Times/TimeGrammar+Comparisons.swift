// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What reports on a business period compare it with.
extension TimeGrammar {
    /// "the year-ago quarter", "last year's third quarter", "the corresponding period last year", "the 1989 period", "the latest quarter".
    func comparison(_ index: Int) -> TimeMatch? {
        var next = word(index) == "the" ? index + 1 : index
        if ["this", "last", "next"].contains(word(next)), word(next + 1) == "year", isPossessive(next + 2), next == index {
            let shift = word(next) == "last" ? -1 : word(next) == "next" ? 1 : 0
            guard let (letter, number, end) = part(next + 3) ?? named(next + 3, index) else { return nil }
            return relative(index, end) { "\(padded($0.year + shift, 4))-\(letter)\(number)" }
        }
        if next > index, let year = yearNumber(next), let (letter, number, end) = part(next + 1) ?? named(next + 1, index) {
            return absolute(index, end, .date, "\(padded(year, 4))-\(letter)\(number)")
        }
        let isSame = isWord(next, TimeWords.comparisons)
        if isSame { next += 1 }
        if let end = yearAgo(next) {
            if let (letter, number, behind) = part(end), letter == "Q" { return yearBefore(index, behind, number) }
            // "the year-earlier nine months"
            if let (number, behind) = NumberWords.number(at: end, in: text, words: words), let unit = TimeWords.pluralUnits[word(behind)] {
                return absolute(index, behind + 1, .duration, unit.duration(count(number)))
            }
            let isNoun = ["quarter", "period"].contains(word(end))
            // "a year-earlier loss" leaves the article outside, "the year-earlier period" does not.
            guard isNoun || next == index else { return nil }
            return yearBefore(index, isNoun ? end + 1 : end, word(end) == "quarter" ? quarterFor(index) : nil)
        }
        guard isSame, let (_, number, end) = part(next) ?? named(next, index) else { return nil }
        let position = word(end) == "of" || word(end) == "in" ? end + 1 : end
        if word(position) == "last", word(position + 1) == "year" { return yearBefore(index, position + 2, number) }
        if word(position) == "a", word(position + 1) == "year", ["ago", "earlier", "before"].contains(word(position + 2)) {
            return yearBefore(index, position + 3, number)
        }
        return nil
    }

    /// "year-ago", "year-earlier": the index behind.
    private func yearAgo(_ index: Int) -> Int? {
        guard word(index) == "year", let next = joined(after: index + 1), ["ago", "earlier"].contains(word(next)) else { return nil }
        return next + 1
    }

    /// "quarter" or "period" for the quarter last spoken of.
    private func named(_ index: Int, _ start: Int) -> (letter: String, number: Int, end: Int)? {
        guard word(index) == "quarter" || word(index) == "period", let number = quarterFor(start) else { return nil }
        return ("Q", number, index + 1)
    }

    /// The quarter last spoken of; where there is none, the last that was over on the article's day.
    private func quarterFor(_ index: Int) -> Int? {
        if let number = quarters.lastNamed(before: index) { return number }
        return anchor.map { ($0.quarter + 2) % 4 + 1 }
    }

    /// The year before the article's; in a text about a quarter, that quarter of it: results are compared with those of the same quarter.
    func yearBefore(_ start: Int, _ end: Int, _ quarter: Int? = nil) -> TimeMatch {
        guard let quarter = quarter ?? quarters.last(before: start) else { return relative(start, end) { inRange($0.year - 1) } }
        return relative(start, end) { inRange($0.year - (quarter <= $0.quarter ? 1 : 2)).map { "\($0)-Q\(quarter)" } }
    }

    /// "the quarter", "the latest quarter", "the latest period", "the current year", "the full year", "the year", "year's end".
    func namedPeriod(_ index: Int) -> TimeMatch? {
        if let match = yearEnd(index) { return match }
        guard word(index) == "the" || word(index) == "that" || isWord(index, ["current", "latest"]) else { return nil }
        var noun = index + 1
        var lead = isWord(index, ["current", "latest"]) ? word(index) : ""
        if ["latest", "current", "full", "whole", "entire", "present"].contains(word(noun)) {
            lead = word(noun)
            noun += 1
        }
        // "current" alone stands before too many other things.
        guard word(index) == "the" || word(index) == "that" else { return nil }
        if ["fiscal", "calendar", "business", "financial"].contains(word(noun)) { noun += 1 }
        guard !isCapitalized(noun), word(noun + 1) != "-" else { return nil }
        switch word(noun) {
        case "quarter", "period":
            if lead == "current" || lead == "present", word(noun) == "quarter", let now = TimeWords.units["quarter"] {
                return shifted(index, noun + 1, now, 0)
            }
            guard word(noun) == "quarter" || lead == "latest", !["final", "finals", "of", "century"].contains(word(noun + 1)) else {
                return nil
            }
            guard let quarter = quarterFor(index) else { return relative(index, noun + 1) { _ in nil } }
            return relative(index, noun + 1) { anchor in
                inRange(quarter <= anchor.quarter ? anchor.year : anchor.year - 1).map { "\($0)-Q\(quarter)" }
            }
        case "year" where word(index) == "the":
            return wholeYear(index, noun, lead)
        case "month" where ["current", "full"].contains(lead), "week" where ["current", "full"].contains(lead):
            return TimeWords.units[word(noun)].flatMap { shifted(index, noun + 1, $0, 0) }
        case "day" where word(index - 1) == "in" && ["later", "earlier"].contains(word(index - 2)):
            return relative(index, noun + 1) { $0.description }
        default: return nil
        }
    }

    /// "the year", unless it is that of something: "the year of the dragon", "the player of the year".
    private func wholeYear(_ index: Int, _ noun: Int, _ lead: String) -> TimeMatch? {
        if ["ended", "ending", "to", "through"].contains(word(noun + 1)), month(at: noun + 2) != nil || word(noun + 1).hasPrefix("end") {
            return absolute(index, noun + 1, .duration, "P1Y")
        }
        if word(noun + 1) == "of", text.tokens.indices.contains(noun + 2), text.tokens[noun + 2].kind != .word {
            return relative(index, noun + 1) { inRange($0.year) }
        }
        if lead.isEmpty, ["of", "that", "when", "he", "she", "they", "i", "we", "after", "before"].contains(word(noun + 1)) { return nil }
        if word(index - 1) == "of", lead.isEmpty, !isWord(index - 2, TimeWords.partsOfYear) { return nil }
        return relative(index, noun + 1) { inRange($0.year) }
    }

    /// "year's end", "the year-end", "the end of the year" is with the boundaries.
    private func yearEnd(_ index: Int) -> TimeMatch? {
        guard word(index) == "year", word(index - 1) != "a" else { return nil }
        let noun = isPossessive(index + 1) || word(index + 1) == "-" ? index + 2 : index + 1
        guard word(noun) == "end", noun > index + 1 || isWord(index - 1, ["by", "until", "at", "around", "before", "through", "since"])
        else { return nil }
        return relative(index, noun + 1) { inRange($0.year) }
    }
}
