// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Reads numbers with what belongs to them at a token. Each reading looks a bounded number of tokens around.
struct FigureReader {
    let text: TokenizedText
    let words: [String]
    let currencies: CurrencyContext

    func word(_ index: Int) -> String { index >= 0 && index < words.count ? words[index] : "" }

    func isJoined(_ index: Int) -> Bool { index < text.tokens.count && index >= 0 && !text.tokens[index].afterSpace }

    /// The figure whose number begins at the token.
    func reading(at index: Int) -> FigureReading? {
        switch text.tokens[index].kind {
        case .possessive, .punctuation: return nil
        case .word: guard FigureWords.isOpener(words[index]) else { return nil }
        case .number, .symbol: break
        }
        if let result = result(at: index) { return result }
        guard
            var reading = money(at: index) ?? none(at: index) ?? vague(at: index) ?? fraction(at: index) ?? multiple(at: index)
                ?? plain(at: index)
        else { return nil }
        takeAge(&reading)
        takeUnit(&reading)
        takeSign(&reading)
        takeBounds(&reading)
        return reading
    }

    /// "20", "18 to 25", "between 18 and 25", "18-25", "5 or 6", "2-3 million", "three"
    private func plain(at index: Int) -> FigureReading? {
        if let metres = metres(at: index) { return metres }
        guard let (value, end) = NumberWords.number(at: index, in: text, words: words) else { return measure(at: index) }
        var reading = FigureReading(start: index, end: end, value: value)
        let isBetween = word(index - 1) == "between"
        let link = word(end)
        guard isBetween ? link == "and" : ["to", "-", "–", "—", "or"].contains(link),
            let (other, behind) = NumberWords.number(at: end + 1, in: text, words: words),
            let low = shared(value, before: end, other: other, behind: behind), other > low,
            link != "or" || other <= low * 2
        else { return reading }
        // "from 45 to 61" is a change, so two figures; they share what is said behind the second.
        if link == "to", isChange(before: index) {
            reading.value = low
            var second = FigureReading(start: end + 1, end: behind, value: other)
            takeUnit(&second)
            (reading.unit, reading.category) = (second.unit, second.category)
            return reading
        }
        reading.setRange(low, other)
        reading.end = behind
        if isBetween { reading.start -= 1 }
        return reading
    }

    /// The lower number with the scale that only the higher has: "2 to 3 million".
    func shared(_ value: Double, before end: Int, other: Double, behind: Int) -> Double? {
        guard behind > 0, let factor = scale(of: behind - 1), factor > 1, self.scale(of: end - 1) == nil, value * factor <= other else {
            return value
        }
        return value * factor
    }

    private func scale(of index: Int) -> Double? {
        let word = word(index)
        if let scale = NumberWords.scales[word] { return scale }
        return text.tokens[index].kind == .number ? NumberWords.scales[String(word.drop { !$0.isLetter })] : nil
    }

    func isChange(before index: Int) -> Bool { FigureWords.changes.contains(word(index - 1)) }

    /// "1.5m deep", "1.5m of water": metres, where "1.5m people" is a million and a half.
    private func metres(at index: Int) -> FigureReading? {
        let word = word(index)
        guard text.tokens[index].kind == .number, word.hasSuffix("m"), let value = NumberWords.digits(word.dropLast()) else { return nil }
        let next = self.word(index + 1)
        let isMeasured = FigureWords.dimensions.contains(next) || next == "-" && FigureWords.dimensions.contains(self.word(index + 2))
        guard isMeasured || index + 1 >= text.tokens.count || text.tokens[index + 1].kind == .punctuation && next != "-" && value < 1000
        else {
            return nil
        }
        var reading = FigureReading(start: index, end: index + 1, value: value, unit: "m")
        (reading.category, reading.takesOf) = ("distance", true)
        return reading
    }

    /// "1,000km", "45kg", "50p": the unit sticks to the number.
    private func measure(at index: Int) -> FigureReading? {
        let word = word(index)
        let digits = word.prefix { !$0.isLetter }
        guard text.tokens[index].kind == .number, let value = NumberWords.digits(digits) else { return nil }
        let name = String(word.dropFirst(digits.count))
        var reading = FigureReading(start: index, end: index + 1, value: value)
        if name == "p" {
            reading = FigureReading(start: index, end: index + 1, value: value / 100, unit: "GBP")
            reading.category = "money"
        } else if let unit = UnitTable.unit(name), unit.category != "duration" || name.count > 1 {
            (reading.unit, reading.category, reading.takesOf) = (unit.code, unit.category, true)
            takeSpeed(&reading)
        } else {
            return nil
        }
        return reading
    }
}
