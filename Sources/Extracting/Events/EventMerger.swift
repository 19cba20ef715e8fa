// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Makes one event of what several clauses tell: deaths of the blast that caused them, and a blast of all its mentions.
struct EventMerger {
    /// How many of the latest events a mention is compared with: keeps the cost linear.
    private static let window = 24

    let text: EventText
    let times: [TimeExpression]
    private(set) var events: [EventDraft] = []

    init(text: EventText, times: [TimeExpression]) {
        self.text = text
        self.times = times
    }

    /// Adds what a sentence tells, in the order of its triggers.
    mutating func add(_ drafts: [EventDraft], isTold: (EventDraft) -> Bool) {
        for draft in Self.withHarm(drafts, text) where isTold(draft) {
            if let known = match(draft) {
                merge(draft, into: known)
            } else if !draft.isAnaphoric || hasEnough(draft), draft.type != .death {
                events.append(draft)
            }
        }
    }

    // MARK: In one sentence

    /// Killing, injury and damage as part of the incident that the same sentence gives as their cause.
    static func withHarm(_ drafts: [EventDraft], _ text: EventText) -> [EventDraft] {
        var kept = drafts
        for index in drafts.indices where drafts[index].type.isHarm || drafts[index].cause != nil {
            let harm = drafts[index]
            guard let cause = cause(of: harm, at: index, among: kept) else { continue }
            var incident = kept[cause]
            incident.take(harm)
            if incident.type == .disaster, let place = incident.patients.first(where: { $0.entityKind == .location }) {
                incident.place = incident.place ?? place.entity
                incident.patients.removeAll { $0.entityKind == .location }
            }
            incident.others.append(text.text.span(harm.trigger))
            kept[cause] = incident
            kept[index].type = .death
            kept[index].sentence = -1
        }
        return kept.filter { $0.sentence >= 0 }
    }

    private static func cause(of harm: EventDraft, at index: Int, among drafts: [EventDraft]) -> Int? {
        if let token = harm.cause, let cause = drafts.firstIndex(where: { $0.trigger.contains(token) && $0.sentence >= 0 }), cause != index
        {
            return drafts[cause].type.isIncident ? cause : nil
        }
        var best: (index: Int, distance: Int)?
        for (position, draft) in drafts.enumerated().prefix(24) where position != index && draft.type.isIncident && draft.sentence >= 0 {
            if draft.modality != harm.modality { continue }
            // An incident with somebody else behind it is another story.
            if !draft.agents.isEmpty, !harm.agents.isEmpty,
                !draft.agents.contains(where: { agent in harm.agents.contains { $0.isSame(as: agent) } })
            {
                continue
            }
            let distance = abs(draft.trigger.lowerBound - harm.trigger.lowerBound)
            if distance < best?.distance ?? 36 { best = (position, distance) }
        }
        return best?.index
    }

    // MARK: In one article

    private func match(_ draft: EventDraft) -> Int? {
        for index in events.indices.suffix(Self.window).reversed() {
            let event = events[index]
            guard isKind(draft, like: event), agree(draft, event) else { continue }
            let distance = draft.sentence - event.sentence
            if draft.isAnaphoric, distance <= 12 { return index }
            if shares(draft, event) { return index }
            // One of the two names nobody: nothing tells them apart.
            if isEmpty(draft) || isEmpty(event), distance <= 4, draft.type.isHarm == event.type.isHarm { return index }
            if draft.type == .attack, event.type != .attack, distance <= 1 { return index }
            if draft.type.isHarm, event.type.isIncident, draft.agents.isEmpty, draft.place == nil || draft.place == event.place,
                distance <= 3
            {
                return index
            }
        }
        return nil
    }

    /// Whether a mention can speak of the event: of its type, or of a wider one, or of what it led to.
    private func isKind(_ draft: EventDraft, like event: EventDraft) -> Bool {
        if (draft.modality == .planned) != (event.modality == .planned) { return false }
        if draft.type.isHarm, draft.modality != event.modality { return false }
        if draft.type == event.type { return true }
        if draft.type == .attack, [.bombing, .airStrike, .shelling, .shooting, .killing, .abduction, .arson].contains(event.type) {
            return draft.isAnaphoric || shares(draft, event) || draft.sentence - event.sentence <= 1 && event.type.isIncident
        }
        if event.type == .attack, [.bombing, .shooting, .shelling].contains(draft.type) {
            return draft.isAnaphoric || shares(draft, event)
        }
        if draft.type == .shooting, event.type == .killing || event.type == .injury { return draft.isAnaphoric || shares(draft, event) }
        return draft.type.isHarm && (event.type.isIncident || event.type.isHarm && draft.type == .death)
            && (draft.agents.isEmpty || shares(draft, event))
    }

    /// Whether nothing that is known of both differs.
    private func agree(_ draft: EventDraft, _ event: EventDraft) -> Bool {
        if let place = draft.place, let other = event.place, place != other { return false }
        if let time = draft.time, let other = event.time, let value = times[time].value, let known = times[other].value,
            !value.hasPrefix(known), !known.hasPrefix(value)
        {
            return false
        }
        let people = named(draft.patients)
        let known = named(event.patients)
        if !people.isEmpty, !known.isEmpty, people.isDisjoint(with: known), !event.type.isIncident, draft.type != .meeting { return false }
        let doers = named(draft.agents)
        let others = named(event.agents)
        return doers.isEmpty || others.isEmpty || !doers.isDisjoint(with: others)
            || doers.contains { $0.hasPrefix("~") } != others.contains { $0.hasPrefix("~") }
    }

    private func shares(_ draft: EventDraft, _ event: EventDraft) -> Bool {
        !named(draft.patients).isDisjoint(with: named(event.patients))
            || (!named(draft.agents).isDisjoint(with: named(event.agents)) && (draft.patients.isEmpty || event.patients.isEmpty))
    }

    /// Entities, and the heads of what has no name behind "~".
    private func named(_ participants: [Participant]) -> Set<String> {
        Set(participants.map { $0.entity ?? "~" + text.word($0.head) })
    }

    private func isEmpty(_ draft: EventDraft) -> Bool { draft.agents.isEmpty && draft.patients.isEmpty && draft.figures.isEmpty }

    private func hasEnough(_ draft: EventDraft) -> Bool {
        !draft.agents.isEmpty || !draft.patients.isEmpty || draft.place != nil || draft.time != nil || !draft.figures.isEmpty
    }

    private mutating func merge(_ draft: EventDraft, into index: Int) {
        events[index].take(draft)
        let span = text.text.span(draft.trigger)
        if events[index].others.last != span, events[index].others.count < 100 { events[index].others.append(span) }
        if events[index].others.count < 100 { events[index].others += draft.others }
        if events[index].type == .attack, !draft.type.isHarm, draft.type.isViolent { events[index].type = draft.type }
    }
}
