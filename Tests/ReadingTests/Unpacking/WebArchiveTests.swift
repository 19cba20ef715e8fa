// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import TestKit
import Testing

/// Writes the records of web archives.
enum WebArchiveWriter {
    static let page =
        "<html><head><title>Crane falls</title></head><body><article><p>\(story())</p><p>\(story(2))</p></article></body></html>"

    static func record(
        _ type: String, _ block: [UInt8], address: String = "https://valley.example/crane.html", content: String = "application/http"
    )
        -> [UInt8]
    {
        let head =
            "WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\nWARC-Date: 2026-03-03T10:00:00Z\r\nContent-Type: \(content)\r\n"
        return Array("\(head)Content-Length: \(block.count)\r\n\r\n".utf8) + block + Array("\r\n\r\n".utf8)
    }

    static func response(_ body: [UInt8] = Array(page.utf8), status: String = "200 OK", type: String = "text/html", fields: String = "")
        -> [UInt8]
    {
        record("response", Array("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(fields)\r\n".utf8) + body)
    }

    static func chunked(_ body: [UInt8], by size: Int) -> [UInt8] {
        var result: [UInt8] = []
        for at in stride(from: 0, to: body.count, by: size) {
            let chunk = body[at..<min(body.count, at + size)]
            result += Array("\(String(chunk.count, radix: 16));name=value\r\n".utf8) + chunk + Array("\r\n".utf8)
        }
        return result + Array("0\r\n\r\n".utf8)
    }
}

@Suite struct `Web archives` {
    private typealias Writer = WebArchiveWriter

    @Test func `give their pages with the address, and pass over what belongs to them`() throws {
        let bytes =
            Writer.record("warcinfo", Array("software: x".utf8), content: "application/warc-fields")
            + Writer.record("request", Array("GET / HTTP/1.1\r\n\r\n".utf8)) + Writer.response()
            + Writer.response([0x89, 0x50], type: "image/png")
            + Writer.response(status: "301 Moved Permanently") + Writer.response(status: "404 Not Found")
            + Writer.record("resource", Array(story(3).utf8), address: "urn:x", content: "text/plain")
        let documents = try readAll(bytes, name: "a.warc")
        #expect(documents.map(\.source.part) == ["record 3", "record 7"])
        #expect(documents.map(\.url) == ["https://valley.example/crane.html", nil])
        #expect(documents[0].headline == "Crane falls")
        #expect(documents[0].published == nil)
        #expect(
            documents[0].unread == "1 part of the file is no article: record 6: It is no article but the answer of a server with status 404"
        )
        #expect(try faults(of: documents, in: bytes, name: "a.warc") == [])
    }

    private static let body = Array(WebArchiveWriter.page.utf8)
    /// A zlib stream: its header, stored blocks, Adler-32 (which is not looked at).
    private static let zlib = [0x78, 0x9C] + ArchiveWriter.stored(body) + [0, 0, 0, 0]

    private static let codings: [(fields: String, body: [UInt8])] = [
        ("", body), ("Transfer-Encoding: chunked\r\n", WebArchiveWriter.chunked(body, by: 40)), ("Transfer-Encoding: chunked\r\n", body),
        ("Content-Encoding: gzip\r\n", ArchiveWriter.gzip(body)), ("Content-Encoding: gzip\r\n", body),
        ("Content-Encoding: deflate\r\n", zlib),
        ("Content-Encoding: deflate\r\n", ArchiveWriter.stored(body)),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", WebArchiveWriter.chunked(ArchiveWriter.gzip(body), by: 7)),
    ]

    @Test(arguments: codings)
    func `are read as the page was sent`(fields: String, body: [UInt8]) throws {
        let bytes = Writer.response(body, fields: fields)
        let documents = try readAll(bytes, name: "a.warc")
        #expect(documents.map(\.headline) == ["Crane falls"])
        #expect(documents[0].text.string.hasPrefix("The harbour closed quay 1"))
        #expect(try faults(of: documents, in: bytes, name: "a.warc") == [])
    }

    @Test func `packed record by record are read through`() throws {
        let bytes = ArchiveWriter.gzip(Writer.response()) + ArchiveWriter.gzip(Writer.response(Array("<p>\(story(2))</p>".utf8)))
        #expect(try readAll(bytes, name: "a.warc.gz").map(\.source.part) == ["a.warc!/record 1", "a.warc!/record 2"])
    }

    @Test func `that end inside a record are read as far as they go`() throws {
        let whole = Writer.response() + Writer.response()
        let documents = try readAll(Array(whole[..<(whole.count - 60)]), name: "a.warc")
        #expect(documents.count == 2)
        #expect(documents[1].notices?.contains { $0.code == "part-damaged" } == true)
        #expect(documents[0].unread.contains("ends inside a record"))
        let broken = try readAll(Writer.response() + Array("no record".utf8), name: "a.warc")
        #expect(broken[0].unread.contains("record 2"))
    }

    @Test func `packed with Brotli, or a bomb, are refused`() {
        let brotli = #expect(throws: ReadingError.self) {
            try readAll(Writer.response([1, 2], fields: "Content-Encoding: br\r\n"), name: "a.warc")
        }
        #expect(brotli?.problem.contains("Brotli") == true)
        let zeros = ArchiveWriter.gzip(deflated: ArchiveWriter.deflatedZeros(64 << 20), size: 64 << 20)
        let bomb = #expect(throws: ReadingError.self) {
            try readAll(Writer.response(zeros, fields: "Content-Encoding: gzip\r\n"), name: "a.warc")
        }
        #expect(bomb?.code == .tooMuch)
    }
}
