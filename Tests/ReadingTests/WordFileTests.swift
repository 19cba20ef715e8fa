// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import Testing

/// A Word document around a body.
enum Word {
    static let main = "word/document.xml"

    static func document(_ body: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>\(body)<w:sectPr/></w:body></w:document>
        """
    }

    static func file(xml: String, core: String? = nil, at main: String = Word.main, type: String = "wordprocessingml.document.main")
        -> [UInt8]
    {
        let relations = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="\(main)"/><Relationship Id="r2" \
            Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="/docProps/core.xml"/></Relationships>
            """
        let types = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/\(main)" \
            ContentType="application/vnd.openxmlformats-officedocument.\(type)+xml"/></Types>
            """
        var archive = StoredArchive([("[Content_Types].xml", types), ("_rels/.rels", relations), (main, xml)])
        if let core { archive.add("docProps/core.xml", Array(core.utf8)) }
        archive.add("word/footnotes.xml", Array("<w:footnotes>never read</w:footnotes>".utf8))
        return archive.bytes
    }

    static func file(_ body: String, core: String? = nil) -> [UInt8] { file(xml: document(body), core: core) }

    static func p(_ runs: String, style: String? = nil) -> String {
        "<w:p>\(style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? "")\(runs)</w:p>"
    }

    static func r(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }
}

@Suite struct `A Word document` {
    private static let cases: [(body: String, text: String)] = [
        (Word.p(Word.r("The co") + Word.r("mmit") + Word.r("tee met.")) + Word.p(Word.r("It rose.")), "The committee met.\n\nIt rose."),
        (Word.p(Word.r("Tom &amp; Ann &#8217;s")), "Tom & Ann ’s"),
        (Word.p("<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"), "One two\nthree"),
        (Word.p("<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>kno</w:t><w:softHyphen/><w:t>wn</w:t></w:r>"), "well-known"),
        (
            Word.p(
                "<w:r><w:t>Rise </w:t><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t> 5 </w:t><w:sym w:font=\"Wingdings\" w:char=\"F04A\"/></w:r>"
                    + Word.r("end")), "Rise ≥ 5 end"
        ),
        (Word.p(Word.r("Kept ") + "<w:ins>\(Word.r("added"))</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"), "Kept added"),
        (Word.p(Word.r("Seen") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>"), "Seen"),
        (Word.p("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>Seen again</w:t></w:r>"), "Seen again"),
        (
            Word.p(
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                    + Word.r("the link") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"), "the link"
        ),
        (Word.p("<w:hyperlink r:id=\"r9\">\(Word.r("A link"))</w:hyperlink>" + Word.r(" in text")), "A link in text"),
        (
            Word.p(
                Word.r("Before ") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:posOffset>914400</wp:posOffset>"
                    + "<w:txbxContent>\(Word.p(Word.r("Boxed.")))</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
                    + "\(Word.p(Word.r("Boxed.")))</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                    + Word.r("and after.")),
            "Before and after.\n\nBoxed."
        ),
        (
            "<w:tbl><w:tr><w:tc>\(Word.p(Word.r("Dead")))</w:tc><w:tc>\(Word.p(Word.r("17")))</w:tc></w:tr><w:tr><w:tc>\(Word.p(Word.r("Hurt")))</w:tc>"
                + "<w:tc>\(Word.p(Word.r("40")))</w:tc></w:tr></w:tbl>", "Dead 17\n\nHurt 40"
        ),
        (
            "<w:tbl><w:tr><w:tc>\(Word.p(Word.r("First.")) + Word.p(Word.r("Second.")))</w:tc></w:tr></w:tbl>", "First.\n\nSecond."
        ),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(Word.r("One "))</w:p>" + Word.p(Word.r("paragraph.")), "One paragraph."),
        (Word.p(Word.r("Contents 3"), style: "TOC1") + Word.p(Word.r("Text.")), "Text."),
        (Word.p(Word.r("Noted") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>" + Word.r(".")), "Noted."),
    ]

    @Test(arguments: cases.indices)
    func `reads as it prints`(index: Int) throws {
        let body = Self.cases[index].body
        let document = try read(Word.file(body), name: "a.docx")
        #expect(document.text.string == Self.cases[index].text)
        #expect(faults(of: document, in: Array(Word.document(body).utf8), inOrder: false) == [])
    }

    @Test func `names its part and form`() throws {
        let source = try read(Word.file(Word.p(Word.r("Text."))), name: "a.docx").source
        #expect(source.part == "word/document.xml")
        #expect(source.mediaType == "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        let moved = try read(Word.file(xml: Word.document(Word.p(Word.r("Text."))), at: "doc/main2.xml"), name: "a")
        #expect(moved.source.part == "doc/main2.xml")
    }

    @Test(arguments: [
        (Word.p(Word.r("The Title"), style: "Title"), "Core title of it", "The Title"),
        (Word.p(Word.r("The Heading"), style: "Heading1"), "Core title of it", "The Heading"),
        (Word.p(Word.r("No style")), "Core title of it", "Core title of it"),
        (Word.p(Word.r("No style")), "Microsoft Word - draft3.doc", nil),
        (Word.p(Word.r("No style")), "final_v2", nil),
        (Word.p(Word.r("No style")), "Document1", nil),
    ])
    func `takes its own title before its properties'`(first: String, core: String, headline: String?) throws {
        let properties = "<cp:coreProperties><dc:title>\(core)</dc:title><dc:creator>Admin</dc:creator></cp:coreProperties>"
        let document = try read(Word.file(first + Word.p(Word.r("Text.")), core: properties), name: "a.docx")
        #expect(document.headline == headline)
        #expect(document.byline == nil)
        #expect(document.text.string.hasSuffix("Text."))
        #expect(headline == nil || !document.text.string.contains(headline ?? ""))
    }

    @Test func `takes author, day and keywords from its properties`() throws {
        let properties = """
            <cp:coreProperties><dc:creator>Ilse Okonjo</dc:creator><cp:keywords>ports, strikes</cp:keywords>\
            <dcterms:created>2019-01-01T00:00:00Z</dcterms:created><dcterms:modified>2024-03-05T10:00:00Z</dcterms:modified></cp:coreProperties>
            """
        let document = try read(Word.file(Word.p(Word.r("Text.")), core: properties), name: "a.docx")
        #expect(document.byline == ["Ilse Okonjo"])
        #expect(document.modified == "2024-03-05T10:00:00Z")
        #expect(document.published == nil)
        #expect(document.tags == ["ports", "strikes"])
    }

    private static let entities = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>" + Word.document(Word.p(Word.r("&b;")))

    private static func deep() -> [UInt8] {
        let levels = 5000
        return Word.file(String(repeating: "<w:p>", count: levels) + Word.r("x") + String(repeating: "</w:p>", count: levels))
    }

    private static func locked() -> [UInt8] {
        var archive = StoredArchive()
        archive.add("[Content_Types].xml", [1, 2, 3], isEncrypted: true)
        archive.add("_rels/.rels", [1, 2, 3], isEncrypted: true)
        return archive.bytes
    }

    /// A compound file's folder with one stream.
    private static func compound(_ stream: String) -> [UInt8] {
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016 + 128)
            + stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [UInt8](repeating: 0, count: 900)
    }

    /// Zeros that DEFLATE packs a thousand to one: a block of dynamic codes in which two bits stand for 258 bytes.
    private static func bomb() -> [UInt8] {
        var archive = StoredArchive([("_rels/.rels", "<Relationships/>")])
        let megabytes = 300
        let packed: [UInt8] = [0xED, 0xC1, 0x01, 0x01, 0x00, 0x00, 0x00, 0x82, 0x20, 0xFF, 0xAF, 0x6E, 0x48, 0x40, 0x01]
        archive.add(
            "[Content_Types].xml", packed + [UInt8](repeating: 0, count: megabytes * 1017), deflated: megabytes << 20)
        return archive.bytes
    }

    @Test func `is refused where it is a bomb, locked, broken or none`() throws {
        let cases: [(bytes: [UInt8], code: ReadingError.Code, word: String)] = [
            (Word.file(xml: Self.entities), .broken, "entities"), (Self.deep(), .broken, "deep"), (Self.locked(), .broken, "password"),
            (Self.bomb(), .tooMuch, "unpacks"),
            (Word.file(xml: Word.document(""), type: "spreadsheetml.sheet.main"), .binary, "Excel"),
            (Word.file(xml: Word.document("")), .empty, "without any text"), (Word.file(xml: "no markup at all"), .empty, "text"),
            (Self.compound("WordDocument"), .binary, "2007"), (Self.compound("EncryptedPackage"), .broken, "password"),
            (Array(Word.file(Word.p(Word.r("Text."))).prefix(600)), .broken, "ZIP"),
        ]
        for (bytes, code, word) in cases {
            let error = #expect(throws: ReadingError.self, "\(word)") { try read(bytes, name: "a.docx") }
            #expect(error?.code == code, "\(word): \(error?.problem ?? "")")
            #expect(error?.problem.contains(word) == true, "\(error?.problem ?? "")")
            #expect(error?.remedy.isEmpty == false)
        }
    }
}
