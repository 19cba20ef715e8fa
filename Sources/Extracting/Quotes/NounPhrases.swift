// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Who may speak: a name, an office with or without a name, a pronoun. Looks at a bounded number of tokens.
struct NounPhrases {
    struct Speaker {
        /// Tokens.
        var tokens: Range<Int>
        var entity: String?
        /// "he", and "who", whose entity the text before tells.
        var isPronoun = false
    }

    static let reach = 30

    let context: QuoteContext

    private func word(_ index: Int) -> String { context.word(index) }

    // MARK: That begin at a token

    /// A name, a name in apposition to an office, or the office alone.
    func from(_ start: Int, limit: Int) -> Speaker? {
        if let pronoun = context.pronoun(start) { return Speaker(tokens: pronoun, isPronoun: true) }
        var index = start
        var isBehindPreposition = false
        var firstOther: Int?
        var officeEnd: Int?
        while index < limit, index < start + Self.reach {
            if let name = context.name(at: index) {
                let mention = context.mentions[name]
                if mention.kind == .person, !isBehindPreposition, !isOwner(name, limit) { return named(name) }
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
            } else if context.isQuoted[index] || [".", ";", ":", "(", "–", "—", "?", "!"].contains(word) && !isInitial(index, limit)
                || QuoteCues.clauseOpeners.contains(word) || context.isCue(index) || index > start && isVerb(index, start)
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
            if tokens.upperBound >= (officeEnd ?? index) { return named(firstOther) }
        }
        let end = min(officeEnd ?? index, start + 12)
        return office(start..<max(start, end))
    }

    /// An auxiliary, or what looks like a past tense behind the noun.
    private func isVerb(_ index: Int, _ start: Int) -> Bool {
        if QuoteCues.auxiliaries.contains(word(index)) { return true }
        return index > start + 1 && word(index).hasSuffix("ed") && context.text.tokens[index].casing == .lower
            && context.text.tokens[index - 1].casing == .lower && !QuoteCues.determiners.contains(word(index - 1))
    }

    /// The point of an initial or a title, with the name still to come.
    private func isInitial(_ index: Int, _ limit: Int) -> Bool {
        word(index) == "." && index + 1 < limit && context.text.tokens[index].span.start == context.text.tokens[index - 1].span.end
            && context.text.tokens[index - 1].span.count < 5
    }

    /// "Trump's" in "Trump's spokeswoman".
    private func isOwner(_ name: Int, _ limit: Int) -> Bool {
        let end = context.mentionTokens[name].upperBound
        return end < limit && context.text.tokens[end].kind == .possessive && context.text.tokens[end].span.count > 1
            && end + 1 < limit && context.text.tokens[end + 1].kind == .word && !context.isCue(end + 1)
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

    // MARK: That end at a token

    /// The phrase with all that qualifies it: of "a letter from the Legion obtained by the Post" the letter.
    func ending(_ end: Int, floor: Int) -> Speaker? {
        guard var phrase = plain(ending: end, floor: floor) else { return nil }
        for _ in 0..<3 {
            let before = phrase.tokens.lowerBound - 1
            guard before > floor, QuoteCues.prepositions.contains(word(before)) else { break }
            var last = before - 1
            if word(last).hasSuffix("ed"), !context.isCue(last), context.name(at: last) == nil { last -= 1 }
            guard last >= floor, context.text.tokens[last].kind == .word || context.text.tokens[last].kind == .number,
                !QuoteCues.between.contains(word(last)), !QuoteCues.be.contains(word(last)), let head = plain(ending: last, floor: floor)
            else { break }
            var entity = head.entity
            if entity == nil, ["of", "for", "from"].contains(word(before)), isBody(phrase) { entity = phrase.entity }
            phrase = Speaker(tokens: head.tokens.lowerBound..<(head.entity == nil ? phrase.tokens.upperBound : head.tokens.upperBound), entity: entity)
        }
        return phrase
    }

    /// An organization, for which others speak.
    private func isBody(_ phrase: Speaker) -> Bool {
        guard let name = context.name(at: phrase.tokens.upperBound - 1) else { return false }
        return context.mentions[name].kind == .organization
    }

    /// Without prepositions.
    private func plain(ending end: Int, floor: Int) -> Speaker? {
        guard end >= floor else { return nil }
        var last = end
        if word(last) == ")", let open = (max(floor, last - 8)..<last).last(where: { word($0) == "(" }) { last = open - 1 }
        guard last >= floor, !context.isQuoted[last] else { return nil }
        if let name = context.name(at: last) { return named(name) }
        if let pronoun = context.pronoun(last) { return Speaker(tokens: pronoun, isPronoun: true) }
        var start = last
        while start > floor, start > last - 10 {
            if QuoteCues.determiners.contains(word(start)), context.name(at: start) == nil { break }
            let before = word(start - 1)
            let token = context.text.tokens[start - 1]
            if context.isQuoted[start - 1] || token.kind == .punctuation && before != "-" || QuoteCues.clauseOpeners.contains(before)
                || QuoteCues.prepositions.contains(before) || context.isCue(start - 1) || QuoteCues.be.contains(before) && token.kind == .word
                || TimeWords.weekdays[before] != nil || QuoteCues.subjectPronouns.contains(before)
            {
                break
            }
            start -= 1
        }
        return office(start..<(last + 1))
    }

    private func named(_ name: Int) -> Speaker { Speaker(tokens: context.mentionTokens[name], entity: context.mentions[name].entity) }

    /// Words without a name that can speak: not a time, not a lone function word.
    private func office(_ range: Range<Int>) -> Speaker? {
        var range = range
        while let last = range.last, context.text.tokens[last].kind != .word { range = range.lowerBound..<last }
        guard let last = range.last, let first = range.first else { return nil }
        if StopWords.contains(word(last)) && !["others", "some", "many", "one", "most", "another", "both", "none"].contains(word(last)), word(last - 1) != "-" {
            return nil
        }
        if TimeWords.weekdays[word(first)] != nil || TimeWords.weekdays[word(last)] != nil { return nil }
        // The entity is that of a name that the phrase begins with: "the United Nations statement".
        let name = range.lazy.compactMap { context.name(at: $0) }.first { context.mentionTokens[$0].lowerBound <= first + 1 }
        return Speaker(tokens: range, entity: name.map { context.mentions[$0].entity })
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
