// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import TestKit
import Testing

@Suite struct `The way back into office documents and pages` {
    private static let word = Word.document(
        Word.p(Word.r("The co") + Word.r("mmittee &amp; the <w:tab/>rest"), style: "Title")
            + Word.p(
                Word.r("Eine Brücke – ")
                    + "<w:r><w:t>für</w:t><w:br/><w:t> alle &#8217;n</w:t><w:noBreakHyphen/><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>"
            )
            + "<w:tbl><w:tr><w:tc>\(Word.p(Word.r("Dead")))</w:tc><w:tc>\(Word.p(Word.r("17")))</w:tc></w:tr></w:tbl>"
            + Word.p(Word.r("Before ") + "<w:txbxContent>\(Word.p(Word.r("Boxed.")))</w:txbxContent>" + Word.r("and after.\n  End")))

    private static let open = OpenDocument.content(
        "<text:p text:style-name=\"P1\">Titel</text:p><text:p>Eine  Brücke\n <text:span>für</text:span><text:s/>alle &amp; <![CDATA[a < b]]></text:p>"
            + "<table:table><table:table-row><table:table-cell><text:p>Dead</text:p></table:table-cell><table:table-cell><text:p>17</text:p>"
            + "</table:table-cell></table:table-row></table:table>")

    private static let pages: [UInt8] = {
        var pages = `The pages of a PDF document`.columns(3, rows: 9, indent: 12) { pages, number in
            pages.line("Kopf & Fuß \(number)", x: 50, y: 20, height: 8)
            pages.line("The “long” repair", x: 60, y: 60, height: 24)
        }
        pages.line(".רבעב 12 םירשג ונבנ", x: 100, y: 700)
        return pages.layout
    }()

    private static func read(_ kind: Int, _ bytes: [UInt8]) throws(ReadingError) -> Document {
        switch kind {
        case 0: try ReadingTests.read(Word.file(xml: String(decoding: bytes, as: UTF8.self)), name: "a.docx")
        case 1: try ReadingTests.read(bytes, name: "a.fodt", mediaType: "application/vnd.oasis.opendocument.text-flat-xml")
        default: try BoxedPages.read(bytes)
        }
    }

    private static let seeds = [Array(word.utf8), Array(open.utf8), pages]

    @Test(arguments: 0..<3)
    func `holds for documents that are whole`(kind: Int) throws {
        let document = try Self.read(kind, Self.seeds[kind])
        #expect(faults(of: document, in: Self.seeds[kind], inOrder: false) == [])
        #expect(document.text.count > 30)
    }

    @Test func `holds in UTF-16 too`() throws {
        let bytes: [UInt8] = [0xFF, 0xFE] + Self.open.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let document = try Self.read(1, bytes)
        #expect(document.text.string.contains("Brücke für alle & a < b"))
        #expect(faults(of: document, in: bytes, inOrder: false) == [])
    }

    @Test(arguments: 0..<3, [UInt64(2), 21, 301])
    func `holds for documents that are damaged`(kind: Int, state: UInt64) {
        var generator = SeededGenerator(seed: Fuzzing.seed(state))
        for round in 0..<Fuzzing.rounds(80) {
            var bytes = Self.seeds[kind]
            for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
                let at = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<7, using: &generator)
                case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &generator)))
                case 2: bytes.insert(contentsOf: Self.odd.randomElement(using: &generator) ?? [], at: at)
                case 3: bytes[at] = UInt8.random(in: 0x20...0x7E, using: &generator)
                default:
                    let end = min(bytes.count, at + Int.random(in: 1...200, using: &generator))
                    bytes.insert(contentsOf: Array(bytes[at..<end]), at: Int.random(in: 0...bytes.count, using: &generator))
                }
            }
            // A package's text went through a String, which mends it.
            if kind == 0 { bytes = Array(String(decoding: bytes, as: UTF8.self).utf8) }
            do {
                let found = faults(of: try Self.read(kind, bytes), in: bytes, inOrder: false)
                #expect(found == [], "seed \(state), kind \(kind), round \(round)")
            } catch {
                #expect(!error.problem.isEmpty)
            }
        }
    }

    private static let odd = [
        "<", ">", "&", "\"", "</w:p>", "<w:p>", "<w:t>", "</w:t>", "<w:tr>", "<w:tc>", "<w:del>", "<text:p>", "</text:p>", "<text:s/>",
        "<word ", "<line ",
        "</line>", "<page >", "xMin=\"-5\"", "xMax=\"99999999999999999999\"", "-", "\u{AD}", "\u{FB01}", "&#x", "<![CDATA[", "]]>", "א",
    ].map { Array($0.utf8) }
}
