// SPDX-License-Identifier: Apache-2.0

import Documents
import Stages
import Summarizing
import Testing

@Suite struct `The summarize stage` {
    private static let ferry = [
        "The ferry between Norwick and the island of Hale stopped sailing on Monday after its engine caught fire in the harbour.",
        "Engineers expect the repair of the ferry's engine to take at least six weeks.",
        "It is the third time this year.",
        "But the ferry company has no other ship that can carry lorries to the island.",
        "Shops on Hale have begun to ration bread and milk, and the school kitchen is closed.",
        "On Monday the ferry between Norwick and the island of Hale stopped sailing after a fire.",
        "A fishing boat carries medicine to the island's only pharmacy every second day.",
    ]

    @Test func `gives sentences of the text in their order`() throws {
        let (document, findings) = StageConformance.run(SummarizeStage.self, on: Self.document(Self.ferry))
        #expect(findings.isEmpty)
        let spans = try #require(document.summary?.sentences)
        #expect(spans.count == 3)
        #expect(spans == spans.sorted())
        let chosen = spans.map { document.text.string($0) }
        #expect(chosen.first == Self.ferry[0])
        #expect(chosen.allSatisfy(Self.ferry.contains))
        #expect(document.summary?.method == "centrality")
    }

    @Test func `never says the same twice`() throws {
        let chosen = try Self.summary(Self.ferry, sentences: 20)
        #expect(chosen.contains(Self.ferry[0]))
        #expect(!chosen.contains(Self.ferry[5]))
    }

    @Test func `passes over a sentence that leans on one that was not chosen`() throws {
        let sentences = [
            "The mayor of Norwick opened the new library on the market square this morning.",
            "She had promised the library to the town nine years ago.",
            "The library on the market square holds forty thousand books and a workshop for children.",
        ]
        #expect(try Self.summary(sentences, sentences: 1) == [sentences[0]])
        #expect(try Self.summary([sentences[1], sentences[0], sentences[2]], sentences: 1) == [sentences[0]])
    }

    @Test(arguments: [
        "NORWICK HARBOUR NEWS", "Ferry fire: what we know", "By Anna Holt", "Click here to read more about the ferry to Hale and its fire.",
        "Last updated at 2:18 pm on Monday, with what the ferry's owners say.",
        "Anna Holt (a.holt@ferry.example), Institute for Ferries and Harbours, Norwick, the island of Hale.",
        "Sign up for our newsletter about the ferry between Norwick and the island of Hale.", "The ferry burns.",
    ])
    func `takes no heading, fragment or boilerplate`(line: String) throws {
        #expect(!(try Self.summary([line] + Self.ferry, sentences: 20)).contains(line))
    }

    @Test func `takes no sentence without an end`() throws {
        let list = Array(repeating: "ferry harbour island engine", count: 40).joined(separator: " ") + "."
        #expect(!(try Self.summary([list] + Self.ferry, sentences: 20)).contains(list))
    }

    @Test(arguments: ["", " ", "\n\n", "Ferry", "!?!?", "12 34 56", "\u{0}", "渡轮停航", "👩‍👩‍👧"])
    func `gives nothing for a text without sentences`(text: String) throws {
        #expect(try Self.summary(text.isEmpty ? [] : [text], sentences: 3).isEmpty)
    }

    @Test(arguments: [1, 2, 3, 20]) func `keeps to its limit`(limit: Int) throws {
        #expect(try Self.summary(Self.ferry, sentences: limit).count <= limit)
        #expect(try !Self.summary(Self.ferry, sentences: limit).isEmpty)
    }

    @Test func `stops once it has the words asked for`() throws {
        #expect(try Self.summary(Self.ferry, ["sentences": 20, "words": 1]).count == 1)
        #expect(try Self.summary(Self.ferry, ["sentences": 20, "words": 2000]).count > 3)
    }

    @Test(arguments: [0, 20, 200, 400]) func `never has more characters than asked for`(most: Int) throws {
        let summary = try Self.summary(Self.ferry, ["sentences": 20, "characters": most])
        if most > 0 { #expect(summary.joined(separator: " ").unicodeScalars.count <= most) }
        #expect(summary.isEmpty == (most == 20))
    }

    @Test(arguments: [
        ("NORWICK (Meridian Wire) — ", "The ferry to Hale stopped sailing on Monday after its engine caught fire."),
        ("(CNN) -- ", "The ferry to Hale stopped sailing on Monday after its engine caught fire."),
        ("NORWICK, May 26 (AP) - ", "The ferry to Hale stopped sailing on Monday after its engine caught fire."),
        ("[4] [5] ", "The ferry to Hale stopped sailing on Monday after its engine caught fire."),
        ("", "The long-serving ferry to Hale (built in 1961) - a relic - stopped sailing on Monday."),
        ("", "Norwick – the island's only port – lost its ferry on Monday after a fire."),
    ])
    func `leaves out the dateline before a report`(dateline: String, sentence: String) throws {
        #expect(try Self.summary([dateline + sentence], sentences: 1) == [sentence])
    }

    @Test(arguments: [
        (
            ["Ferry to Hale stops after fire", "The ferry between Norwick and Hale stopped sailing on Monday."],
            "Ferry to Hale stops after fire"
        ),
        (
            ["The ferry between Norwick and Hale stopped sailing on Monday after its engine caught fire."],
            "The ferry between Norwick and Hale stopped sailing on Monday after its engine caught fire"
        ),
        (
            ["NORWICK (AP) — Engineers began to repair the burnt ferry on Friday, which carries lorries to the island."],
            "Engineers began to repair the burnt ferry on Friday"
        ),
        (
            ["More than two months into the repair of the ferry, engineers in Norwick have found new cracks, but work goes on."],
            "engineers in Norwick have found new cracks, but work goes on"
        ),
        (["“We will not sail,” the captain of the ferry said to reporters in the harbour of Norwick."], nil as String?),
    ])
    func `proposes words of the text as a headline where there is none`(paragraphs: [String], headline: String?) throws {
        let document = try Self.summarized(Self.document(paragraphs, separator: "\n\n"))
        #expect(document.summary?.headline.map { document.text.string($0) } == headline)
        let titled = try Self.summarized(Self.document(paragraphs, separator: "\n\n", [.headline("Ferry")]))
        #expect(titled.summary?.headline == nil)
    }

    @Test func `lists what happened with the words for each part`() throws {
        let text = "A fire on the ferry injured 12 people in Norwick on Monday, the harbour police said."
        func span(_ words: String) throws -> TextSpan {
            let bytes = Array(text.utf8)
            let start = try #require(bytes.indices.first { bytes[$0...].starts(with: words.utf8) })
            return TextSpan(start, start + words.utf8.count)
        }
        let norwick = Entity(id: "e1", kind: .location, name: "Norwick", mentions: [Entity.Mention(try span("Norwick"))])
        let event = Event(
            id: "ev1", type: "fire", trigger: try span("fire"), patientSpans: [try span("12 people")], place: "e1", time: 0, figures: [0],
            assertedSpan: try span("harbour police"))
        let document = try Self.summarized(
            Self.document(
                [text],
                [
                    .entities([norwick]), .times([TimeExpression(try span("Monday"), kind: .date)]),
                    .figures([Figure(try span("12"), value: 12, category: "injured")]), .events([event]),
                ]))
        let fact = try #require(document.summary?.facts.first)
        #expect(document.summary?.facts.count == 1)
        #expect(fact.event == "ev1" && document.text.string(fact.span) == text)
        let parts = fact.parts.map { "\($0.role): \(document.text.string($0.span))" }
        #expect(parts == ["what: fire", "whom: 12 people", "where: Norwick", "when: Monday", "toll: 12", "account: harbour police"])
    }

    @Test(.timeLimit(.minutes(1))) func `stays linear with many sentences`() throws {
        let many = (0..<50_000).map { "Report number \($0) tells of ferry \($0 % 97) and harbour \($0 % 89) in the county." }
        #expect(try !Self.summary(many, sentences: 20).isEmpty)
    }

    @Test func `stops when cancelled`() async {
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try SummarizeStage(options: StageOptions(for: SummarizeStage.contract)).annotate(Self.document(Self.ferry))
        }
        await #expect(throws: StageFailure.cancelled) { try await task.value }
    }

    private static func summary(_ sentences: [String], sentences limit: Int) throws -> [String] {
        try summary(sentences, ["sentences": limit, "words": 2000])
    }

    private static func summary(_ sentences: [String], _ options: [String: Int]) throws -> [String] {
        let document = try summarized(document(sentences), options)
        return try #require(document.summary).sentences.map { document.text.string($0) }
    }

    private static func summarized(_ document: Document, _ options: [String: Int] = [:]) throws -> Document {
        let members = options.sorted { $0.key < $1.key }.map { JSON.Member($0.key, JSON(.integer($0.value))) }
        var document = document
        let stage = try SummarizeStage(options: StageOptions(members, for: SummarizeStage.contract))
        try document.apply(stage.annotate(document), writes: SummarizeStage.contract.writes)
        return document
    }

    /// - Parameter separator: between sentences; one of two line breaks makes each of them a paragraph.
    private static func document(_ sentences: [String], separator: String = " ", _ annotations: [Annotation] = []) -> Document {
        let text = Text(sentences.joined(separator: separator))
        var spans: [TextSpan] = []
        var position = 0
        for sentence in sentences {
            spans.append(TextSpan(position, position + sentence.utf8.count))
            position += sentence.utf8.count + separator.utf8.count
        }
        return Document(
            id: "sha256:0", source: Source(name: "a.txt", mediaType: "text/plain", charset: "UTF-8", bytes: text.count, sha256: "00"),
            text: text,
            sourceMap: .identity(count: text.count),
            annotations: [.sentences(spans)] + (separator == " " ? [] : [.paragraphs(spans)]) + annotations)
    }
}
