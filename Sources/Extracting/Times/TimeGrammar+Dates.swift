// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Dates of the calendar.
extension TimeGrammar {
    /// "2017-05-27"; "27/05/2017" only where one of the two cannot be a month.
    func numericDate(_ index: Int) -> TimeMatch? {
        let mark = word(index + 1)
        guard mark == "-" || mark == "/" || mark == ".", word(index + 3) == mark, (1...4).allSatisfy({ isJoined(index + $0) }),
            let first = integer(index), let second = integer(index + 2), let third = integer(index + 4)
        else { return nil }
        let day: CalendarDay?
        if word(index).count == 4 {
            day = CalendarDay(year: first, month: second, day: third)
        } else if word(index + 4).count == 4, second > 12 || first == second {
            day = CalendarDay(year: third, month: first, day: second)
        } else if word(index + 4).count == 4, first > 12 || mark == "." {
            day = CalendarDay(year: third, month: second, day: first)
        } else {
            day = nil
        }
        return day.map { absolute(index, index + 5, .date, $0.description) }
    }

    /// "May 27, 2017", "27 May", "the 27th of May 2017", "Friday, May 27", "early May", "May 2017", "May".
    func calendarDate(_ index: Int) -> TimeMatch? {
        var next = index
        if word(next) == "the", dayNumber(next + 1) != nil { next += 1 }
        if isWord(next, TimeWords.lateness) || word(next) == "last" || word(next) == "this" || word(next) == "next" {
            next = word(next + 1) == "-" ? next + 2 : next + 1
        }
        let lead = next > index ? word(index) : ""
        if TimeWords.weekdays[word(next)] != nil, isCapitalized(next) {
            next += 1
            if word(next) == "," { next += 1 }
            if word(next) == "the" { next += 1 }
        }
        if let day = dayNumber(next) { return dayFirst(index, next, day) }
        guard let (month, behind) = month(at: next) else { return nil }
        if let day = dayNumber(behind), !(behind + 1 < words.count && TimeWords.units[word(behind + 1)] != nil) {
            if let (year, end) = year(behind: behind + 1) { return full(index, end, year, month, day) }
            return withoutYear(index, behind + 1, month, day)
        }
        // Only a date names its weekday.
        guard next == index || !lead.isEmpty else { return nil }
        if let (year, end) = year(behind: behind) { return absolute(index, end, .date, "\(padded(year, 4))-\(padded(month, 2))") }
        return lone(month, index, next, behind, lead)
    }

    private func dayFirst(_ index: Int, _ next: Int, _ day: Int) -> TimeMatch? {
        let position = word(next + 1) == "of" ? next + 2 : next + 1
        guard let (month, behind) = month(at: position) else { return nil }
        if let (year, end) = year(behind: behind) { return full(index, end, year, month, day) }
        return withoutYear(index, behind, month, day)
    }

    private func full(_ start: Int, _ end: Int, _ year: Int, _ month: Int, _ day: Int) -> TimeMatch? {
        CalendarDay(year: year, month: month, day: day).map { absolute(start, end, .date, $0.description) }
    }

    /// The year that brings the day nearest to the article's.
    private func withoutYear(_ start: Int, _ end: Int, _ month: Int, _ day: Int) -> TimeMatch? {
        // 29 February is a day too.
        guard day <= CalendarDay.days(inMonth: month, of: 2000) else { return nil }
        return relative(start, end) { anchor in
            let days = (anchor.year - 1...anchor.year + 1).compactMap { CalendarDay(year: $0, month: month, day: day) }
            return days.min { abs($0.number - anchor.number) < abs($1.number - anchor.number) }?.description
        }
    }

    /// A month alone. "May" and "March" are other words too, and need more around them.
    private func lone(_ month: Int, _ start: Int, _ index: Int, _ end: Int, _ lead: String) -> TimeMatch? {
        guard isCapitalized(index) else { return nil }
        if lead.isEmpty, word(index) == "may" || word(index) == "march" || word(index).count == 3 {
            guard isWord(index - 1, TimeWords.prepositions), text.tokens[index].casing == .capitalized || month != 5 else { return nil }
        }
        // "this May" and "May this year" say which.
        if word(end) == "this" || word(end) == "last" || word(end) == "next", word(end + 1) == "year" {
            let shift = word(end) == "last" ? -1 : word(end) == "next" ? 1 : 0
            return relative(start, end + 2) { "\(padded($0.year + shift, 4))-\(padded(month, 2))" }
        }
        let future = lead == "next" || lead.isEmpty && isFuture(at: index)
        return relative(start, end) { anchor in
            var year = anchor.year
            if future, month < anchor.month { year += 1 }
            if !future, lead != "this", month > anchor.month || lead == "last" && month == anchor.month { year -= 1 }
            return "\(padded(year, 4))-\(padded(month, 2))"
        }
    }

    /// A month's name and the index behind it, with its point.
    private func month(at index: Int) -> (month: Int, end: Int)? {
        guard let month = TimeWords.months[word(index)], isCapitalized(index) else { return nil }
        let isShort = word(index).count <= 4 && !["may", "june", "july"].contains(word(index))
        let hasPoint = isShort && word(index + 1) == "." && isJoined(index + 1)
        return (month, hasPoint ? index + 2 : index + 1)
    }

    /// ", 2017", "2017", "of 2017"
    private func year(behind index: Int) -> (year: Int, end: Int)? {
        let position = word(index) == "," || word(index) == "of" ? index + 1 : index
        guard let year = yearNumber(position), !isUnit(position + 1) else { return nil }
        return (year, position + 1)
    }

    private func isUnit(_ index: Int) -> Bool { TimeWords.pluralUnits[word(index)] != nil }

    /// "2014", "the 1990s", "fiscal 2015", "the year 2000", "the end of 2016", "the 19th century", "early 2017".
    func year(_ index: Int) -> TimeMatch? {
        var next = index
        if word(next) == "the" { next += 1 }
        if word(next) == "fiscal" || word(next) == "year" || isWord(next, TimeWords.lateness) { next += word(next + 1) == "-" ? 2 : 1 }
        if let decade = decade(next) { return absolute(index, next + 1, .date, decade) }
        let century = word(next).prefix { $0.isNumber }
        if word(next + 1) == "century", let number = Int(century), (1...30).contains(number), century.count < word(next).count {
            return absolute(index, next + 2, .date, padded(number - 1, 2))
        }
        guard let year = yearNumber(next), next == index || word(next - 1) != "the" else { return nil }
        let before = next > index || isWord(index - 1, TimeWords.prepositions)
        let opens = word(index - 1) == "(" && (word(next + 1) == ")" || word(next + 1) == "-" || word(next + 1) == "–")
        let closes = word(next + 1) == "'s" || text.tokens.indices.contains(next + 1) && text.tokens[next + 1].kind == .possessive
        let qualifies = word(index - 1) == "the" && next + 1 < words.count && text.tokens[next + 1].kind == .word && !isPlural(next + 1)
        guard before && !isPlural(next + 1) || opens || qualifies || closes && (1900...2100).contains(year) else { return nil }
        if index > 0, text.tokens[index - 1].kind == .symbol { return nil }
        return absolute(index, next + 1, .date, padded(year, 4))
    }

    /// What follows a count rather than a year: "2000 people" is none.
    private func isPlural(_ index: Int) -> Bool {
        guard index < words.count, text.tokens[index].kind == .word, text.tokens[index].casing == .lower else { return false }
        return words[index].hasSuffix("s") && !["was", "is", "has", "as", "its", "this", "election's"].contains(words[index])
            || ["people", "men", "women", "children", "percent", "million", "billion", "km", "miles"].contains(words[index])
    }

    /// "1990s", "'90s"
    private func decade(_ index: Int) -> String? {
        let word = word(index)
        guard word.hasSuffix("s"), word.dropLast().allSatisfy({ $0.isNumber }) else { return nil }
        if word.count == 5, let year = Int(word.dropLast()), (1000...2190).contains(year), year % 10 == 0 { return String(year / 10) }
        if word.count == 3, let year = Int(word.dropLast()), year % 10 == 0, year >= 20 { return "19\(year / 10)" }
        return nil
    }

    /// "the third quarter of 2014", "third-quarter", "Q3 2014", "the first half of 2015".
    func quarter(_ index: Int) -> TimeMatch? {
        var next = index
        if word(next) == "the" { next += 1 }
        if word(next) == "fiscal" { next += 1 }
        var number: Int?
        var isHalf = false
        if let ordinal = TimeWords.ordinals[word(next)] {
            let position = word(next + 1) == "-" ? next + 2 : word(next + 1) == "fiscal" ? next + 2 : next + 1
            guard word(position) == "quarter" || word(position) == "half" && ordinal <= 2 else { return nil }
            isHalf = word(position) == "half"
            number = ordinal
            next = position + 1
        } else if word(next).count == 2, word(next).hasPrefix("q"), let quarter = Int(word(next).dropFirst()), (1...4).contains(quarter) {
            number = quarter
            next += 1
        }
        guard let number else { return nil }
        let letter = isHalf ? "H" : "Q"
        let position = word(next) == "of" ? next + 1 : next
        if let year = yearNumber(position) { return absolute(index, position + 1, .date, "\(padded(year, 4))-\(letter)\(number)") }
        if isHalf, word(next) != "of" || word(next + 1) != "the" { return nil }
        if isHalf { return word(next + 2) == "year" ? relative(index, next + 3) { "\(padded($0.year, 4))-H\(number)" } : nil }
        let future = isFuture(at: index)
        return relative(index, next) { anchor in
            let year = number <= anchor.quarter || future ? anchor.year : anchor.year - 1
            return "\(padded(year, 4))-Q\(number)"
        }
    }

    /// "the summer of 2014", "last winter", "in the spring".
    func season(_ index: Int) -> TimeMatch? {
        var next = index
        let lead = word(next)
        if ["the", "this", "last", "next"].contains(lead) { next += 1 }
        guard let season = TimeWords.seasons[word(next)] else { return nil }
        let position = word(next + 1) == "of" ? next + 2 : next + 1
        if let year = yearNumber(position) { return absolute(index, position + 1, .date, "\(padded(year, 4))-\(season)") }
        // "fall", "spring" and "the fall of the city" are other things, unless a word says so.
        guard ["this", "last", "next"].contains(lead) && (word(next) != "fall" || word(next + 1) != "in") else { return nil }
        let shift = lead == "last" ? -1 : lead == "next" ? 1 : 0
        return relative(index, next + 1) { "\(padded($0.year + shift, 4))-\(season)" }
    }
}
