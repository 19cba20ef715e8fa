// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Dates with the name of a month.
extension TimeGrammar {
    /// "May 27, 2017", "27 May", "the 27th of May 2017", "Friday, May 27", "early May", "May 2017", "May".
    func calendarDate(_ index: Int) -> TimeMatch? {
        var next = index
        if word(next) == "the", day(next + 1) != nil { next += 1 }
        if isWord(next, TimeWords.lateness) || word(next) == "last" || word(next) == "this" || word(next) == "next" {
            next = word(next + 1) == "-" ? next + 2 : next + 1
        }
        let lead = next > index ? word(index) : ""
        if TimeWords.weekdays[word(next)] != nil, isCapitalized(next) {
            next += 1
            if word(next) == "," { next += 1 }
            if word(next) == "the" { next += 1 }
        }
        if let day = day(next) { return dayFirst(index, next, day) }
        guard let (month, behind) = month(at: next) else { return nil }
        if let day = dayNumber(behind), !isCounted(behind + 1) {
            if let (year, end) = year(behind: behind + 1) { return full(index, end, year, month, day) }
            return withoutYear(index, behind + 1, month, day)
        }
        // Only a date names its weekday.
        guard next == index || !lead.isEmpty else { return nil }
        if let (year, end) = year(behind: behind) { return absolute(index, end, .date, "\(padded(year, 4))-\(padded(month, 2))") }
        return lone(month, index, next, behind, lead)
    }

    /// "27", "27th", "third" before "of May"
    private func day(_ index: Int) -> Int? {
        if let day = dayNumber(index) { return day }
        guard word(index + 1) == "of", let day = TimeWords.ordinals[word(index)], TimeWords.months[word(index + 2)] != nil else {
            return nil
        }
        return day
    }

    /// "27 May 2017"; of "3-5 May" the "3", as the "5 May" is the next.
    private func dayFirst(_ index: Int, _ next: Int, _ day: Int) -> TimeMatch? {
        if ["-", "–", "to", "and"].contains(word(next + 1)), let last = dayNumber(next + 2), last > day, let month = month(at: next + 3) {
            if let (year, _) = year(behind: month.end) { return full(index, next + 1, year, month.month, day) }
            return dayNumber(month.end) == nil ? withoutYear(index, next + 1, month.month, day) : nil
        }
        let position = word(next + 1) == "of" ? next + 2 : next + 1
        guard let (month, behind) = month(at: position) else { return nil }
        // "on page 5 May 27" has its number before the month's own.
        if word(next + 1) != "of", dayNumber(behind) != nil, yearNumber(behind) == nil { return nil }
        if let (year, end) = year(behind: behind) { return full(index, end, year, month, day) }
        return withoutYear(index, behind, month, day)
    }

    private func full(_ start: Int, _ end: Int, _ year: Int, _ month: Int, _ day: Int) -> TimeMatch? {
        CalendarDay(year: year, month: month, day: day).map { absolute(start, end, .date, $0.description) }
    }

    /// A day without its year.
    private func withoutYear(_ start: Int, _ end: Int, _ month: Int, _ day: Int) -> TimeMatch? {
        // 29 February is a day too.
        guard day <= CalendarDay.days(inMonth: month, of: 2000) else { return nil }
        return relative(start, end) { nearest(start, $0) { CalendarDay(year: $0, month: month, day: day) }?.description }
    }

    /// The day in the year that the verb asks for where it stands close or the days are far; else in the year that brings it nearest.
    func nearest(_ index: Int, _ anchor: CalendarDay, _ day: (Int) -> CalendarDay?) -> CalendarDay? {
        let days = (anchor.year - 1...anchor.year + 1).compactMap(day)
        guard let near = days.min(by: { abs($0.number - anchor.number) < abs($1.number - anchor.number) }) else { return nil }
        guard abs(near.number - anchor.number) > 60, let found = direction(at: index) else { return near }
        return found.direction == .future ? days.first { $0 >= anchor } ?? near : days.last { $0 <= anchor } ?? near
    }

    /// A month alone. "May" and "March" are other words too, and need more around them.
    private func lone(_ month: Int, _ start: Int, _ index: Int, _ end: Int, _ lead: String) -> TimeMatch? {
        guard isCapitalized(index) else { return nil }
        if lead.isEmpty, word(index) == "may" || word(index) == "march" || word(index).count == 3 {
            guard isWord(index - 1, TimeWords.prepositions), text.tokens[index].casing == .capitalized || month != 5 else { return nil }
        }
        // A first name or a title: "April Jones", "Ms. May".
        if lead.isEmpty, ["april", "may", "june", "august"].contains(word(index)), isCapitalized(end), word(end - 1) != ".",
            text.tokens.indices.contains(end), text.tokens[end].kind == .word, !isWord(index - 1, TimeWords.prepositions)
        {
            return nil
        }
        // "this May" and "May this year" say which.
        let behind = word(end) == "of" ? end + 1 : end
        if word(behind) == "this" || word(behind) == "last" || word(behind) == "next", word(behind + 1) == "year" {
            let shift = word(behind) == "last" ? -1 : word(behind) == "next" ? 1 : 0
            return relative(start, behind + 2) { "\(padded($0.year + shift, 4))-\(padded(month, 2))" }
        }
        let future = lead == "next" || lead != "last" && isFuture(at: index)
        return relative(start, end) { anchor in
            var year = anchor.year
            if future, month < anchor.month { year += 1 }
            if !future, lead != "this", month > anchor.month || lead == "last" && month == anchor.month { year -= 1 }
            return "\(padded(year, 4))-\(padded(month, 2))"
        }
    }

    /// A month's name and the index behind it, with its point.
    func month(at index: Int) -> (month: Int, end: Int)? {
        guard let month = TimeWords.months[word(index)], isCapitalized(index) else { return nil }
        let isShort = word(index).count <= 4 && !["may", "june", "july"].contains(word(index))
        let hasPoint = isShort && word(index + 1) == "." && isJoined(index + 1)
        return (month, hasPoint ? index + 2 : index + 1)
    }

    /// ", 2017", "2017", "of 2017", "nineteen ninety-seven"
    private func year(behind index: Int) -> (year: Int, end: Int)? {
        let position = word(index) == "," || word(index) == "of" ? index + 1 : index
        if let year = yearNumber(position), !isCounted(position + 1) { return (year, position + 1) }
        return spelledYear(position)
    }
}
