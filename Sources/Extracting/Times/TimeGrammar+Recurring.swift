// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What recurs, and what has no place in the calendar.
extension TimeGrammar {
    /// "every Monday", "each July", "every two weeks", "every other day", "daily", "annually", "Tuesdays", "Monday nights".
    func recurring(_ index: Int) -> TimeMatch? {
        if let value = TimeWords.frequencies[word(index)], !isCapitalized(index) { return absolute(index, index + 1, .set, value) }
        if let day = TimeWords.pluralWeekdays[word(index)], isCapitalized(index) {
            return absolute(index, index + 1, .set, "XXXX-WXX-\(day)")
        }
        if let day = TimeWords.weekdays[word(index)], isCapitalized(index), let part = TimeWords.pluralDayParts[word(index + 1)] {
            return absolute(index, index + 2, .set, "XXXX-WXX-\(day)\(part)")
        }
        guard word(index) == "every" || word(index) == "each" else { return nil }
        let next = word(index + 1) == "other" || word(index + 1) == "single" ? index + 2 : index + 1
        let isOther = word(index + 1) == "other"
        if let day = TimeWords.weekdays[word(next)] {
            let part = TimeWords.dayParts[word(next + 1)]
            return absolute(index, part == nil ? next + 1 : next + 2, .set, "XXXX-WXX-\(day)\(part ?? "")")
        }
        if let (month, end) = month(at: next) { return absolute(index, end, .set, "XXXX-\(padded(month, 2))") }
        if let season = TimeWords.seasons[word(next)] { return absolute(index, next + 1, .set, "XXXX-\(season)") }
        if let part = TimeWords.dayParts[word(next)] { return absolute(index, next + 1, .set, "XXXX-XX-XX\(part)") }
        if let unit = TimeWords.units[word(next)] {
            return absolute(index, next + 1, .set, unit == .weekend ? "XXXX-WXX-WE" : unit.duration(isOther ? "2" : "1"))
        }
        if let (number, end) = NumberWords.number(at: next, in: text, words: words), number < 1000,
            let unit = TimeWords.pluralUnits[word(end)]
        {
            return absolute(index, end + 1, .set, unit.duration(count(number)))
        }
        return nil
    }

    /// "now", "recently", "soon", "the future", "at the moment", "a later date".
    func reference(_ index: Int) -> TimeMatch? {
        if word(index) == "the" {
            let position = word(index + 1) == "near" || word(index + 1) == "distant" ? index + 2 : index + 1
            if word(position) == "future", word(position + 1) != "of" { return absolute(index, position + 1, .date, "FUTURE_REF") }
            // "in the past it considered": "the past" with a noun behind it is none.
            let isAlone =
                position + 1 >= words.count || text.tokens[position + 1].kind == .punctuation || isWord(position + 1, TimeWords.pronouns)
            if word(position) == "past", isAlone { return absolute(index, position + 1, .date, "PAST_REF") }
            return nil
        }
        if word(index) == "at", word(index + 1) == "present" || word(index + 1) == "the" && word(index + 2) == "moment" {
            return absolute(index, word(index + 1) == "present" ? index + 2 : index + 3, .date, "PRESENT_REF")
        }
        if word(index) == "a", word(index + 1) == "later", word(index + 2) == "date" {
            return absolute(index, index + 3, .date, "FUTURE_REF")
        }
        if word(index) == "right", word(index + 1) == "now" { return absolute(index, index + 2, .date, "PRESENT_REF") }
        // "Shelter Now International" is a name.
        if isCapitalized(index), isCapitalized(index - 1) || isCapitalized(index + 1) { return nil }
        // "as soon as", "soon after" and "Now, he says" are no times.
        switch word(index) {
        case "soon" where word(index - 1) == "as" || word(index - 1) == "too" || word(index + 1) == "after": return nil
        case "now" where isCapitalized(index) && word(index + 1) == ",": return nil
        case "now" where word(index + 1) == "that": return nil
        default: return TimeWords.references[word(index)].map { absolute(index, index + 1, .date, $0) }
        }
    }
}
