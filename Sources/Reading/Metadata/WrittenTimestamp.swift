// SPDX-License-Identifier: Apache-2.0

/// Dates that pages write for people or for other machines than ours: "Tue, 19 Nov 2019 17:50:00 GMT" (RFC 5322), "November 19, 2019 5:50 PM
/// EST", "19. November 2019", "2019/11/19 14:03", "20191119", seconds since 1970.
///
/// A date with the day before the month or behind it cannot be told from its digits alone, so those of the form 5/6/2019 are none.
struct WrittenTimestamp {
    private var (year, month, day) = (0, 0, 0)
    private var clock: (hour: Int, minute: Int, second: Int)?
    private var zone: String?

    /// The date in RFC 3339, with the time where its zone is written too; `nil` where anything is left that is neither.
    static func normalized(_ value: String) -> String? {
        guard value.utf8.count <= 80 else { return nil }
        if let seconds = epoch(value) { return seconds }
        var stamp = WrittenTimestamp()
        guard stamp.read(value.lowercased()) else { return nil }
        return stamp.text
    }

    private var text: String? {
        guard (1000...9999).contains(year), (1...12).contains(month), day >= 1, day <= Timestamp.days(year, month) else { return nil }
        let date = "\(year)-\(Timestamp.padded(month))-\(Timestamp.padded(day))"
        guard let clock, let zone, clock.hour < 24, clock.minute < 60 else { return date }
        let time = [clock.hour, clock.minute, min(clock.second, 59)].map { Timestamp.padded($0) }.joined(separator: ":")
        return date + "T" + time + zone
    }

    private mutating func read(_ value: String) -> Bool {
        var numbers: [Int] = []
        for word in value.split(whereSeparator: {
            $0 == " " || $0 == "," || $0 == "(" || $0 == ")" || $0 == "[" || $0 == "]" || $0 == "|" || $0 == "\u{A0}"
        }) {
            let plain = word.hasSuffix(".") || word.hasSuffix(":") ? word.dropLast() : word
            if let month = Self.months[String(plain)] {
                guard self.month == 0 else { return false }
                self.month = month
            } else if plain.contains(":") {
                guard readClock(plain) else { return false }
            } else if plain == "am" || plain == "pm" || plain == "a.m" || plain == "p.m" {
                isAfternoon(plain.hasPrefix("p"))
            } else if let number = Self.number(plain) {
                if number > 31, plain.utf8.count == 8 {
                    guard year == 0 else { return false }
                    (year, month, day) = (number / 10000, number / 100 % 100, number % 100)
                } else {
                    numbers.append(number)
                }
            } else if let zone = Self.zones[String(plain)] ?? Self.offset(plain) {
                self.zone = zone
            } else if plain.utf8.contains(where: { $0 == 0x2F || $0 == 0x2D || $0 == 0x2E }) {
                guard readNumeric(plain) else { return false }
            } else if !Self.fillers.contains(String(plain)) {
                return false
            }
        }
        if year == 0 {
            guard month > 0, numbers.count == 2, let longest = numbers.max(), longest >= 1000, let shortest = numbers.min() else {
                return false
            }
            (year, day) = (longest, shortest)
        } else if !numbers.isEmpty {
            return false
        }
        return true
    }

    /// 2019/11/19, 2019.11.19, 19.11.2019 (with dots it is always the day first).
    private mutating func readNumeric(_ word: Substring) -> Bool {
        let parts = word.split { $0 == "/" || $0 == "-" || $0 == "." }.compactMap { Int($0) }
        guard parts.count == 3, year == 0, word.utf8.allSatisfy({ ByteScanner.isDigit($0) || $0 == 0x2F || $0 == 0x2D || $0 == 0x2E })
        else {
            return false
        }
        if parts[0] >= 1000 {
            (year, month, day) = (parts[0], parts[1], parts[2])
        } else if parts[2] >= 1000, word.contains(".") || parts[0] > 12 {
            (year, month, day) = (parts[2], parts[1], parts[0])
        } else if parts[2] >= 1000, parts[1] > 12 {
            (year, month, day) = (parts[2], parts[0], parts[1])
        } else {
            return false
        }
        return true
    }

    /// 17:50, 17:50:03, 5:50pm
    private mutating func readClock(_ word: Substring) -> Bool {
        let mark = word.hasSuffix("pm") ? true : word.hasSuffix("am") ? false : nil as Bool?
        let digits = mark == nil ? word : word.dropLast(2)
        let parts = digits.split(separator: ":").map { Int($0.prefix { $0.isASCII && $0.isNumber }) }
        guard (2...3).contains(parts.count), clock == nil, let hour = parts[0], let minute = parts[1] else { return false }
        clock = (hour, minute, parts.count > 2 ? parts[2] ?? 0 : 0)
        if let mark { isAfternoon(mark) }
        return true
    }

    private mutating func isAfternoon(_ isAfternoon: Bool) {
        guard let time = clock, time.hour <= 12 else { return }
        clock?.hour = time.hour % 12 + (isAfternoon ? 12 : 0)
    }

    private static func number(_ word: Substring) -> Int? {
        var digits = word
        for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) { digits = digits.dropLast(2) }
        guard !digits.isEmpty, digits.utf8.count <= 8, digits.utf8.allSatisfy(ByteScanner.isDigit) else { return nil }
        return Int(digits)
    }

    /// +0100
    private static func offset(_ word: Substring) -> String? {
        guard let sign = word.first, sign == "+" || sign == "-", word.utf8.count == 5, word.dropFirst().utf8.allSatisfy(ByteScanner.isDigit)
        else { return nil }
        return "\(sign)\(word.dropFirst().prefix(2)):\(word.suffix(2))"
    }

    /// Seconds, or milliseconds, since 1970.
    private static func epoch(_ value: String) -> String? {
        guard value.utf8.count == 10 || value.utf8.count == 13, value.utf8.allSatisfy(ByteScanner.isDigit), let number = Int(value) else {
            return nil
        }
        let seconds = value.utf8.count == 13 ? number / 1000 : number
        // Days since 1970 as a civil date (Howard Hinnant, "chrono-compatible low-level date algorithms").
        let shifted = seconds / 86400 + 719_468
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        var stamp = WrittenTimestamp()
        stamp.day = dayOfYear - (153 * month + 2) / 5 + 1
        stamp.month = month < 10 ? month + 3 : month - 9
        stamp.year = yearOfEra + shifted / 146_097 * 400 + (stamp.month <= 2 ? 1 : 0)
        stamp.clock = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
        stamp.zone = "Z"
        return stamp.text
    }

    /// Names of months, whole and cut short, in the languages whose pages write them so.
    private static let months: [String: Int] = {
        var result: [String: Int] = [:]
        let names = [
            "january jan januar januari janvier enero janeiro gennaio января stycznia",
            "february feb februar februari février febrero fevereiro febbraio февраля lutego",
            "march mar märz maart mars marzo março марта marca", "april apr avril abril aprile апреля kwietnia",
            "may mai mei mayo maio maggio мая maja", "june jun juni juin junio junho giugno июня czerwca",
            "july jul juli juillet julio julho luglio июля lipca", "august aug augustus août agosto августа sierpnia",
            "september sep sept septembre septiembre setembro settembre сентября września",
            "october oct oktober octobre octubre outubro ottobre октября października",
            "november nov novembre noviembre novembro ноября listopada",
            "december dec dezember décembre diciembre dezembro dicembre декабря grudnia",
        ]
        for (index, list) in names.enumerated() {
            for name in list.split(separator: " ") { result[String(name)] = index + 1 }
        }
        return result
    }()

    private static let zones = [
        "z": "Z", "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00",
        "mdt": "-06:00",
        "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "msk": "+03:00",
    ]

    private static let fillers: Set<String> = Set(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun at on of the published posted updated
        de del das den der vom am um uhr le el em à às last first date montag dienstag mittwoch donnerstag freitag samstag sonntag publié publicado
        - – — · •
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
