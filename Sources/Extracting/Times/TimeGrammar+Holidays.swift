// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

extension TimeGrammar {
    /// "Christmas", "Good Friday", "New Year's Eve", "last Christmas", "Thanksgiving 1998".
    func holiday(_ index: Int) -> TimeMatch? {
        let lead = ["last", "this", "next"].contains(word(index)) ? word(index) : ""
        let first = lead.isEmpty ? index : index + 1
        guard isCapitalized(first), HolidayTable.openers.contains(word(first)) else { return nil }
        let second = isPossessive(first + 1) ? first + 2 : first + 1
        let pair = isCapitalized(second) ? HolidayTable.rules["\(word(first)) \(word(second))"] : nil
        guard let rule = pair ?? HolidayTable.rules[word(first)] else { return nil }
        let end = pair == nil ? first + 1 : second + 1
        // "Easter Island", "Christmas Carol" and "Joe Christmas" are names.
        if pair == nil, isCapitalized(end) || isCapitalized(first - 1) && lead.isEmpty && !isWord(first - 1, TimeWords.prepositions) {
            return nil
        }
        if let year = yearNumber(end), !isCounted(end + 1) {
            return rule.day(of: year).map { absolute(index, end + 1, .date, $0.description) }
        }
        return relative(index, end) { anchor in
            switch lead {
            case "last": (rule.day(of: anchor.year).flatMap { $0 < anchor ? $0 : nil } ?? rule.day(of: anchor.year - 1))?.description
            case "next": (rule.day(of: anchor.year).flatMap { $0 > anchor ? $0 : nil } ?? rule.day(of: anchor.year + 1))?.description
            case "this": rule.day(of: anchor.year)?.description
            default: nearest(index, anchor) { rule.day(of: $0) }?.description
            }
        }
    }
}
