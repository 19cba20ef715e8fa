// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Events that verbs tell: "X killed Y", "Y was killed by X", "…, killing Y", "the man shot by X".
struct VerbEvents {
    let text: EventText
    let reader: ParticipantReader
    let subjects: SubjectReader

    /// What a verb was found to say, and its subject, which verbs joined by "and" share.
    struct Reading {
        var draft: EventDraft?
        var subject: Participant?
    }

    func reading(_ trigger: EventTrigger, _ sense: EventSense, sentence: Int, tokens: Range<Int>, shared: Participant?) -> Reading {
        let verb = trigger.tokens
        let group = VerbGroup(before: verb.lowerBound, floor: tokens.lowerBound, in: text)
        let isPassive = isPassive(verb, sense, group, tokens)
        let subject = subjects.subject(
            before: group.start, tokens, shared: shared, isGerund: sense.form == .gerund && group.start == verb.lowerBound,
            takesAny: isPassive)
        guard let modality = modality(group, sense, tokens) else { return Reading(draft: nil, subject: subject) }
        var draft = EventDraft(type: sense.type, trigger: verb, sentence: sentence, isVerb: true)
        draft.modality = modality.flatMap { $0 }
        if isPassive {
            guard sense.frame == .transitive || sense.frame == .armedTransitive else { return Reading(draft: nil, subject: subject) }
            if let subject { draft.patients = subjects.coordinated(subject, floor: tokens.lowerBound) }
            if sense.type == .bombing { takeSites(&draft, from: verb.upperBound, limit: tokens.upperBound) }
            takeDoer(&draft, from: verb.upperBound, limit: tokens.upperBound)
        } else {
            guard hasSubjectBefore(verb, sense, group, tokens) else { return Reading(draft: nil, subject: subject) }
            guard subject != nil || sense.form == .gerund else { return Reading(draft: nil, subject: nil) }
            if let subject { takeSubject(subject, &draft, sense, tokens) }
            if sense.frame == .transitive || sense.frame == .armedTransitive {
                draft.patients += reader.phrases(from: verb.upperBound, limit: trigger.particle ?? tokens.upperBound)
                if sense.type == .bombing { takeSites(&draft, from: verb.upperBound, limit: tokens.upperBound) }
                if sense.type == .aid { takeReceivers(&draft, from: verb.upperBound, limit: tokens.upperBound) }
            } else if sense.frame == .weaponSubject {
                takeSites(&draft, from: verb.upperBound, limit: tokens.upperBound)
            } else if sense.frame == .intransitive {
                if sense.type == .aid { takeReceivers(&draft, from: verb.upperBound, limit: tokens.upperBound) }
                takeCounterpart(&draft, from: verb.upperBound, limit: tokens.upperBound)
            }
        }
        takeWeapons(&draft)
        return Reading(draft: isMeant(draft, sense, tokens, isPassive: isPassive) ? draft : nil, subject: subject)
    }

    /// `nil` where nothing is said to have happened; otherwise what is to be said of it, if anything.
    private func modality(_ group: VerbGroup, _ sense: EventSense, _ tokens: Range<Int>) -> Event.Modality?? {
        if group.isFact { return .some(group.isAlleged || isAccusation(before: group.start, sense, tokens) ? .alleged : nil) }
        let isAnnounced = group.isFuture && !group.isNegated && !group.isHypothetical && sense.type.isScheduled
        return isAnnounced ? .some(.planned) : nil
    }

    /// "accused of killing", "on suspicion of killing"
    private func isAccusation(before index: Int, _ sense: EventSense, _ tokens: Range<Int>) -> Bool {
        guard sense.form == .gerund, ["of", "with", "for"].contains(text.word(index - 1)) else { return false }
        return (max(tokens.lowerBound, index - 8)..<index).contains { EventGrammar.accusations.contains(text.word($0)) }
    }

    private func isPassive(_ verb: Range<Int>, _ sense: EventSense, _ group: VerbGroup, _ tokens: Range<Int>) -> Bool {
        guard sense.form == .participle || sense.form == .either, sense.frame == .transitive || sense.frame == .armedTransitive else {
            return false
        }
        if group.hasBe { return true }
        if group.hasHave { return false }
        if sense.form == .participle { return true }
        // "five killed, ten wounded", "the man killed in the attack": no object follows.
        return reader.core(from: verb.upperBound, limit: tokens.upperBound) == nil
    }

    /// A form without auxiliary needs a subject that it agrees with: "rebels attack the town" is no "rebel attack".
    private func hasSubjectBefore(_ verb: Range<Int>, _ sense: EventSense, _ group: VerbGroup, _ tokens: Range<Int>) -> Bool {
        guard sense.form == .base || sense.form == .third else {
            return !isAdjective(verb, sense, group)
        }
        if !group.isBare { return true }
        if text.nouns[verb.lowerBound]?.isWeapon == true { return false }
        let before = text.word(verb.lowerBound - 1)
        let isPlural = before.hasSuffix("s") || text.nouns[max(tokens.lowerBound, verb.lowerBound - 1)] != nil
        guard verb.lowerBound > tokens.lowerBound, isPlural == (sense.form == .base) else { return false }
        guard sense.frame == .transitive || sense.frame == .armedTransitive else { return true }
        return reader.core(from: verb.upperBound, limit: min(tokens.upperBound, verb.upperBound + 8)) != nil
    }

    /// "two wounded soldiers", "the detained man"
    private func isAdjective(_ verb: Range<Int>, _ sense: EventSense, _ group: VerbGroup) -> Bool {
        guard sense.form == .either || sense.form == .participle, group.isBare, verb.count == 1 else { return false }
        let before = text.word(verb.lowerBound - 1)
        return EventGrammar.determiners.contains(before) || text.text.tokens[max(0, verb.lowerBound - 1)].kind == .number
            || ["of", "to", "for", "with", "in", "many", "some"].contains(before)
    }

    // MARK: Who

    private func takeSubject(_ subject: Participant, _ draft: inout EventDraft, _ sense: EventSense, _ tokens: Range<Int>) {
        if sense.frame == .undergoing {
            draft.patients = subjects.coordinated(subject, floor: tokens.lowerBound)
        } else if subject.noun?.isWeapon == true {
            draft.weapon = subject.core
        } else if let cause = subject.core.last(where: { text.trigger(at: $0) != nil }), subject.entity == nil {
            draft.cause = cause
        } else if subject.isActor || subject.entity != nil {
            draft.agents = subjects.coordinated(subject, floor: tokens.lowerBound).filter(\.isActor)
        }
    }

    /// "by X", behind a passive.
    private func takeDoer(_ draft: inout EventDraft, from start: Int, limit: Int) {
        var index = start
        while index < min(limit, start + 16) {
            let word = text.word(index)
            // "killed at a concert staged by a star"
            if word == "by", index > start, text.word(index - 1).hasSuffix("ed") || reader.isVerb(index - 1) { return }
            if word == "by" {
                for found in reader.phrases(from: index + 1, limit: limit) {
                    if found.noun?.isWeapon == true { draft.weapon = found.core; continue }
                    if found.isActor {
                        draft.agents.append(found)
                    } else if let cause = found.core.first(where: { text.trigger(at: $0) != nil }) {
                        draft.cause = cause
                        return
                    }
                }
                return
            }
            if word == "including", index < start + 8 {
                draft.patients += reader.phrases(from: index + 1, limit: limit).filter { reader.isPerson($0) }
            }
            if ["in", "during", "after", "when", "from"].contains(word), draft.cause == nil,
                let core = reader.core(from: index + 1, limit: limit), let cause = core.first(where: { text.trigger(at: $0) != nil })
            {
                draft.cause = cause
            }
            if index > start, EventGrammar.clauseOpeners.contains(word) || [";", ":"].contains(word) || isFiniteTrigger(index) { return }
            index += 1
        }
    }

    /// "exploded outside a bank", "threw grenades at the embassy"
    private func takeSites(_ draft: inout EventDraft, from start: Int, limit: Int) {
        for index in start..<min(limit, start + 20) {
            let word = text.word(index)
            if index > start, [";", "."].contains(word) || EventGrammar.clauseOpeners.contains(word) || isFiniteTrigger(index) { return }
            guard ["at", "in", "outside", "inside", "under", "of", "against", "on", "into", "near"].contains(word),
                word != "of" || text.word(index - 1) == "front",
                let site = reader.phrase(from: index + 1, limit: limit), site.noun == .site,
                !["town", "city", "village", "neighborhood", "neighbourhood", "camp", "road"].contains(text.word(site.head))
            else { continue }
            draft.patients.append(site)
            return
        }
    }

    /// "delivered food to 5,000 families"
    private func takeReceivers(_ draft: inout EventDraft, from start: Int, limit: Int) {
        guard let to = (start..<max(start, min(limit, start + 8))).first(where: { text.word($0) == "to" }) else { return }
        draft.patients += reader.phrases(from: to + 1, limit: limit).filter { reader.isPerson($0) }
    }

    private func isFiniteTrigger(_ index: Int) -> Bool {
        text.trigger(at: index).map { text.triggers[$0].senses.allSatisfy { $0.form != .noun && $0.form != .gerund } } ?? false
    }

    /// "clashed with Y", "met X", "held talks with Y"
    private func takeCounterpart(_ draft: inout EventDraft, from start: Int, limit: Int) {
        for index in start..<min(limit, start + 8) {
            let word = text.word(index)
            if word == "with" || index == start && draft.type == .meeting {
                let found = reader.phrases(from: word == "with" ? index + 1 : index, limit: limit).filter {
                    $0.isActor && ($0.entity != nil || text.nouns[$0.head] != nil || $0.affiliation != nil)
                }
                draft.agents += found
                if word == "with" || !found.isEmpty { return }
            }
            if EventGrammar.clauseOpeners.contains(word) || [".", ";", ":", ","].contains(word) { return }
        }
    }

    /// Weapons among those to whom it was done, and "with a knife".
    private func takeWeapons(_ draft: inout EventDraft) {
        if let weapon = draft.patients.first(where: { $0.noun?.isWeapon == true }) { draft.weapon = draft.weapon ?? weapon.core }
        draft.patients.removeAll { $0.noun?.isWeapon == true }
        draft.agents.removeAll { $0.noun?.isWeapon == true }
    }

    // MARK: Whether it is meant

    private func isBlowingUp(_ trigger: Range<Int>) -> Bool { ["up", "dynamited"].contains(text.word(trigger.upperBound - 1)) }

    private func isMeant(_ draft: EventDraft, _ sense: EventSense, _ tokens: Range<Int>, isPassive: Bool) -> Bool {
        let objects = draft.patients
        if objects.contains(where: { $0.noun != .site && EventGrammar.figurative.contains(text.word($0.head)) }) { return false }
        if sense.type.needsPerson, !objects.contains(where: reader.isPerson) { return false }
        let behind = text.word(draft.trigger.upperBound)
        switch (sense.type, sense.frame) {
        case (.bombing, .weaponSubject):
            return draft.weapon != nil || draft.agents.isEmpty && draft.cause != nil
        case (.bombing, .transitive) where !text.word(draft.trigger.lowerBound).hasPrefix("bomb"):
            let isSite = isBlowingUp(draft.trigger) && objects.contains { $0.noun == .site || $0.noun == .force }
            return draft.weapon.map { text.nouns[$0.upperBound - 1] == .explosive } ?? isSite
        case (.bombing, .intransitive): return !draft.agents.isEmpty
        case (_, .armedTransitive):
            let isArmed = draft.agents.contains { $0.noun == .armed || $0.noun == .force || $0.affiliation != nil }
            return draft.weapon != nil || isArmed && !objects.isEmpty || draft.cause != nil
        case (.attack, .transitive):
            // Criticism: "attacked the minister for", "attacked him over".
            if ["for", "over", "as"].contains(objects.last.map { text.word($0.full.upperBound) } ?? behind) { return false }
            return isPassive ? !objects.isEmpty : !objects.isEmpty && (!draft.agents.isEmpty || draft.weapon != nil)
        case (.damage, _), (.arson, _), (.robbery, _):
            return objects.contains { $0.noun == .site || $0.entityKind == .facility || $0.entityKind == .location }
        case (.accident, _): return objects.contains { $0.noun == .site || $0.noun == .force }
        case (.disaster, _): return false
        case (.displacement, .undergoing): return objects.contains(where: reader.isPerson)
        case (.agreement, .transitive):
            return !draft.agents.isEmpty
                && objects.contains { object in object.core.contains { EventGrammar.accords.contains(text.word($0)) } }
        case (.trial, .transitive):
            return (draft.trigger.upperBound..<min(tokens.upperBound, draft.trigger.upperBound + 12)).contains { text.word($0) == "with" }
                || !text.word(draft.trigger.lowerBound).hasPrefix("charg")
        case (.shooting, _), (.shelling, _), (.airStrike, _), (.sanction, _), (.aid, .transitive): return !objects.isEmpty
        case (.meeting, _): return draft.agents.count > 1 || !draft.agents.isEmpty && text.word(draft.trigger.upperBound - 1) != "met"
        case (_, .intransitive): return draft.agents.contains { $0.isActor }
        default: return true
        }
    }
}
