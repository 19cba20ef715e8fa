// SPDX-License-Identifier: Apache-2.0

import Documents
import Language
import Testing

@testable import Extracting

/// What an event says, as strings.
private struct Seen: Equatable, CustomStringConvertible {
    var type: String
    var trigger: String
    var agents: [String]
    var patients: [String]

    var description: String { "\(type) “\(trigger)” \(agents) → \(patients)" }
}

/// Reads a text with the names given, each as one entity: "person: Jane Doe".
private func events(_ string: String, names: [String] = [], quotes: Bool = false) -> (events: [Event], text: Text, entities: [Entity]) {
    let text = Text(string)
    let sentences = SentenceSplitter.sentences(of: text, in: [text.whole], language: "en")
    let tokenized = TokenizedText(text, sentences: sentences, paragraphs: [text.whole])
    let entities = names.enumerated().compactMap { index, line -> Entity? in
        let parts = line.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
        guard parts.count == 2, let kind = Entity.Kind(rawValue: String(parts[0])) else { return nil }
        let mentions = places(of: Array(parts[1].utf8), in: text).map { Entity.Mention($0) }
        return Entity(id: "e\(index + 1)", kind: kind, name: String(parts[1]), mentions: mentions)
    }
    let times = TimeFinder.times(in: tokenized, published: "2024-05-10", dateline: nil)
    let figures = FigureFinder.figures(in: tokenized, times: times, entities: entities).figures
    let said = quotes ? QuoteFinder.quotes(in: tokenized, entities: entities) : []
    let found = EventFinder.events(in: tokenized, entities: entities, times: times, figures: figures, quotes: said)
    return (found, text, entities)
}

private func places(of name: [UInt8], in text: Text) -> [TextSpan] {
    guard name.count <= text.count else { return [] }
    return (0...(text.count - name.count)).filter { Array(text.bytes[$0..<($0 + name.count)]) == name }.map {
        TextSpan($0, $0 + name.count)
    }
}

private func seen(_ string: String, names: [String] = []) -> [Seen] {
    let (events, text, entities) = events(string, names: names)
    let name = { (id: String) in entities.first { $0.id == id }?.name ?? id }
    return events.map { event in
        Seen(
            type: event.type, trigger: text.string(event.trigger),
            agents: event.agents.map(name) + event.agentSpans.map { text.string($0) },
            patients: event.patients.map(name) + event.patientSpans.map { text.string($0) })
    }
}

@Suite struct `Events` {
    @Test(arguments: [
        ("Gunmen killed five civilians.", "killing", "killed", ["Gunmen"], ["five civilians"]),
        ("Five civilians were killed by gunmen.", "killing", "killed", ["gunmen"], ["Five civilians"]),
        (
            "Soldiers opened fire on a crowd, wounding nine students.", "attack", "opened fire on", ["Soldiers"],
            ["a crowd", "nine students"]
        ),
        ("A truck bomb exploded outside a hotel.", "bombing", "exploded", [], ["a hotel"]),
        ("The blast killed four guards.", "bombing", "blast", [], ["four guards"]),
        ("Two guards were killed in a bombing.", "bombing", "bombing", [], ["Two guards"]),
        ("Armed men took six tourists hostage.", "abduction", "took", ["Armed men"], ["six tourists"]),
        ("Militants set a clinic on fire.", "arson", "set", ["Militants"], ["a clinic"]),
        ("Rebels who attacked the base abducted a nurse.", "attack", "attacked", ["Rebels"], ["the base"]),
        ("Police detained 40 protesters on Monday.", "arrest", "detained", ["Police"], ["40 protesters"]),
        ("Rebel shelling of the village wounded a boy.", "shelling", "shelling", ["Rebel"], ["the village", "a boy"]),
        ("Clashes between soldiers and rebels left 12 villagers dead.", "clash", "Clashes", ["soldiers", "rebels"], ["12 villagers"]),
        ("Nurses went on strike on Monday.", "labour-strike", "went on strike", ["Nurses"], []),
        (
            "The rebels and the government signed a peace agreement.", "agreement", "signed a peace agreement",
            ["The rebels", "the government"], []
        ),
    ])
    func `say who did what to whom`(sentence: String, type: String, trigger: String, agents: [String], patients: [String]) {
        #expect(seen(sentence).first == Seen(type: type, trigger: trigger, agents: agents, patients: patients))
    }

    @Test(arguments: [
        "The director shot a film about the war.", "He died of a heart attack.", "The senator attacked the government for its budget.",
        "The two companies struck gold.", "Stocks extended their rally on Monday.", "Nobody was killed.",
        "Police did not arrest the students.",
        "Rebels threatened to attack the port.", "Hundreds could be killed if the dam breaks.", "Was the convoy attacked by rebels?",
        "Ministers fear an attack on the embassy.", "The new song captured the mood of students.", "The striker shot wide of the goal.",
        "Attack helicopters stood on the runway.", "The bill was killed in committee.",
    ])
    func `are not found where nothing happened`(sentence: String) {
        #expect(seen(sentence) == [])
    }

    @Test func `of one article are one for all mentions of it`() throws {
        let (found, text, _) = events(
            "A bombing at a market in Kesran killed nine people on Monday. The attack wounded 20 others. The blast destroyed two shops.",
            names: ["location: Kesran"])
        let event = try #require(found.first)
        #expect(found.count == 1)
        #expect(event.mentions.map { text.string($0) } == ["killed", "attack", "wounded", "blast", "destroyed"])
        #expect(event.place == "e1" && event.time == 0)
        #expect(event.figures == [0, 1, 2])
    }

    @Test func `in different places are different`() {
        let found = events(
            "A bombing in Kesran killed nine people. A bombing in Doral killed two people.", names: ["location: Kesran", "location: Doral"]
        ).events
        #expect(found.map(\.place) == ["e1", "e2"])
    }

    @Test func `name entities, and whoever claims to have done it`() {
        let claimed = events(
            "The Northern Front claimed responsibility for the attack on a barracks in Doral.",
            names: ["organization: Northern Front", "location: Doral"]
        ).events
        #expect(claimed.map(\.agents) == [["e1"]] && claimed.map(\.assertedBy) == ["e1"] && claimed.map(\.place) == ["e2"])
        let belonging = events("Fighters of the Northern Front ambushed a convoy.", names: ["organization: Northern Front"]).events
        #expect(belonging.map(\.agents) == [["e1"]])
        let told = events(
            "Jane Doe said rebels killed three farmers.", names: ["person: Jane Doe"], quotes: true
        ).events
        #expect(told.map(\.assertedBy) == ["e1"])
    }

    @Test func `carry weapon, modality and the codes of others`() throws {
        let found = events("A suicide bombing killed two guards. He is accused of killing a judge. Ministers will meet in June.")
        #expect(found.events.map(\.modality) == [nil, .alleged, .planned])
        #expect(found.events.first?.acled == Event.ACLED(type: "Explosions/Remote violence", subType: "Suicide bomb"))
        #expect(found.events.map(\.cameo) == ["18", "18", "04"])
        let (armed, text, _) = events("Men with machetes attacked soldiers. Rebels stabbed a teacher with a knife.")
        #expect(armed.last?.weapon.map { text.string($0) } == "knife")
        #expect(armed.map(\.acled?.type) == ["Battles", "Violence against civilians"])
    }

    @Test(arguments: ["killed ", "attack on the attack on ", "and killed, ", "of the ", "bombing of the bombing by ", "set set "])
    func `cost time in proportion to hostile text`(part: String) {
        func seconds(_ count: Int) -> Double {
            let text = Text("Rebels " + String(repeating: part, count: count))
            let tokenized = TokenizedText(text, sentences: nil, paragraphs: nil)
            let clock = ContinuousClock()
            let spent = clock.measure { _ = EventFinder.events(in: tokenized, entities: [], times: [], figures: [], quotes: []) }
            return Double(spent.components.attoseconds) / 1e18 + Double(spent.components.seconds)
        }
        _ = seconds(100)
        #expect(seconds(3200) < 32 * seconds(400) + 0.5)
    }
}
