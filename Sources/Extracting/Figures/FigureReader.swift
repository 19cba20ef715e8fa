// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// A number with its bound and unit, before it is known what it counts.
struct FigureReading {
    var start: Int
    var end: Int
    var value: Double?
    var min: Double?
    var max: Double?
    var approximate = false
    var unit: String?
    var category: String?
    /// Whether "of" leads to what is counted: "thousands of", "5 percent of".
    var takesOf = false
}

/// Reads numbers with what belongs to them at a token. Each reading looks a bounded number of tokens around.
struct FigureReader {
    let text: TokenizedText
    let words: [String]

    func word(_ index: Int) -> String { index >= 0 && index < words.count ? words[index] : "" }

    private func isJoined(_ index: Int) -> Bool { index < text.tokens.count && index >= 0 && !text.tokens[index].afterSpace }

    /// The figure whose number begins at the token.
    func reading(at index: Int) -> FigureReading? {
        guard var reading = money(at: index) ?? vague(at: index) ?? fraction(at: index) ?? plain(at: index) else { return nil }
        takeUnit(&reading)
        takeBound(&reading)
        if word(reading.end) == "or", ["more", "above"].contains(word(reading.end + 1)), let value = reading.value {
            reading.min = value
            reading.end += 2
        } else if word(reading.end) == "or", ["less", "fewer", "below"].contains(word(reading.end + 1)), let value = reading.value {
            reading.max = value
            reading.end += 2
        }
        return reading
    }

    /// "$5 million", "US$3bn", "€2.5 billion to €3 billion".
    private func money(at index: Int) -> FigureReading? {
        guard text.tokens[index].kind == .symbol, let sign = FigureWords.currencySigns[word(index)],
            let (value, end) = NumberWords.number(at: index + 1, in: text, words: words), isJoined(index + 1)
        else { return nil }
        let prefix = index > 0 && isJoined(index) ? FigureWords.currencyPrefixes[word(index - 1)] : nil
        var reading = FigureReading(
            start: prefix == nil ? index : index - 1, end: end, value: value, unit: sign == "USD" ? prefix ?? sign : sign)
        reading.category = "money"
        if ["to", "-", "–"].contains(word(end)) {
            let next = text.tokens.indices.contains(end + 1) && text.tokens[end + 1].kind == .symbol ? end + 2 : end + 1
            if let (other, behind) = NumberWords.number(at: next, in: text, words: words), other > value || next == end + 2 {
                reading.setRange(value, other)
                reading.end = behind
            }
        }
        return reading
    }

    /// "thousands of", "tens of thousands of", "hundreds"
    private func vague(at index: Int) -> FigureReading? {
        guard let least = FigureWords.vague[word(index)], text.tokens[index].casing != .upper else { return nil }
        var (end, minimum) = (index + 1, least)
        if word(end) == "of", let scale = FigureWords.vague[word(end + 1)], scale > least {
            minimum = least * scale / 2
            end += 2
        } else if word(index) == "tens" {
            return nil
        }
        guard word(end) == "of" || word(index - 1) != "the" && word(end) == "more" else { return nil }
        var reading = FigureReading(start: index, end: end, min: minimum)
        reading.approximate = true
        reading.takesOf = true
        return reading
    }

    /// "a third of", "two-thirds of", "half of the", "one in five"
    private func fraction(at index: Int) -> FigureReading? {
        var value: Double?
        var end = index
        if word(index) == "half", word(index + 1) == "of" || ["the", "its", "their", "his", "her"].contains(word(index + 1)) {
            (value, end) = (0.5, index + 1)
        } else if word(index) == "a" || word(index) == "one", let part = FigureWords.fractions[word(index + 1)], word(index + 1) != "half",
            word(index + 2) == "of"
        {
            (value, end) = (part, index + 2)
        } else if let count = NumberWords.small[word(index)] {
            let next = word(index + 1) == "-" ? index + 2 : index + 1
            if count > 1, let part = FigureWords.fractions[word(next)], word(next).hasSuffix("s") {
                (value, end) = (count * part, next + 1)
            } else if word(index + 1) == "in", let (whole, behind) = NumberWords.number(at: index + 2, in: text, words: words),
                whole > count, whole <= 100
            {
                (value, end) = (count / whole, behind)
            }
        }
        guard let value else { return nil }
        var reading = FigureReading(start: index, end: end, value: (value * 10000).rounded() / 10000, unit: "1")
        reading.category = "share"
        reading.takesOf = true
        return reading
    }

    /// "20", "18 to 25", "between 18 and 25", "18-25", "three"
    private func plain(at index: Int) -> FigureReading? {
        guard let (value, end) = NumberWords.number(at: index, in: text, words: words) else { return measure(at: index) }
        var reading = FigureReading(start: index, end: end, value: value)
        let links: Set<String> = word(index - 1) == "between" ? ["and"] : ["to", "-", "–", "—"]
        if links.contains(word(end)), let (other, behind) = NumberWords.number(at: end + 1, in: text, words: words), other > value {
            reading.setRange(value, other)
            reading.end = behind
            if word(index - 1) == "between" || word(index - 1) == "from" { reading.start -= 1 }
        }
        return reading
    }

    /// "1,000km", "45kg": the unit sticks to the number.
    private func measure(at index: Int) -> FigureReading? {
        let word = word(index)
        let digits = word.prefix { !$0.isLetter }
        guard text.tokens[index].kind == .number, let value = NumberWords.digits(digits),
            let unit = FigureWords.units[String(word.dropFirst(digits.count))]
        else { return nil }
        var reading = FigureReading(start: index, end: index + 1, value: value, unit: unit.code, category: unit.category)
        reading.takesOf = true
        return reading
    }

    private func takeUnit(_ reading: inout FigureReading) {
        guard reading.unit == nil, !reading.takesOf else { return }
        let next = reading.end
        if word(next) == "per", word(next + 1) == "cent" {
            (reading.unit, reading.category, reading.end) = ("percent", "percent", next + 2)
        } else if let currency = FigureWords.currencyWords[word(next)] {
            (reading.unit, reading.category, reading.end) = (currency, "money", next + 1)
        } else if let unit = FigureWords.units[word(next)], word(next) != "percentage" || word(next + 1) == "points" {
            (reading.unit, reading.category, reading.end) = (unit.code, unit.category, word(next) == "percentage" ? next + 2 : next + 1)
        } else if word(next) == "°", let unit = FigureWords.units["°" + word(next + 1)] {
            (reading.unit, reading.category, reading.end) = (unit.code, unit.category, next + 2)
        } else if word(next) == "square" || word(next) == "cubic", let unit = FigureWords.units[word(next + 1)], unit.category == "distance"
        {
            let isSquare = word(next) == "square"
            (reading.unit, reading.category, reading.end) = (unit.code + (isSquare ? "2" : "3"), isSquare ? "area" : "volume", next + 2)
        } else if word(next) == "-", word(next + 1) == "year", word(next + 2) == "-", word(next + 3) == "old" {
            (reading.unit, reading.category, reading.end) = ("a", "age", next + 4)
        } else if word(next) == "years", word(next + 1) == "old" {
            (reading.unit, reading.category, reading.end) = ("a", "age", next + 2)
        }
        // "5 km of road": what is measured stands behind "of" or is not said; what is paid for may follow at once.
        if reading.unit != nil, reading.category != "money" { reading.takesOf = true }
    }

    private func takeBound(_ reading: inout FigureReading) {
        for (sequence, bound) in FigureWords.bounds {
            let start = reading.start - sequence.count
            guard start >= 0, sequence.indices.allSatisfy({ words[start + $0] == sequence[$0] }) else { continue }
            // "over the weekend 20 …" and "no less than" are told apart by standing right before the number.
            reading.start = start
            apply(bound, to: &reading)
            // "as many as about 200", "an estimated at least": one more.
            if bound == .about, start >= 2, words[start - 2] == "at", words[start - 1] == "least" { reading.start = start - 2 }
            return
        }
    }

    private func apply(_ bound: FigureWords.Bound, to reading: inout FigureReading) {
        let number = reading.value ?? reading.min
        switch bound {
        case .least: reading.min = number
        case .most: reading.max = reading.value ?? reading.max
        case .below:
            reading.approximate = true
            if reading.value != nil { reading.max = reading.value }
        case .about: reading.approximate = true
        case .above: break
        }
    }
}

extension FigureReading {
    mutating func setRange(_ low: Double, _ high: Double) {
        value = nil
        min = Swift.min(low, high)
        max = Swift.max(low, high)
    }
}
