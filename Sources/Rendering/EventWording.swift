// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Events in words: names for ids, and what the article wrote where there is no name.
struct EventWording {
    /// Participants that a line names.
    private static let most = 6

    let document: Document
    private let names: [String: String]

    init(_ document: Document) {
        self.document = document
        names = Dictionary((document.entities ?? []).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// "bombing", "arrest (alleged)"
    func kind(_ event: Event) -> String {
        let modality = event.modality.map { " (\($0.rawValue))" } ?? ""
        return Wording.excerpt(event.type, limit: 60) + modality
    }

    func who(_ event: Event) -> String { participants(event.agents, event.agentSpans) }

    func whom(_ event: Event) -> String { participants(event.patients, event.patientSpans) }

    /// "Kesran, 2026-05-26"
    func whereAndWhen(_ event: Event) -> String {
        let time = event.time.flatMap { document.times?.indices.contains($0) == true ? document.times?[$0] : nil }
        let date = time.map { $0.value ?? document.text.string($0.span) }
        return [event.place.flatMap { names[$0] }, date].compactMap { $0 }.map { Wording.excerpt($0, limit: 80) }.joined(separator: ", ")
    }

    /// "≥ 17 killed, 40 injured"
    func toll(_ event: Event) -> String {
        event.figures.prefix(Self.most).compactMap { index -> String? in
            guard let figures = document.figures, figures.indices.contains(index) else { return nil }
            return Wording.amount(figures[index]) + (figures[index].category.map { " " + Wording.excerpt($0, limit: 40) } ?? "")
        }.joined(separator: ", ")
    }

    /// By whose account.
    func account(_ event: Event) -> String {
        let name = event.assertedBy.flatMap { names[$0] } ?? event.assertedSpan.map { Wording.excerpt($0, of: document.text, limit: 120) }
        return Wording.excerpt(name ?? "", limit: 120)
    }

    private func participants(_ ids: [String], _ spans: [TextSpan]) -> String {
        let known = ids.prefix(Self.most).map { Wording.excerpt(names[$0] ?? $0, limit: 80) }
        let written = spans.prefix(Self.most).map { Wording.excerpt($0, of: document.text, limit: 120) }
        return (known + written).joined(separator: "; ")
    }
}
