// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Weeks, months and years counted from the article's day.
extension TimeGrammar {
    /// "last week", "earlier this year", "next fiscal year", "the weekend", "the past three months", "the coming days".
    func period(_ index: Int) -> TimeMatch? {
        var next = index
        if isWord(next, TimeWords.lateness), word(next + 1) != "-" { next += 1 }
        if word(next) == "the" { next += 1 }
        let lead = word(next)
        if lead == "weekend" || lead == "the" { return word(next) == "weekend" && next > index ? weekend(index, next + 1, 0) : nil }
        guard TimeWords.periodLeads.contains(lead), !(next == index && isInTitle(index)) else { return nil }
        next += 1
        if let counted = counted(index, next, lead) { return counted }
        guard lead != "first" else { return nil }
        if word(next) == "fiscal" || word(next) == "calendar" { next += 1 }
        if let unit = TimeWords.pluralUnits[word(next)] { return vague(index, next + 1, lead, unit) }
        guard let unit = TimeWords.units[word(next)], !["recent", "following", "previous", "these"].contains(lead) else { return nil }
        let shift = ["last", "past"].contains(lead) ? -1 : ["next", "coming"].contains(lead) ? 1 : 0
        if unit == .weekend { return weekend(index, next + 1, shift) }
        // "the past century" and "the past month" last up to now.
        if lead == "past", unit != .year { return absolute(index, next + 1, .duration, unit.duration("1")) }
        return shifted(index, next + 1, unit, shift)
    }

    /// "This Week" inside a title in capitals.
    private func isInTitle(_ index: Int) -> Bool {
        isCapitalized(index) && isCapitalized(index + 1) && TimeWords.units[word(index + 1)] != nil
    }

    /// "recent years" lie behind and "coming months" ahead without end; "the past months" last so many.
    private func vague(_ start: Int, _ end: Int, _ lead: String, _ unit: TimeWords.Unit) -> TimeMatch? {
        switch lead {
        case "recent": absolute(start, end, .date, "PAST_REF")
        case "coming": absolute(start, end, .date, "FUTURE_REF")
        case "past", "next", "last", "following": absolute(start, end, .duration, unit.duration("X"))
        case "these" where unit == .day: absolute(start, end, .date, "PRESENT_REF")
        default: nil
        }
    }

    /// "the past three months", "the first nine months", "the next couple of years"
    private func counted(_ start: Int, _ index: Int, _ lead: String) -> TimeMatch? {
        guard lead != "recent", lead != "these" else { return nil }
        if TimeWords.vagueCounts.contains(word(index)), let unit = TimeWords.pluralUnits[word(index + 1)] {
            return absolute(start, index + 2, .duration, unit.duration("X"))
        }
        if word(index) == "couple", word(index + 1) == "of", let unit = TimeWords.pluralUnits[word(index + 2)] {
            return absolute(start, index + 3, .duration, unit.duration("2"))
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
    func shifted(_ start: Int, _ end: Int, _ unit: TimeWords.Unit, _ shift: Int) -> TimeMatch? {
        guard unit.isCalendrical else { return nil }
        return relative(start, end) { self.shifted($0, unit, shift) }
    }

    /// So many units from the day, as exact as the unit is; `nil` for units that no day has.
    func shifted(_ day: CalendarDay, _ unit: TimeWords.Unit, _ shift: Int) -> String? {
        // Beyond the calendar there is nothing to count.
        guard abs(shift) < 100_000 else { return nil }
        switch unit {
        case .second, .minute, .hour, .weekend: return nil
        case .day: return day.adding(days: shift).description
        case .week:
            let (year, week) = day.adding(days: 7 * shift).week
            return "\(padded(year, 4))-W\(padded(week, 2))"
        case .month:
            let (year, month) = day.adding(months: shift)
            return inRange(year).map { "\($0)-\(padded(month, 2))" }
        case .quarter:
            let (year, month) = day.adding(months: 3 * shift)
            return inRange(year).map { "\($0)-Q\((month - 1) / 3 + 1)" }
        case .year: return inRange(day.year + shift)
        case .decade: return inRange(day.year + 10 * shift).map { String($0.prefix(3)) }
        case .century: return inRange(day.year + 100 * shift).map { String($0.prefix(2)) }
        }
    }

    func inRange(_ year: Int) -> String? { (1...9999).contains(year) ? padded(year, 4) : nil }
}
