// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Numbers that are no figures: names, addresses, telephone numbers, and those around which nothing is said.
extension FigureSearch {
    /// "Flight 370", "G7", "COVID-19", a score, "(3)", "2." at the start of a paragraph, and what sticks to the letters before it.
    func isPartOfName(_ reading: FigureReading, _ sentence: TokenizedText.Segment) -> Bool {
        let first = reading.start
        guard text.tokens[first].kind == .number else { return false }
        let before = reader.word(first - 1)
        if before == "per", reading.isLarge || reading.value == 100 { return true }
        if isTelephoneOrAddress(reading) { return true }
        if reading.isAlone, reading.category == "score" || reading.category == "vote" { return false }
        if first > 0, FigureWords.namers.contains(before), before != "no" || text.tokens[first - 1].casing != .lower { return true }
        if first > 1, before == ".", reader.word(first - 2) == "no" { return true }
        if first > 0, !text.tokens[first].afterSpace, !["(", "[", "“", "\"", "‘", "'", "—", "–"].contains(before) { return true }
        guard reading.end == first + 1, reading.unit == nil else { return false }
        let behind = reader.word(reading.end)
        // "2-1": had the second been greater, the two were read as a range.
        if ["-", "–"].contains(behind), first + 2 < text.tokens.count, text.tokens[first + 2].kind == .number,
            !text.tokens[first + 1].afterSpace, !text.tokens[first + 2].afterSpace
        {
            return true
        }
        if [".", ")"].contains(behind), let paragraph = text.paragraph(at: text.tokens[first].span.start),
            text.paragraphs[paragraph].tokens.lowerBound == first
        {
            return true
        }
        return before == "(" && [")", "-"].contains(behind)
    }

    /// "020 7946 0018", "221 Baker Street"
    private func isTelephoneOrAddress(_ reading: FigureReading) -> Bool {
        let first = reading.start
        guard reading.unit == nil, reading.end == first + 1 else { return false }
        let number = text.string(first)
        if number.utf8.count > 1, number.hasPrefix("0"), !number.contains(".") { return true }
        let isNextNumber = first + 1 < text.tokens.count && text.tokens[first + 1].kind == .number && text.tokens[first + 1].afterSpace
        if isNextNumber, !isTaken[first + 1] || reader.word(first - 1) == "+" { return true }
        if first > 0, text.tokens[first - 1].kind == .number, text.tokens[first].afterSpace, !isTaken[first - 1] { return true }
        var next = first + 1
        while next < min(text.tokens.count, first + 4), text.tokens[next].casing == .capitalized {
            if FigureWords.streets.contains(reader.word(next)) { return next > first + 1 }
            next += 1
        }
        return false
    }

    /// Whether enough stands around a bare number to make it a statement.
    func isStated(_ reading: FigureReading, _ counted: CountedPhrase?, _ category: String?, _ sentence: TokenizedText.Segment)
        -> Bool
    {
        if reading.unit != nil || reading.takesOf { return reading.unit != nil || counted != nil }
        let previous = reader.word(reading.start - 1)
        // "another 11,500", "21 remain trapped": the noun was said before.
        let isElided =
            ["another", "further", "additional", "by", "to"].contains(previous)
            || FigureWords.auxiliaries.contains(reader.word(reading.end))
        if isElided, text.tokens[reading.start].kind == .number, previous != "to" && previous != "by" || reading.isLarge,
            text.string(reading.start).contains(",") || !reading.isLarge
        {
            return true
        }
        let isBounded = reading.min != nil || reading.max != nil || reading.approximate
        let first = reader.word(reading.start)
        if text.tokens[reading.start].kind == .word, !isBounded {
            // "one" and "a hundred" are also a pronoun and a way of speaking.
            if first == "one" || first == "zero" { return category != nil && counted != nil }
            return counted != nil && (category != nil || isPlural(counted))
        }
        if let value = reading.value, !isBounded, (1000...2199).contains(value), value == value.rounded(),
            !text.string(reading.start).contains(",")
        {
            return isPlural(counted) || category != nil
        }
        // "14-21", "555-1234": without a word on what it counts, a range is as well a result or a telephone number.
        if reading.value == nil, !reading.approximate, counted == nil, category == nil { return false }
        if isBounded { return counted != nil || category != nil || text.tokens[reading.end - 1].kind == .number }
        return isPlural(counted) || category != nil
    }
}
