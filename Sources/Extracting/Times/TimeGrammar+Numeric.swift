// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Dates in digits alone.
extension TimeGrammar {
    /// "2017-05-27", "2017-05-27T10:00:00Z", "27.05.2017", "27/05/2017", "11-02-89". "5/4/2017" has a value only where the article shows
    /// which of the two is the month.
    func numericDate(_ index: Int) -> TimeMatch? {
        if let match = pointedDate(index) { return match }
        let mark = word(index + 1)
        guard mark == "-" || mark == "/" || mark == ".", word(index + 3) == mark, (1...4).allSatisfy({ isJoined(index + $0) }),
            !isContinued(index), let first = integer(index), let second = integer(index + 2)
        else { return nil }
        if word(index).count == 4 { return mark == "." ? nil : isoDate(index, first, second) }
        guard let third = integer(index + 4), word(index).count <= 2, word(index + 2).count <= 2, !isJoined(index + 5) || isEnd(index + 5)
        else {
            return nil
        }
        let isShort = word(index + 4).count == 2
        // "3-4-05" may be a score; a slash, or a year that is no day, makes it a date.
        guard
            word(index + 4).count == 4
                || isShort && (mark == "/" && word(index + 2).count == 2 || mark == "-" && third > 31 && word(index).count == 2)
        else { return nil }
        return date(index, index + 5, first, second, isShort ? century(third) + third : third, isPointed: mark == ".")
    }

    /// "27.05.2017": the tokenizer takes it for one number. Where points are written, the day comes first.
    private func pointedDate(_ index: Int) -> TimeMatch? {
        let parts = word(index).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, !["version", "release", "v"].contains(word(index - 1)), parts[0].count <= 2, parts[1].count <= 2,
            parts[2].count == 4, let first = Int(parts[0]),
            let second = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return date(index, index + 1, first, second, year, isPointed: true)
    }

    private func date(_ start: Int, _ end: Int, _ first: Int, _ second: Int, _ year: Int, isPointed: Bool) -> TimeMatch? {
        let dayFirst = CalendarDay(year: year, month: second, day: first)
        let monthFirst = CalendarDay(year: year, month: first, day: second)
        switch (dayFirst, monthFirst, order) {
        // "2.15.2017" is a version rather than a date.
        case (nil, _?, _) where isPointed: return nil
        case (let day?, nil, _), (nil, let day?, _): return absolute(start, end, .date, day.description)
        case (let day?, let other?, _) where day == other: return absolute(start, end, .date, day.description)
        case (let day?, _, _) where isPointed: return absolute(start, end, .date, day.description)
        case (let day?, _, .dayFirst?): return absolute(start, end, .date, day.description)
        case (_, let day?, .monthFirst?): return absolute(start, end, .date, day.description)
        case (let day?, let other?, nil):
            // The day of the article itself, or a wire's stamp: "11-02-89 1523EDT".
            if day == anchor || other == anchor { return absolute(start, end, .date, (day == anchor ? day : other).description) }
            if TimeWords.americanZones.contains(String(word(end).suffix(3))) { return absolute(start, end, .date, other.description) }
            return TimeMatch(start: start, end: end, kind: .date, value: .unresolved("it could be \(day) or \(other)"))
        default: return nil
        }
    }

    /// The century that brings a year of two digits nearest to the article's; where nothing dates it, POSIX's: 69 and later are of the 20th.
    private func century(_ year: Int) -> Int {
        guard let anchor else { return year >= 69 ? 1900 : 2000 }
        let base = anchor.year / 100 * 100
        return [base - 100, base, base + 100].min { abs($0 + year - anchor.year) < abs($1 + year - anchor.year) } ?? base
    }

    /// "2017-05-27", with a time of day behind "T" or a space.
    private func isoDate(_ index: Int, _ year: Int, _ month: Int) -> TimeMatch? {
        let third = word(index + 4)
        let digits = third.prefix { $0.isNumber }
        guard digits.count <= 2, let day = Int(digits), let date = CalendarDay(year: year, month: month, day: day) else { return nil }
        var clock = third.dropFirst(digits.count)
        var end = index + 5
        if clock.isEmpty {
            guard word(end).contains(":"), isDigitalClock(word(end).prefix { $0 != "z" }) else {
                return isJoined(end) && !isEnd(end) ? nil : absolute(index, end, .date, date.description)
            }
            clock = word(end)[...]
            end += 1
        } else if clock.first == "t" {
            clock = clock.dropFirst()
        } else {
            return nil
        }
        let time = clock.prefix { $0 != "z" }
        guard isDigitalClock(time) else { return nil }
        var zone = clock.hasSuffix("z") ? "Z" : ""
        if zone.isEmpty, word(end) == "+" || word(end) == "-", isJoined(end), isJoined(end + 1), isDigitalClock(word(end + 1)[...]) {
            zone = word(end) + word(end + 1)
            end += 2
        }
        return absolute(index, end, .time, "\(date)T\(time)\(zone)")
    }

    /// "10:00", "10:00:00", "10:00:00.5", "0200"
    private func isDigitalClock(_ string: Substring) -> Bool {
        let parts = string.prefix { $0 != "." }.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 1, parts[0].count == 4, let number = Int(parts[0]) { return number / 100 <= 24 && number % 100 < 60 }
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 && $0.utf8.allSatisfy(\.isASCIIDigit) }) else { return false }
        let numbers = parts.compactMap { Int($0) }
        return numbers[0] <= 24 && numbers[1] < 60
    }

    /// Whether the digits go on before the token: "555-2014-99" is no date.
    private func isContinued(_ index: Int) -> Bool {
        isJoined(index) && ["-", "/", ".", "+"].contains(word(index - 1)) && isJoined(index - 1)
    }

    private func isEnd(_ index: Int) -> Bool {
        !text.tokens.indices.contains(index) || [".", ",", ")", ":", ";", "]", "'", "\"", "\u{201D}", "?", "!"].contains(words[index])
            || text.tokens[index].kind == .possessive
    }

    /// "D+3": so many days after a day that the text does not name.
    func dayOfOperation(_ index: Int) -> TimeMatch? {
        guard word(index) == "d", text.string(index) == "D", word(index + 1) == "+" || word(index + 1) == "-", isJoined(index + 1),
            isJoined(index + 2), let count = integer(index + 2), count < 1000
        else { return nil }
        return TimeMatch(start: index, end: index + 3, kind: .date, value: .unresolved("the day it counts from is not named"))
    }
}
