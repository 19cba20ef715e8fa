// SPDX-License-Identifier: Apache-2.0

import Documents
import TestKit
import Testing

@testable import Encoding

@Suite struct `The encoder that stages share` {
    private let encoder: Encoder

    init() throws { encoder = try TinyModel().open(.portable) }

    @Test func `gives what a pass of its own gives, also the second time and after it was forgotten`() throws {
        let shared = ArticleEncoder(encoder, capacity: 1)
        let lines = [Lines.sample, Lines(["The mayor of Mosul spoke"])]
        for number in [0, 0, 1, 0, 1, 1] {
            let line = lines[number]
            let alone = try encoder.encode(line.text, sentences: line.sentences, heads: ["kind", "names"], vectors: true)
            let encoded = try #require(try shared.encoded(line.text, sentences: line.sentences))
            #expect(encoded.logits == alone.logits)
            #expect(encoded.sentenceVectors == alone.sentenceVectors)
            #expect(encoded.words == alone.words)
        }
    }

    @Test func `takes the same text in other sentences for another`() throws {
        let shared = ArticleEncoder(encoder)
        let text = Text("The mayor spoke. The mayor left.")
        #expect(try shared.encoded(text, sentences: [text.whole])?.sentenceVectors.count == encoder.width)
        #expect(try shared.encoded(text, sentences: [TextSpan(0, 16), TextSpan(17, 32)])?.sentenceVectors.count == 2 * encoder.width)
    }

    @Test func `leaves texts that would take too long`() throws {
        let text = Text(String(repeating: "!", count: ArticleEncoder.longest + 1))
        #expect(try ArticleEncoder(encoder).encoded(text, sentences: [text.whole]) == nil)
    }
}
