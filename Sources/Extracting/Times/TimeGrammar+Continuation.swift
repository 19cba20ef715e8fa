// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What takes its kind from the time right before it.
extension TimeGrammar {
    /// The "5" of "May 3-5", the "1991" of "1990 and 1991", the "95" of "1991-95".
    func continuation(_ index: Int) -> TimeMatch? {
        guard let previous, previous.end == index - 1, previous.kind == .date,
            ["-", "–", "—", "to", "and", "or", "through", "&", ","].contains(word(index - 1)),
            let value = previous.value.string ?? unanchored(previous)
        else { return nil }
        // "Nov. 14, 15 people died": behind a comma anything may follow.
        let isComma = word(index - 1) == ","
        if value.count == 4, let first = Int(value), previous.value.string != nil, !isComma { return yearAfter(first, index) }
        guard value.count == 10, !isComma || isListed(index), let day = dayNumber(index), month(at: index + 1) == nil,
            !isCounted(index + 1),
            dayNumber(previous.end - 1) != nil
        else { return nil }
        guard word(index - 1) == "-" || word(index - 1) == "–" || isComma || !isNoun(index + 1) else { return nil }
        guard previous.value.string != nil else { return TimeMatch(start: index, end: index + 1, kind: .date, value: .relative(nil)) }
        guard let date = CalendarDay(rfc3339: String(value.prefix(8)) + padded(day, 2)) else { return nil }
        if let year = yearNumber(index + 2), word(index + 1) == ",", let dated = CalendarDay(year: year, month: date.month, day: day) {
            return absolute(index, index + 3, .date, dated.description)
        }
        return TimeMatch(start: index, end: index + 1, kind: .date, value: previous.value.replaced(by: date.description))
    }

    private func yearAfter(_ first: Int, _ index: Int) -> TimeMatch? {
        if let year = yearNumber(index), year > first - 200, !isCounted(index + 1) {
            return absolute(index, index + 1, .date, padded(year, 4))
        }
        // "2001-05" may be a month.
        guard isJoined(index), isJoined(index - 1), word(index - 1) != "-" || (integer(index) ?? 0) > 12, word(index).utf8.count == 2,
            let short = integer(index), first % 100 < short
        else {
            return nil
        }
        return absolute(index, index + 1, .date, padded(first / 100 * 100 + short, 4))
    }

    /// A day of the month that has no value for want of an anchor stands for any.
    private func unanchored(_ match: TimeMatch) -> String? {
        guard anchor == nil, case .relative = match.value, dayNumber(match.end - 1) != nil, month(at: match.start) != nil else {
            return nil
        }
        return "XXXX-XX-XX"
    }

    /// "May 3, 5 and 7"
    private func isListed(_ index: Int) -> Bool { word(index + 1) == "and" && dayNumber(index + 2) != nil && !isNoun(index + 3) }

    private func isNoun(_ index: Int) -> Bool {
        guard text.tokens.indices.contains(index), text.tokens[index].kind == .word else { return false }
        return !TimeWords.prepositions.contains(words[index])
            && !["at", "on", "with", "when", "and", "as", "but", "he", "she", "they", "it"].contains(words[index])
    }
}
