// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Figures that the article does not have: by value with unit and bounds, as far as rounding and "nearly" reach.
struct FigureCheck {
    /// Counts of people that cannot stand for one another.
    private static let tolls: Set<String> = ["killed", "injured", "displaced", "detained", "missing"]
    private static let reckoning: Set<String> = [
        "total", "combined", "altogether", "overall", "difference", "rose", "fell", "up", "down", "increase", "decrease", "more", "fewer",
        "less", "gap",
        "dropped", "grew", "gained", "lost", "both", "sum", "margin",
    ]
    /// Figures of the article that are tried in pairs.
    private static let pairLimit = 60

    private let pair: CheckedPair
    private let figures: [Figure]

    init(_ pair: CheckedPair) {
        self.pair = pair
        figures = pair.article.figures ?? []
    }

    func flags() -> [Abstract.Flag] {
        var flags: [Abstract.Flag] = []
        let times = SpanCover((pair.told.times ?? []).map(\.span))
        for figure in pair.told.figures ?? [] where !times.overlaps(figure.span) {
            if let flag = flag(for: figure) { flags.append(flag) }
        }
        // Numbers that no figure was made of, such as those of scores, laws and streets.
        let taken = SpanCover((pair.told.times ?? []).map(\.span) + (pair.told.figures ?? []).map(\.span))
        let words = pair.toldWords
        for (index, token) in words.text.tokens.enumerated() where token.kind == .number && !taken.overlaps(token.span) {
            let written = words.text.string(index)
            if pair.articleWords.hasExactly(ArticleWords.key(written)) { continue }
            flags.append(Abstract.Flag(.figure, at: token.span, reason: "“\(written)” is not in the article"))
        }
        return flags.sorted { $0.span < $1.span }
    }

    private func flag(for told: Figure) -> Abstract.Flag? {
        let written = pair.told.text.string(told.span)
        if told.value == nil, told.min == nil, told.max == nil { return score(told, written) }
        let fitting = figures.filter { Self.isSameUnit(told, $0) && Self.fits(told, $0) }
        if !fitting.isEmpty {
            guard let category = told.category, Self.tolls.contains(category) else { return nil }
            let others = fitting.map { $0.category ?? "" }
            guard !others.contains(category), others.allSatisfy(Self.tolls.contains) else { return nil }
            return Abstract.Flag(
                .figure, at: told.span, reason: "In the article “\(written)” is the number of \(others[0]), not of \(category)")
        }
        if isWritten(told) || isAdverb(told) { return nil }
        if let reckoned = reckoned(told) {
            return Abstract.Flag(.computed, at: told.span, reason: "“\(written)” is not in the article; it can be reckoned: \(reckoned)")
        }
        return Abstract.Flag(.figure, at: told.span, reason: "“\(written)” is not among the article's figures")
    }

    /// "3-1", "61 votes to 58": has no value of its own, its numbers are compared.
    private func score(_ told: Figure, _ written: String) -> Abstract.Flag? {
        let numbers = Self.numbers(written)
        guard !numbers.isEmpty, !figures.contains(where: { Self.numbers(pair.article.text.string($0.span)) == numbers }), !isWritten(told)
        else { return nil }
        return Abstract.Flag(.figure, at: told.span, reason: "“\(written)” is not among the article's figures")
    }

    private static func numbers(_ written: String) -> [Substring] { written.split { !$0.isNumber }.sorted() }

    /// "two goals" of somebody who "scored twice".
    private func isAdverb(_ told: Figure) -> Bool {
        guard let value = told.value, told.unit == nil else { return false }
        let words: [Double: [String]] = [
            1: ["a", "an", "once", "one"], 2: ["twice", "both", "pair", "couple", "double"], 3: ["thrice", "trio", "treble"],
        ]
        return words[value]?.contains(where: pair.articleWords.hasExactly) == true
    }

    /// As the same words, where extraction saw no figure in them.
    private func isWritten(_ told: Figure) -> Bool {
        let keys = Array(pair.toldWords.keys[pair.toldWords.range(in: told.span)])
        let taken = SpanCover(figures.map(\.span))
        return pair.articleWords.runs(of: keys).contains { run in
            let span = pair.articleWords.span(run)
            return !taken.overlaps(span) || told.value == nil
        }
    }

    private static func isSameUnit(_ one: Figure, _ other: Figure) -> Bool {
        guard let first = one.unit, let second = other.unit, first != second else { return true }
        return false
    }

    /// Whether the article's figure bears out the one that is told.
    static func fits(_ told: Figure, _ figure: Figure) -> Bool {
        let numbers = [figure.value, figure.min, figure.max].compactMap { $0 }
        if numbers.isEmpty { return told.value == nil && told.min == nil && told.max == nil }
        if let low = told.min, let high = told.max, told.value == nil {
            return numbers.contains { $0 >= low && $0 <= high } && numbers.allSatisfy { $0 >= low * 0.98 && $0 <= high * 1.02 }
        }
        if let value = told.value {
            return numbers.contains { number in
                if isEqual(value, number) { return true }
                if let low = told.min, low == value { return number >= value && number <= value * 1.25 }
                if let high = told.max, high == value { return number <= value && number >= value * 0.8 }
                if told.approximate { return abs(number - value) <= abs(number) * 0.06 }
                return isRounded(value, from: number)
            }
        }
        // "dozens", "hundreds": from the number up, below the next such word.
        if let low = told.min { return numbers.contains { $0 >= low && $0 <= low * 10 } }
        if let high = told.max { return numbers.contains { $0 <= high } }
        return false
    }

    private static func isEqual(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 1e-9 * max(1, abs(one), abs(other)) }

    /// "1.2 million" of 1,234,000: of large or broken numbers, with two digits at least that count.
    private static func isRounded(_ value: Double, from number: Double) -> Bool {
        guard number >= 1_000 || number != number.rounded(), abs(number) < 1e15, value != 0 else { return false }
        var unit = 1e15
        while unit > 1e-6, !isEqual((value / unit).rounded() * unit, value) { unit /= 10 }
        guard abs(value) >= unit * 10 else { return false }
        return isEqual((number / unit).rounded() * unit, value)
    }

    /// "52 − 40", where the sentence says that something was reckoned.
    private func reckoned(_ told: Figure) -> String? {
        guard let value = told.value, value > 0, let sentence = pair.told.sentences?.first(where: { $0.contains(told.span) }) else {
            return nil
        }
        let words = pair.toldWords.keys[pair.toldWords.range(in: sentence)]
        guard words.contains(where: Self.reckoning.contains) else { return nil }
        let numbers = figures.filter { $0.unit == told.unit && $0.value != nil }.prefix(Self.pairLimit)
        for one in numbers {
            for other in numbers where one.span < other.span {
                guard let first = one.value, let second = other.value, one.category == other.category else { continue }
                let (high, low) = (first > second ? one : other, first > second ? other : one)
                let text = pair.article.text
                if Self.isEqual(abs(first - second), value) { return "\(text.string(high.span)) − \(text.string(low.span))" }
                if Self.isEqual(first + second, value) { return "\(text.string(one.span)) + \(text.string(other.span))" }
            }
        }
        return nil
    }
}
