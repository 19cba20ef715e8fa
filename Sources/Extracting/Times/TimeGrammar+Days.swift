// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Weekdays, and "yesterday" and the like.
extension TimeGrammar {
    /// "Friday", "last Friday", "Friday night", "late Tuesday"; on its own the last such day, that of publication included, or the next
    /// one where the verb beside it speaks of what is to come.
    func weekday(_ index: Int) -> TimeMatch? {
        var next = index
        let lead = word(next)
        if ["last", "next", "this", "early", "late", "earlier", "later", "coming"].contains(lead) { next += 1 }
        guard let weekday = TimeWords.weekdays[word(next)], isCapitalized(next) else { return nil }
        let part = TimeWords.dayParts[word(next + 1)]
        let end = part == nil ? next + 1 : next + 2
        let future = lead == "next" || lead == "coming" || lead != "last" && isFuture(at: index)
        return relative(index, end, part == nil ? .date : .time) { anchor in
            let back = (anchor.weekday - weekday + 7) % 7
            let isLed = lead == "next" || lead == "last"
            let days = back == 0 ? (isLed ? 7 : 0) : future ? 7 - back : back
            return anchor.adding(days: future ? days : -days).description + (part ?? "")
        }
    }

    /// "yesterday", "tonight", "this morning", "last night", "tomorrow evening", "overnight".
    func deictic(_ index: Int) -> TimeMatch? {
        var next = index
        if isWord(next, ["early", "late", "earlier", "later"]) { next += 1 }
        let shift: Int
        var part: String?
        switch word(next) {
        case "today": shift = 0
        case "yesterday": shift = -1
        case "tomorrow": shift = 1
        case "tonight": (shift, part) = (0, "TNI")
        case "overnight" where next == index: (shift, part) = (-1, "TNI")
        case "this" where TimeWords.dayParts[word(next + 1)] != nil: shift = 0
        case "last" where word(next + 1) == "night" || word(next + 1) == "evening": shift = -1
        default: return nil
        }
        // "USA Today"
        if next == index, isInName(index) { return nil }
        var end = next + 1
        if part == nil, let named = TimeWords.dayParts[word(end)] {
            part = named
            end += 1
        }
        return relative(index, end, part == nil ? .date : .time) { $0.adding(days: shift).description + (part ?? "") }
    }
}
