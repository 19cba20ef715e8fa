// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Times of day.
extension TimeGrammar {
    /// "10:30 a.m.", "2.15pm", "noon", "midnight on Friday", "9 p.m. Wednesday", "1400 GMT", "0300 local time", "5 p.m. EST, Nov. 6".
    func clockTime(_ index: Int) -> TimeMatch? {
        guard let (clock, end) = clock(at: index) else { return nil }
        var next = end
        if word(next) == "on" || word(next) == "," { next += 1 }
        if let day = calendarDate(next) ?? weekday(next) ?? deictic(next), day.kind == .date {
            switch day.value {
            case .absolute(let value) where value.count == 10: return absolute(index, day.end, .time, "\(value)T\(clock)")
            case .relative(let value) where value == nil || value?.count == 10:
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
        guard text.tokens.indices.contains(index), text.tokens[index].kind == .number || NumberWords.small[word] != nil else { return nil }
        guard text.tokens[index].kind == .number else { return spelledClock(index) }
        let digits = word.prefix { $0.isNumber || $0 == ":" || $0 == "." }
        let parts = digits.split(whereSeparator: { $0 == ":" || $0 == "." })
        guard (1...3).contains(parts.count), parts.allSatisfy({ $0.count <= 4 }), var hour = Int(parts[0]) else { return nil }
        var minute = parts.count > 1 ? Int(parts[1]) ?? 60 : 0
        var next = index + 1
        var half = String(word.dropFirst(digits.count))
        if half.isEmpty, TimeWords.halves.contains(self.word(next)) {
            half = self.word(next)
            next += 1
        }
        half.removeAll { $0 == "." }
        let isMilitary = parts.count == 1 && parts[0].count == 4
        if half == "am" || half == "pm" {
            guard (1...12).contains(hour), minute < 60 else { return nil }
            hour = hour % 12 + (half == "pm" ? 12 : 0)
        } else if isMilitary, TimeWords.zones.contains(half.uppercased()) {
            // "1523EDT", as wire services write it.
            (hour, minute) = (hour / 100, hour % 100)
        } else if self.word(next) == "o'clock", half.isEmpty, parts.count == 1 {
            next += 1
        } else if half.isEmpty, isZone(next) || isLocal(next), parts.count > 1 || isMilitary {
            if parts.count == 1 { (hour, minute) = (hour / 100, hour % 100) }
        } else if half.isEmpty, isMilitary, parts[0].hasPrefix("0") || isPreposition(index), ["hours", "hrs"].contains(self.word(next)),
            hour <= 2400, hour % 100 < 60
        {
            (hour, minute) = (hour / 100, hour % 100)
            next += 1
        } else if digits.contains(":"), half.isEmpty, parts.count == 2, parts[1].count == 2, isPreposition(index) {
            // "at 14:30" without a zone.
        } else {
            return nil
        }
        guard hour <= 24, minute < 60 else { return nil }
        if isLocal(next) { next += 2 } else if isZone(next) { next += 1 }
        return ("\(padded(hour, 2)):\(padded(minute, 2))", next)
    }

    /// "eight o'clock", "nine a.m."
    private func spelledClock(_ index: Int) -> (String, Int)? {
        guard let hour = NumberWords.small[word(index)], (1...12).contains(hour) else { return nil }
        if word(index + 1) == "o'clock" { return ("\(padded(Int(hour), 2)):00", index + 2) }
        guard TimeWords.halves.contains(word(index + 1)), word(index + 1) != "am" else { return nil }
        return ("\(padded(Int(hour) % 12 + (word(index + 1).hasPrefix("p") ? 12 : 0), 2)):00", index + 2)
    }

    private func isPreposition(_ index: Int) -> Bool {
        ["at", "by", "until", "around", "about", "from", "before", "after"].contains(word(index - 1))
    }

    private func isLocal(_ index: Int) -> Bool { word(index) == "local" && word(index + 1) == "time" }

    private func isZone(_ index: Int) -> Bool { isCapitalized(index) && TimeWords.zones.contains(text.string(index)) }
}
