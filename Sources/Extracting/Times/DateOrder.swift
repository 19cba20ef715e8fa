// SPDX-License-Identifier: Apache-2.0

/// Whether the numbers of a date have the day or the month first, as the article itself shows.
enum DateOrder {
    case dayFirst
    case monthFirst

    /// By the article's own dates in which one of the two cannot be a month; where it has none, by the region of its language.
    init?(_ words: [String], language: String?) {
        var days = 0
        var months = 0
        for index in words.indices.dropLast(4) where words[index + 1] == "/" && words[index + 3] == "/" {
            guard let first = Int(words[index]), let second = Int(words[index + 2]),
                words[index + 4].count == 4 || words[index + 4].count == 2,
                Int(words[index + 4]) != nil
            else { continue }
            if (13...31).contains(first), (1...12).contains(second) { days += 1 }
            if (13...31).contains(second), (1...12).contains(first) { months += 1 }
        }
        if days > 0, months == 0 {
            self = .dayFirst
        } else if months > 0, days == 0 {
            self = .monthFirst
        } else if days == 0, let region = language?.split(separator: "-").dropFirst().first(where: { $0.count == 2 })?.uppercased() {
            // The United States and those who follow them; Canada and the Philippines write both.
            if region == "CA" || region == "PH" { return nil }
            self = ["US", "PR", "GU", "FM", "MH", "PW"].contains(region) ? .monthFirst : .dayFirst
        } else {
            return nil
        }
    }
}
