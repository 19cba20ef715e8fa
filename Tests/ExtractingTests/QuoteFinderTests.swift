// SPDX-License-Identifier: Apache-2.0

import Documents
import Extracting
import Language
import Testing

private struct Seen: Equatable, CustomStringConvertible {
    var kind: String
    var text: String
    var speaker: String?
    var cue: String?

    var description: String { "\(kind) “\(text)” \(speaker ?? "?") \(cue ?? "-")" }
}

private func quotes(_ string: String, names: [(String, Entity.Kind)] = []) -> [Seen] {
    let text = Text(string)
    let entities = names.enumerated().compactMap { index, name -> Entity? in
        guard let range = string.utf8.firstRange(of: name.0.utf8) else { return nil }
        let start = string.utf8.distance(from: string.utf8.startIndex, to: range.lowerBound)
        let span = TextSpan(start, start + name.0.utf8.count)
        return Entity(id: "e\(index + 1)", kind: name.1, name: name.0, mentions: [Entity.Mention(span)])
    }
    let paragraphs = string.split(separator: "\n\n").reduce(into: [TextSpan]()) { spans, part in
        let start = (spans.last?.end ?? -2) + 2
        spans.append(TextSpan(start, start + part.utf8.count))
    }
    let tokenized = TokenizedText(text, sentences: nil, paragraphs: paragraphs)
    return QuoteFinder.quotes(in: tokenized, entities: entities).map {
        Seen(
            kind: $0.kind.rawValue, text: text.string($0.span), speaker: $0.speaker.map { text.string($0.span) },
            cue: $0.cue.map { text.string($0) })
    }
}

@Suite struct `Quotations` {
    private static let doe: [(String, Entity.Kind)] = [("Jane Doe", .person)]

    @Test(arguments: [
        ("“The dam will hold,” said Jane Doe.", "The dam will hold", "said"),
        ("“The dam will hold,” Jane Doe told reporters.", "The dam will hold", "told"),
        ("Jane Doe said: “The dam will hold.”", "The dam will hold.", "said"),
        ("“The dam will hold”, said the chief of the rescue mission, Jane Doe.", "The dam will hold", "said"),
        ("Jane Doe, who leads the mission, warned: “The dam will not hold.”", "The dam will not hold.", "warned"),
        ("\"The dam will hold,\" Jane Doe said.", "The dam will hold", "said"),
        ("“Will the dam hold?” Jane Doe asked.", "Will the dam hold?", "asked"),
        ("“The fate of the people [of the valley] is open,” said Jane Doe.", "The fate of the people [of the valley] is open", "said"),
    ])
    func `have their speaker before or behind`(sentence: String, text: String, cue: String) {
        #expect(quotes(sentence, names: Self.doe) == [Seen(kind: "direct", text: text, speaker: "Jane Doe", cue: cue)])
    }

    @Test(arguments: [
        "“The dam will hold.” ― Jane Doe “Pray.” – Ann Roe", "“The dam will hold.” — Jane Doe. Nobody else spoke.",
        "“The dam will hold” - Jane Doe",
    ])
    func `are signed behind a dash`(sentence: String) {
        let seen = quotes(sentence, names: Self.doe + [("Ann Roe", .person)])
        #expect(seen.first?.speaker == "Jane Doe")
        #expect(seen.count == 1 || seen.last?.speaker == "Ann Roe")
    }

    @Test func `in two parts have one speaker`() {
        let seen = quotes("“The dam will hold,” Jane Doe said, “if the rain stops soon.”", names: Self.doe)
        #expect(seen.map(\.text) == ["The dam will hold", "if the rain stops soon."])
        #expect(seen.map(\.speaker) == ["Jane Doe", "Jane Doe"])
        #expect(seen.map(\.kind) == ["direct", "direct"])
    }

    @Test func `over two paragraphs keep their speaker`() {
        let seen = quotes("“The dam will hold,” said Jane Doe. “It is new.\n\n“It was built well.”", names: Self.doe)
        #expect(seen.count == 3)
        #expect(seen.allSatisfy { $0.speaker == "Jane Doe" })
    }

    @Test func `that are fragments are partial, with the one who used them`() {
        let seen = quotes("Jane Doe warned that the plan could lead to “utter ruin”.", names: Self.doe)
        #expect(seen == [Seen(kind: "partial", text: "utter ruin", speaker: "Jane Doe", cue: "warned")])
    }

    @Test func `find a speaker without any name`() {
        #expect(quotes("“The dam will hold,” the engineer said.").first?.speaker == "the engineer")
        #expect(quotes("“The dam will hold,” she added.").first?.speaker == "she")
        #expect(quotes("According to the report, “the dam will hold for years.”").first?.speaker == "the report")
    }

    @Test(arguments: ["He read “The Old Man and the Sea” twice.", "A film called “Jaws” was shown.", "The so-called “peace” did not last."])
    func `are not seen in titles and doubts`(sentence: String) {
        #expect(quotes(sentence).isEmpty)
    }

    @Test(arguments: [
        ("Jane Doe left early, saying the plan was “a slow and costly mistake”.", "Jane Doe", "saying"),
        ("Jane Doe, who called the plan “a slow and costly mistake”, left.", "who", "called"),
    ])
    func `that are fragments find the subject of the clause`(sentence: String, speaker: String, cue: String) {
        #expect(
            quotes(sentence, names: Self.doe) == [Seen(kind: "partial", text: "a slow and costly mistake", speaker: speaker, cue: cue)])
    }

    @Test func `without a verb are of whoever the sentence before is about`() {
        let seen = quotes("Jane Doe disagreed.\n\n“It was never built well.”", names: Self.doe)
        #expect(seen == [Seen(kind: "direct", text: "It was never built well.", speaker: "Jane Doe", cue: nil)])
    }

    @Test func `leave out a title behind the speaker`() {
        #expect(quotes("“It will hold,” she said on the show “Morning Talk.”").map(\.text) == ["It will hold"])
    }

    @Test func `find a crowd behind a verb of manner`() {
        #expect(quotes("“Never again!” chanted the crowd.").first?.speaker == "the crowd")
    }

    @Test func `without marks leave insertions and plain objects alone`() {
        #expect(quotes("Jane Doe, an engineer, said the dam will hold.", names: Self.doe).map(\.text) == ["the dam will hold"])
        #expect(quotes("Jane Doe announced the winner of the prize.", names: Self.doe).isEmpty)
    }

    @Test func `without marks are reported speech in its plain forms`() {
        #expect(
            quotes("Jane Doe said that the dam will hold.", names: Self.doe) == [
                Seen(kind: "indirect", text: "the dam will hold", speaker: "Jane Doe", cue: "said")
            ])
        #expect(quotes("The dam will hold for years, Jane Doe said.", names: Self.doe).first?.speaker == "Jane Doe")
    }

    @Test func `survive marks that nothing closes`() {
        #expect(quotes("“The dam will hold, said nobody at all\n\nThe rain went on.").count <= 1)
        #expect(quotes(String(repeating: "“", count: 1000)).isEmpty)
    }

    @Test func `end a quotation that nothing closes where the next begins`() {
        let seen = quotes("“The dam will hold for years, she said. “We looked at every wall,” she added.")
        #expect(seen.map(\.text) == ["The dam will hold for years, she said.", "We looked at every wall"])
    }

    @Test func `reach over other marks inside one that is carried on`() {
        let seen = quotes("\"I told them what the “Evening Post” wrote about the dam.\n\n\"They laughed at it,\" she said.")
        #expect(seen.map(\.text).contains("I told them what the “Evening Post” wrote about the dam."))
    }

    @Test(.timeLimit(.minutes(1))) func `stay linear with many marks that nothing closes`() {
        #expect(!quotes(String(repeating: "He said, “we go on ", count: 50_000)).isEmpty)
    }
}
