// SPDX-License-Identifier: Apache-2.0

import Documents
import Language
import Testing

@Suite struct `Sentences` {
    /// `|` stands at the edges.
    @Test(arguments: [
        "The vote is over. | It was close. | Who won?",
        "Lt. Gen. Ra’ed Karim and Dr. A. B. Vance spoke. | Nobody heard.",
        "“We left. | It was late,” he said. | “Why?” she asked.",
        "“Will it rain?” Mr. Hale asked. | It did.",
        "She closed the door. “Not now.” | He waited.".replacing("door. “", with: "door. | “"),
        "Prices rose 4.5 percent to $1.20. | That was in the U.S. market.",
        "He moved to the U.S. | He stayed.",
        "It opened at 9 a.m. Monday. | It closed at 5 p.m. | They went home.",
        "The firm Hale & Co. of Leeds and Orbit Inc. merged. | It paid No. 10.",
        "See p. 12, e.g. the map, vs. Fig. 3 of Jan. 4. | Then go on.",
        "Do you want it?I think so.".replacing("?", with: "?|"),
        "It ended.Then it began.".replacing(".T", with: ".|T"),
        "Visit www.example.org/a.Html?Id=2. | Write to jane.roe@example.org.",
        "She works at Yahoo! in sales. | Good!",
        "He hoped ... well, no. | And then… | She left.",
        "It was proved.[3] | It was disproved. [4][5] | It stands.",
        "(It rained.) | Then (it seemed so.) it stopped.",
        "1. Buy bread 2. Buy milk".replacing(" 2", with: " | 2"),
        "Vitamin C. | The rest.",
        "He said so. | and then he left.",
        "終わった。|次だ。",
        "یہ ہے۔ | وہ ہے۔",
        "Jane Roe\n|12 High Street\n|Leeds",
        "No. | We will not.",
        "",
        "...",
    ])
    func `end where they end`(marked: String) {
        let parts = marked.split(separator: "|").map { part in
            let text = Text(String(part))
            return text.string(text.trimmed(text.whole))
        }
        let text = Text(marked.replacing(" | ", with: " ").replacing("|", with: ""))
        let spans = SentenceSplitter.sentences(of: text, in: [text.whole])
        #expect(spans.map { text.string($0) } == parts.filter { !$0.isEmpty })
    }

    @Test func `never cross paragraphs`() {
        let text = Text("A headline\n\nand a line")
        #expect(SentenceSplitter.sentences(of: text, in: [TextSpan(0, 10), TextSpan(12, 22)]) == [TextSpan(0, 10), TextSpan(12, 22)])
    }

    @Test(arguments: [".", "?", ". ", "a.", "A. ", "1. ", ".)", "\n", "“.” ", "[1]", "•", ". . ", "…", "é. É", "a. b. ", "!I"])
    func `cover hostile text quickly`(unit: String) {
        let text = Text(String(repeating: unit, count: 100_000))
        let spans = SentenceSplitter.sentences(of: text, in: [text.whole])
        var position = 0
        for span in spans {
            #expect(span.start >= position && !span.isEmpty && text.isScalarEdge(span.start) && text.isScalarEdge(span.end))
            #expect(text.trimmed(TextSpan(position, span.start)).isEmpty)
            position = span.end
        }
        #expect(text.trimmed(TextSpan(position, text.count)).isEmpty)
    }
}
