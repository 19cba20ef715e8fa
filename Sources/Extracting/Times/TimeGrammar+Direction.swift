// SPDX-License-Identifier: Apache-2.0

internal import Language

/// Whether what is said lies before or after the day of the article.
enum TimeDirection {
    case past
    case future
}

/// The tense of the verb next to a time.
extension TimeGrammar {
    /// The direction that the nearest verb gives: those before the token first, then those behind it in the sentence.
    func direction(at index: Int) -> (direction: TimeDirection, distance: Int)? {
        var position = index - 1
        while position >= 0, position >= index - 16, !isSentenceEnd(position) {
            if let direction = direction(ofVerb: position, index) { return (direction, index - position) }
            position -= 1
        }
        position = index + 1
        while position < words.count, position <= index + 12, !isSentenceEnd(position) {
            // "In September, it announced …": here the report itself is what is dated.
            if TimeWords.reporting.contains(words[position]) { return (.past, position - index) }
            if let direction = direction(ofVerb: position, index) { return (direction, position - index) }
            position += 1
        }
        return nil
    }

    func isFuture(at index: Int) -> Bool { direction(at: index)?.direction == .future }

    private func isSentenceEnd(_ index: Int) -> Bool {
        switch words[index] {
        case "!", "?", ";": true
        // The point of "Nov." ends none.
        case ".": TimeWords.months[word(index - 1)] == nil
        default: false
        }
    }

    private func direction(ofVerb position: Int, _ index: Int) -> TimeDirection? {
        let verb = words[position]
        guard text.tokens[position].kind == .word else { return nil }
        if TimeWords.future.contains(verb) { return .future }
        if verb == "to" {
            let before = word(position - 1)
            return TimeWords.intentions.contains(before) || word(position + 1) == "be" ? .future : nil
        }
        if verb == "be" { return TimeWords.modals.contains(word(position - 1)) ? .future : nil }
        // "He said the talks resume Monday": what reports says nothing of when.
        if TimeWords.reporting.contains(verb) { return position == index - 1 || position == index - 2 ? .past : nil }
        if TimeWords.past.contains(verb) { return .past }
        if TimeWords.timetable.contains(verb) { return position == index - 1 || position == index - 2 ? .future : nil }
        guard verb.utf8.count > 4, verb.hasSuffix("ed"), !verb.hasSuffix("eed"), verb != "hundred", !isCapitalized(position) else {
            return nil
        }
        return word(position - 1) == "be" || word(position - 1) == "get" ? nil : .past
    }
}
