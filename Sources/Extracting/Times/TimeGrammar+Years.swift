// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Years, decades and centuries.
extension TimeGrammar {
    /// "2014", "the 1990s", "fiscal 2015", "the year 2000", "the 19th century", "early 2017", "nineteen ninety-seven", "the nineties".
    func year(_ index: Int) -> TimeMatch? {
        var next = index
        if word(next) == "the" { next += 1 }
        if isWord(next, TimeWords.lateness) { next += word(next + 1) == "-" ? 2 : 1 }
        if let (decade, end) = decade(next, isLed: next > index) {
            return decade.map { absolute(index, end, .date, $0) } ?? thisDecade(index, end)
        }
        if let century = century(index, next) { return century }
        // "FY2024"
        if word(next).hasPrefix("fy"), word(next).utf8.count == 6, let year = Int(word(next).dropFirst(2)), (1900...2199).contains(year) {
            return absolute(index, next + 1, .date, padded(year, 4))
        }
        let bare = next
        if word(next) == "fiscal" || word(next) == "fy" { next += 1 }
        if word(next) == "year" || word(next) == "years" { next += 1 }
        if next > bare {
            // What says "year" leaves no doubt.
            if let year = yearNumber(next) { return absolute(index, next + 1, .date, padded(year, 4)) }
            return spelledYear(next).map { absolute(index, $0.end, .date, padded($0.year, 4)) }
        }
        guard next == index || word(index) != "the" else { return nil }
        if let (year, end) = spelledYear(next), year < 2000 || next > index || isWord(index - 1, TimeWords.prepositions) {
            return absolute(index, end, .date, padded(year, 4))
        }
        guard let year = yearNumber(next), next > index || isYear(year, at: next) else { return nil }
        return absolute(index, next + 1, .date, padded(year, 4))
    }

    /// A year in four digits that may stand alone: 1000 to 2199.
    func yearNumber(_ index: Int) -> Int? {
        guard word(index).utf8.count == 4, let year = integer(index), (1000...2199).contains(year) else { return nil }
        return year
    }

    /// Whether what stands around a number of four digits makes it a year rather than a count.
    private func isYear(_ year: Int, at index: Int) -> Bool {
        if index > 0, text.tokens[index - 1].kind == .symbol || isJoined(index) && ["-", "/", ".", "#"].contains(word(index - 1)) {
            return false
        }
        let behind = word(index + 1)
        if isJoined(index + 1), ["/", "%"].contains(behind) { return false }
        let isModern = (1900...2049).contains(year)
        if word(index - 1) == "(", behind == ")" || behind == "-" || behind == "–" { return true }
        if isPossessive(index + 1) || behind == "'s" { return isModern }
        if isCounted(index + 1) { return false }
        // "about 1800 were hurt"
        if ["about", "around", "to", "for", "some"].contains(word(index - 1)),
            !isModern || ["were", "are", "have", "had", "more"].contains(behind)
        {
            return false
        }
        if isWord(index - 1, TimeWords.prepositions) { return !isPlural(index + 1) || isModern && TimeWords.yearNouns.contains(behind) }
        // "both 1990 and 1991"
        if isModern, ["and", "or"].contains(behind), yearNumber(index + 2) != nil { return true }
        guard isModern, text.tokens.indices.contains(index + 1), text.tokens[index + 1].kind == .word else { return false }
        if ["the", "its", "his", "her", "their", "our", "your", "my", "a", "due"].contains(word(index - 1)) || isPossessive(index - 1) {
            return !isPlural(index + 1) || year % 100 != 0 || TimeWords.yearNouns.contains(behind)
        }
        return TimeWords.yearNouns.contains(behind) || isCapitalized(index + 1) && TimeWords.yearNouns.contains(word(index + 2))
            || ["was", "saw", "marked"].contains(behind) && isSentenceStart(index)
    }

    private func isSentenceStart(_ index: Int) -> Bool { index == 0 || [".", "!", "?", "\"", "\u{201C}"].contains(word(index - 1)) }

    /// What is counted: "1500 people", "2000 km"; and the units of time.
    func isCounted(_ index: Int) -> Bool {
        isWord(index, TimeWords.countedNouns) || TimeWords.pluralUnits[word(index)] != nil
    }

    /// A noun in the plural behind a number is more often counted than dated.
    private func isPlural(_ index: Int) -> Bool {
        guard index < words.count, text.tokens[index].kind == .word, text.tokens[index].casing == .lower else { return false }
        return words[index].hasSuffix("s") && !["was", "is", "has", "as", "its", "this"].contains(words[index])
    }

    /// "nineteen ninety-seven", "nineteen oh five", "nineteen hundred", "two thousand and four", "twenty twelve".
    func spelledYear(_ index: Int) -> (year: Int, end: Int)? {
        guard let first = NumberWords.small[word(index)] else { return nil }
        if first == 2, word(index + 1) == "thousand" { return millennial(index + 2) }
        guard first >= 15, first <= 20 else { return nil }
        let base = Int(first) * 100
        guard let second = NumberWords.small[word(index + 1)] else {
            if ["oh", "o", "aught"].contains(word(index + 1)), let digit = NumberWords.small[word(index + 2)], (1...9).contains(digit) {
                return (base + Int(digit), index + 3)
            }
            return nil
        }
        guard second >= 10 else { return nil }
        let unit = word(index + 2) == "-" && isJoined(index + 2) ? index + 3 : index + 2
        if second >= 20, let digit = NumberWords.small[word(unit)], (1...9).contains(digit) {
            return isCounted(unit + 1) || word(unit + 1) == "-" ? nil : (base + Int(second) + Int(digit), unit + 1)
        }
        return isCounted(index + 2) || word(index + 2) == "-" ? nil : (base + Int(second), index + 2)
    }

    /// "two thousand", "two thousand and four": a year only where what stands around it says so.
    private func millennial(_ index: Int) -> (year: Int, end: Int)? {
        guard word(index - 3) == "year" || ["in", "since", "until", "by", "from", "during", "of"].contains(word(index - 3)) else {
            return nil
        }
        let next = word(index) == "and" ? index + 1 : index
        if let number = NumberWords.number(at: next, in: text, words: words), number.value < 100, number.value == number.value.rounded(),
            text.tokens[next].kind == .word
        {
            return isCounted(number.end) || isPlural(number.end) ? nil : (2000 + Int(number.value), number.end)
        }
        return isCounted(index) || isPlural(index) || NumberWords.scales[word(index)] != nil ? nil : (2000, index)
    }

    /// "1990s", "'90s", "nineties", "nineteen nineties" and the index behind; the value is `nil` where it takes the article's day to tell.
    private func decade(_ index: Int, isLed: Bool) -> (value: String?, end: Int)? {
        if ["'", "\u{2018}", "\u{2019}"].contains(word(index)), isJoined(index + 1), let decade = digitalDecade(index + 1) {
            return (decade, index + 2)
        }
        if let decade = digitalDecade(index) { return (decade, isPossessive(index + 1) ? index + 2 : index + 1) }
        if let first = NumberWords.small[word(index)], (15...20).contains(first), let tens = TimeWords.decades[word(index + 1)] {
            return ("\(Int(first))\(tens)", index + 2)
        }
        // "in his fifties" is an age, "temperatures in the nineties" a number of degrees.
        guard isLed, let tens = TimeWords.decades[word(index)], word(index - 1) != "temperatures",
            !["degrees", "percent"].contains(word(index + 1))
        else { return nil }
        return (tens >= 3 ? "19\(tens)" : nil, index + 1)
    }

    private func digitalDecade(_ index: Int) -> String? {
        var word = word(index)[...]
        if word.last == "s" { word = word.dropLast() } else if !isPossessive(index + 1) { return nil }
        guard word.last == "0", word.utf8.allSatisfy(\.isASCIIDigit), let year = Int(word) else { return nil }
        // "1990's earnings" are those of a year.
        let isPlural = self.word(index).last == "s" || self.word(index - 1) == "the" || isWord(index - 2, TimeWords.lateness)
        if word.count == 4, (1000...2190).contains(year), isPlural { return String(year / 10) }
        return word.count == 2 && year >= 20 ? "19\(year / 10)" : nil
    }

    /// "the twenties": those of the article's century once they have begun.
    private func thisDecade(_ start: Int, _ end: Int) -> TimeMatch {
        relative(start, end) { anchor in
            guard let tens = TimeWords.decades[word(end - 1)] else { return nil }
            let century = anchor.year / 100
            return String(anchor.year % 100 / 10 >= tens ? century : century - 1) + String(tens)
        }
    }

    /// "the 19th century", "the mid-twentieth century", "a nineteenth-century house"
    private func century(_ start: Int, _ index: Int) -> TimeMatch? {
        let noun = word(index + 1) == "-" ? index + 2 : index + 1
        guard word(noun) == "century" || word(noun) == "centuries" else { return nil }
        let digits = word(index).prefix { $0.isNumber }
        let isOrdinal = digits.count < word(index).count && ["st", "nd", "rd", "th"].contains(word(index).dropFirst(digits.count))
        guard let number = isOrdinal ? Int(digits) : TimeWords.ordinals[word(index)], (1...30).contains(number) else { return nil }
        // A compound leaves out the article.
        let begin = noun == index + 2 && word(start) == "the" ? index : start
        return begin == start ? absolute(start, noun + 1, .date, padded(number - 1, 2)) : nil
    }
}
