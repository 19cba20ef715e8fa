// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Who speaks, and the word that says so. Looks a bounded number of tokens around a verb of speech.
struct SpeakerSearch {
    struct Attribution {
        /// Tokens.
        var speaker: Range<Int>
        var cue: Range<Int>
        var isPronoun: Bool
        var entity: String?
    }

    private static let reach = 30

    let context: QuoteContext

    private func word(_ index: Int) -> String { context.word(index) }

    // MARK: Around a quotation

    /// `“…,” said Jane Doe`, `“…,” the minister told reporters`, `“…,” according to the report`.
    func behind(_ end: Int, endsSentence: Bool) -> Attribution? {
        var start = end
        if [",", "-", "–", "—", "."].contains(word(start)), !endsSentence || word(start) != "." { start += 1 }
        guard start < context.words.count, !context.isQuoted[start], let limit = sentenceEnd(start) else { return nil }
        if let found = accordingTo(start, limit: limit) { return found }
        if context.isCue(start) {
            return right(of: start, limit: limit) ?? left(of: start, floor: max(0, start - 1))
        }
        // A new sentence behind a finished one speaks for itself, unless it is but "Smith asked."
        if endsSentence, context.text.tokens[start].casing != .lower, !["he", "she", "they", "i", "we"].contains(word(start)) {
            guard let cue = firstCue(start, min(limit, start + 8)), cue + 2 >= limit || [".", ",", ":"].contains(word(cue + 1)) else {
                return nil
            }
            return left(of: cue, floor: start)
        }
        guard let cue = firstCue(start, min(limit, start + 25)) else { return nil }
        if endsSentence, cue > start + 4 { return nil }
        return left(of: cue, floor: start) ?? (QuoteCues.transitive.contains(word(cue)) ? nil : right(of: cue, limit: limit))
    }

    /// `Jane Doe said: “…”`, `She called it a “…”`, `According to the report, “…”`, `JANE DOE: “…”`.
    func ahead(_ start: Int) -> Attribution? {
        guard start > 0, let sentence = context.text.sentence(at: context.text.tokens[start].span.start) else { return nil }
        var floor = context.text.sentences[sentence].tokens.lowerBound
        // `Doe said: “…”` may end a sentence at the colon.
        if floor == start, sentence > 0, word(start - 1) == ":" { floor = context.text.sentences[sentence - 1].tokens.lowerBound }
        var index = start - 1
        let bottom = max(floor, start - Self.reach)
        while index >= bottom {
            if context.isCue(index) {
                // "a film called “Jaws”" gives a name, and nobody speaks.
                if index == start - 1, QuoteCues.naming.contains(word(index)), word(index).hasSuffix("ed") || word(index) == "termed" {
                    return nil
                }
                if let found = left(of: index, floor: floor) ?? right(of: index, limit: start) { return found }
            }
            if word(index) == "according", let found = accordingTo(index, limit: start) { return found }
            index -= 1
        }
        if word(start - 1) == ":", let label = label(endingAt: start - 1, floor: floor) { return label }
        return nil
    }

    private func label(endingAt colon: Int, floor: Int) -> Attribution? {
        guard let name = context.name(at: colon - 1) else { return nil }
        let tokens = context.mentionTokens[name]
        guard tokens.upperBound == colon, tokens.lowerBound == floor else { return nil }
        return Attribution(speaker: tokens, cue: colon..<(colon + 1), isPronoun: false, entity: context.mentions[name].entity)
    }

    private func firstCue(_ start: Int, _ limit: Int) -> Int? {
        var index = start
        while index < limit {
            if context.isQuoted[index] || [";", ":"].contains(word(index)) { return nil }
            if context.isCue(index), QuoteCues.speaking.contains(word(index)) { return index }
            index += 1
        }
        return nil
    }

    private func sentenceEnd(_ index: Int) -> Int? {
        guard let sentence = context.text.sentence(at: context.text.tokens[index].span.start) else { return nil }
        return context.text.sentences[sentence].tokens.upperBound
    }

    func accordingTo(_ index: Int, limit: Int) -> Attribution? {
        guard word(index) == "according", word(index + 1) == "to", index + 2 < limit else { return nil }
        guard let (tokens, entity) = phrase(from: index + 2, limit: limit) else { return nil }
        return Attribution(speaker: tokens, cue: index..<(index + 2), isPronoun: false, entity: entity)
    }

    // MARK: Around a verb

    /// The subject before the verb.
    func left(of cue: Int, floor: Int) -> Attribution? {
        var index = cue - 1
        while index >= floor, QuoteCues.between.contains(word(index)) || word(index).hasSuffix("ly") && context.name(at: index) == nil {
            index -= 1
        }
        guard index >= floor, !context.isQuoted[index] else { return nil }
        let cues = cue..<(cue + 1)
        if QuoteCues.subjectPronouns.contains(word(index)) {
            if word(index) == "who" {
                guard let name = nearestName(before: index, floor: floor, kinds: [.person]) else { return nil }
                return Attribution(speaker: context.mentionTokens[name], cue: cues, isPronoun: false, entity: context.mentions[name].entity)
            }
            if word(index) == "it" && !context.text.tokens[index].afterSpace { return nil }
            return Attribution(speaker: index..<(index + 1), cue: cues, isPronoun: true, entity: nil)
        }
        if word(index) == ",", let inserted = beforeInsertion(endingAt: index, floor: floor, cues) { return inserted }
        guard index >= floor, word(index) != ",", let (tokens, entity) = phrase(endingAt: index, floor: floor) else { return nil }
        return Attribution(speaker: tokens, cue: cues, isPronoun: false, entity: entity)
    }

    /// `Jane Doe, head of the mission, said`: the name in front of the insertion.
    private func beforeInsertion(endingAt comma: Int, floor: Int, _ cues: Range<Int>) -> Attribution? {
        // "its chair, Jane Doe, said": the insertion is the name.
        if let name = context.name(at: comma - 1), context.mentions[name].kind == .person, context.mentionTokens[name].upperBound == comma,
            word(context.mentionTokens[name].lowerBound - 1) == ","
        {
            return Attribution(speaker: context.mentionTokens[name], cue: cues, isPronoun: false, entity: context.mentions[name].entity)
        }
        var index = comma - 1
        while index > floor, index > comma - Self.reach {
            if word(index) == ",", let (tokens, entity) = phrase(endingAt: index - 1, floor: floor) {
                if entity != nil { return Attribution(speaker: tokens, cue: cues, isPronoun: false, entity: entity) }
            }
            if context.isQuoted[index] { return nil }
            index -= 1
        }
        return nil
    }

    /// The subject behind the verb: `said the mission's head, Jane Doe`.
    func right(of cue: Int, limit: Int) -> Attribution? {
        guard cue + 1 < limit, let (tokens, entity) = phrase(from: cue + 1, limit: limit) else { return nil }
        return Attribution(
            speaker: tokens, cue: cue..<(cue + 1),
            isPronoun: QuoteCues.subjectPronouns.contains(word(tokens.lowerBound)) && tokens.count == 1, entity: entity)
    }

    /// The speaker that begins at a token: a name, a name in apposition to an office, or the office alone.
    private func phrase(from start: Int, limit: Int) -> (tokens: Range<Int>, entity: String?)? {
        if QuoteCues.subjectPronouns.contains(word(start)), word(start) != "it", word(start) != "who" { return (start..<(start + 1), nil) }
        var index = start
        var isBehindPreposition = false
        var firstOther: Int?
        var officeEnd: Int?
        while index < limit, index < start + Self.reach {
            if let name = context.name(at: index) {
                let mention = context.mentions[name]
                if mention.kind == .person, !isBehindPreposition { return (context.mentionTokens[name], mention.entity) }
                if firstOther == nil, !isBehindPreposition, mention.kind != .person { firstOther = name }
                index = max(context.mentionTokens[name].upperBound, index + 1)
                continue
            }
            let word = word(index)
            if word == "(", let close = (index..<min(limit, index + 8)).first(where: { self.word($0) == ")" }) {
                index = close + 1
                continue
            }
            if word == "," {
                officeEnd = officeEnd ?? index
                isBehindPreposition = false
                // Only a name makes the words behind a comma one with those before it.
                guard firstNameFollows(index + 1, limit) else { break }
            } else if QuoteCues.prepositions.contains(word) {
                if index == start { return nil }
                officeEnd = officeEnd ?? index
                isBehindPreposition = true
            } else if context.isQuoted[index] || [".", ";", ":", "(", "–", "—"].contains(word) && !(word == "." && index + 1 < limit)
                || QuoteCues.clauseOpeners.contains(word) || context.isCue(index)
            {
                break
            } else if index == start,
                TimeWords.weekdays[word] != nil || ["that", "so", "not", "no", "yes", "to", "it", "there", "this", "what"].contains(word)
            {
                return nil
            }
            index += 1
        }
        if let firstOther, context.mentionTokens[firstOther].lowerBound <= start + 3 {
            // "the United Nations" speaks; "the United Nations envoy" is a person, whose phrase is longer.
            let tokens = context.mentionTokens[firstOther]
            if tokens.upperBound >= (officeEnd ?? index) { return (tokens, context.mentions[firstOther].entity) }
        }
        let end = min(officeEnd ?? index, start + 12)
        return office(start..<max(start, end))
    }

    private func firstNameFollows(_ index: Int, _ limit: Int) -> Bool {
        var position = index
        while position < limit, position < index + 8 {
            if let name = context.name(at: position) { return context.mentions[name].kind == .person }
            if context.text.tokens[position].casing == .lower, word(position) != "." { return false }
            position += 1
        }
        return false
    }

    /// The speaker that ends at a token.
    private func phrase(endingAt end: Int, floor: Int) -> (tokens: Range<Int>, entity: String?)? {
        guard end >= floor else { return nil }
        var last = end
        if word(last) == ")", let open = (max(floor, last - 8)..<last).last(where: { word($0) == "(" }) { last = open - 1 }
        guard last >= floor, !context.isQuoted[last] else { return nil }
        if let name = context.name(at: last) { return (context.mentionTokens[name], context.mentions[name].entity) }
        var start = last
        while start > floor, start > last - 10 {
            let before = word(start - 1)
            let token = context.text.tokens[start - 1]
            if context.isQuoted[start - 1] || token.kind == .punctuation && before != "-" || QuoteCues.clauseOpeners.contains(before)
                || context.isCue(start - 1)
            {
                break
            }
            start -= 1
            if ["the", "a", "an", "his", "her", "their", "its", "one", "some"].contains(before) { break }
        }
        // "the statement of the United Nations": a name inside the phrase says who.
        return office(start..<(last + 1))
    }

    /// Words without a name that can speak: not a time, not a lone function word.
    private func office(_ range: Range<Int>) -> (tokens: Range<Int>, entity: String?)? {
        var range = range
        while let last = range.last, context.text.tokens[last].kind != .word { range = range.lowerBound..<last }
        guard let last = range.last, let first = range.first else { return nil }
        if StopWords.contains(word(last)) && !["others", "some", "many", "one", "most"].contains(word(last)) { return nil }
        if TimeWords.weekdays[word(first)] != nil { return nil }
        // The entity is that of a name that the phrase begins with: "the United Nations statement".
        let name = range.lazy.compactMap { context.name(at: $0) }.first { context.mentionTokens[$0].lowerBound <= first + 1 }
        return (range, name.map { context.mentions[$0].entity })
    }

    /// The last name of one of the kinds before a token.
    func nearestName(before index: Int, floor: Int, kinds: Set<Entity.Kind>) -> Int? {
        var position = index - 1
        while position >= max(floor, index - 200) {
            if let name = context.name(at: position), kinds.contains(context.mentions[name].kind) { return name }
            position -= 1
        }
        return nil
    }
}
