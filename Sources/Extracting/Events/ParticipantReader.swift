// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Somebody or something that takes part in an event.
struct Participant {
    /// Tokens of the noun phrase up to its head, with what determines it.
    var core: Range<Int>
    /// The same with the "of" phrase behind it.
    var full: Range<Int>
    var noun: NounClass?
    /// The entity that the phrase names.
    var entity: String?
    var entityKind: Entity.Kind?
    /// The organization to which those belong who are named by their kind: "Taliban fighters", "members of the FMLN".
    var affiliation: String?

    var head: Int { core.upperBound - 1 }

    /// Whether this can have done something.
    var isActor: Bool {
        if let noun, noun.isAnimate { return true }
        if affiliation != nil { return noun?.isWeapon != true }
        guard let entityKind else { return false }
        return [.person, .organization, .group, .location].contains(entityKind)
    }
}

/// Reads noun phrases without a parser: from stop words, endings and what the lexicon knows. Looks a bounded number of tokens around.
struct ParticipantReader {
    private static let longest = 14

    let text: EventText

    // MARK: From the left

    /// The phrase that begins at a token.
    func phrase(from start: Int, limit: Int) -> Participant? {
        guard var core = core(from: start, limit: limit) else { return nil }
        // "a section of the pipeline" is the pipeline.
        if text.word(core.upperBound) == "of", EventGrammar.partitives.contains(text.word(core.upperBound - 1)),
            let inner = self.core(from: core.upperBound + 1, limit: limit)
        {
            core = core.lowerBound..<inner.upperBound
        }
        var full = core
        var affiliation: String?
        let behind = text.word(core.upperBound)
        if behind == "of" || behind == "from", text.nouns[core.upperBound - 1]?.isAnimate == true || behind == "of",
            let inner = self.core(from: core.upperBound + 1, limit: limit)
        {
            affiliation = organization(in: inner)
            if behind == "of" || affiliation != nil { full = core.lowerBound..<inner.upperBound }
        }
        return participant(core, full, affiliation)
    }

    /// The phrases that begin at a token, joined by commas and "and".
    func phrases(from start: Int, limit: Int) -> [Participant] {
        guard let first = phrase(from: start, limit: limit) else { return [] }
        var found = [first]
        while found.count < 6, let last = found.last {
            var next = last.full.upperBound
            let joint = next
            if text.word(next) == "," { next += 1 }
            if text.word(next) == "and" || text.word(next) == "including" { next += 1 }
            guard next > joint, next < limit, let other = phrase(from: next, limit: limit), isConjunct(other, limit) else { break }
            // After a comma alone comes an apposition as often as another one.
            if text.word(next - 1) == ",", !["and", ","].contains(text.word(other.full.upperBound)) { break }
            found.append(other)
        }
        return found
    }

    /// Whether no new clause begins with the phrase.
    private func isConjunct(_ other: Participant, _ limit: Int) -> Bool {
        let behind = other.full.upperBound
        if behind < limit, isVerb(behind) || text.trigger(at: behind) != nil { return false }
        return !other.core.contains { text.trigger(at: $0) != nil }
    }

    /// Tokens of a phrase up to its head.
    func core(from start: Int, limit: Int) -> Range<Int>? {
        var index = start
        var head: Int?
        let end = min(limit, start + Self.longest)
        while index < end {
            let token = text.text.tokens[index]
            let word = text.word(index)
            if text.isTime(index) { break }
            switch token.kind {
            case .possessive: if head == nil { return nil }
            case .number: break
            case .punctuation:
                guard isJoint(index, end) || ["“", "\"", "‘"].contains(word) && head == nil && index > start else {
                    return finish(start, head)
                }
            case .symbol: return finish(start, head)
            case .word:
                if text.mention(at: index)?.kind == .person || isInName(index, after: start) { head = index; break }
                if EventGrammar.pronouns.contains(word) {
                    return index == start && word != "her" && word != "who" && word != "it"
                        ? start..<(index + 1) : word == "her" ? nil : finish(start, head)
                }
                if word == "of", head != nil, let last = head, EventGrammar.quantities.contains(text.word(last)) { break }
                if word == "of", head == nil, index > start { break }
                if EventGrammar.openers.contains(word) {
                    if let head, text.text.tokens[head + 1 < end ? head + 1 : head].kind != .possessive, text.word(index - 1) != "of" {
                        return finish(start, head)
                    }
                    break
                }
                if StopWords.contains(word) || (head != nil || isFinite(index)) && isVerb(index) { return finish(start, head) }
                if word.hasSuffix("ly"), text.nouns[index] == nil { if head == nil { break } else { return finish(start, head) } }
                if let head, ends(head, before: index) { return finish(start, head) }
                head = index
            }
            index += 1
        }
        return finish(start, head)
    }

    private func finish(_ start: Int, _ head: Int?) -> Range<Int>? {
        if let head { return start..<(head + 1) }
        // "killing five": a number alone stands for people.
        var end = start
        while end < text.words.count, end < start + 6, isOpener(end) || isNumeral(end) { end += 1 }
        return end > start && isNumeral(end - 1) ? start..<end : nil
    }

    private func isYear(_ index: Int) -> Bool {
        text.word(index).utf8.count == 4 && ["19", "20"].contains(text.word(index).prefix(2))
    }

    private func isOpener(_ index: Int) -> Bool { EventGrammar.openers.contains(text.word(index)) }

    private func isNumeral(_ index: Int) -> Bool {
        text.text.tokens[index].kind == .number && !text.isTime(index) || EventGrammar.numerals.contains(text.word(index))
    }

    /// Whether the phrase has its head, since what follows is a participle or the head is known to be one.
    private func ends(_ head: Int, before index: Int) -> Bool {
        let word = text.word(index)
        let isKnown =
            text.nouns[head] != nil || text.mention(at: head) != nil
            || text.text.tokens[head].casing == .lower && text.word(head).hasSuffix("s")
        guard isKnown, text.nouns[index] == nil else { return false }
        return word.hasSuffix("ing") || word.hasSuffix("ed")
    }

    // MARK: From the right

    /// The phrase that ends at a token; one with prepositions has its head before them: "gunmen from the town".
    func phrase(endingAt end: Int, floor: Int) -> Participant? {
        guard var core = core(endingAt: end, floor: floor) else { return nil }
        let whole = core.upperBound
        var affiliation: String?
        var isOf = true
        for _ in 0..<3 {
            let preposition = core.lowerBound - 1
            guard preposition > floor, let before = self.core(endingAt: preposition - 1, floor: floor) else { break }
            let word = text.word(preposition)
            guard word == "of" || EventGrammar.placePrepositions.contains(word) || word == "with" || word == "to" else { break }
            guard word == "of" || text.nouns[before.upperBound - 1] != nil || text.trigger(at: before.upperBound - 1) != nil else { break }
            affiliation = word == "of" || word == "from" ? organization(in: core) ?? affiliation : nil
            if word != "of" { isOf = false }
            core = before
        }
        return participant(core, core.lowerBound..<(isOf ? whole : core.upperBound), affiliation)
    }

    func core(endingAt end: Int, floor: Int) -> Range<Int>? {
        var start = end + 1
        var isOpened = false
        while start > floor, start > end - Self.longest {
            let index = start - 1
            let token = text.text.tokens[index]
            let word = text.word(index)
            if text.isTime(index) { break }
            if token.kind == .punctuation, !(isJoint(index, end + 1) && start <= end) { break }
            if token.kind == .number { isOpened = true }
            if token.kind == .symbol || token.kind == .possessive && start > end { break }
            if token.kind == .word, text.mention(at: index) == nil || text.isInCapitals {
                if EventGrammar.pronouns.contains(word) { return start > end && word != "it" ? index..<(index + 1) : nil }
                let isOpener = EventGrammar.openers.contains(word)
                if !isOpener, StopWords.contains(word) || isVerb(index) { break }
                if isOpener, start > end, !isNumeral(index) { return nil }
                // Before "the" and "two" nothing more belongs to the phrase but "at least" and the like.
                if !isOpener, isOpened { break }
                if isOpener { isOpened = true }
                if word == "that" || word == "to" && text.word(index - 1) != "up" { break }
                if word.hasSuffix("ly"), start > end { break }
            }
            start = index
        }
        while start <= end, text.text.tokens[start].kind == .punctuation || text.text.tokens[start].kind == .possessive { start += 1 }
        return start <= end ? start..<(end + 1) : nil
    }

    // MARK: What it is

    func participant(_ core: Range<Int>, _ full: Range<Int>, _ affiliation: String? = nil) -> Participant {
        let head = core.upperBound - 1
        let named = text.mention(at: head)
        var noun = text.nouns[head]
        // "five", "two others": people.
        if noun == nil, named == nil, isNumeral(head), !isYear(head) { noun = .person }
        var affiliation = affiliation
        if named == nil { affiliation = affiliation ?? organization(in: core) }
        return Participant(core: core, full: full, noun: noun, entity: named?.entity, entityKind: named?.kind, affiliation: affiliation)
    }

    func isPerson(_ participant: Participant) -> Bool {
        if let noun = participant.noun { return noun.isAnimate }
        if let kind = participant.entityKind { return [.person, .group, .organization].contains(kind) || text.isInCapitals }
        let word = text.word(participant.head)
        if EventGrammar.pronouns.contains(word) { return word != "it" }
        if text.isInCapitals { return !EventGrammar.figurative.contains(word) }
        if text.text.tokens[participant.head].casing != .lower { return true }
        return ["er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ee", "ees", "men", "man", "women"].contains { word.hasSuffix($0) }
    }

    private func organization(in tokens: Range<Int>) -> String? {
        for index in tokens.reversed() {
            guard let mention = text.mention(at: index), mention.kind == .organization || mention.kind == .group else { continue }
            // "Iraqi police": a country's people, not a body of theirs.
            if mention.span.count == text.text.tokens[index].span.count, NameTables().demonym(text.word(index)).isOne { continue }
            return mention.entity
        }
        return nil
    }

    /// A mark inside a compound: "drive-by", "AK-47".
    private func isJoint(_ index: Int, _ end: Int) -> Bool {
        ["-", "–"].contains(text.word(index)) && index + 1 < end && !text.text.tokens[index].afterSpace
            && !text.text.tokens[index + 1].afterSpace
    }

    private func isInName(_ index: Int, after start: Int) -> Bool {
        guard !text.isInCapitals, let mention = text.mention(at: index) else { return false }
        return mention.span.start < text.text.tokens[index].span.start || text.text.tokens[index].casing != .lower
    }

    /// A verb that cannot stand before a noun as "wounded" can.
    private func isFinite(_ index: Int) -> Bool {
        if EventGrammar.verbs.contains(text.word(index)) { return true }
        guard let trigger = text.trigger(at: index) else { return false }
        return text.triggers[trigger].senses.allSatisfy {
            $0.form == .past || $0.form == .either && $0.frame != .transitive && $0.frame != .armedTransitive
        }
    }

    /// A word that is a verb by what is known of it.
    func isVerb(_ index: Int) -> Bool {
        let word = text.word(index)
        if EventGrammar.verbs.contains(word) || EventGrammar.auxiliaries.contains(word) { return true }
        if QuoteCues.reporting.contains(word) { return true }
        guard let trigger = text.trigger(at: index) else { return false }
        return text.triggers[trigger].senses.contains { $0.form == .past || $0.form == .either || $0.form == .participle }
    }
}
