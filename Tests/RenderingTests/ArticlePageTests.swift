// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

@testable import Rendering

@Suite struct ArticlePageTests {
    @Test func `lets nothing hostile through, wherever it stands`() {
        let evil = "\"><script>alert('x')</script>\u{202E}\u{2028}"
        let whole = TextSpan(0, evil.utf8.count)
        let document = SampleDocument.document(
            evil,
            annotations: [
                .headline(evil), .byline([evil]), .publisher(evil), .language(LanguageGuess(tag: evil, confidence: .nan)),
                .entities([Entity(id: "e1", kind: .person, name: evil, aliases: [evil + "2"], mentions: [.init(whole)])]),
                .quotes([Quote(whole, kind: .direct)]), .figures([Figure(whole, value: .infinity, unit: evil, category: evil)]),
                .conflicts([[0, 7, -1]]), .times([TimeExpression(whole, kind: .date, value: evil, reason: evil)]),
                .topics([
                    Topic(
                        scheme: evil, code: evil, name: evil, confidence: 7, vocabulary: evil,
                        why: TopicReason(sentences: [], terms: [evil]))
                ]),
                .keywords([Keyword(evil, score: 1)]), .notices([Notice(evil, evil, at: whole)]),
            ], source: evil)
        let page = String(decoding: Renderer.render(document, as: .html), as: UTF8.self)
        #expect(!page.contains("<script"))
        #expect(!page.unicodeScalars.contains("\u{202E}"))
        #expect(!page.unicodeScalars.contains("\u{2028}"))
    }

    @Test func `links every list entry to a place in the text`() {
        let page = String(decoding: Renderer.render(SampleDocument.document(), as: .html), as: UTF8.self)
        for anchor in ["m1", "m2", "m3", "m4", "q1", "q2", "f1", "f2", "t1", "n1"] {
            #expect(page.contains("href=\"#\(anchor)\""))
            #expect(page.contains("id=\"\(anchor)\""))
        }
    }
}
