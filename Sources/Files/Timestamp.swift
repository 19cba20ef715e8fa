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

    /// Cut to whole milliseconds since 1970.
    package var milliseconds: Int { secondsSince1970 * 1000 + nanoseconds / 1_000_000 }

    package init(milliseconds: Int) {
        let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
        self.init(secondsSince1970: seconds, nanoseconds: (milliseconds - seconds * 1000) * 1_000_000)
    }

    package func duration(since earlier: Timestamp) -> Duration {
        .seconds(secondsSince1970 - earlier.secondsSince1970) + .nanoseconds(nanoseconds - earlier.nanoseconds)
    }

    package func advanced(by duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        let total = nanoseconds + Int(attoseconds / 1_000_000_000)
        let carry = total >= 1_000_000_000 ? 1 : total < 0 ? -1 : 0
        return Timestamp(secondsSince1970: secondsSince1970 + Int(seconds) + carry, nanoseconds: total - carry * 1_000_000_000)
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

    /// Reads what `rfc3339` gives; `nil` for anything else.
    package init?(rfc3339 text: String) {
        let fields = text.split(whereSeparator: { "-T:.Z".contains($0) }).map { Int($0) }
        guard text.utf8.count == 24, fields.count == 7, let year = fields[0], let month = fields[1], let day = fields[2],
            let hour = fields[3], let minute = fields[4], let second = fields[5], let millisecond = fields[6], (1...12).contains(month)
        else { return nil }
        // A year begins in March, as below.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        self.init(
            secondsSince1970: days * 86_400 + hour * 3600 + minute * 60 + second, nanoseconds: millisecond * 1_000_000)
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
