// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Sums of money.
extension FigureReader {
    /// "$5 million", "US$3bn", "€2.5 billion to €3 billion", "Rs 500 crore", "USD 40m".
    func money(at index: Int) -> FigureReading? {
        guard let sign = currencySign(at: index), let (value, end) = NumberWords.number(at: sign.end, in: text, words: words) else {
            return nil
        }
        var reading = FigureReading(start: sign.start, end: end, value: value, unit: sign.code)
        reading.category = "money"
        if ["to", "-", "–"].contains(word(end)), !isChange(before: sign.start) {
            let next = currencySign(at: end + 1)?.end ?? end + 1
            if let (other, behind) = NumberWords.number(at: next, in: text, words: words),
                let low = shared(value, before: end, other: other, behind: behind), other > low
            {
                reading.setRange(low, other)
                reading.end = behind
            }
        }
        return reading
    }

    /// A sign or code of a currency, and where the number behind it begins.
    private func currencySign(at index: Int) -> (start: Int, end: Int, code: String?)? {
        guard index < words.count else { return nil }
        let name = words[index]
        if text.tokens[index].kind == .symbol {
            guard isJoined(index + 1) else { return nil }
            if let code = CurrencyTable.signs[name] { return (index, index + 1, code) }
            guard name == "$" else { return nil }
            if index > 0, isJoined(index), let code = CurrencyTable.dollars[word(index - 1)] { return (index - 1, index + 1, code) }
            return (index, index + 1, currencies.currency(of: "dollar"))
        }
        guard text.tokens[index].kind == .word else { return nil }
        // The letters before "$" belong to what the sign reads.
        if CurrencyTable.dollars[name] != nil, word(index + 1) == "$", isJoined(index + 1), isJoined(index + 2) {
            return (index, index + 2, CurrencyTable.dollars[name])
        }
        let next = word(index + 1) == "." ? index + 2 : index + 1
        guard next < words.count, text.tokens[next].kind == .number else { return nil }
        if name == "rs" { return (index, next, currencies.currency(of: "rupee")) }
        if name == "tk" { return (index, next, "BDT") }
        return CurrencyTable.codes.contains(name) && text.tokens[index].casing == .upper ? (index, next, name.uppercased()) : nil
    }

    /// "3 billion yen", "20 million US dollars", "1,200 rupees", "50p", "75 cents".
    func takeCurrency(_ reading: inout FigureReading) -> Bool {
        let next = reading.end
        let name = word(next)
        if let code = CurrencyTable.names[name], name != "won" || word(next + 1) == "of" || reading.isLarge {
            (reading.unit, reading.end) = (code, next + 1)
        } else if name == "pence" || name == "cents" || name == "cent" && reading.value == 1 {
            reading.scale(by: 0.01)
            (reading.unit, reading.end) = (name == "pence" ? "GBP" : currencies.currency(of: "dollar"), next + 1)
        } else if let country = CurrencyTable.adjectives[name], let family = CurrencyTable.family(word(next + 1)) {
            (reading.unit, reading.end) = (CurrencyTable.families[family]?.byCountry[country], next + 2)
        } else if let family = CurrencyTable.family(name), family != "pound" || word(next + 1) != "of" {
            (reading.unit, reading.end) = (currencies.currency(of: family), next + 1)
        } else {
            return false
        }
        reading.category = "money"
        return true
    }
}
