// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Weekdays, "yesterday" and the like, and times of day.
extension TimeGrammar {
    /// "Friday", "last Friday", "Friday night", "late Tuesday"; on its own the last such day, that of publication included.
    func weekday(_ index: Int) -> TimeMatch? {
        var next = index
        let lead = word(next)
        if ["last", "next", "this", "early", "late"].contains(lead) { next += 1 }
        guard let weekday = TimeWords.weekdays[word(next)], isCapitalized(next) else { return nil }
        let part = TimeWords.dayParts[word(next + 1)]
        let end = part == nil ? next + 1 : next + 2
        let future = lead == "next" || lead != "last" && isFuture(at: index)
        return relative(index, end, part == nil ? .date : .time) { anchor in
            let back = (anchor.weekday - weekday + 7) % 7
            let days = future ? (back == 0 ? 7 : 7 - back) : lead == "last" && back == 0 ? -7 : -back
            return anchor.adding(days: days).description + (part ?? "")
        }
    }

    /// "yesterday", "tonight", "this morning", "last night", "tomorrow evening", "overnight".
    func deictic(_ index: Int) -> TimeMatch? {
        var next = index
        if isWord(next, ["early", "late", "earlier", "later"]) { next += 1 }
        let shift: Int
        var part: String?
        switch word(next) {
        case "today": shift = 0
        case "yesterday": shift = -1
        case "tomorrow": shift = 1
        case "tonight": (shift, part) = (0, "TNI")
        case "overnight" where next == index: (shift, part) = (-1, "TNI")
        case "this" where TimeWords.dayParts[word(next + 1)] != nil: shift = 0
        case "last" where word(next + 1) == "night" || word(next + 1) == "evening": shift = -1
        default: return nil
        }
        var end = next + 1
        if part == nil, let named = TimeWords.dayParts[word(end)] {
            part = named
            end += 1
        }
        return relative(index, end, part == nil ? .date : .time) { $0.adding(days: shift).description + (part ?? "") }
    }

    /// "10:30 a.m.", "2.15pm", "noon", "midnight on Friday", "9 p.m. Wednesday", "1400 GMT".
    func clockTime(_ index: Int) -> TimeMatch? {
        guard let (clock, end) = clock(at: index) else { return nil }
        var next = end
        if word(next) == "on" { next += 1 }
        if let day = weekday(next) ?? deictic(next) ?? calendarDate(next), day.kind == .date {
            switch day.value {
            case .absolute(let value) where value.count == 10: return absolute(index, day.end, .time, "\(value)T\(clock)")
            case .relative(let value):
                return TimeMatch(start: index, end: day.end, kind: .time, value: .relative(value.map { "\($0)T\(clock)" }))
            default: break
            }
        }
        return relative(index, end, .time) { "\($0)T\(clock)" }
    }

    private func clock(at index: Int) -> (String, Int)? {
        let word = word(index)
        if word == "noon" { return ("12:00", index + 1) }
        if word == "midnight" { return ("24:00", index + 1) }
        guard text.tokens.indices.contains(index), text.tokens[index].kind == .number else { return nil }
        let digits = word.prefix { $0.isNumber || $0 == ":" || $0 == "." }
        let letters = word.dropFirst(digits.count)
        let parts = digits.split(whereSeparator: { $0 == ":" || $0 == "." })
        guard (1...3).contains(parts.count), parts.allSatisfy({ $0.count <= 4 }), var hour = Int(parts[0]) else { return nil }
        var minute = parts.count > 1 ? Int(parts[1]) ?? 60 : 0
        var next = index + 1
        var half = String(letters)
        if half.isEmpty, ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"].contains(self.word(next)) {
            half = self.word(next)
            next += 1
        }
        half.removeAll { $0 == "." }
        if half == "am" || half == "pm" {
            guard (1...12).contains(hour), minute < 60 else { return nil }
            hour = hour % 12 + (half == "pm" ? 12 : 0)
        } else if self.word(next) == "o'clock", half.isEmpty, parts.count == 1 {
            next += 1
        } else if isZone(next), half.isEmpty, parts.count > 1 || parts[0].count == 4 {
            if parts.count == 1 { (hour, minute) = (hour / 100, hour % 100) }
        } else if digits.contains(":"), half.isEmpty, parts.count == 2, parts[1].count == 2,
            ["at", "by", "until", "around", "about", "from"].contains(self.word(index - 1))
        {
            // "at 14:30" without a zone.
        } else {
            return nil
        }
        guard hour <= 24, minute < 60 else { return nil }
        if isZone(next) { next += 1 }
        return ("\(padded(hour, 2)):\(padded(minute, 2))", next)
    }

    private func isZone(_ index: Int) -> Bool {
        ["gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "ist"].contains(word(index))
            && isCapitalized(index)
    }
}
