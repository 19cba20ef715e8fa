// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import Testing

/// An OpenDocument text around a body.
enum OpenDocument {
    static func content(_ body: String, root: String = "document-content", beside: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:\(root) xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">\(beside)
        <office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>
        <office:body><office:text>
          \(body)
        </office:text></office:body></office:\(root)>
        """
    }

    static func file(_ body: String, meta: String? = nil, type: String = "text", manifest: String? = nil) -> [UInt8] {
        var archive = StoredArchive([("mimetype", "application/vnd.oasis.opendocument.\(type)"), ("content.xml", content(body))])
        if let meta { archive.add("meta.xml", Array(meta.utf8)) }
        if let manifest { archive.add("META-INF/manifest.xml", Array(manifest.utf8)) }
        return archive.bytes
    }
}

@Suite struct `An OpenDocument text` {
    private static let cases: [(body: String, text: String)] = [
        ("<text:p>One <text:span>and\n      two</text:span>.</text:p>\n<text:p>Three.</text:p>", "One and two.\n\nThree."),
        ("<text:p>A<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d</text:p>", "A b c\nd"),
        ("<text:h text:outline-level=\"2\">Head</text:h><text:p>Tom &amp; Ann</text:p>", "Head\n\nTom & Ann"),
        (
            "<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>",
            "one\n\ntwo"
        ),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                + "<text:p>Kept<text:change text:change-id=\"c\"/>.</text:p>", "Kept."
        ),
        (
            "<text:p>Noted<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>small</text:p></text:note-body></text:note>.</text:p>",
            "Noted."
        ),
        ("<text:p>Said<office:annotation><text:p>a comment</text:p></office:annotation>.</text:p>", "Said."),
        (
            "<table:table><table:table-row><table:table-cell><text:p>Dead</text:p></table:table-cell><table:table-cell><text:p>17</text:p>"
                + "</table:table-cell></table:table-row></table:table>", "Dead 17"
        ),
        (
            "<text:p>Before <draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame>and after.</text:p>",
            "Before and after.\n\nBoxed."
        ),
        ("<text:p><text:a xlink:href=\"x\">A link</text:a> <![CDATA[a < b]]></text:p>", "A link a < b"),
    ]

    @Test(arguments: cases.indices)
    func `reads as it prints`(index: Int) throws {
        let body = Self.cases[index].body
        let document = try read(OpenDocument.file(body), name: "a.odt")
        #expect(document.text.string == Self.cases[index].text)
        #expect(document.source.part == "content.xml")
        #expect(faults(of: document, in: Array(OpenDocument.content(body).utf8), inOrder: false) == [])
    }

    @Test func `takes its title from the style and its properties from meta.xml`() throws {
        let meta = """
            <office:document-meta><office:meta><dc:title>Untitled 1</dc:title><meta:initial-creator>Marit Brandt</meta:initial-creator>\
            <dc:creator>Somebody Else</dc:creator><dc:date>2024-05-01T10:00:00.123</dc:date><meta:keyword>ferry</meta:keyword></office:meta></office:document-meta>
            """
        let body = "<text:p text:style-name=\"P1\">The bridge opens</text:p><text:p>Text.</text:p>"
        let document = try read(OpenDocument.file(body, meta: meta), name: "a.odt")
        #expect(document.headline == "The bridge opens")
        #expect(document.text.string == "Text.")
        #expect(document.byline == ["Marit Brandt"])
        #expect(document.modified == "2024-05-01")
        #expect(document.tags == ["ferry"])
    }

    @Test func `is read flat too`() throws {
        let meta = "<office:meta><dc:title>A title for it</dc:title></office:meta>"
        let flat = OpenDocument.content("<text:p>Flat.</text:p>", root: "document", beside: meta)
        let document = try read(flat, name: "a.fodt")
        #expect(document.text.string == "Flat.")
        #expect(document.headline == "A title for it")
        #expect(document.source.mediaType == "application/vnd.oasis.opendocument.text-flat-xml")
        #expect(document.source.part == nil)
    }

    @Test func `is refused where it is locked or none`() {
        for (bytes, word) in [
            (
                OpenDocument.file("<text:p>x</text:p>", manifest: "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"),
                "password"
            ),
            (OpenDocument.file("<text:p>x</text:p>", type: "spreadsheet"), "no text"), (OpenDocument.file(""), "without any text"),
        ] {
            let error = #expect(throws: ReadingError.self) { try read(bytes, name: "a.odt") }
            #expect(error?.problem.contains(word) == true, "\(error?.problem ?? "")")
        }
    }
}

@Suite struct `An EPUB book` {
    private static let book = """
        <package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Rivers</dc:title>\
        <dc:creator>Marit Brandt</dc:creator><dc:date>2023-02-01</dc:date></metadata><manifest>\
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\
        <item id="b" href="text/two%20.xhtml" media-type="application/xhtml+xml"/><item id="a" href="./text/one.xhtml" media-type="application/xhtml+xml"/>\
        <item id="p" href="cover.png" media-type="image/png"/></manifest>\
        <spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="a"/></spine></package>
        """

    private static func chapter(_ title: String) -> String {
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>\(title)</title></head><body><h1>\(title)</h1><p>It flows, \(title).</p></body></html>"
    }

    private static func file(encrypted: String? = nil) -> [UInt8] {
        var archive = StoredArchive([
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OPS/b.opf\"/></rootfiles></container>"),
            ("OPS/text/two .xhtml", chapter("Second")), ("OPS/text/one.xhtml", chapter("First")), ("OPS/nav.xhtml", chapter("Contents")),
            ("OPS/b.opf", book),
        ])
        if let encrypted {
            archive.add("META-INF/encryption.xml", Array("<encryption><CipherReference URI=\"\(encrypted)\"/></encryption>".utf8))
        }
        return archive.bytes
    }

    @Test func `is a document a chapter, in the order of the spine`() throws {
        let documents = try Reader.read(Self.file(encrypted: "OPS/font.otf"), name: "rivers.epub")
        #expect(documents.map(\.source.part) == ["OPS/text/one.xhtml", "OPS/text/two .xhtml"])
        #expect(documents.map(\.headline) == ["First", "Second"])
        #expect(documents.allSatisfy { $0.byline == ["Marit Brandt"] && $0.published == "2023-02-01" })
        #expect(Set(documents.map(\.id)).count == 2)
    }

    @Test func `is refused where its chapters are locked`() {
        let error = #expect(throws: ReadingError.self) { try read(Self.file(encrypted: "OPS/text/one.xhtml"), name: "a.epub") }
        #expect(error?.problem.contains("encrypted") == true)
    }
}
