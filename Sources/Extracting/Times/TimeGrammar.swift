// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Recognises one expression at one token. Each rule looks a bounded number of tokens ahead, so the whole is linear.
struct TimeGrammar {
    let text: TokenizedText
    /// The tokens in lower case.
    let words: [String]
    let anchor: CalendarDay?

    init(_ text: TokenizedText, anchor: CalendarDay?) {
        self.text = text
        words = text.tokens.indices.map { text.folded($0) }
        self.anchor = anchor
    }

    /// The longest of the rules' answers that begins at the token, the first of equals.
    func match(at index: Int) -> TimeMatch? {
        let token = text.tokens[index]
        guard token.kind == .word || token.kind == .number else { return nil }
        // A cheap look before the rules: most words begin no time.
        guard token.kind == .number || Self.openers.contains(words[index]) || NumberWords.small[words[index]] != nil else { return nil }
        var best: TimeMatch?
        for rule in [
            numericDate, calendarDate, clockTime, weekday, deictic, period, ago, recurring, duration, quarter, namedBefore, season, year,
            reference,
        ] {
            if let match = rule(index), match.end > (best?.end ?? index) { best = match }
        }
        return best
    }

    private static let openers: Set<String> = {
        var words = Set(TimeWords.months.keys)
        words.formUnion(TimeWords.weekdays.keys)
        words.formUnion(TimeWords.pluralWeekdays.keys)
        words.formUnion(TimeWords.seasons.keys)
        words.formUnion(TimeWords.references.keys)
        words.formUnion(TimeWords.frequencies.keys)
        words.formUnion(TimeWords.lateness)
        words.formUnion(TimeWords.ordinals.keys)
        words.formUnion(TimeWords.vagueCounts)
        words.formUnion(TimeWords.pluralUnits.keys)
        words.formUnion([
            "a", "an", "the", "this", "last", "next", "past", "coming", "previous", "following", "every", "each", "today", "yesterday",
            "tomorrow", "tonight", "noon", "midnight", "mid", "half", "fiscal", "weekend", "year", "dozens", "hundreds", "thousands",
            "couple",
            "q1", "q2", "q3", "q4", "overnight",
        ])
        return words
    }()

    // MARK: Looking around

    func word(_ index: Int) -> String { index >= 0 && index < words.count ? words[index] : "" }
    func isWord(_ index: Int, _ set: Set<String>) -> Bool { set.contains(word(index)) }

    func isCapitalized(_ index: Int) -> Bool { index < text.tokens.count && index >= 0 && text.tokens[index].casing != .lower }

    /// Whether the token stands right behind the one before, as in "third-quarter".
    func isJoined(_ index: Int) -> Bool { index < text.tokens.count && index >= 0 && !text.tokens[index].afterSpace }

    /// The token behind a hyphen that joins it to the one before.
    func joined(after index: Int) -> Int? {
        word(index) == "-" && isJoined(index) && isJoined(index + 1) ? index + 1 : nil
    }

    /// A whole number of at most four digits.
    func integer(_ index: Int) -> Int? {
        let word = word(index)
        guard (1...4).contains(word.utf8.count), word.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int(word)
    }

    /// "27", "27th"
    func dayNumber(_ index: Int) -> Int? {
        let word = word(index)
        let digits = word.prefix { $0.isNumber }
        guard (1...2).contains(digits.count), let day = Int(digits), (1...31).contains(day),
            ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
        else { return nil }
        return day
    }

    /// A year in four digits that may stand alone: 1000 to 2199.
    func yearNumber(_ index: Int) -> Int? {
        guard word(index).count == 4, let year = integer(index), (1000...2199).contains(year) else { return nil }
        return year
    }

    /// Whether the sentence so far speaks of what is to come.
    func isFuture(at index: Int) -> Bool {
        var position = index - 1
        while position >= 0, position >= index - 14, ![".", "!", "?"].contains(words[position]) {
            if TimeWords.future.contains(words[position]) { return true }
            position -= 1
        }
        return false
    }

    func relative(_ start: Int, _ end: Int, _ kind: TimeExpression.Kind = .date, _ value: (CalendarDay) -> String?) -> TimeMatch {
        TimeMatch(start: start, end: end, kind: kind, value: .relative(anchor.flatMap(value)))
    }

    func absolute(_ start: Int, _ end: Int, _ kind: TimeExpression.Kind, _ value: String) -> TimeMatch {
        TimeMatch(start: start, end: end, kind: kind, value: .absolute(value))
    }
}
