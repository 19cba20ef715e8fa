// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import TestKit
import Testing

@Suite struct `The way back to the file` {
    private static let markdown = """
        ---
        title: Träume
        ---
        # Träume

        Der *Rat* der Stadt [beschloss](http://x.y) es “heute” &amp; gern.
        Noch eine Zeile  
        mit `Code` und 😀.

        > Zitat — \\*Ende\\*

        - eins
        - zwei
        """

    private static let plain = "Une journée d’été à la mer, où l’on vit “trois” phoques — et 2 < 3.\r\n\r\nFin."

    private static func latin(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : UInt8(ascii: "?") }
    }
    private static func wide(_ text: String) -> [UInt8] { [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }

    private static let seeds: [(name: String, bytes: [UInt8])] = [
        ("a.html", Array(Pages.page.utf8)), ("a.md", Array(markdown.utf8)), ("a.txt", Array(plain.utf8)), ("a.txt", latin(plain)),
        ("a.html", wide(Pages.page)), ("a.md", wide(markdown)), ("a.html", latin(Pages.page.replacingFirst("Bridge", with: "Brücke à é"))),
        (
            "a.html",
            Array("<meta charset=shift_jis><p>".utf8) + [0x93, 0xFA, 0x96, 0x7B, 0x82, 0xCC] + Array(" and <b>text</b> &eacute;</p>".utf8)
        ),
        ("a.html", Array("<meta charset=gb18030><p>".utf8) + [0xD6, 0xD0, 0xB9, 0xFA, 0x81, 0x30, 0x81, 0x30] + Array("<p> text".utf8)),
        ("a.xml", Array(FeedSamples.rss.utf8)), ("a.xml", Array(FeedSamples.atom.utf8)), ("a.xml", wide(FeedSamples.rdf)),
        ("a.xml", latin(FeedSamples.rss)), ("a.xml", Array(WireSamples.nitf.utf8)), ("a.xml", Array(WireSamples.message.utf8)),
        ("a.json", Array(WireSamples.newsService.utf8)), ("a.jsonl", Array(WireSamples.lines.utf8)), ("a.json", wide(FeedSamples.jsonFeed)),
        ("a.json", Array(WireSamples.ninjs3.utf8)),
    ]

    private typealias Pages = ReadingTests.`Pages`

    @Test(arguments: 0..<19)
    func `holds for files that are whole`(index: Int) throws {
        let seed = Self.seeds[index]
        for document in try Reader.read(seed.bytes, name: seed.name) { #expect(faults(of: document, in: seed.bytes) == []) }
    }

    @Test(arguments: 0..<19, [UInt64(1), 20, 300])
    func `holds for files that are damaged`(index: Int, state: UInt64) {
        var generator = SeededGenerator(seed: Fuzzing.seed(state))
        for round in 0..<Fuzzing.rounds(40) {
            var bytes = Self.seeds[index].bytes
            for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
                let at = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...9, using: &generator)))
                case 2: bytes.insert(contentsOf: Self.odd.randomElement(using: &generator) ?? [], at: at)
                default: bytes[at] = UInt8.random(in: 1...255, using: &generator)
                }
            }
            do {
                let found = try Reader.read(bytes, name: Self.seeds[index].name).flatMap { faults(of: $0, in: bytes) }
                #expect(found == [], "seed \(state), file \(index), round \(round)")
            } catch {
                #expect(!error.problem.isEmpty)
            }
        }
    }

    private static let odd: [[UInt8]] =
        [
            "<", ">", "&", "\"", "<!--", "-->", "</div>", "<p", "&#x", "&#128;", "<script>", "</script>", "`", "**", "[", "](", "\n\n",
            "<![CDATA[", "]]>", "</item>", "<item>", "xmlns:a='", "\\u00", "\\", "{", "}", "]", ",", ":",
            "\r", "---\n", "<br>", "<td>", "&nbsp;", "\u{FFFD}", "\u{E000}",
        ].map { Array($0.utf8) } + [[0xC3], [0xE2, 0x80], [0xFF], [0x81]]
}

extension String {
    fileprivate func replacingFirst(_ word: String, with other: String) -> String {
        split(separator: " ", omittingEmptySubsequences: false).map { $0 == word ? other : String($0) }.joined(separator: " ")
    }
}
