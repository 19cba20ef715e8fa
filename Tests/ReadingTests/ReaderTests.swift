// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import Testing

@Suite struct `What is read and what is refused` {
    @Test(arguments: [
        ("A plain line.", "a.txt", "text/plain"),
        ("A plain line.", "no-suffix", "text/plain"),
        ("# A heading\n\nText.", "a.md", "text/markdown"),
        ("---\ntitle: One\n---\nText.", "a.txt", "text/markdown"),
        ("# not a heading, a number", "a.txt", "text/plain"),
        ("<!DOCTYPE html><p>A page's text.</p>", "a.txt", "text/html"),
        ("\n<!-- saved --><html><body><p>A page's text.</p></body></html>", "x", "text/html"),
        (
            "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Text.</p></body></html>", "x",
            "application/xhtml+xml"
        ),
        ("<p>A fragment of a page.</p>", "a.html", "text/html"),
        ("<p>A fragment of a page.</p>", "a.txt", "text/html"),
        ("a < b and b > c", "a.txt", "text/plain"),
        ("<div xmlns:v=\"urn:v\"><p>A piece of a page.</p></div>", "a.html", "text/html"),
        ("<?xml version=\"1.0\"?><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Text.</p></div>", "a.xhtml", "application/xhtml+xml"),
        ("{\"title\": \"T\", \"text\": \"One.\"}", "a.txt", "application/json"), ("{a note in braces}", "a.txt", "text/plain"),
        ("<rss><channel><item><description>One.</description></item></channel></rss>", "a.html", "application/rss+xml"),
    ])
    func `knows a form by its content, then by its name`(content: String, name: String, mediaType: String) throws {
        #expect(try read(content, name: name).source.mediaType == mediaType)
    }

    @Test func `takes the caller's word for the form`() throws {
        let document = try read(Array("*Text*".utf8), name: "a.txt", mediaType: "text/markdown; charset=utf-8")
        #expect(document.text.string == "Text")
    }

    private static let refused: [(bytes: [UInt8], code: ReadingError.Code)] = [
        ([], .empty), (Array(" \n\t\r\n ".utf8), .empty), ([0xEF, 0xBB, 0xBF], .empty),
        (Array("<html><body><script>var a</script></body></html>".utf8), .empty),
        (Array("%PDF-1.7 and so on".utf8), .binary), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1], .binary),
        ([0xFF, 0xD8, 0xFF, 0xE0, 1, 2], .binary), ([0x50, 0x4B, 3, 4, 9, 9], .broken), ([0x1F, 0x8B, 8, 0], .broken),
        (Array("\u{7F}ELF and".utf8), .binary), (Array("some text\u{0}more text".utf8), .binary),
        ((1...30).map { UInt8($0) }, .binary), ([0xFF, 0xFE] + [UInt8](repeating: 0xDC, count: 200), .undecodable),
    ]

    @Test(arguments: refused)
    func `refuses what is no article, with a remedy`(bytes: [UInt8], code: ReadingError.Code) throws {
        let error = #expect(throws: ReadingError.self) { try read(bytes) }
        #expect(error?.code == code)
        let found = try #require(error)
        #expect(!found.problem.isEmpty)
        #expect(!found.remedy.isEmpty)
    }

    @Test func `names the format that it refuses`() {
        let error = #expect(throws: ReadingError.self) { try read("%PDF-1.4 secret words") }
        #expect(error?.problem.contains("PDF") == true)
        #expect(error?.description.contains("secret") == false)
    }

    @Test func `gives a document the digest of its bytes`() throws {
        let document = try read("abc")
        #expect(document.id == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(document.source.bytes == 3)
    }
}
