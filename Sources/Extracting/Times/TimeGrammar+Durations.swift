// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// How long something lasts.
extension TimeGrammar {
    /// "three years", "24 hours", "a month", "several days", "a three-year", "decades", "the nine months", "20 more years", "two to six days".
    func duration(_ index: Int) -> TimeMatch? {
        if ["the", "these", "those"].contains(word(index)), let inner = numbered(index + 1), inner.kind == .duration,
            word(inner.end - 2) != "-"
        {
            return absolute(index, inner.end, .duration, inner.value.string ?? "")
        }
        return numbered(index) ?? single(index) ?? vague(index)
    }

    private func numbered(_ index: Int) -> TimeMatch? {
        guard let (number, behind) = NumberWords.number(at: index, in: text, words: words), number < 100_000 else { return nil }
        // "two to six days": of the two the first.
        if ["to", "or", "-", "–"].contains(word(behind)), let (last, end) = NumberWords.number(at: behind + 1, in: text, words: words),
            last > number, last < 100_000, let unit = TimeWords.pluralUnits[word(end)]
        {
            return isAge(end + 1) ? nil : absolute(index, behind, .duration, unit.duration(count(number)))
        }
        let end = ["more", "additional", "consecutive", "straight", "full", "whole"].contains(word(behind)) ? behind + 1 : behind
        let isCompound = word(end - 1) == "-"
        if let unit = TimeWords.pluralUnits[word(end)] ?? (number == 1 || isCompound ? TimeWords.units[word(end)] : nil) {
            return isAge(end + 1) || isPlace(number, unit) ? nil : absolute(index, end + 1, .duration, unit.duration(count(number)))
        }
        // "a two day rally", as speech is written down.
        if number > 1, let unit = TimeWords.units[word(end)], unit != .second, unit != .quarter, text.tokens.indices.contains(end + 1),
            text.tokens[end + 1].kind == .word, text.tokens[end + 1].casing == .lower, !TimeWords.prepositions.contains(word(end + 1)),
            word(end + 1) != "old"
        {
            return absolute(index, end + 1, .duration, unit.duration(count(number)))
        }
        // "an 18-year-old" is an age.
        guard let unitIndex = joined(after: behind), let unit = TimeWords.units[word(unitIndex)], word(unitIndex + 1) != "-" else {
            return nil
        }
        return absolute(index, unitIndex + 1, .duration, unit.duration(count(number)))
    }

    /// "a month", "an additional year", "another week"; "a year" as a rate recurs.
    private func single(_ index: Int) -> TimeMatch? {
        guard ["a", "an", "another"].contains(word(index)) else { return nil }
        let noun = ["additional", "extra", "full", "whole", "half"].contains(word(index + 1)) ? index + 2 : index + 1
        guard word(noun - 1) != "half", let unit = TimeWords.units[word(noun)], ![.second, .weekend, .quarter].contains(unit) else {
            return nil
        }
        if word(noun + 1) == "-" || isAge(noun + 1) { return nil }
        let before = word(index - 1)
        let isRate =
            noun == index + 1 && word(index) != "another" && index > 0
            && (["times", "twice", "once", "per", "dollars", "people"].contains(before) || text.tokens[index - 1].kind == .number
                || NumberWords.scales[before] != nil || isCountedNoun(index - 1))
        return absolute(index, noun + 1, isRate ? .set : .duration, unit.duration("1"))
    }

    /// "four flights a week", "700 seats a week": a noun in the plural with a number before it.
    private func isCountedNoun(_ index: Int) -> Bool {
        guard index > 0, words[index].hasSuffix("s"), text.tokens[index].kind == .word else { return false }
        return (max(0, index - 2)..<index).contains { text.tokens[$0].kind == .number || NumberWords.small[words[$0]] != nil }
    }

    private func vague(_ index: Int) -> TimeMatch? {
        var next = index
        if word(next) == "a", ["few", "couple"].contains(word(next + 1)) { next += 1 }
        if ["dozens", "hundreds", "thousands", "couple"].contains(word(next)), word(next + 1) == "of",
            let unit = TimeWords.pluralUnits[word(next + 2)]
        {
            return absolute(index, next + 3, .duration, unit.duration(word(next) == "couple" ? "2" : "X"))
        }
        if TimeWords.vagueCounts.contains(word(next)), let unit = TimeWords.pluralUnits[word(next + 1)] {
            return absolute(index, next + 2, .duration, unit.duration("X"))
        }
        if word(index) == "the", let unit = TimeWords.pluralUnits[word(index + 1)], unit == .year || unit == .decade,
            ["over", "through", "in", "during", "down"].contains(word(index - 1)), word(index + 2) != "of"
        {
            return absolute(index, index + 2, .duration, unit.duration("X"))
        }
        if let unit = TimeWords.pluralUnits[word(index)], unit != .second, unit != .quarter,
            ["for", "in", "over", "within", "after", "of", "took", "lasted", "last", "take", "through", "many", "spent", "or"].contains(
                word(index - 1))
        {
            return absolute(index, index + 1, .duration, unit.duration("X"))
        }
        return nil
    }

    /// "an 8-month-old truce"; in years it is a figure about somebody, not a time.
    func age(_ index: Int) -> TimeMatch? {
        guard let (number, behind) = NumberWords.number(at: index, in: text, words: words), let noun = joined(after: behind),
            let unit = TimeWords.units[word(noun)], unit != .year, let old = joined(after: noun + 1), word(old) == "old", number < 1000
        else { return nil }
        return absolute(index, old + 1, .duration, unit.duration(count(number)))
    }

    private func isAge(_ index: Int) -> Bool {
        word(index) == "old" || word(index) == "-" && word(index + 1) == "old" || word(index) == "of" && word(index + 1) == "age"
    }

    /// "one second" and the like are more often a place in an order than a time; "0 days" says nothing.
    private func isPlace(_ number: Double, _ unit: TimeWords.Unit) -> Bool { number == 0 || number == 1 && unit == .second }

    func count(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}
