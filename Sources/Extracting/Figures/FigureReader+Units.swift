// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Units, ages, signs and bounds around a number.
extension FigureReader {
    func takeUnit(_ reading: inout FigureReading) {
        guard reading.unit == nil, reading.category == nil, !reading.takesOf else { return }
        if takeCurrency(&reading) { return }
        var next = reading.end
        // "a 12-hour siege", "40-km stretch"
        let isHyphenated = word(next) == "-" && isJoined(next) && isJoined(next + 1)
        if isHyphenated { next += 1 }
        let (name, second) = (word(next), word(next + 1))
        if name == "per", second == "cent" {
            (reading.unit, reading.category, reading.end) = ("%", "percent", next + 2)
        } else if name == "basis", second == "points" || second == "point" {
            (reading.unit, reading.category, reading.end) = ("%", "percent", next + 2)
            reading.scale(by: 0.01)
        } else if name == "°" || name == "degrees" || name == "degree" {
            takeDegrees(&reading, next, second)
        } else if ["square", "sq", "cubic", "cu"].contains(name), let unit = UnitTable.unit(second), unit.category == "distance" {
            let isSquare = name.hasPrefix("sq")
            (reading.unit, reading.category, reading.end) = (unit.code + (isSquare ? "2" : "3"), isSquare ? "area" : "volume", next + 2)
        } else if name == "magnitude", isHyphenated {
            (reading.category, reading.end, reading.isAlone) = ("magnitude", next + 1, true)
        } else if second == "/", isJoined(next + 1), isJoined(next + 2), let unit = UnitTable.unit(name + "/" + word(next + 2)) {
            (reading.unit, reading.category, reading.end) = (unit.code, unit.category, next + 3)
        } else if ["²", "³"].contains(second), isJoined(next + 1), let unit = UnitTable.unit(name), unit.category == "distance" {
            let power = second == "²" ? "2" : "3"
            (reading.unit, reading.category, reading.end) = (unit.code + power, power == "2" ? "area" : "volume", next + 2)
        } else if name == "pounds", second == "of" {
            (reading.unit, reading.category, reading.end) = ("[lb_av]", "weight", next + 1)
        } else if let unit = UnitTable.unit(name), isUnit(name, at: next, second, isHyphenated) {
            (reading.unit, reading.category, reading.end) = (unit.code, unit.category, name == "percentage" ? next + 2 : next + 1)
            takeSpeed(&reading)
        } else if ["magnitude", "magnitude-"].contains(word(reading.start - 1))
            || word(reading.start - 1) == "-" && word(reading.start - 2) == "magnitude"
        {
            (reading.category, reading.isAlone) = ("magnitude", true)
        }
        // "5 km of road": what is measured stands behind "of" or is not said; what is paid for may follow at once.
        if reading.unit != nil, reading.category != "money" { reading.takesOf = true }
        takeSecond(&reading)
    }

    private func isUnit(_ name: String, at index: Int, _ second: String, _ isHyphenated: Bool) -> Bool {
        if name == "percentage" { return second == "points" || second == "point" }
        // "the second", "mt", "t" as letters of their own: only in lower case.
        if name.count <= 2, text.tokens[index].casing == .upper, !["mw", "gw", "kw"].contains(name) { return false }
        return name != "second" || isHyphenated
    }

    private func takeDegrees(_ reading: inout FigureReading, _ next: Int, _ second: String) {
        let code = UnitTable.unit("°" + second)?.code ?? UnitTable.unit(second).flatMap { $0.category == "temperature" ? $0.code : nil }
        if let code {
            (reading.unit, reading.category, reading.end) = (code, "temperature", next + 2)
        } else {
            (reading.unit, reading.category, reading.end) = ("deg", "angle", next + 1)
        }
    }

    /// "miles per hour", "km an hour"
    func takeSpeed(_ reading: inout FigureReading) {
        guard reading.category == "distance", let unit = reading.unit else { return }
        let next = reading.end
        if ["per", "an"].contains(word(next)), word(next + 1) == "hour" {
            (reading.unit, reading.category, reading.end) = (unit + "/h", "speed", next + 2)
        } else if ["per", "a"].contains(word(next)), word(next + 1) == "second" {
            (reading.unit, reading.category, reading.end) = (unit + "/s", "speed", next + 2)
        } else if word(next) == "/", isJoined(next), ["h", "s"].contains(word(next + 1)) {
            (reading.unit, reading.category, reading.end) = (unit + "/" + word(next + 1), "speed", next + 2)
        }
    }

    /// "18% to 25%": the unit is said twice.
    private func takeSecond(_ reading: inout FigureReading) {
        guard let unit = reading.unit, let low = reading.value, ["to", "-", "–"].contains(word(reading.end)),
            !isChange(before: reading.start),
            let (other, behind) = NumberWords.number(at: reading.end + 1, in: text, words: words), other > low,
            word(behind) == "%" && unit == "%" || UnitTable.unit(word(behind))?.code == unit
        else { return }
        reading.setRange(low, other)
        reading.end = behind + 1
    }

    /// "37-year-old", "37 years old", "aged 37"
    func takeAge(_ reading: inout FigureReading) {
        let next = reading.end
        guard reading.unit == nil, reading.category == nil else { return }
        let isCompound = word(next) == "-" && word(next + 1) == "year" && word(next + 2) == "-" && word(next + 3).hasPrefix("old")
        if isCompound {
            reading.end = next + 4
        } else if word(next) == "years" || word(next) == "year",
            word(next + 1) == "old" || word(next + 1) == "of" && word(next + 2) == "age"
        {
            reading.end = word(next + 1) == "old" ? next + 2 : next + 3
        } else if !["aged", "ages"].contains(word(reading.start - 1)) {
            return
        }
        (reading.unit, reading.category) = ("a", "age")
    }

    /// "minus 12", "-12°C"
    func takeSign(_ reading: inout FigureReading) {
        let sign = reading.start - 1
        let isMinus = word(sign) == "minus" || ["-", "−"].contains(word(sign)) && text.tokens[sign].afterSpace && isJoined(reading.start)
        guard isMinus, reading.unit != nil || word(sign) == "minus", reading.min == nil, let value = reading.value else { return }
        reading.value = -value
        reading.start = sign
    }

    /// "at least", "as many as about", "or more"
    func takeBounds(_ reading: inout FigureReading) {
        for _ in 0..<2 { if !takeBound(&reading) { break } }
        guard word(reading.end) == "or", let value = reading.value else { return }
        if ["more", "above"].contains(word(reading.end + 1)) {
            reading.min = value
            reading.end += 2
        } else if ["less", "fewer", "below"].contains(word(reading.end + 1)) {
            reading.max = value
            reading.end += 2
        }
    }

    private func takeBound(_ reading: inout FigureReading) -> Bool {
        for (sequence, bound) in FigureWords.bounds {
            let start = reading.start - sequence.count
            guard start >= 0, sequence.indices.allSatisfy({ words[start + $0] == sequence[$0] }) else { continue }
            reading.start = start
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
            return true
        }
        return false
    }

    /// "won 3-2", "6-3, 7-5", "voted 52-48": two numbers that belong together and are no range.
    func result(at index: Int) -> FigureReading? {
        guard text.tokens[index].kind == .number, isPair(at: index), !isPair(at: index + 2), !(index >= 2 && isPair(at: index - 2)) else {
            return nil
        }
        var category: String?
        var position = index - 1
        var distance = 0
        while position >= 0, distance < 8, category == nil {
            let word = words[position]
            if text.tokens[position].kind == .punctuation, word != ",", word != "-", word != "–" { break }
            if word == "voted" || word == "vote" || word == "votes" { category = "vote" }
            if FigureWords.contests.contains(word) { category = "score" }
            position -= 1
            distance += 1
        }
        if category == nil, FigureWords.contests.contains(word(index + 3)) || word(index + 3) == "vote" {
            category = word(index + 3) == "vote" ? "vote" : "score"
        }
        guard let category else { return nil }
        // "5-7 workers" after "up to": a plural noun behind a rising pair is counted.
        if category == "score", index + 3 < words.count, text.tokens[index + 3].kind == .word,
            CountedPhrase.isPlural(word(index + 3), text.tokens[index + 3]), word(index + 3) != "penalties"
        {
            return nil
        }
        var reading = FigureReading(start: index, end: index + 3)
        (reading.category, reading.isAlone) = (category, true)
        return reading
    }

    /// "3-2": plain numbers of up to three digits around a dash without spaces.
    private func isPair(at index: Int) -> Bool {
        guard index + 2 < words.count, words[index].utf8.count <= 3, words[index + 2].utf8.count <= 3,
            ["-", "–"].contains(words[index + 1]),
            isJoined(index + 1), isJoined(index + 2)
        else { return false }
        return words[index].utf8.allSatisfy(\.isASCIIDigit) && words[index + 2].utf8.allSatisfy(\.isASCIIDigit)
    }
}
