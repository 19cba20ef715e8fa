// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What is counted back and on: "ago" from the article's day, "earlier" and "later" from the day last spoken of.
extension TimeGrammar {
    /// "two years ago", "a week ago", "three days earlier", "a year earlier", "10 days later".
    func ago(_ index: Int) -> TimeMatch? {
        let (number, next): (Double, Int)
        if word(index) == "a" || word(index) == "an", TimeWords.units[word(index + 1)] != nil {
            (number, next) = (1, index + 1)
        } else if let counted = NumberWords.number(at: index, in: text, words: words) {
            (number, next) = counted
        } else if word(index) == "a", word(index + 1) == "couple", word(index + 2) == "of" {
            (number, next) = (2, index + 3)
        } else {
            return vagueAgo(index)
        }
        guard let unit = TimeWords.units[word(next)] ?? TimeWords.pluralUnits[word(next)], number < 100_000 else { return nil }
        var end = next + 1
        // "a week or so ago"
        if word(end) == "or", word(end + 1) == "so" { end += 2 }
        switch word(end) {
        case "ago": return unit == .year && number == 1 ? yearBefore(index, end + 1) : back(index, end + 1, unit, number)
        case "earlier" where unit == .year && number == 1: return yearBefore(index, end + 1)
        case "earlier": return fromSpoken(index, end + 1, unit, -number) ?? back(index, end + 1, unit, number)
        case "later" where number == number.rounded():
            return fromSpoken(index, end + 1, unit, number) ?? absolute(index, end + 1, .duration, unit.duration(count(number)))
        default: return nil
        }
    }

    private func back(_ start: Int, _ end: Int, _ unit: TimeWords.Unit, _ number: Double) -> TimeMatch? {
        // "two hours ago" is on a day that is not certain, and "a year and a half" no whole number.
        guard unit.isCalendrical, number == number.rounded() else { return relative(start, end) { _ in nil } }
        return shifted(start, end, unit, -Int(number))
    }

    /// "several years ago", "a few weeks ago", "years ago", "a long time ago", "long ago"
    private func vagueAgo(_ index: Int) -> TimeMatch? {
        var next = word(index) == "a" ? index + 1 : index
        if word(next) == "long" {
            next += word(next + 1) == "time" ? 2 : 1
            return word(next) == "ago" ? absolute(index, next + 1, .date, "PAST_REF") : nil
        }
        if TimeWords.vagueCounts.contains(word(next)) || ["dozens", "hundreds", "thousands"].contains(word(next)) {
            next += word(next + 1) == "of" ? 2 : 1
        }
        guard TimeWords.pluralUnits[word(next)] != nil, word(next + 1) == "ago" else { return nil }
        return absolute(index, next + 2, .date, "PAST_REF")
    }

    /// Counted from the date that the text spoke of at most some forty tokens before.
    private func fromSpoken(_ start: Int, _ end: Int, _ unit: TimeWords.Unit, _ number: Double) -> TimeMatch? {
        guard number == number.rounded(), let spoken, start - spoken.end <= 40, let value = spoken.value.string else { return nil }
        guard let day = CalendarDay(rfc3339: value) ?? firstDay(of: value, unit) else { return nil }
        guard let counted = shifted(day, unit, Int(number)) else { return nil }
        return TimeMatch(start: start, end: end, kind: .date, value: spoken.value.replaced(by: counted))
    }

    /// A day in a value that is as exact as the unit: "1994" for years, "1994-05" for months and years.
    private func firstDay(of value: String, _ unit: TimeWords.Unit) -> CalendarDay? {
        let parts = value.split(separator: "-").map { Int($0) }
        switch (parts.count, unit) {
        case (1, .year), (1, .decade): return parts[0].flatMap { value.count == 4 ? CalendarDay(year: $0, month: 1, day: 1) : nil }
        case (2, .month), (2, .year):
            guard let year = parts[0], let month = parts[1] else { return nil }
            return CalendarDay(year: year, month: month, day: 1)
        default: return nil
        }
    }

    /// "the previous day", "the following year", "the next day", "that year", "the same month": from the date last spoken of.
    func narrated(_ index: Int) -> TimeMatch? {
        var next = word(index) == "the" ? index + 1 : index
        let shift: Double
        switch word(next) {
        case "previous", "preceding": shift = -1
        case "following", "next", "subsequent": shift = 1
        case "same", "that": shift = 0
        default: return nil
        }
        guard next > index || word(next) == "that" else { return nil }
        next += 1
        guard let unit = TimeWords.units[word(next)], [.day, .week, .month, .year].contains(unit), word(next + 1) != "-" else { return nil }
        // "the next year" is mostly the coming one, "the next day" always that of the story.
        if word(next - 1) == "next", unit != .day { return nil }
        return fromSpoken(index, next + 1, unit, shift) ?? (shift == 0 ? nil : relative(index, next + 1) { _ in nil })
    }
}
