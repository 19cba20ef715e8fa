// SPDX-License-Identifier: Apache-2.0

import Documents
import Stages
import Testing

@Suite struct `Keywords` {
    private static let text = """
        The Norwick Harbour Trust wants a tidal barrier. A tidal barrier would save the old town from floods, the Norwick Harbour \
        Trust said. Fishermen fear that tidal barriers keep herring out of the bay. The herring fishery feeds the old town, and \
        Anna Holt, who leads the fishermen, has gone to court.
        """

    @Test func `are phrases of the text, best first`() throws {
        let keywords = try #require(try classified(Self.text).keywords)
        #expect(keywords.first?.score == 1)
        #expect(keywords.map(\.score) == keywords.map(\.score).sorted(by: >))
        #expect(keywords.allSatisfy { Self.text.contains($0.text) })
        #expect(keywords.count <= 10)
        let texts = keywords.map(\.text)
        for expected in ["tidal barrier", "Norwick Harbour Trust", "Anna Holt"] { #expect(texts.contains(expected)) }
    }

    @Test func `differ by more than their endings`() throws {
        let texts = try #require(try classified(Self.text, [.init("keywords", 50)]).keywords).map(\.text)
        #expect(!texts.contains("tidal barriers"))
        #expect(!texts.contains("barrier"))
        #expect(!texts.contains("Harbour"))
    }

    @Test func `cross no mark and no stop word`() throws {
        let keywords = try #require(try classified("Copper, tin and zinc. Copper, tin and zinc. Copper, tin and zinc.").keywords)
        #expect(keywords.allSatisfy { !$0.text.contains(" ") })
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 2)]) func `keep to their limit`(limit: Int, count: Int) throws {
        #expect(try classified(Self.text, [.init("keywords", JSON(.integer(limit)))]).keywords?.count == count)
    }

    @Test(arguments: ["", "the and of", "...", "12 45"]) func `are none where there are no words`(text: String) throws {
        #expect(try classified(text).keywords == [])
    }

    @Test func `are found in another language too`() throws {
        let text = "Der Hafen Norwick bleibt zu. Der Hafen Norwick wird gebaut. Im Hafen Norwick liegt kein Schiff."
        let document = try classified(text, known: [.language(LanguageGuess(tag: "de", confidence: 1))])
        #expect(document.keywords?.first?.text.hasSuffix("Hafen Norwick") == true)
    }

    @Test(.timeLimit(.minutes(1))) func `stay linear with one long sentence`() throws {
        let words = (0..<80_000).map { "word\($0 % 9_973)x Name\($0 % 7_919)" }
        #expect(try classified(words.joined(separator: " ")).keywords?.count == 10)
    }
}
