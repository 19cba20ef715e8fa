// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Shares, multiples, vague numbers and none.
extension FigureReader {
    /// "thousands of", "tens of thousands of", "dozens were", "a couple of"
    func vague(at index: Int) -> FigureReading? {
        if word(index) == "a", word(index + 1) == "couple", word(index + 2) == "of" {
            var reading = FigureReading(start: index, end: index + 2, value: 2)
            reading.approximate = true
            reading.takesOf = true
            return reading
        }
        if word(index) == "several" || word(index) == "few", let scale = FigureWords.severals[word(index + 1)] {
            let start = word(index) == "few" && word(index - 1) == "a" ? index - 1 : index
            var reading = FigureReading(start: start, end: index + 2, min: 2 * scale)
            reading.approximate = true
            reading.takesOf = word(index + 2) == "of"
            return reading
        }
        guard let least = FigureWords.vague[word(index)], text.tokens[index].casing != .upper else { return nil }
        var (end, minimum) = (index + 1, least)
        if word(end) == "of", let scale = FigureWords.vague[word(end + 1)], scale > least {
            minimum = least * scale / 2
            end += 2
        } else if word(index) == "tens" {
            return nil
        }
        let next = word(end)
        let isAlone = word(index) != "scores" && (FigureWords.auxiliaries.contains(next) || FigureWords.happenings[next] != nil)
        guard next == "of" || word(index - 1) != "the" && (next == "more" || isAlone) else { return nil }
        var reading = FigureReading(start: index, end: end, min: minimum)
        reading.approximate = true
        reading.takesOf = true
        reading.isAlone = isAlone
        return reading
    }

    /// "a third of", "two-thirds of", "half of the", "one in five", "1 in 10"
    func fraction(at index: Int) -> FigureReading? {
        var value: Double?
        var end = index
        var takesOf = true
        if word(index) == "half", word(index + 1) == "of" || ["the", "its", "their", "his", "her"].contains(word(index + 1)) {
            (value, end, takesOf) = (0.5, index + 1, word(index + 1) == "of")
        } else if word(index) == "a" || word(index) == "one", let next = Optional(word(index + 1) == "-" ? index + 2 : index + 1),
            let part = FigureWords.fractions[word(next)], word(next) != "half", word(next + 1) == "of"
        {
            (value, end) = (part, next + 1)
        } else if let count = NumberWords.small[word(index)] ?? smallDigit(at: index) {
            let next = word(index + 1) == "-" ? index + 2 : index + 1
            if count > 1, let part = FigureWords.fractions[word(next)], word(next).hasSuffix("s") {
                (value, end, takesOf) = (count * part, next + 1, word(next + 1) == "of")
            } else if word(index + 1) == "in" || word(index + 1) == "out" && word(index + 2) == "of",
                let (whole, behind) = NumberWords.number(at: word(index + 1) == "in" ? index + 2 : index + 3, in: text, words: words),
                whole > count, whole <= 100, whole >= 2, behind < words.count, UnitTable.unit(words[behind]) == nil,
                count == 1 || text.tokens[index].kind == .word
            {
                (value, end, takesOf) = (count / whole, behind, false)
            }
        }
        guard let value else { return nil }
        var reading = FigureReading(start: index, end: end, value: (value * 10000).rounded() / 10000, unit: "1")
        reading.category = "share"
        reading.takesOf = takesOf
        return reading
    }

    private func smallDigit(at index: Int) -> Double? {
        text.tokens[index].kind == .number && words[index].utf8.count == 1 ? NumberWords.digits(words[index][...]) : nil
    }

    /// "doubled", "tenfold", "10-fold", "three times as many", "twice the size", "double the number"
    func multiple(at index: Int) -> FigureReading? {
        let next = word(index + 1)
        var found: (value: Double, end: Int)?
        if let value = FigureWords.multiples[word(index)], !["down", "over", "up", "as"].contains(next) {
            found = (value, index + 1)
        } else if let value = FigureWords.doubles[word(index)], ["the", "as", "that", "its", "their", "what"].contains(next) {
            found = (value, index + 1)
        } else if word(index).hasSuffix("fold"), let value = NumberWords.small[String(word(index).dropLast(4))] {
            found = (value, index + 1)
        } else if text.tokens[index].kind == .number || NumberWords.small[word(index)] != nil,
            let (value, end) = NumberWords.number(at: index, in: text, words: words)
        {
            if word(end) == "-", word(end + 1) == "fold" {
                found = (value, end + 2)
            } else if word(end) == "times", ["as", "more", "higher", "larger", "the", "greater", "bigger", "that"].contains(word(end + 1)) {
                found = (value, end + 1)
            }
        }
        guard let found else { return nil }
        var reading = FigureReading(start: index, end: found.end, value: found.value, unit: "1")
        reading.category = "multiple"
        reading.isAlone = true
        return reading
    }

    /// "No one was hurt", "nobody", "no deaths": none is a number too, where something is said to have befallen nobody.
    func none(at index: Int) -> FigureReading? {
        let first = word(index)
        let isPerson = first == "nobody" || first == "no" && word(index + 1) == "one"
        let end = first == "no" && isPerson ? index + 2 : index + 1
        if isPerson || first == "none" {
            guard let verb = (end..<min(words.count, end + 4)).first(where: { FigureWords.happenings[words[$0]] != nil }), verb > end,
                FigureWords.auxiliaries.contains(word(end)), !words[verb].hasSuffix("ing") || words[verb] == "missing"
            else { return nil }
            var reading = FigureReading(start: index, end: end, value: 0)
            (reading.category, reading.isAlone) = (FigureWords.happenings[words[verb]], true)
            return reading
        }
        guard first == "no", text.tokens[index].casing != .upper, FigureWords.victims.contains(word(end)) else { return nil }
        return FigureReading(start: index, end: end, value: 0)
    }
}
