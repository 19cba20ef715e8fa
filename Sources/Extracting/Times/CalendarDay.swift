// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, for counting from the day an article was published.
struct CalendarDay: Hashable, Comparable {
    let year: Int
    let month: Int
    let day: Int

    /// `nil` where there is no such day. Years 1 to 9999.
    init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// - Parameter number: days since 1970-01-01; beyond the years 1 to 9999 it is clamped.
    init(number: Int) {
        // The civil calendar in eras of 400 years that begin in March (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
        let shifted = min(max(number, -719_162), 2_932_896) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * part + 2) / 5 + 1
        month = part < 10 ? part + 3 : part - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Reads the date at the start of an RFC 3339 date or date-time.
    init?(rfc3339 string: String) {
        let parts = string.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2, let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Days since 1970-01-01.
    var number: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
    var weekday: Int { (number % 7 + 10) % 7 + 1 }

    var quarter: Int { (month - 1) / 3 + 1 }

    func adding(days: Int) -> CalendarDay { CalendarDay(number: number + days) }

    /// Year and month after so many months.
    func adding(months: Int) -> (year: Int, month: Int) {
        let total = year * 12 + month - 1 + months
        return (total >= 0 ? total / 12 : (total - 11) / 12, (total % 12 + 12) % 12 + 1)
    }

    /// Year and number of the week by ISO 8601.
    var week: (year: Int, week: Int) {
        let thursday = adding(days: 4 - weekday)
        let first = CalendarDay(year: thursday.year, month: 1, day: 1)?.number ?? 0
        return (thursday.year, (thursday.number - first) / 7 + 1)
    }

    static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDay: CustomStringConvertible {
    var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
