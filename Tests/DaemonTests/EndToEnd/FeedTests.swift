// SPDX-License-Identifier: Apache-2.0

import Daemon
import Documents
import Manifests
import Pipelines
import Reading
import Testing

@Suite(.timeLimit(.minutes(2))) struct `A feed of five entries` {
    private static let entries = (1...5).map { number in
        "<item><title>Story \(number)</title><description><![CDATA[<p>The café at number \(number) opened on Monday &amp; closed at noon.</p>"
            + "<p>About \(number * 10) people came, said Ann Host .</p>]]></description></item>"
    }
    private static let feed = "<rss version=\"2.0\"><channel><title>Five</title>\n\(entries.joined(separator: "\n"))\n</channel></rss>"

    @Test func `goes through the whole chain as five documents that lead back to it`() async throws {
        let (plan, problem) = Planner.plan(stages: StageCatalog.standard.chain, catalog: .standard)
        #expect(problem == nil)
        let bytes = Array(Self.feed.utf8)
        let documents = try await ArticleProcessor(try #require(plan), clock: .live).process(bytes, name: "five.xml")
        #expect(documents.map(\.id) == Self.entries.map { "sha256:\(Reader.digest(of: Array($0.utf8)))" })
        #expect(documents.map(\.headline) == (1...5).map { "Story \($0)" })
        for (number, document) in zip(1..., documents) {
            #expect(
                document.text.string
                    == "The café at number \(number) opened on Monday & closed at noon.\n\nAbout \(number * 10) people came, said Ann Host."
            )
            #expect(document.paragraphs?.count == 2)
            for span in (document.sentences ?? []) + (document.figures ?? []).map(\.span) {
                let source = try #require(document.sourceMap.source(of: span, in: document.text))
                let spelled = String(decoding: bytes[source], as: UTF8.self)
                #expect(Self.entries[number - 1].contains(spelled))
                let isEdited = document.sourceMap.runs.contains { $0.edit != nil && $0.text.overlaps(span) }
                #expect(isEdited || spelled == document.text.string(span))
            }
        }
    }
}
