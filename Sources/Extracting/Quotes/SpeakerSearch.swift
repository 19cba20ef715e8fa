// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Who speaks, and the word that says so. Looks a bounded number of tokens around a quotation.
struct SpeakerSearch {
    struct Attribution {
        /// Tokens.
        var speaker: Range<Int>
        var cue: Range<Int>
        var isPronoun: Bool
        var entity: String?

        init(_ speaker: NounPhrases.Speaker, cue: Range<Int>) {
            self.speaker = speaker.tokens
            self.cue = cue
            isPronoun = speaker.isPronoun
            entity = speaker.entity
        }
    }

    /// So many tokens before a quotation its verb may stand.
    private static let reach = 60
    /// So many tokens behind it.
    private static let width = 40

    let context: QuoteContext
    let phrases: NounPhrases
    let subjects: SubjectSearch

    init(context: QuoteContext) {
        self.context = context
        phrases = NounPhrases(context: context)
        subjects = SubjectSearch(context: context, phrases: phrases)
    }

    private func word(_ index: Int) -> String { context.word(index) }

    // MARK: Behind

    /// `“…,” said Jane Doe`, `“…,” the minister told reporters`, `“…,” according to the report`.
    func behind(_ end: Int, endsSentence: Bool) -> Attribution? {
        if let signature = signature(end) { return signature }
        var start = end
        let isEnded = endsSentence && !["?", "!", "…"].contains(word(end - 2)) && !["?", "!"].contains(word(end - 1))
        if [",", "-", "–", "—", "."].contains(word(start)), !endsSentence || word(start) != "." { start += 1 }
        guard start < context.words.count, !context.isQuoted[start], let limit = sentenceEnd(start) else { return nil }
        if let found = accordingTo(start, limit: limit) { return found }
        if let verb = context.verb(start), verb.form != .progressive, verb.form != .base {
            return right(of: start, limit: limit) ?? left(of: start, floor: max(0, start - 1))
        }
        let isNew = endsSentence && context.text.tokens[start].casing != .lower
        guard let cue = firstCue(start, min(limit, start + (isNew && isEnded ? 8 : Self.width))) else { return nil }
        let isLast = cue + 2 >= limit || [".", ",", ":"].contains(word(cue + 1))
        if isNew {
            // A new sentence behind a finished one speaks for itself, unless it is but "Smith asked."
            guard isLast || !isEnded, let found = left(of: cue, floor: start) else { return nil }
            return found.speaker.lowerBound <= start + 2 || limit - start < 10 ? found : nil
        }
        if let found = inverted(cue, limit: limit) { return found }
        // “…” that goes on as the writer's own sentence: its verb says who spoke only where it closes the sentence.
        if QuoteCues.relatives.contains(word(start)) || QuoteCues.conjunctions.contains(word(start)) || word(start) == "to" {
            guard cue + 2 >= limit, word(cue + 1) != ",", context.word(cue - 2) == "," || context.name(at: cue - 1) != nil else {
                return nil
            }
        }
        return left(of: cue, floor: start)
    }

    /// `“…” — Jane Doe`: a name behind a dash, where nothing goes on.
    private func signature(_ dash: Int) -> Attribution? {
        guard ["–", "—", "―", "--", "-"].contains(word(dash)), context.words.indices.contains(dash + 1),
            let name = context.name(at: dash + 1),
            [.person, .organization].contains(context.mentions[name].kind)
        else { return nil }
        let tokens = context.mentionTokens[name]
        guard tokens.lowerBound == dash + 1 else { return nil }
        let end = tokens.upperBound
        let isLast =
            end >= context.words.count || context.isQuoted[end] || isOpening(end) || [".", "(", "|"].contains(word(end))
            || context.text.sentence(at: context.text.tokens[end].span.start)
                != context.text.sentence(at: context.text.tokens[dash].span.start)
        guard isLast else { return nil }
        return Attribution(NounPhrases.Speaker(tokens: tokens, entity: context.mentions[name].entity), cue: dash..<(dash + 1))
    }

    private func isOpening(_ index: Int) -> Bool { ["“", "\"", "‘", "«", "„"].contains(word(index)) }

    private func isPronoun(_ index: Int) -> Bool { context.pronoun(index) != nil }

    private func firstCue(_ start: Int, _ limit: Int) -> Int? {
        var index = start
        while index < limit {
            if context.isQuoted[index] || [";", ":"].contains(word(index)) { return nil }
            if let verb = context.verb(index), verb.role != .naming, verb.form != .progressive || word(index - 1) == "as" {
                // "“A,” and Smith said: “B.”"
                return (index + 1..<min(limit, index + 6)).contains { word($0) == ":" } ? nil : index
            }
            index += 1
        }
        return nil
    }

    private func sentenceEnd(_ index: Int) -> Int? {
        guard let sentence = context.text.sentence(at: context.text.tokens[index].span.start) else { return nil }
        return context.text.sentences[sentence].tokens.upperBound
    }

    // MARK: Ahead

    /// `Jane Doe said: “…”`, `She called it a “…”`, `According to the report, “…”`, `JANE DOE: “…”`.
    ///
    /// - Parameter isWhole: whether it is a whole statement, which a verb like "praised" introduces nowhere but right before it.
    func ahead(_ start: Int, isWhole: Bool) -> Attribution? {
        guard start > 0, let floor = floor(start) else { return nil }
        let colon = word(start - 1) == ":"
        if colon, let label = label(endingAt: start - 1, floor: floor) { return label }
        var index = start - 1
        var unquoted = 0
        var named: Attribution?
        let bottom = max(floor, start - Self.reach)
        while index >= bottom {
            defer { index -= 1 }
            if context.isQuoted[index] { continue }
            unquoted += 1
            if let verb = context.verb(index) {
                // "a film called “Jaws”" gives a name, and nobody speaks.
                if index == start - 1, QuoteCues.nicknaming.contains(word(index)), !isPronoun(index - 1), context.name(at: index - 1) == nil
                {
                    return nil
                }
                if verb.role == .naming, isWhole, unquoted > 4, !colon { continue }
                if verb.role == .manner, unquoted > 4, word(index + 1) != "that" { continue }
                if let found = left(of: index, floor: floor) { return climbed(found, floor: floor) }
                if index == floor, verb.role == .statement, let found = right(of: index, limit: start) { return found }
            } else if named == nil, QuoteCues.nouns.contains(word(index)), let found = owner(of: index, floor: floor) {
                named = found
            } else if word(index) == "according", let found = accordingTo(index, limit: start) {
                return found
            }
        }
        if let named { return named }
        // "Smith had a message for the House: “…”"
        if colon, let subject = subjects.clause(before: start - 1, floor: floor), subject.isPronoun || subject.entity != nil {
            return Attribution(subject, cue: (start - 1)..<start)
        }
        return nil
    }

    /// The start of the sentence that the quotation belongs to; the sentences within quotations before it do not count.
    private func floor(_ start: Int) -> Int? {
        guard var sentence = context.text.sentence(at: context.text.tokens[start].span.start) else { return nil }
        var floor = context.text.sentences[sentence].tokens.lowerBound
        // `Doe said: “…”` may end a sentence at the colon.
        if floor == start, sentence > 0, [":", ","].contains(word(start - 1)) {
            sentence -= 1
            floor = context.text.sentences[sentence].tokens.lowerBound
        }
        for _ in 0..<4 {
            guard sentence > 0, floor < context.isQuoted.count, context.isQuoted[floor], floor > 0, context.isQuoted[floor - 1],
                floor != start
            else { break }
            sentence -= 1
            floor = context.text.sentences[sentence].tokens.lowerBound
        }
        return subjects.behindDateline(floor, end: start)
    }

    private func label(endingAt colon: Int, floor: Int) -> Attribution? {
        guard let name = context.name(at: colon - 1) else { return nil }
        let tokens = context.mentionTokens[name]
        guard tokens.upperBound == colon, [.person, .organization].contains(context.mentions[name].kind) else { return nil }
        let isFirst =
            tokens.lowerBound <= floor + 6 && !(floor..<tokens.lowerBound).contains { context.isCue($0) || word($0) == "," }
            || ["-", "–", "—", "|", ".", "]"].contains(word(tokens.lowerBound - 1))
            || tokens.lowerBound > 0 && context.isQuoted[tokens.lowerBound - 1]
        guard isFirst else { return nil }
        return Attribution(NounPhrases.Speaker(tokens: tokens, entity: context.mentions[name].entity), cue: colon..<(colon + 1))
    }

    /// "Trump's promise to be “neutral”", "his call for “a ban”".
    private func owner(of noun: Int, floor: Int) -> Attribution? {
        var index = noun - 1
        if index > floor, context.text.tokens[index].kind == .word, context.text.tokens[index].casing == .lower,
            !QuoteCues.possessives.contains(word(index)), !QuoteCues.determiners.contains(word(index))
        {
            index -= 1
        }
        guard index >= floor else { return nil }
        if QuoteCues.possessives.contains(word(index)), word(index) != "its" {
            return Attribution(NounPhrases.Speaker(tokens: index..<(index + 1), isPronoun: true), cue: noun..<(noun + 1))
        }
        guard context.text.tokens[index].kind == .possessive, let phrase = phrases.ending(index - 1, floor: floor) else { return nil }
        return Attribution(phrase, cue: noun..<(noun + 1))
    }

    /// "Smith said he believes": Smith says it.
    private func climbed(_ found: Attribution, floor: Int) -> Attribution {
        var found = found
        for _ in 0..<2 {
            var index = found.speaker.lowerBound - 1
            if word(index) == "that" { index -= 1 }
            // "told reporters he thought"
            if context.verb(index) == nil,
                let told = (max(floor, index - 2)..<max(floor, index)).first(where: { QuoteCues.transitive.contains(word($0)) })
            {
                index = told
            }
            guard index > floor, let verb = context.verb(index), verb.role != .naming, let outer = left(of: index, floor: floor) else {
                break
            }
            found = outer
        }
        // "said that he shouted “…”" tells of a scene, "said that she was on what she called “…”" does not.
        guard found.isPronoun, word(found.speaker.lowerBound - 1) != ",", let inner = context.verb(found.cue.lowerBound),
            inner.role != .manner, !QuoteCues.reporting.contains(word(found.cue.lowerBound))
        else { return found }
        let start = found.speaker.lowerBound
        for index in (max(floor, start - 25)..<max(floor, start)).reversed() {
            guard !context.isQuoted[index], let verb = context.verb(index), verb.role == .statement, verb.form != .base else { continue }
            return left(of: index, floor: floor) ?? found
        }
        return found
    }

    /// Who speaks, or is spoken of, in the sentence that ends before a statement without a verb of its own: "Smith disagreed. “Never.”"
    ///
    /// - Parameters:
    ///   - floor: what stands before belongs to another quotation.
    ///   - paragraph: the sentence must belong to it.
    ///   - isSpeech: whether a verb of speech or a colon must tell.
    func sentence(before open: Int, floor: Int, _ paragraph: Int, isSpeech: Bool) -> Attribution? {
        guard open > floor, paragraph >= 0, !context.isQuoted[open - 1],
            let sentence = context.text.sentence(at: context.text.tokens[open - 1].span.start),
            context.text.paragraph(at: context.text.tokens[open - 1].span.start) == paragraph,
            context.text.sentences[sentence].tokens.lowerBound >= floor
        else { return nil }
        let range = max(context.text.sentences[sentence].tokens.lowerBound, open - Self.reach)..<open
        guard range.count > 2 else { return nil }
        for index in range.reversed() where context.verb(index).map({ $0.role == .statement && $0.form != .base }) == true {
            if let found = left(of: index, floor: range.lowerBound) {
                var bare = climbed(found, floor: range.lowerBound)
                bare.cue = 0..<0
                return bare
            }
        }
        guard !isSpeech || word(open - 1) == ":",
            let subject = subjects.clause(before: range.upperBound - 1, floor: range.lowerBound), subject.isPronoun || subject.entity != nil
        else { return nil }
        return Attribution(subject, cue: 0..<0)
    }

    /// Whose deed the sentence tells, where no verb of speech does: "Smith ran on the slogan “…”".
    func actor(before open: Int) -> Attribution? {
        guard open > 0, let floor = floor(open), let subject = subjects.clause(before: open, floor: floor),
            subject.isPronoun || subject.entity != nil
        else { return nil }
        return Attribution(subject, cue: 0..<0)
    }

    // MARK: Around a verb

    func accordingTo(_ index: Int, limit: Int) -> Attribution? {
        guard word(index) == "according", word(index + 1) == "to", index + 2 < limit else { return nil }
        guard let speaker = phrases.from(index + 2, limit: limit) else { return nil }
        return Attribution(speaker, cue: index..<(index + 2))
    }

    func left(of cue: Int, floor: Int) -> Attribution? {
        subjects.left(of: cue, floor: floor).map { Attribution($0, cue: cue..<(cue + 1)) }
    }

    /// "…, said Jane Doe, a doctor": behind the comma that ends a statement. In "Jane Doe, a doctor, said she …" the verb goes on.
    ///
    /// - Parameter isBare: without quotation marks only who is a person by name or noun speaks in "said the head of the mission".
    func inverted(_ cue: Int, limit: Int, isBare: Bool = false) -> Attribution? {
        guard word(cue - 1) == ",", !QuoteCues.telling.contains(word(cue)),
            context.verb(cue)?.form == .past || context.verb(cue)?.form == .present, cue + 1 < limit,
            !word(cue + 1).hasSuffix("ly"), let found = right(of: cue, limit: limit)
        else { return nil }
        let end = found.speaker.upperBound
        let isLast = end >= limit || context.isQuoted[end] || [",", ".", ";", "(", "?", "!", "–", "—", "-"].contains(word(end))
        guard !isLast else { return found }
        let goesOn = QuoteCues.prepositions.contains(word(end)) && found.entity == nil && !found.isPronoun
        return goesOn && (!isBare || QuoteCues.isSpeaker(word(end - 1))) ? found : nil
    }

    /// The subject behind the verb: `said the mission's head, Jane Doe`.
    func right(of cue: Int, limit: Int) -> Attribution? {
        guard cue + 1 < limit, let speaker = phrases.from(cue + 1, limit: limit) else { return nil }
        return Attribution(speaker, cue: cue..<(cue + 1))
    }
}
