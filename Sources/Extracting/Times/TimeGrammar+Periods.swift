// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Weeks, months and years counted from the article's day, durations, and what recurs.
extension TimeGrammar {
    /// "last week", "earlier this year", "next fiscal year", "the weekend", "the past three months", "the coming days".
    func period(_ index: Int) -> TimeMatch? {
        var next = index
        if isWord(next, TimeWords.lateness), word(next + 1) != "-" { next += 1 }
        if word(next) == "the" { next += 1 }
        let lead = word(next)
        if lead == "weekend" || lead == "the" { return word(next) == "weekend" && next > index ? weekend(index, next + 1, 0) : nil }
        guard ["this", "last", "next", "past", "coming", "previous", "following", "recent", "first"].contains(lead) else { return nil }
        next += 1
        if let counted = counted(index, next, lead) { return counted }
        guard lead != "first" else { return nil }
        if word(next) == "fiscal" { next += 1 }
        if lead == "recent", let unit = TimeWords.pluralUnits[word(next)] {
            return unit == .year ? absolute(index, next + 1, .date, "PAST_REF") : absolute(index, next + 1, .duration, unit.duration("X"))
        }
        if ["past", "coming", "next", "last", "following"].contains(lead), let unit = TimeWords.pluralUnits[word(next)] {
            return absolute(index, next + 1, .duration, unit.duration("X"))
        }
        guard let unit = TimeWords.units[word(next)], lead != "recent", lead != "following", lead != "previous" else { return nil }
        let shift = ["last", "past"].contains(lead) ? -1 : ["next", "coming"].contains(lead) ? 1 : 0
        if unit == .weekend { return weekend(index, next + 1, shift) }
        if lead == "past", unit != .year { return absolute(index, next + 1, .duration, unit.duration("1")) }
        return shifted(index, next + 1, unit, shift)
    }

    /// "the past three months", "the first nine months"
    private func counted(_ start: Int, _ index: Int, _ lead: String) -> TimeMatch? {
        if TimeWords.vagueCounts.contains(word(index)), let unit = TimeWords.pluralUnits[word(index + 1)] {
            return absolute(start, index + 2, .duration, unit.duration("X"))
        }
        guard let (number, end) = NumberWords.number(at: index, in: text, words: words), number < 10_000,
            let unit = TimeWords.pluralUnits[word(end)]
        else { return nil }
        return absolute(start, end + 1, .duration, unit.duration(count(number)))
    }

    private func weekend(_ start: Int, _ end: Int, _ shift: Int) -> TimeMatch {
        // On a weekday "the weekend" and "last weekend" are the one before, unless the sentence looks ahead.
        let isBefore = shift <= 0 && word(end - 2) != "this" && !isFuture(at: start)
        return relative(start, end) { anchor in
            let (year, week) = anchor.adding(days: isBefore && anchor.weekday < 6 ? -7 : 7 * max(shift, 0)).week
            return "\(padded(year, 4))-W\(padded(week, 2))-WE"
        }
    }

    /// A day, week, month, quarter, year or more, so many of them from the article's.
    private func shifted(_ start: Int, _ end: Int, _ unit: TimeWords.Unit, _ shift: Int) -> TimeMatch? {
        switch unit {
        case .second, .minute, .hour, .weekend: nil
        case .day: relative(start, end) { $0.adding(days: shift).description }
        case .week:
            relative(start, end) { anchor in
                let (year, week) = anchor.adding(days: 7 * shift).week
                return "\(padded(year, 4))-W\(padded(week, 2))"
            }
        case .month:
            relative(start, end) { anchor in
                let (year, month) = anchor.adding(months: shift)
                return "\(padded(year, 4))-\(padded(month, 2))"
            }
        case .quarter:
            relative(start, end) { anchor in
                let (year, month) = anchor.adding(months: 3 * shift)
                return "\(padded(year, 4))-Q\((month - 1) / 3 + 1)"
            }
        case .year: relative(start, end) { inRange($0.year + shift) }
        case .decade: relative(start, end) { inRange($0.year + 10 * shift).map { String($0.prefix(3)) } }
        case .century: relative(start, end) { inRange($0.year + 100 * shift).map { String($0.prefix(2)) } }
        }
    }

    private func inRange(_ year: Int) -> String? { (1...9999).contains(year) ? padded(year, 4) : nil }

    /// "two years ago", "a week ago", "three days earlier", "a year earlier", "year-ago".
    func ago(_ index: Int) -> TimeMatch? {
        let (number, next): (Double, Int)
        if word(index) == "year", joined(after: index + 1) != nil, ["ago", "earlier"].contains(word(index + 2)) {
            let isNoun = ["quarter", "period"].contains(word(index + 3))
            return yearBefore(index, isNoun ? index + 4 : index + 3)
        }
        if word(index) == "the", word(index + 1) == "year", joined(after: index + 2) != nil, ["ago", "earlier"].contains(word(index + 3)),
            ["quarter", "period"].contains(word(index + 4))
        {
            return yearBefore(index, index + 5)
        }
        if word(index) == "a" || word(index) == "an", TimeWords.units[word(index + 1)] != nil {
            (number, next) = (1, index + 1)
        } else if let counted = NumberWords.number(at: index, in: text, words: words) {
            (number, next) = counted
        } else if TimeWords.vagueCounts.contains(word(index)), TimeWords.pluralUnits[word(index + 1)] != nil, word(index + 2) == "ago" {
            return absolute(index, index + 3, .date, "PAST_REF")
        } else {
            return nil
        }
        guard let unit = TimeWords.units[word(next)] ?? TimeWords.pluralUnits[word(next)], number < 100_000 else { return nil }
        let sign: Int
        switch word(next + 1) {
        case "ago", "earlier": sign = -1
        case "later" where number == number.rounded(): sign = 1
        default: return nil
        }
        if sign > 0 { return absolute(index, next + 2, .duration, unit.duration(count(number))) }
        if unit == .year, number == 1 { return yearBefore(index, next + 2) }
        return shifted(index, next + 2, unit, sign * Int(number))
    }

    /// The year before the article's; in a text about a quarter, that quarter of it: results are compared with those of the same quarter.
    private func yearBefore(_ start: Int, _ end: Int) -> TimeMatch {
        if let quarter = quarterBefore(start) { return relative(start, end) { inRange($0.year - 1).map { "\($0)-Q\(quarter)" } } }
        return relative(start, end) { inRange($0.year - 1) }
    }

    /// The quarter last spoken of, at most some sixty tokens before.
    private func quarterBefore(_ index: Int) -> Int? {
        var position = index - 1
        while position > 0, position > index - 60 {
            if word(position) == "quarter" {
                let ordinal = word(position - 1) == "-" || word(position - 1) == "fiscal" ? position - 2 : position - 1
                if let number = TimeWords.ordinals[word(ordinal)] { return number }
            }
            position -= 1
        }
        return nil
    }

    /// "the quarter", "the latest quarter", "the latest period": the one last spoken of.
    func namedBefore(_ index: Int) -> TimeMatch? {
        guard word(index) == "the" else { return nil }
        let noun = word(index + 1) == "latest" ? index + 2 : index + 1
        guard word(noun) == "quarter" || word(noun) == "period" && noun > index + 1, let quarter = quarterBefore(index) else { return nil }
        return relative(index, noun + 1) { anchor in
            (quarter <= anchor.quarter ? inRange(anchor.year) : inRange(anchor.year - 1)).map { "\($0)-Q\(quarter)" }
        }
    }

    /// "three years", "24 hours", "a month", "several days", "a three-year", "decades".
    func duration(_ index: Int) -> TimeMatch? {
        if let (number, end) = NumberWords.number(at: index, in: text, words: words), number < 100_000 {
            if let unit = TimeWords.pluralUnits[word(end)] ?? (number == 1 || word(end - 1) == "-" ? TimeWords.units[word(end)] : nil) {
                return isAge(end + 1) || isPlace(number, unit) ? nil : absolute(index, end + 1, .duration, unit.duration(count(number)))
            }
            // "an 18-year-old" is an age.
            guard let unitIndex = joined(after: end), let unit = TimeWords.units[word(unitIndex)], word(unitIndex + 1) != "-" else {
                return nil
            }
            return absolute(index, unitIndex + 1, .duration, unit.duration(count(number)))
        }
        if word(index) == "a" || word(index) == "an", let unit = TimeWords.units[word(index + 1)], unit != .second, unit != .weekend,
            unit != .quarter
        {
            let isRate =
                index > 0 && (["times", "twice", "once", "per"].contains(word(index - 1)) || text.tokens[index - 1].kind == .number)
            return absolute(index, index + 2, isRate ? .set : .duration, unit.duration("1"))
        }
        var next = index
        if word(next) == "a", ["few", "couple"].contains(word(next + 1)) { next += 1 }
        if ["dozens", "hundreds", "thousands", "couple"].contains(word(next)), word(next + 1) == "of",
            let unit = TimeWords.pluralUnits[word(next + 2)]
        {
            return absolute(index, next + 3, .duration, unit.duration(word(next) == "couple" ? "2" : "X"))
        }
        if TimeWords.vagueCounts.contains(word(next)), let unit = TimeWords.pluralUnits[word(next + 1)] {
            return absolute(index, next + 2, .duration, unit.duration("X"))
        }
        if let unit = TimeWords.pluralUnits[word(index)], unit != .second, unit != .quarter,
            ["for", "in", "over", "within", "after", "of", "took", "lasted", "last", "take", "two", "through"].contains(word(index - 1))
        {
            return absolute(index, index + 1, .duration, unit.duration("X"))
        }
        return nil
    }

    private func isAge(_ index: Int) -> Bool {
        word(index) == "old" || word(index) == "-" && word(index + 1) == "old" || word(index) == "of" && word(index + 1) == "age"
    }

    /// "one second" and the like are more often a place in an order than a time; "0 days" says nothing.
    private func isPlace(_ number: Double, _ unit: TimeWords.Unit) -> Bool { number == 0 || number == 1 && unit == .second }

    /// "every Monday", "each year", "daily", "annually", "Tuesdays".
    func recurring(_ index: Int) -> TimeMatch? {
        if let value = TimeWords.frequencies[word(index)], !isCapitalized(index) { return absolute(index, index + 1, .set, value) }
        if let day = TimeWords.pluralWeekdays[word(index)], isCapitalized(index) {
            return absolute(index, index + 1, .set, "XXXX-WXX-\(day)")
        }
        guard word(index) == "every" || word(index) == "each" else { return nil }
        if let day = TimeWords.weekdays[word(index + 1)] {
            let part = TimeWords.dayParts[word(index + 2)]
            return absolute(index, part == nil ? index + 2 : index + 3, .set, "XXXX-WXX-\(day)\(part ?? "")")
        }
        if let part = TimeWords.dayParts[word(index + 1)] { return absolute(index, index + 2, .set, "XXXX-XX-XX\(part)") }
        if let unit = TimeWords.units[word(index + 1)] {
            return absolute(index, index + 2, .set, unit == .weekend ? "XXXX-WXX-WE" : unit.duration("1"))
        }
        if let (number, end) = NumberWords.number(at: index + 1, in: text, words: words), number < 1000,
            let unit = TimeWords.pluralUnits[word(end)]
        {
            return absolute(index, end + 1, .set, unit.duration(count(number)))
        }
        return nil
    }

    /// "now", "recently", "soon", "the future".
    func reference(_ index: Int) -> TimeMatch? {
        if word(index) == "the" {
            let position = word(index + 1) == "near" ? index + 2 : index + 1
            if word(position) == "future" { return absolute(index, position + 1, .date, "FUTURE_REF") }
            if word(position) == "past", position + 1 >= words.count || text.tokens[position + 1].kind == .punctuation {
                return absolute(index, position + 1, .date, "PAST_REF")
            }
            return nil
        }
        // "Shelter Now International" is a name.
        if isCapitalized(index), isCapitalized(index - 1) || isCapitalized(index + 1) { return nil }
        return TimeWords.references[word(index)].map { absolute(index, index + 1, .date, $0) }
    }

    private func count(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}
