// SPDX-License-Identifier: Apache-2.0

import Documents
import TestKit
import Testing

@Suite struct `A document` {
    private func document(_ string: String) -> Document {
        let text = Text(string)
        let source = Source(name: "a.txt", mediaType: "text/plain", charset: "UTF-8", bytes: text.count, sha256: "00")
        return Document(id: "sha256:00", source: source, text: text, sourceMap: .identity(count: text.count))
    }

    @Test func `takes declared layers`() throws {
        var document = document("One. Two.")
        try document.apply([.sentences([TextSpan(0, 4), TextSpan(5, 9)]), .headline("One")], writes: [.sentences, .headline])
        #expect(document.sentences == [TextSpan(0, 4), TextSpan(5, 9)])
        #expect(document.headline == "One")
    }

    @Test func `refuses layers that were not declared, and stays as it was`() {
        var document = document("One.")
        let error = #expect(throws: AnnotationError.self) {
            try document.apply([.headline("One"), .keywords([])], writes: [.headline])
        }
        #expect(error?.layer == .keywords)
        #expect(document.headline == nil)
    }

    @Test(arguments: [TextSpan(0, 9), TextSpan(1, 2), TextSpan(0, 3), TextSpan(-1, 1), TextSpan(7, 8)])
    func `refuses spans outside the text or across a character`(span: TextSpan) {
        var document = document("é漢d")
        #expect(throws: AnnotationError.self) { try document.apply([.sentences([span])], writes: [.sentences]) }
        #expect(throws: AnnotationError.self) { try document.apply([.notices([Notice("x", "x", at: span)])], writes: [.notices]) }
        #expect(throws: AnnotationError.self) { try document.apply([.edits([TextEdit(span, "", name: "x")])], writes: [.text]) }
        #expect(document.sentences == nil && document.notices == nil && document.text.string == "é漢d")
    }

    @Test func `refuses edits that overlap, and edits behind spans`() throws {
        var document = document("One two.")
        #expect(throws: AnnotationError.self) {
            try document.apply(
                [.edits([TextEdit(TextSpan(2, 4), "", name: "x"), TextEdit(TextSpan(3, 5), "", name: "x")])], writes: [.text])
        }
        try document.apply([.paragraphs([document.text.whole])], writes: [.paragraphs])
        #expect(throws: AnnotationError.self) {
            try document.apply([.edits([TextEdit(TextSpan(2, 4), "", name: "x")])], writes: [.text])
        }
    }

    @Test(arguments: [
        (TextSpan(0, 3), TextSpan(0, 3)), (TextSpan(4, 7), TextSpan(4, 6)), (TextSpan(8, 13), TextSpan(7, 17)),
        (TextSpan(5, 9), TextSpan(4, 17)),
        (TextSpan(3, 4), TextSpan(3, 4)), (TextSpan(7, 8), TextSpan(6, 7)), (TextSpan(13, 14), TextSpan(17, 18)),
        (TextSpan(5, 6), TextSpan(4, 6)),
    ])
    func `carries what was flagged through edits of its text`(before: TextSpan, after: TextSpan) throws {
        var document = document("One two three.")
        try document.apply([.notices([Notice("x", "x", at: before)])], writes: [.notices])
        try document.apply(
            [.edits([TextEdit(TextSpan(4, 7), "2,", name: "a"), TextEdit(TextSpan(8, 13), "seventeen!", name: "b")])], writes: [.text])
        #expect(document.notices?.first?.span == after)
    }

    @Test func `adds notices and replaces the rest`() throws {
        var document = document("One.")
        try document.apply([.notices([Notice("a", "a")]), .tags(["x"])], writes: [.notices, .tags])
        try document.apply([.notices([Notice("b", "b")]), .tags(["y"])], writes: [.notices, .tags])
        #expect(document.notices?.map(\.code) == ["a", "b"])
        #expect(document.tags == ["y"])
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `counts code points as a plain count does`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let string = random.string(upTo: seed % 2 == 0 ? 300 : 70)
        let text = Text(string)
        let index = CodePointIndex(text)
        for offset in 0...text.count where text.isScalarEdge(offset) {
            let plain = String(decoding: text.bytes[0..<offset], as: UTF8.self).unicodeScalars.count
            #expect(index.codePoint(at: offset) == plain, "seed \(seed)")
        }
    }
}
