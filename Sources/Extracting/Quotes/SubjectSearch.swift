// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Finds whose verb a verb of speech is.
struct SubjectSearch {
    typealias Speaker = NounPhrases.Speaker

    let context: QuoteContext
    let phrases: NounPhrases

    private func word(_ index: Int) -> String { context.word(index) }

    /// The subject before the verb, or before the words in between: "the minister has repeatedly said", "he left, saying".
    func left(of cue: Int, floor: Int) -> Speaker? {
        guard let form = context.verb(cue)?.form else { return nil }
        var index = cue - 1
        var hasBe = false
        while index >= floor, !context.isQuoted[index] {
            if isBetween(index) {
                hasBe = hasBe || QuoteCues.be.contains(word(index))
                index -= 1
            } else if let start = adverbial(ending: index, floor: floor) {
                index = start - 1
            } else {
                break
            }
        }
        if form == .progressive, !hasBe { return ofProgressive(cue, behind: index, floor: floor) }
        if form == .past || form == .participle, hasBe { return passive(cue) }
        if form == .base, word(index) == "to" { return ofInfinitive(index, floor: floor) }
        guard index >= floor else { return nil }
        if context.isQuoted[index] { return word(index - 1) == "," ? nil : clause(before: cue, floor: floor) }
        if let speaker = relative(index, floor: floor) { return speaker }
        if let pronoun = context.pronoun(index) { return Speaker(tokens: pronoun, isPronoun: true) }
        if word(index) == "it" || word(index) == "this" { return Speaker(tokens: index..<(index + 1)) }
        if word(index) == "," { return beforeInsertion(endingAt: index, floor: floor) ?? clause(before: index, floor: floor) }
        if ["–", "—", "-"].contains(word(index)) { return beforeInsertion(endingAt: index, floor: floor) }
        if QuoteCues.conjunctions.contains(word(index)) { return clause(before: index, floor: floor) }
        guard let phrase = phrases.ending(index, floor: floor) else { return clause(before: index, floor: floor) }
        return phrase
    }

    /// "on Tuesday", "Tuesday night", "in the past", "at one point": stands between a subject and its verb.
    private func adverbial(ending end: Int, floor: Int) -> Int? {
        let isDay = TimeWords.weekdays[word(end)] != nil
        guard isDay || QuoteCues.timeNouns.contains(word(end)), context.name(at: end) == nil else { return nil }
        var start = end
        while start > floor, end - start < 3, QuoteCues.determiners.contains(word(start - 1)) || ["last", "next", "late", "early", "past", "same", "recent"].contains(word(start - 1))
            || TimeWords.weekdays[word(start - 1)] != nil
        {
            start -= 1
        }
        if start > floor, ["on", "in", "at", "during", "over", "for"].contains(word(start - 1)) { return start - 1 }
        return isDay || TimeWords.weekdays[word(start)] != nil || ["last", "this", "next"].contains(word(start)) ? start : nil
    }

    /// The token behind "LONDON (Reuters) - " at the start of a sentence, or its first.
    func behindDateline(_ floor: Int, end: Int) -> Int {
        let isUpper = floor < context.words.count && context.text.tokens[floor].casing == .upper
        let reach = floor..<min(end, floor + 14)
        guard let dash = reach.first(where: { ["–", "—", "-"].contains(word($0)) && context.text.tokens[$0].afterSpace }), dash > floor,
            word(dash - 1) == ")" || isUpper
        else { return floor }
        return dash + 1
    }

    private func isBetween(_ index: Int) -> Bool {
        if QuoteCues.between.contains(word(index)) { return true }
        if QuoteCues.be.contains(word(index)) {
            // The "'s" of "he's saying", not of "the minister's call".
            return context.text.tokens[index].kind != .possessive || QuoteCues.subjectPronouns.contains(word(index - 1)) || context.verb(index + 1)?.form == .progressive
        }
        return word(index).hasSuffix("ly") && context.name(at: index) == nil && word(index).utf8.count > 4
    }

    /// "who said": the word itself, for whom it stands comes from the text before.
    private func relative(_ index: Int, floor: Int) -> Speaker? {
        guard QuoteCues.relatives.contains(word(index)), index > floor || word(index) == "who" else { return nil }
        if word(index) == "that", phrases.ending(index - 1, floor: floor) == nil { return nil }
        let name = phrases.nearestName(before: index, floor: floor, kinds: word(index) == "who" ? [.person] : [.organization])
        return Speaker(tokens: index..<(index + 1), entity: name.map { context.mentions[$0].entity }, isPronoun: true)
    }

    /// "was told by Smith"; whose words they were otherwise stays open.
    private func passive(_ cue: Int) -> Speaker? {
        guard let by = (cue + 1..<min(cue + 8, context.words.count)).first(where: { word($0) == "by" || context.isQuoted[$0] }), word(by) == "by"
        else { return nil }
        return phrases.from(by + 1, limit: min(by + 16, context.words.count))
    }

    /// "refused to say", "took to Twitter to call"
    private func ofInfinitive(_ index: Int, floor: Int) -> Speaker? { clause(before: index, floor: floor) }

    /// "…, saying": who acts in the clause before. "a letter saying": the letter. "blasted Smith for saying": Smith.
    private func ofProgressive(_ cue: Int, behind index: Int, floor: Int) -> Speaker? {
        guard index >= floor else { return nil }
        let before = word(index)
        if before == "for", let name = phrases.nearestName(before: index, floor: max(floor, index - 6), kinds: [.person, .organization]) {
            return Speaker(tokens: context.mentionTokens[name], entity: context.mentions[name].entity)
        }
        if before == "as", QuoteCues.reported.contains(word(index - 1)) {
            var subject = index - 2
            while subject >= floor, isBetween(subject) { subject -= 1 }
            return subject < floor ? nil : phrases.ending(subject, floor: floor)
        }
        if QuoteCues.reported.contains(before) {
            var subject = index - 1
            while subject >= floor, isBetween(subject) { subject -= 1 }
            return subject < floor || subject == index - 1 ? nil : phrases.ending(subject, floor: floor)
        }
        let isLoose = context.text.tokens[index].kind != .word || QuoteCues.prepositions.contains(before)
            || QuoteCues.clauseOpeners.contains(before) || context.isQuoted[index]
        let clause = clause(before: isLoose ? index : cue, floor: floor)
        if isLoose { return clause ?? phrases.from(cue + 1, limit: cue) }
        guard let phrase = phrases.ending(index, floor: floor) else { return clause }
        // "released a statement saying": who released it, where anybody did.
        // "with Smith asking"
        if word(phrase.tokens.lowerBound - 1) == "with" { return phrase }
        if let clause, clause.tokens.lowerBound < phrase.tokens.lowerBound, QuoteCues.papers.contains(word(index)) || context.name(at: index) == nil {
            return clause
        }
        return phrase
    }

    // MARK: The clause

    /// The last subject of a clause that begins between the floor and the verb: at the start, behind an adverbial's comma, behind a conjunction.
    func clause(before end: Int, floor: Int) -> Speaker? {
        var best: Speaker?
        var start = max(floor, end - 60)
        var mayBeApposition = false
        while start < end {
            var index = start
            var isJoined = false
            while index < end, context.isQuoted[index] { index += 1 }
            while index < end, isSkipped(index) {
                isJoined = isJoined || QuoteCues.conjunctions.contains(word(index))
                index += 1
            }
            if index < end, !context.isQuoted[index], !mayBeApposition || isJoined && canBegin(index), let speaker = subject(at: index, end: end) {
                best = speaker
            }
            guard let comma = (index..<end).first(where: { isBoundary($0) }) else { break }
            // Behind a first subject, only "…, and she" begins another.
            mayBeApposition = best != nil
            start = comma + 1
            if word(comma) != "," , QuoteCues.conjunctions.contains(word(comma)) { start = comma }
        }
        return best
    }

    /// A pronoun, a name or what begins with an article; without a tagger a bare word may be a verb.
    private func canBegin(_ index: Int) -> Bool {
        context.pronoun(index) != nil || context.name(at: index) != nil || QuoteCues.determiners.contains(word(index))
            || context.text.tokens[index].casing != .lower
    }

    private func isBoundary(_ index: Int) -> Bool {
        if context.isQuoted[index] { return false }
        if [",", ";", "–", "—", "-"].contains(word(index)) { return word(index) != "-" || context.text.tokens[index].afterSpace }
        return ["and", "but", "while", "as", "because", "after", "when"].contains(word(index)) && context.pronoun(index + 1) != nil
    }

    private func isSkipped(_ index: Int) -> Bool {
        if word(index).hasSuffix("ly"), context.name(at: index) == nil, word(index).utf8.count > 4 { return true }
        return isOpening(index)
    }

    private func isOpening(_ index: Int) -> Bool {
        ["and", "but", "while", "yet", "so", "then", "however", "still", "instead", "meanwhile", "also", "later", "though", "as", "because", "or", "moreover",
            "indeed", "nor", "now", "today", "perhaps", "after", "when"].contains(word(index)) && (context.pronoun(index + 1) != nil || !QuoteCues.openers.contains(word(index)))
    }

    /// The subject that stands at the token, if a verb can follow it.
    private func subject(at index: Int, end: Int) -> Speaker? {
        if let pronoun = context.pronoun(index) { return Speaker(tokens: pronoun, isPronoun: true) }
        if QuoteCues.openers.contains(word(index)) || word(index).hasSuffix("ing") && context.name(at: index) == nil { return nil }
        if TimeWords.weekdays[word(index)] != nil { return nil }
        if word(index) == "it" { return Speaker(tokens: index..<(index + 1)) }
        return phrases.from(index, limit: end)
    }

    /// `Jane Doe, head of the mission, said`: the name in front of the insertion.
    private func beforeInsertion(endingAt comma: Int, floor: Int) -> Speaker? {
        let mark = word(comma)
        // "its chair, Jane Doe, said": the insertion is the name.
        if let name = context.name(at: comma - 1), context.mentions[name].kind == .person, context.mentionTokens[name].upperBound == comma,
            word(context.mentionTokens[name].lowerBound - 1) == mark
        {
            return Speaker(tokens: context.mentionTokens[name], entity: context.mentions[name].entity)
        }
        var index = comma - 1
        var nearest: Speaker?
        while index > floor, index > comma - NounPhrases.reach {
            if context.isQuoted[index] { break }
            if word(index) == mark, let speaker = phrases.ending(index - 1, floor: floor) {
                if speaker.isPronoun || speaker.entity != nil && context.name(at: speaker.tokens.upperBound - 1) != nil { return speaker }
                // An office without a name, at the very start: "A spokesman, who gave no name, said".
                if speaker.tokens.lowerBound <= floor + 1 { nearest = speaker }
            }
            index -= 1
        }
        return nearest
    }
}
