// SPDX-License-Identifier: Apache-2.0

/// A moment of wall-clock time, UTC.
package struct Timestamp: Hashable, Comparable, Sendable {
    package var secondsSince1970: Int
    package var nanoseconds: Int

    package init(secondsSince1970: Int, nanoseconds: Int = 0) {
        self.secondsSince1970 = secondsSince1970
        self.nanoseconds = nanoseconds
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.secondsSince1970, left.nanoseconds) < (right.secondsSince1970, right.nanoseconds)
    }

    /// By RFC 3339 in milliseconds, such as `2026-11-24T03:02:01.250Z`. Years beyond 0…9999, which it cannot say, are clamped.
    package var rfc3339: String {
        let seconds = min(max(secondsSince1970, -62_167_219_200), 253_402_300_799)
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - days * 86_400
        let (year, month, day) = Self.date(daysSince1970: days)
        let time = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
        let milliseconds = min(max(nanoseconds / 1_000_000, 0), 999)
        return "\(padded(year, 4))-\(two(month))-\(two(day))T\(time).\(padded(milliseconds, 3))Z"
    }

    /// The Gregorian date. A year begins in March here, so that the leap day is its last; eras of 400 years repeat.
    private static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let calendarMonth = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0), calendarMonth, day)
    }

    private func two(_ number: Int) -> String { padded(number, 2) }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
