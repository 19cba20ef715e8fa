// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Events that nouns tell: "an attack on Y by X", "X's killing of Y", "clashes between X and Y", "X carried out a bombing".
struct NounEvents {
    private static let reach = 28

    let text: EventText
    let reader: ParticipantReader
    let subjects: SubjectReader

    func draft(_ trigger: EventTrigger, _ sense: EventSense, sentence: Int, tokens: Range<Int>, subject: Participant?) -> EventDraft? {
        let noun = trigger.tokens
        if text.traits.indices.contains(noun.upperBound), text.traits[noun.upperBound].contains(.barsBefore) { return nil }
        let phrase = premodified(noun, floor: tokens.lowerBound)
        guard !isInCompound(noun) else { return nil }
        var draft = EventDraft(type: sense.type, trigger: noun, sentence: sentence)
        for index in phrase.lowerBound..<noun.lowerBound {
            if text.traits[index].contains(.bars) { return nil }
            if sense.type.isViolent, EventGrammar.unreal.contains(text.word(index)) { return nil }
            if text.traits[index].contains(.attempt) { draft.modality = .attempted }
        }
        guard isReal(phrase, floor: tokens.lowerBound, &draft) else { return nil }
        let before = text.word(phrase.lowerBound)
        draft.isAnaphoric = ["the", "this", "that", "these", "those", "latest"].contains(before)
        takePremodifiers(&draft, phrase)
        takePossessor(&draft, phrase, floor: tokens.lowerBound)
        takeComplements(&draft, sense, from: noun.upperBound, limit: min(tokens.upperBound, noun.upperBound + Self.reach))
        takeSupport(&draft, phrase, tokens)
        return draft.patients.contains { $0.noun != .site && EventGrammar.figurative.contains(text.word($0.head)) } ? nil : draft
    }

    /// "terror-fighting", "attack-minded"
    private func isInCompound(_ noun: Range<Int>) -> Bool {
        let isJoinedBefore = noun.lowerBound > 0 && text.word(noun.lowerBound - 1) == "-" && !text.text.tokens[noun.lowerBound].afterSpace
        let isJoinedBehind = text.word(noun.upperBound) == "-" && !text.text.tokens[noun.upperBound].afterSpace
        return isJoinedBefore || isJoinedBehind
    }

    /// The noun with the words before it that belong to it.
    private func premodified(_ noun: Range<Int>, floor: Int) -> Range<Int> {
        guard noun.lowerBound > floor, let core = reader.core(endingAt: noun.upperBound - 1, floor: floor),
            core.lowerBound < noun.lowerBound
        else { return noun }
        return core.lowerBound..<noun.upperBound
    }

    /// Whether it is told as having happened: no threat, fear or call for it.
    private func isReal(_ phrase: Range<Int>, floor: Int, _ draft: inout EventDraft) -> Bool {
        var index = phrase.lowerBound - 1
        while index >= floor, phrase.lowerBound - index < 6 {
            let word = text.word(index)
            if [",", ";", ".", ":", "“"].contains(word) { break }
            if draft.type.isViolent, EventGrammar.unreal.contains(word) { return false }
            if EventGrammar.negations.contains(word) || EventGrammar.hypotheses.contains(word) || word == "any" { return false }
            if EventGrammar.accusations.contains(word) { draft.modality = .alleged }
            if EventGrammar.hypothetical.contains(word) { return false }
            if word == "will" || word == "to" && isInfinitive(index) {
                guard draft.type.isScheduled else { return false }
                draft.modality = .planned
            }
            index -= 1
        }
        // "attacks could follow", "the meeting will be held"
        for index in phrase.upperBound..<min(text.words.count, phrase.upperBound + 2) {
            if EventGrammar.hypothetical.contains(text.word(index)) { return false }
            if text.word(index) == "will" {
                guard draft.type.isScheduled else { return false }
                draft.modality = .planned
            }
        }
        return true
    }

    private func isInfinitive(_ index: Int) -> Bool { EventGrammar.supports.contains(text.word(index + 1)) }

    /// "a rebel attack", "a car bomb attack", "the Kesran bombing"
    private func takePremodifiers(_ draft: inout EventDraft, _ phrase: Range<Int>) {
        let words = phrase.lowerBound..<draft.trigger.lowerBound
        if let weapon = (phrase.lowerBound..<draft.trigger.upperBound).last(where: { text.nouns[$0]?.isWeapon == true }) {
            draft.weapon = weapon..<(weapon + 1)
            if text.nouns[weapon] == .explosive, draft.type == .attack { draft.type = .bombing }
            if text.nouns[weapon] == .missile, draft.type == .attack { draft.type = .shelling }
        }
        for index in words.reversed() {
            if text.text.tokens[index].kind == .possessive { return }
            if let mention = text.mention(at: index), index == draft.trigger.lowerBound - 1 || mention.kind != .location {
                let whole = words.clamped(to: tokens(of: mention.span, around: index))
                switch mention.kind {
                case .location, .facility: draft.place = draft.place ?? mention.entity
                case .person where draft.type.isPossessedByPatient: draft.patients.append(reader.participant(whole, whole))
                case .organization, .group, .person:
                    if !isDemonym(whole) { addDoer(reader.participant(whole, whole), &draft) }
                default: break
                }
                return
            }
            if let noun = text.nouns[index], noun == .armed || noun == .force {
                addDoer(reader.participant(index..<(index + 1), index..<(index + 1)), &draft)
                return
            }
        }
    }

    private func tokens(of span: TextSpan, around index: Int) -> Range<Int> {
        var (start, end) = (index, index + 1)
        while start > 0, text.text.tokens[start - 1].span.start >= span.start { start -= 1 }
        while end < text.words.count, text.text.tokens[end].span.end <= span.end { end += 1 }
        return start..<end
    }

    private func isDemonym(_ name: Range<Int>) -> Bool { name.count == 1 && NameTables().demonym(text.word(name.lowerBound)).isOne }

    private func addDoer(_ doer: Participant, _ draft: inout EventDraft) {
        guard doer.isActor else { return }
        draft.agents.append(doer)
    }

    /// "Israel's attack", "the mayor's arrest"
    private func takePossessor(_ draft: inout EventDraft, _ phrase: Range<Int>, floor: Int) {
        guard
            let mark = (phrase.lowerBound..<draft.trigger.lowerBound).last(where: { text.text.tokens[$0].kind == .possessive })
                ?? possessive(before: phrase.lowerBound, floor: floor),
            mark > floor, let core = reader.core(endingAt: mark - 1, floor: floor), !text.isTime(mark - 1)
        else { return }
        let owner = reader.participant(core, core)
        if draft.type.isPossessedByPatient { draft.patients.append(owner) } else { addDoer(owner, &draft) }
    }

    private func possessive(before index: Int, floor: Int) -> Int? {
        index > floor && text.text.tokens[index - 1].kind == .possessive ? index - 1 : nil
    }

    /// The prepositions behind the noun, one after the other.
    private func takeComplements(_ draft: inout EventDraft, _ sense: EventSense, from start: Int, limit: Int) {
        var index = start
        while index < limit {
            if text.isTime(index) { index += 1; continue }
            let word = text.word(index)
            if ["on", "in", "at", "early", "late"].contains(word), text.isTime(index + 1) { index += 1; continue }
            let isPair = word == "between"
            guard
                ["of", "on", "against", "by", "with", "between", "upon", "at", "in", "near", "outside", "inside", "from", "for", "to"]
                    .contains(word)
            else { break }
            let found =
                isPair || word == "of" || word == "on" || word == "against" || word == "by"
                ? reader.phrases(from: index + 1, limit: limit) : reader.phrase(from: index + 1, limit: limit).map { [$0] } ?? []
            guard let last = found.last else { break }
            for participant in found { take(participant, word, sense, &draft) }
            index = last.full.upperBound
            if text.word(index) == ",", text.mention(at: index + 1)?.kind == .location { index += 2 }
        }
        // "was carried out by X", "claimed by X"
        for position in index..<max(index, min(limit, index + 12)) where text.word(position) == "by" {
            let last = text.word(position - 1)
            let isDoer =
                EventGrammar.supports.contains(last) || [",", ")", "claimed", "presumably", "apparently", "allegedly"].contains(last)
            guard isDoer || text.isTime(position - 1) else { continue }
            for doer in reader.phrases(from: position + 1, limit: limit) { addDoer(doer, &draft) }
            return
        }
    }

    private func take(_ participant: Participant, _ word: String, _ sense: EventSense, _ draft: inout EventDraft) {
        if participant.noun?.isWeapon == true {
            if ["by", "with", "of"].contains(word) { draft.weapon = draft.weapon ?? participant.core }
            return
        }
        switch (word, sense.frame) {
        case ("by", _): addDoer(participant, &draft)
        case ("between", _), ("with", .mutual), ("of", .mutual):
            if participant.isActor { draft.agents.append(participant) }
        case ("of", _), ("on", _), ("against", _), ("upon", _):
            if draft.type.needsPerson, participant.noun == .site { return }
            draft.patients.append(participant)
        case ("at", .deed), ("inside", .deed), ("outside", .deed), ("in", .deed):
            if !draft.type.needsPerson, participant.noun == .site, word != "in" || draft.type == .bombing,
                !["town", "city", "village", "neighborhood", "neighbourhood"].contains(text.word(participant.head))
            {
                draft.patients.append(participant)
            }
        default: break
        }
    }

    /// "X carried out a bombing", "X claimed responsibility for the attack", "X came under attack"
    private func takeSupport(_ draft: inout EventDraft, _ phrase: Range<Int>, _ tokens: Range<Int>) {
        var index = phrase.lowerBound - 1
        let floor = tokens.lowerBound
        if text.word(index) == "under", ["came", "come", "comes", "coming"].contains(text.word(index - 1)), index - 2 >= floor {
            if let patient = reader.phrase(endingAt: VerbGroup(before: index - 1, floor: floor, in: text).start - 1, floor: floor) {
                draft.patients.append(patient)
            }
            return
        }
        if text.word(index) == "for", text.word(index - 1) == "responsibility" {
            index -= 2
            while index > floor, !["claimed", "claim", "claims", "claiming", "accepted", "took"].contains(text.word(index)),
                phrase.lowerBound - index < 6
            { index -= 1 }
        } else {
            if text.word(index) == "out" { index -= 1 }
            guard EventGrammar.supports.contains(text.word(index)) else { return }
        }
        let group = VerbGroup(before: index, floor: floor, in: text)
        guard index > floor, !group.isNegated, !group.isHypothetical, group.start > floor,
            let doer = subjects.subject(before: group.start, tokens, shared: nil, takesAny: true), draft.type != .death
        else { return }
        let isClaim = text.word(index).hasPrefix("claim")
        if isClaim { draft.agents.append(doer) } else { addDoer(doer, &draft) }
        if isClaim { draft.assertedBy = doer.entity ?? doer.affiliation; draft.assertedSpan = text.text.span(doer.core) }
    }
}
