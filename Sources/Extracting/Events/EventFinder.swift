// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Language

/// Finds who did what to whom, where, when, with which toll and by whose account.
///
/// Verbs and nouns of a lexicon name what happened; around them clauses are read without a parser. What is denied, threatened or only
/// possible is left out: an analyst would rather have fewer and right events.
package enum EventFinder {
    /// - Returns: events in the order of their first mention.
    package static func events(
        in text: TokenizedText, entities: [Entity], times: [TimeExpression], figures: [Figure], quotes: [Quote], dateline: Dateline? = nil
    ) -> [Event] {
        EventSearch(text, entities, times, figures, quotes, dateline).run()
    }
}

private struct EventSearch {
    private let text: EventText
    private let verbs: VerbEvents
    private let nouns: NounEvents
    private let surroundings: EventSurroundings
    private let entities: [String: Entity.Kind]

    init(
        _ text: TokenizedText, _ entities: [Entity], _ times: [TimeExpression], _ figures: [Figure], _ quotes: [Quote],
        _ dateline: Dateline?
    ) {
        self.text = EventText(text, entities: entities, times: times)
        let reader = ParticipantReader(text: self.text)
        let subjects = SubjectReader(text: self.text, reader: reader)
        verbs = VerbEvents(text: self.text, reader: reader, subjects: subjects)
        nouns = NounEvents(text: self.text, reader: reader, subjects: subjects)
        let place = dateline?.place?.split(separator: ",").first.map { String($0).lowercased() }
        surroundings = EventSurroundings(
            text: self.text, times: times, figures: figures, quotes: quotes,
            datelinePlace: entities.first { $0.kind == .location && $0.name.lowercased() == place }?.id)
        self.entities = Dictionary(entities.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    }

    func run() -> [Event] {
        var merger = EventMerger(text: text, times: surroundings.times)
        var next = 0
        for (index, sentence) in text.text.sentences.enumerated() {
            if Task.isCancelled { return [] }
            while next < text.triggers.count, text.triggers[next].tokens.lowerBound < sentence.tokens.lowerBound { next += 1 }
            let first = next
            while next < text.triggers.count, text.triggers[next].tokens.lowerBound < sentence.tokens.upperBound { next += 1 }
            guard first < next, text.word(sentence.tokens.upperBound - 1) != "?" else { continue }
            var drafts = self.drafts(first..<next, sentence: index, sentence.tokens)
            surroundings.complete(&drafts, sentence)
            let isDoubtful = sentence.tokens.contains { text.traits[$0].contains(.veto) }
            merger.add(drafts) { isTold($0, isDoubtful: isDoubtful) }
        }
        return merger.events.enumerated().map { event($1, number: $0 + 1) }
    }

    private func drafts(_ triggers: Range<Int>, sentence: Int, _ tokens: Range<Int>) -> [EventDraft] {
        var drafts: [EventDraft] = []
        var subject: Participant?
        // A sentence of hundreds of triggers is none; the bound keeps the cost linear.
        for trigger in text.triggers[triggers].prefix(40) {
            guard trigger.tokens.upperBound <= tokens.upperBound else { continue }
            if let noun = trigger.senses.first(where: { $0.form == .noun }), isNoun(trigger, tokens) {
                if let draft = nouns.draft(trigger, noun, sentence: sentence, tokens: tokens, subject: subject) { drafts.append(draft) }
                continue
            }
            for sense in trigger.senses where sense.form != .noun {
                let reading = verbs.reading(trigger, sense, sentence: sentence, tokens: tokens, shared: subject)
                subject = reading.subject ?? subject
                if let draft = reading.draft {
                    drafts.append(draft)
                    break
                }
            }
        }
        return drafts
    }

    /// Whether a word that can be both is the noun here.
    private func isNoun(_ trigger: EventTrigger, _ tokens: Range<Int>) -> Bool {
        guard let verb = trigger.senses.first(where: { $0.form != .noun }) else { return true }
        let (before, behind) = (trigger.tokens.lowerBound - 1, trigger.tokens.upperBound)
        let last = before >= tokens.lowerBound ? text.word(before) : ""
        if verb.form == .gerund {
            if EventGrammar.be.contains(last) { return false }
            if ["of", "by", "at", "on", "against"].contains(text.word(behind)) || EventGrammar.determiners.contains(last) { return true }
            return verbs.reader.core(from: behind, limit: tokens.upperBound) == nil
        }
        if EventGrammar.auxiliaries.contains(last) || EventGrammar.hypothetical.contains(last) || EventGrammar.relatives.contains(last) {
            return false
        }
        guard before >= tokens.lowerBound, !EventGrammar.determiners.contains(last),
            verbs.reader.core(endingAt: before, floor: tokens.lowerBound) != nil
        else { return true }
        if verb.form == .base, !last.hasSuffix("s"), !["men", "people", "police"].contains(where: { last.hasSuffix($0) }) { return true }
        if verb.frame == .intransitive { return !["with", "in", "over", "against", "outside", "at"].contains(text.word(behind)) }
        let object = verbs.reader.core(from: behind, limit: min(tokens.upperBound, behind + 8))
        return object == nil || text.nouns[max(before, 0)] == nil && text.mention(at: before) == nil
    }

    /// A bare noun without anybody, place, time or toll is a topic, not an event.
    private func isTold(_ draft: EventDraft, isDoubtful: Bool) -> Bool {
        if isDoubtful, draft.trigger.contains(where: { EventGrammar.ambiguous.contains(text.word($0)) }), draft.figures.isEmpty {
            return false
        }
        if draft.isVerb || draft.cause != nil { return true }
        let isAnybody = !draft.agents.isEmpty || !draft.patients.isEmpty || !draft.figures.isEmpty
        switch draft.type {
        case .disaster, .accident: return isAnybody || draft.place != nil || draft.isAnaphoric
        case .meeting: return !draft.agents.isEmpty || draft.place != nil && draft.time != nil
        case .trial, .sentencing, .appointment, .resignation: return isAnybody
        default: break
        }
        if draft.isAnaphoric { return true }
        // "murders of political leaders": a kind of event.
        let isPlural =
            text.word(draft.trigger.upperBound - 1).hasSuffix("s") && text.text.tokens[draft.trigger.lowerBound].casing != .capitalized
        if isPlural, draft.agents.isEmpty, draft.place == nil, draft.time == nil, draft.figures.isEmpty { return false }
        return isAnybody || draft.place != nil || draft.time != nil
    }

    private func event(_ draft: EventDraft, number: Int) -> Event {
        // What the first sentence simply tells happened where it was written, if it names no other place.
        let isLead = draft.sentence == 0 && draft.isVerb && draft.modality == nil && draft.type != .meeting
        let place = draft.place ?? (isLead ? surroundings.datelinePlace : nil)
        let agents = names(draft.agents, isAgent: true)
        let patients = names(draft.patients, isAgent: false)
        return Event(
            id: "ev\(number)", type: draft.type.rawValue, trigger: text.text.span(draft.trigger),
            mentions: draft.others.filter { $0 != text.text.span(draft.trigger) }.sorted(), agents: agents.entities,
            agentSpans: agents.spans,
            patients: patients.entities, patientSpans: patients.spans, weapon: draft.weapon.map(text.text.span), place: place,
            time: draft.time,
            figures: draft.figures.sorted(), assertedBy: draft.assertedBy, assertedSpan: draft.assertedSpan, modality: draft.modality,
            acled: acled(draft), cameo: draft.type.cameo)
    }

    /// Entities of those who have a name, and the phrases of those who have none.
    private func names(_ participants: [Participant], isAgent: Bool) -> (entities: [String], spans: [TextSpan]) {
        var (found, spans): ([String], [TextSpan]) = ([], [])
        var heads: Set<String> = []
        for participant in participants {
            let name = participant.entity ?? (isAgent ? participant.affiliation : nil)
            if let name, !found.contains(name) { found.append(name) }
            guard participant.entity == nil, !EventGrammar.pronouns.contains(text.word(participant.head)) else { continue }
            // "the convoy" is the convoy that was named before.
            let isNew = heads.insert(text.word(participant.head)).inserted
            guard isNew || !["the", "this", "that", "these", "those"].contains(text.word(participant.core.lowerBound)) else { continue }
            let span = text.text.span(participant.full)
            if !spans.contains(span) { spans.append(span) }
        }
        return (found, spans)
    }

    private func acled(_ draft: EventDraft) -> Event.ACLED? {
        if draft.type == .bombing {
            let words = (draft.trigger.lowerBound - 2..<draft.trigger.upperBound).map(text.word)
            if words.contains("suicide") || words.contains(where: { ["himself", "herself", "themselves"].contains($0) }) {
                return Event.ACLED(type: "Explosions/Remote violence", subType: "Suicide bomb")
            }
            if let weapon = draft.weapon, text.word(weapon.upperBound - 1).hasPrefix("grenade") {
                return Event.ACLED(type: "Explosions/Remote violence", subType: "Grenade")
            }
        }
        if let (type, subType) = draft.type.acled { return Event.ACLED(type: type, subType: subType) }
        guard draft.type.isAssault, !draft.patients.isEmpty else { return nil }
        let isBattle = draft.patients.contains { $0.noun == .force || $0.noun == .armed }
        return isBattle
            ? Event.ACLED(type: "Battles", subType: "Armed clash") : Event.ACLED(type: "Violence against civilians", subType: "Attack")
    }
}
