// SPDX-License-Identifier: Apache-2.0

/// Dates as mails, HTTP and RSS write them: "Mon, 04 Mar 2024 05:06:07 +0100" (RFC 822, RFC 5322).
enum MailDate {
    /// As RFC 3339; the date alone where the zone is missing or not known.
    static func normalized(_ value: String) -> String? {
        var words = value.prefix(100).split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "," }[...]
        if let first = words.first, Int(first) == nil, words.count > 1, days.contains(first.prefix(3).lowercased()) { words.removeFirst() }
        guard words.count >= 3, let day = words.popFirst().flatMap({ Int($0) }),
            let month = words.popFirst().flatMap({ months.firstIndex(of: $0.prefix(3).lowercased()) }),
            let year = words.popFirst().flatMap(year), (1...Timestamp.days(year, month + 1)).contains(day)
        else { return nil }
        let date = "\(Timestamp.padded(year, 4))-\(Timestamp.padded(month + 1))-\(Timestamp.padded(day))"
        guard let time = words.popFirst().flatMap(time), let zone = words.first.flatMap({ zone(String($0)) }) else { return date }
        return "\(date)T\(time)\(zone)"
    }

    private static let days: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Years of two digits as RFC 5322 has them, section 4.3.
    private static func year(_ word: Substring) -> Int? {
        guard let year = Int(word), word.utf8.allSatisfy(ByteScanner.isDigit) else { return nil }
        switch word.utf8.count {
        case 2: return year < 50 ? 2000 + year : 1900 + year
        case 4: return year >= 1000 ? year : nil
        default: return nil
        }
    }

    private static func time(_ word: Substring) -> String? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { $0.utf8.count <= 2 ? Int($0) : nil }
        guard (2...3).contains(parts.count), let hour = parts[0], (0..<24).contains(hour), let minute = parts[1], (0..<60).contains(minute)
        else { return nil }
        let second = parts.count == 3 ? parts[2] : 0
        guard let second, (0...60).contains(second) else { return nil }
        return "\(Timestamp.padded(hour)):\(Timestamp.padded(minute)):\(Timestamp.padded(min(second, 59)))"
    }

    private static func zone(_ word: String) -> String? {
        if let named = zones[word.uppercased()] { return named }
        let bytes = Array(word.utf8.filter { $0 != UInt8(ascii: ":") })
        guard bytes.count == 5, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"), bytes[1...].allSatisfy(ByteScanner.isDigit)
        else { return nil }
        let digits = bytes[1...].map { Int($0 - 0x30) }
        let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        guard hours < 24, minutes < 60 else { return nil }
        return "\(bytes[0] == UInt8(ascii: "-") ? "-" : "+")\(Timestamp.padded(hours)):\(Timestamp.padded(minutes))"
    }

    /// The zones of RFC 822, and of those that it does not know the ones that mean one thing wherever feeds use them.
    private static let zones = [
        "Z": "Z", "UT": "Z", "UTC": "Z", "GMT": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00",
        "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "WET": "+00:00", "WEST": "+01:00", "BST": "+01:00", "CET": "+01:00",
        "CEST": "+02:00", "MEZ": "+01:00", "MESZ": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "JST": "+09:00",
    ]
}
