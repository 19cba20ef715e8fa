// SPDX-License-Identifier: Apache-2.0

/// Feasts that newspapers date things by: fixed ones, those on a weekday of a month, and those counted from Easter.
enum HolidayTable {
    enum Rule {
        case fixed(month: Int, day: Int)
        /// The n-th such weekday (1 is Monday) of a month; -1 is the last.
        case weekday(Int, ordinal: Int, month: Int)
        /// So many days from Easter Sunday of the western churches.
        case easter(Int)

        func day(of year: Int) -> CalendarDay? {
            switch self {
            case .fixed(let month, let day): return CalendarDay(year: year, month: month, day: day)
            case .easter(let days): return Self.easter(of: year)?.adding(days: days)
            case .weekday(let weekday, let ordinal, let month):
                guard ordinal < 0 else {
                    guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
                    return first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (ordinal - 1))
                }
                guard let last = CalendarDay(year: year, month: month, day: CalendarDay.days(inMonth: month, of: year)) else { return nil }
                return last.adding(days: -((last.weekday - weekday + 7) % 7))
            }
        }

        /// The anonymous Gregorian computus (Nature, 1876).
        private static func easter(of year: Int) -> CalendarDay? {
            let (golden, century, rest) = (year % 19, year / 100, year % 100)
            let skipped = (century - (century + 8) / 25 + 1) / 3
            let epact = (19 * golden + century - century / 4 - skipped + 15) % 30
            let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
            let shift = (golden + 11 * epact + 22 * weekday) / 451
            let sum = epact + weekday - 7 * shift + 114
            return CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1)
        }
    }

    /// In lower case, with single spaces; an apostrophe's "s" is a token of its own and left out.
    static let rules: [String: Rule] = [
        "christmas eve": .fixed(month: 12, day: 24), "christmas day": .fixed(month: 12, day: 25), "christmas": .fixed(month: 12, day: 25),
        "boxing day": .fixed(month: 12, day: 26), "new year eve": .fixed(month: 12, day: 31), "new year day": .fixed(month: 1, day: 1),
        "valentine day": .fixed(month: 2, day: 14), "halloween": .fixed(month: 10, day: 31), "independence day": .fixed(month: 7, day: 4),
        "veterans day": .fixed(month: 11, day: 11), "bastille day": .fixed(month: 7, day: 14), "may day": .fixed(month: 5, day: 1),
        "memorial day": .weekday(1, ordinal: -1, month: 5), "labor day": .weekday(1, ordinal: 1, month: 9),
        "columbus day": .weekday(1, ordinal: 2, month: 10), "thanksgiving day": .weekday(4, ordinal: 4, month: 11),
        "thanksgiving": .weekday(4, ordinal: 4, month: 11), "good friday": .easter(-2), "easter sunday": .easter(0),
        "easter monday": .easter(1), "easter": .easter(0), "ash wednesday": .easter(-46), "palm sunday": .easter(-7),
    ]

    static let openers: Set<String> = Set(rules.keys.compactMap { $0.split(separator: " ").first.map(String.init) })
}
