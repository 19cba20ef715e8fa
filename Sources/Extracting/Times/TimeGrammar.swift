// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Recognises one expression at one token. Each rule looks a bounded number of tokens around, so the whole is linear.
struct TimeGrammar {
    let text: TokenizedText
    /// The tokens in lower case.
    let words: [String]
    let anchor: CalendarDay?
    let order: DateOrder?
    let quarters: SpokenQuarters
    /// The expression found last.
    private(set) var previous: TimeMatch?
    /// The date found last, which "a day earlier" and "that year" are counted from.
    private(set) var spoken: TimeMatch?

    init(_ text: TokenizedText, anchor: CalendarDay?, language: String?) {
        self.text = text
        words = text.tokens.indices.map { text.folded($0) }
        self.anchor = anchor
        order = DateOrder(words, language: language)
        quarters = SpokenQuarters(words)
    }

    /// Takes what was found into account for what comes.
    mutating func remember(_ match: TimeMatch) {
        previous = match
        if match.kind == .date || match.kind == .time, match.value.string?.first?.isNumber == true { spoken = match }
    }

    /// The longest of the rules' answers that begins at the token, the first of equals.
    func match(at index: Int) -> TimeMatch? {
        let token = text.tokens[index]
        guard token.kind == .word || token.kind == .number || words[index] == "'" || words[index] == "\u{2018}" else { return nil }
        // A cheap look before the rules: most words begin no time.
        guard
            token.kind != .word || Self.openers.contains(words[index]) || NumberWords.small[words[index]] != nil
                || words[index].hasPrefix("fy")
        else { return nil }
        if let match = approximated(index) ?? bounded(index) { return match }
        return longest(index).map(extended)
    }

    func longest(_ index: Int) -> TimeMatch? {
        var best: TimeMatch?
        for rule in [
            numericDate, continuation, calendarDate, clockTime, weekday, deictic, narrated, period, ago, recurring, age, duration,
            comparison,
            quarter, namedPeriod, season, year, holiday, reference, dayOfOperation,
        ] {
            if let match = rule(index), match.end > (best?.end ?? index) { best = match }
        }
        return best
    }

    /// "about two years ago", "more than four hours": the words belong to the expression and leave its value.
    private func approximated(_ index: Int) -> TimeMatch? {
        guard let length = TimeWords.approximations[word(index)]?[word(index + 1)] ?? TimeWords.approximators[word(index)] else {
            return nil
        }
        let inner = index + length
        guard inner < words.count, let match = duration(inner).map({ ago(inner) ?? $0 }) ?? ago(inner), match.kind != .set else {
            return nil
        }
        // "over the past year" and "more than a week's notice" stay; "about a month" is one.
        return TimeMatch(start: index, end: match.end, kind: match.kind, value: match.value)
    }

    /// "the end of 1994", "the beginning of October": a part of what follows, which gives the value.
    private func bounded(_ index: Int) -> TimeMatch? {
        let noun = word(index) == "the" ? index + 1 : index
        guard isWord(noun, TimeWords.boundaries), word(noun + 1) == "of", noun + 2 < words.count, noun > index || word(index - 1) != "the",
            let match = longest(noun + 2), match.kind == .date, match.value.string?.hasSuffix("_REF") != true
        else { return nil }
        return TimeMatch(start: index, end: match.end, kind: .date, value: match.value)
    }

    /// "the next year or so", "1994 or later"
    private func extended(_ match: TimeMatch) -> TimeMatch {
        guard word(match.end) == "or", ["so", "more", "later", "earlier"].contains(word(match.end + 1)), match.kind != .set else {
            return match
        }
        var match = match
        match.end += 2
        return match
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
        words.formUnion(TimeWords.decades.keys)
        words.formUnion(TimeWords.vagueCounts)
        words.formUnion(TimeWords.pluralUnits.keys)
        words.formUnion(TimeWords.approximations.keys)
        words.formUnion(TimeWords.approximators.keys)
        words.formUnion(TimeWords.boundaries)
        words.formUnion(TimeWords.periodLeads)
        words.formUnion(TimeWords.comparisons)
        words.formUnion(HolidayTable.openers)
        words.formUnion([
            "a", "an", "the", "that", "same", "every", "each", "today", "yesterday", "tomorrow", "tonight", "noon", "midnight", "half",
            "fiscal",
            "weekend", "year", "dozens", "hundreds", "thousands", "couple", "another", "q1", "q2", "q3", "q4", "overnight", "these",
            "right",
            "at", "long", "long-ago", "final", "not", "d", "fy", "once", "twice",
        ])
        return words
    }()

    // MARK: Looking around

    func word(_ index: Int) -> String { index >= 0 && index < words.count ? words[index] : "" }
    func isWord(_ index: Int, _ set: Set<String>) -> Bool { set.contains(word(index)) }

    func isCapitalized(_ index: Int) -> Bool { index < text.tokens.count && index >= 0 && text.tokens[index].casing != .lower }

    func isPossessive(_ index: Int) -> Bool { text.tokens.indices.contains(index) && text.tokens[index].kind == .possessive }

    /// Whether the token stands right behind the one before, as in "third-quarter".
    func isJoined(_ index: Int) -> Bool { index < text.tokens.count && index >= 0 && !text.tokens[index].afterSpace }

    /// The token behind a hyphen that joins it to the one before.
    func joined(after index: Int) -> Int? {
        word(index) == "-" && isJoined(index) && isJoined(index + 1) ? index + 1 : nil
    }

    /// Whether the token is part of a name or title in capitals: "USA Today", "Shelter Now International".
    func isInName(_ index: Int) -> Bool { isCapitalized(index) && isCapitalized(index - 1) }

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

    func relative(_ start: Int, _ end: Int, _ kind: TimeExpression.Kind = .date, _ value: (CalendarDay) -> String?) -> TimeMatch {
        TimeMatch(start: start, end: end, kind: kind, value: .relative(anchor.flatMap(value)))
    }

    func absolute(_ start: Int, _ end: Int, _ kind: TimeExpression.Kind, _ value: String) -> TimeMatch {
        TimeMatch(start: start, end: end, kind: kind, value: .absolute(value))
    }
}
