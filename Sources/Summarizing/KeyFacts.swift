// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What the article says happened, from its events, and from tolls that belong to none.
struct KeyFacts {
    private static let most = 6
    /// Tolls that are news by themselves.
    private static let tolls: Set<String> = ["killed", "injured", "displaced", "detained", "missing"]

    let document: Document
    private let sentences: [TextSpan]
    private let places: SentencePlaces
    private let entities: [String: Entity]

    init(_ document: Document) {
        self.document = document
        sentences = document.sentences ?? []
        places = SentencePlaces(sentences)
        entities = Dictionary((document.entities ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The most telling first: what says more, and says it earlier.
    func facts() -> [KeyFact] {
        var found: [(fact: KeyFact, weight: Double)] = []
        var told: Set<Int> = []
        for event in document.events ?? [] {
            guard let fact = fact(event) else { continue }
            told.formUnion(event.figures)
            found.append((fact, weight(fact) + 0.25 * Double(min(event.mentions.count, 4))))
        }
        for (number, figure) in (document.figures ?? []).enumerated() where !told.contains(number) {
            guard let category = figure.category, Self.tolls.contains(category), let fact = fact(figure, number) else { continue }
            found.append((fact, weight(fact)))
        }
        let order = found.indices.sorted { (found[$1].weight, $0) < (found[$0].weight, $1) }
        var facts: [KeyFact] = []
        for index in order where facts.count < Self.most && !facts.contains(where: { $0.span == found[index].fact.span }) {
            facts.append(found[index].fact)
        }
        return facts
    }

    /// Roles that are filled, tolls twice, and up to as much again for standing early.
    private func weight(_ fact: KeyFact) -> Double {
        let roles = Set(fact.parts.map(\.role))
        let place = Double(places.sentence(at: fact.span.start) ?? 0)
        return Double(roles.count) + (roles.contains(.toll) ? 1 : 0) + 4 / (1 + 0.25 * place)
    }

    private func fact(_ event: Event) -> KeyFact? {
        guard let number = places.sentence(at: event.trigger.start) else { return nil }
        var parts = [KeyFact.Part(.what, event.trigger)]
        for id in event.agents { parts += mention(of: id, near: event.trigger).map { [KeyFact.Part(.who, $0, entity: id)] } ?? [] }
        parts += event.agentSpans.map { KeyFact.Part(.who, $0) }
        for id in event.patients { parts += mention(of: id, near: event.trigger).map { [KeyFact.Part(.whom, $0, entity: id)] } ?? [] }
        parts += event.patientSpans.map { KeyFact.Part(.whom, $0) }
        parts += circumstances(
            place: event.place, time: event.time, figures: event.figures, account: event.assertedBy, accountSpan: event.assertedSpan,
            near: event.trigger)
        // A bare word that happened to nobody, nowhere and at no time is no fact.
        return parts.count > 1 ? KeyFact(sentences[number], event: event.id, parts: parts) : nil
    }

    private func fact(_ figure: Figure, _ number: Int) -> KeyFact? {
        guard let sentence = places.sentence(at: figure.span.start) else { return nil }
        let parts = circumstances(
            place: figure.place, time: figure.time, figures: [number], account: figure.assertedBy?.entity,
            accountSpan: figure.assertedBy?.span,
            near: figure.span)
        return KeyFact(sentences[sentence], parts: parts)
    }

    private func circumstances(
        place: String?, time: Int?, figures: [Int], account: String?, accountSpan: TextSpan?, near span: TextSpan
    ) -> [KeyFact.Part] {
        var parts: [KeyFact.Part] = []
        if let place, let words = mention(of: place, near: span) { parts.append(KeyFact.Part(.where, words, entity: place)) }
        if let time, let times = document.times, times.indices.contains(time) {
            parts.append(KeyFact.Part(.when, times[time].span, time: time))
        }
        for index in figures {
            guard let all = document.figures, all.indices.contains(index) else { continue }
            parts.append(KeyFact.Part(.toll, all[index].span, figure: index))
        }
        if let words = accountSpan ?? account.flatMap({ mention(of: $0, near: span) }) {
            parts.append(KeyFact.Part(.account, words, entity: account))
        }
        return parts
    }

    /// The name of an entity that stands nearest, before or after; any mention where it is not named.
    private func mention(of id: String, near span: TextSpan) -> TextSpan? {
        guard let mentions = entities[id]?.mentions else { return nil }
        let named = mentions.filter { $0.kind == .name }
        return (named.isEmpty ? mentions : named).min { abs($0.span.start - span.start) < abs($1.span.start - span.start) }?.span
    }
}
