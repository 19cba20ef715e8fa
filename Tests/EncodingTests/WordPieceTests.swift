// SPDX-License-Identifier: Apache-2.0

import Documents
import TestKit
import Testing

@testable import Encoding

/// Made by hand from the rules; `make check-tokens` holds the same code against Hugging Face's tokenizers on every character and on real sentences.
@Suite struct `Word pieces` {
    static func cut(_ string: String) throws -> (words: [String], pieces: [String], text: PieceText) {
        let text = Text(string)
        var cut = PieceText()
        try TinyModel().open().tokenizer.cut(text, in: text.whole, into: &cut)
        return (cut.words.map { text.string($0.span) }, cut.pieces.map { TinyModel.vocabulary[Int($0)] }, cut)
    }

    @Test(arguments: [
        ("The Mayor", ["The", "Mayor"], ["the", "mayor"]),
        ("floods,flooding.", ["floods", ",", "flooding", "."], ["flood", "##s", ",", "flood", "##ing", "."]),
        ("UN-led", ["UN", "-", "led"], ["un", "-", "l", "##ed"]),
        ("unhappy", ["unhappy"], ["un", "##ha", "##pp", "##y"]),
        ("Café Cafe\u{301} CAFÉ", ["Café", "Cafe", "CAFÉ"], ["cafe", "cafe", "cafe"]),
        ("“spoke”", ["“", "spoke", "”"], ["“", "spoke", "”"]),
        ("flo\u{AD}od flo\u{200B}od", ["flo\u{AD}od", "flo\u{200B}od"], ["flood", "flood"]),
        ("the\u{A0}flood\u{2028}of", ["the", "flood", "of"], ["the", "flood", "of"]),
        ("the\u{85}flood", ["the\u{85}flood"], ["the", "##f", "##l", "##o", "##o", "##d"]),
        ("中文が", ["中", "文", "が"], ["中", "文", "か"]),
        ("σΣ ß", ["σΣ", "ß"], ["σ", "##σ", "ß"]),
        ("я flood 中я", ["я", "flood", "中", "я"], ["[UNK]", "flood", "中", "[UNK]"]),
        ("[SEP]", ["[", "SEP", "]"], ["[UNK]", "s", "##e", "##p", "[UNK]"]),
        ("\u{1}\u{FFFD} \u{301}", [], []),
        ("", [], []),
    ])
    func `are those of BERT`(string: String, words: [String], pieces: [String]) throws {
        let found = try Self.cut(string)
        #expect(found.words == words)
        #expect(found.pieces == pieces)
    }

    @Test func `have the spans that they were made from`() throws {
        let string = "Unhappy FLOODS: café"
        let found = try Self.cut(string).text
        let text = Text(string)
        #expect(found.pieceSpans.map { text.string($0) } == ["Un", "ha", "pp", "y", "FLOOD", "S", ":", "café"])
        #expect(found.words.map(\.pieces) == [0..<4, 4..<6, 6..<7, 7..<8])
    }

    @Test(arguments: [(100, 100), (101, 1)])
    func `of a word that is too long are one unknown`(length: Int, pieces: Int) throws {
        let found = try Self.cut(String(repeating: "a", count: length))
        #expect(found.pieces.count == pieces)
        #expect(found.text.words.map(\.span) == [TextSpan(0, length)])
    }

    @Test func `know how a word stands to the one before`() throws {
        let text = Text("the UN-led flood. of")
        var cut = PieceText()
        let tokenizer = try TinyModel().open().tokenizer
        tokenizer.cut(text, in: TextSpan(0, 17), into: &cut)
        tokenizer.cut(text, in: TextSpan(18, 20), into: &cut)
        #expect(cut.words.map(\.spacing) == [.first, .afterSpace, .joined, .joined, .afterSpace, .joined, .first])
        #expect(cut.words.map(\.shape) == [.lower, .upper, .mark, .lower, .lower, .mark, .lower])
    }
}
