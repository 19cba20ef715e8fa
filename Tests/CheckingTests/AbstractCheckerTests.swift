// SPDX-License-Identifier: Apache-2.0

import Documents
import Stages
import Testing

@testable import Checking

@Suite struct `A summary held against the article` {
    private static let article = [
        "Floodwater from the Aune reached Kesran in France on 3 May 2026 and killed at least 14 people, the civil protection agency said.",
        "Another 37 were injured.", "Mayor Lena Orvik ordered 2,345 residents of the lower town to leave.",
        "“We had twenty minutes of warning in the whole town,” Orvik told reporters.", "The army has not opened the Tarn dam.",
        "The United Nations sent tents.", "Last year the river killed 9 people.",
    ]

    private static func document(_ sentences: [String] = article) -> Document {
        let text = Text(sentences.joined(separator: " "))
        var spans: [TextSpan] = []
        var position = 0
        for sentence in sentences {
            spans.append(TextSpan(position, position + sentence.utf8.count))
            position += sentence.utf8.count + 1
        }
        return Document(
            id: "sha256:0", source: Source(name: "a.txt", mediaType: "text/plain", charset: "UTF-8", bytes: text.count, sha256: "00"),
            text: text, sourceMap: .identity(count: text.count),
            annotations: [.sentences(spans), .paragraphs([text.whole]), .language(LanguageGuess(tag: "en", confidence: 1))])
    }

    private static func checked(_ abstract: String) throws -> [Abstract.Sentence] {
        try AbstractChecker(encoder: nil).sentences(of: Text(abstract), against: document())
    }

    @Test(arguments: [
        "The flood in Kesran killed at least 14 people on 3 May 2026, the agency said.",
        "Fourteen people were killed by floodwater in Kesran, the agency said.",
        "Mayor Lena Orvik ordered about 2,300 residents of the lower town to leave.",
        "Orvik said they had “twenty minutes of warning in the whole town”.",
        "The UN sent tents.", "French Kesran was reached by floodwater from the Aune in May 2026.", "The army has not opened the dam.",
        "“We had twenty minutes of warning in [Kesran’s] whole town,” said Orvik.",
    ])
    func `is supported where it says the same in other words`(sentence: String) throws {
        let result = try Self.checked(sentence)
        #expect(result.count == 1 && result[0].supported && !result[0].sources.isEmpty, "\(result)")
    }

    @Test(arguments: [
        ("The flood in Kesran killed 41 people.", Abstract.Flag.Kind.figure, "41"),
        ("Mayor Ana Holm ordered residents of the lower town to leave.", .name, "Ana Holm"),
        ("Orvik told reporters: “Nobody ever warned us.”", .quote, "Nobody ever warned us."),
        ("Floodwater reached Kesran on 5 May 2026.", .date, "5 May 2026"),
        ("The army has opened the Tarn dam.", .negation, "opened"),
        ("Cabbages ripen quickly under glass.", .support, "Cabbages ripen quickly under glass."),
        ("Floodwater in Kesran injured 14 people.", .figure, "14"), ("Aid came from the WHO and the town council.", .name, "WHO"),
    ])
    func `is flagged where the article does not bear it out`(sentence: String, kind: Abstract.Flag.Kind, words: String) throws {
        let text = Text(sentence)
        let result = try Self.checked(sentence)
        let flag = try #require(result.first?.flags.first { $0.kind == kind }, "\(result)")
        #expect(text.string(flag.span).hasPrefix(words) && !result[0].supported && !flag.reason.isEmpty)
    }

    @Test func `says what was reckoned, and what lost its source, without calling it wrong`() throws {
        let reckoned = try Self.checked("The flood killed 5 people more than last year, the agency said.")
        #expect(reckoned[0].flags.map(\.kind) == [.computed] && reckoned[0].supported, "\(reckoned)")
    }

    @Test func `leaves an article without such a summary alone`() throws {
        let stage = CheckStage(encoder: nil)
        #expect(try stage.annotate(Self.document()).isEmpty)
        var document = Self.document()
        try document.apply([.abstract(Abstract(Text("Tents came. Möwen 🙂 flew.")))], writes: [.abstract])
        try document.apply(stage.annotate(document), writes: CheckStage.contract.writes)
        #expect(document.abstract?.sentences?.count == 2)
        try document.apply([.abstract(Abstract(Text(String(repeating: "a ", count: 40_000))))], writes: [.abstract])
        #expect(throws: StageFailure.self) { try stage.annotate(document) }
    }

    @Test(.timeLimit(.minutes(1))) func `stays fast where one word is all there is`() throws {
        let many = Self.document([String](repeating: String(repeating: "Kesran killed 14 ", count: 200) + ".", count: 40))
        let abstract = Text(String(repeating: "Kesran killed 14 and “Kesran killed 14 Kesran killed” on Friday. ", count: 100))
        #expect(try AbstractChecker(encoder: nil).sentences(of: abstract, against: many).count >= 100)
    }
}
