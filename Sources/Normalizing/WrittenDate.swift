// SPDX-License-Identifier: Apache-2.0

/// A day as datelines write it: "May 27", "3 March 2020", "Oct. 7, 2023".
struct WrittenDate: Equatable {
    var year: Int?
    var month: Int
    var day: Int

    /// - Parameter words: the words of the date, commas and points taken off; all of them belong to it.
    init?(_ words: [Substring]) {
        guard words.count == 2 || words.count == 3 else { return nil }
        if let month = Self.month(words[0]), let day = Self.number(words[1], 1...31) {
            (self.month, self.day) = (month, day)
        } else if let day = Self.number(words[0], 1...31), let month = Self.month(words[1]) {
            (self.month, self.day) = (month, day)
        } else {
            return nil
        }
        if words.count == 3 {
            guard let year = Self.number(words[2], 1000...2999) else { return nil }
            self.year = year
        }
        guard day <= Self.days(in: month, of: year ?? 2000) else { return nil }
    }

    /// ISO 8601; without a year of its own it takes that of the day of publication, or gives `nil`.
    ///
    /// - Parameter published: RFC 3339.
    func iso(published: String?) -> String? {
        guard let year = year ?? published.flatMap({ yearBefore($0) }) else { return nil }
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// The year in which this day lies closest before the publication: a story of December 31 appears in January.
    private func yearBefore(_ published: String) -> Int? {
        let parts = published.prefix(10).split(separator: "-")
        guard parts.count == 3, let year = Self.number(parts[0], 1000...2999), let month = Self.number(parts[1], 1...12) else { return nil }
        return self.month > month + 1 ? year - 1 : year
    }

    private static func number(_ word: Substring, _ range: ClosedRange<Int>) -> Int? {
        guard word.utf8.count <= 4, word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(word), range.contains(number)
        else {
            return nil
        }
        return number
    }

    private static func month(_ word: Substring) -> Int? {
        let folded = word.lowercased()
        guard
            let index = months.firstIndex(where: {
                $0 == folded || folded.utf8.count >= 3 && folded.utf8.count <= 4 && $0.hasPrefix(folded)
            })
        else { return nil }
        return index + 1
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
}
