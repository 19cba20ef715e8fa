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
        let options = StageOptions([JSON.Member("sentences", JSON(.integer(limit)))], for: SummarizeStage.contract)
        var document = document(sentences)
        try document.apply(SummarizeStage(options: options).annotate(document), writes: SummarizeStage.contract.writes)
        return try #require(document.summary).sentences.map { document.text.string($0) }
    }

    private static func document(_ sentences: [String]) -> Document {
        let text = Text(sentences.joined(separator: " "))
        var spans: [TextSpan] = []
        var position = 0
        for sentence in sentences {
            spans.append(TextSpan(position, position + sentence.utf8.count))
            position += sentence.utf8.count + 1
        }
        return Document(
            id: "sha256:0", source: Source(name: "a.txt", mediaType: "text/plain", charset: "UTF-8", bytes: text.count, sha256: "00"),
            text: text,
            sourceMap: .identity(count: text.count), annotations: [.sentences(spans)])
    }
}
