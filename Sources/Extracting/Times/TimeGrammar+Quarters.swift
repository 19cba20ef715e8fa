// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Quarters, halves and seasons.
extension TimeGrammar {
    /// "the third quarter of 2014", "third-quarter", "Q3 2014", "the first half of 2015", "the third quarter of last year".
    func quarter(_ index: Int) -> TimeMatch? {
        var next = index
        // "the third-quarter loss": the article belongs to the loss.
        if word(next) == "the", word(next + 2) != "-" { next += 1 }
        guard let (letter, number, end) = part(next) else { return nil }
        return dated(index, end, letter, number)
    }

    /// "third quarter", "fiscal third-quarter", "fourth fiscal quarter", "Q3", "second half", "last half": a letter, a number, the index behind.
    func part(_ index: Int) -> (letter: String, number: Int, end: Int)? {
        if let quarter = SpokenQuarters.short(word(index)) { return ("Q", quarter, index + 1) }
        var next = index
        if word(next) == "fiscal" { next += word(next + 1) == "-" ? 2 : 1 }
        let isLast = word(next) == "last" || word(next) == "final"
        guard let ordinal = isLast ? 4 : TimeWords.ordinals[word(next)], ordinal <= 4 else { return nil }
        next += 1
        if word(next) == "-" || word(next) == "fiscal" { next += 1 }
        switch word(next) {
        case "quarter" where !isLast || word(next + 1) == "of": return ("Q", ordinal, next + 1)
        case "half" where isLast && word(next + 1) == "of": return ("H", 2, next + 1)
        case "half" where ordinal <= 2: return ("H", ordinal, next + 1)
        default: return nil
        }
    }

    /// The quarter or half with the year behind it, or else that of the article's day.
    private func dated(_ start: Int, _ next: Int, _ letter: String, _ number: Int) -> TimeMatch? {
        let isOf = word(next) == "of"
        var position = isOf ? next + 1 : next
        if word(position) == "fiscal" || word(position) == "the" && word(position + 1) != "year" { position += 1 }
        if word(position) == "year", yearNumber(position + 1) != nil { position += 1 }
        if let year = yearNumber(position) ?? spelledYear(position)?.year {
            let end = spelledYear(position)?.end ?? position + 1
            return absolute(start, end, .date, "\(padded(year, 4))-\(letter)\(number)")
        }
        // "the first half of the '80s" has the decade's value.
        if isOf, letter == "H", let decade = year(next + 1) {
            return TimeMatch(start: start, end: decade.end, kind: .date, value: decade.value)
        }
        if ["this", "last", "next"].contains(word(position)), word(position + 1) == "year" {
            let shift = word(position) == "last" ? -1 : word(position) == "next" ? 1 : 0
            return relative(start, position + 2) { "\(padded($0.year + shift, 4))-\(letter)\(number)" }
        }
        if word(position) == "the", word(position + 1) == "year", isOf {
            return relative(start, position + 2) { "\(padded($0.year, 4))-\(letter)\(number)" }
        }
        // A half alone is more often of a match.
        if letter == "H" { return nil }
        let isAhead = isFuture(at: start)
        return relative(start, next) { anchor in
            var year = anchor.year
            if number > anchor.quarter, !isAhead { year -= 1 }
            if number < anchor.quarter - 1, isAhead { year += 1 }
            return "\(padded(year, 4))-Q\(number)"
        }
    }

    /// "the summer of 2014", "last winter", "the early summer", "this fall".
    func season(_ index: Int) -> TimeMatch? {
        var next = index
        let lead = word(next)
        if ["the", "this", "last", "next"].contains(lead) || isWord(next, TimeWords.lateness) { next += 1 }
        let isLate = isWord(next, TimeWords.lateness) || isWord(index, TimeWords.lateness)
        if isWord(next, TimeWords.lateness) { next += 1 }
        if word(next) == "-" || word(next) == "this" && next > index { next += 1 }
        guard let season = TimeWords.seasons[word(next)] else { return nil }
        let position = word(next + 1) == "of" ? next + 2 : next + 1
        if let year = yearNumber(position) ?? spelledYear(position)?.year {
            return absolute(index, spelledYear(position)?.end ?? position + 1, .date, "\(padded(year, 4))-\(season)")
        }
        // "fall", "spring" and "the fall of the city" are other things, unless a word says so.
        let isSure = ["this", "last", "next"].contains(lead) || word(next - 1) == "this" || isLate && word(next + 1) != "in"
        let isTime =
            word(next) != "fall" && word(next) != "spring" && lead == "the"
            && ["in", "over", "during", "of", "by", "since"].contains(word(index - 1))
            && word(next + 1) != "of"
        guard isSure && (word(next) != "fall" || word(next + 1) != "in") || isTime else { return nil }
        let isLast = lead == "last" || lead == "the" && !isFuture(at: index)
        return relative(index, next + 1) { anchor in
            let begin = TimeWords.seasonBegins[season] ?? 1
            var year = anchor.year
            if lead == "next", begin <= anchor.month { year += 1 }
            if isLast, begin > anchor.month || lead == "last" && begin + 2 >= anchor.month && season != "WI" { year -= 1 }
            // The winter that began in December bears that year.
            if season == "WI", anchor.month <= 3, lead != "next" { year = anchor.year - 1 }
            return "\(padded(year, 4))-\(season)"
        }
    }
}
