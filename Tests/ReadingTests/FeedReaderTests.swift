// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import TestKit
import Testing

/// Reads all documents of a file and checks the way back of each.
func readAll(_ content: String, name: String) throws -> [Document] {
    let bytes = Array(content.utf8)
    let documents = try Reader.read(bytes, name: name)
    for document in documents { #expect(faults(of: document, in: bytes) == []) }
    return documents
}

@Suite struct `Feeds` {
    @Test(arguments: [
        (FeedSamples.rss, "application/rss+xml", 4), (FeedSamples.rdf, "application/rss+xml", 2),
        (FeedSamples.atom, "application/atom+xml", 4),
        (FeedSamples.oldAtom, "application/atom+xml", 1), (FeedSamples.broken, "application/rss+xml", 2),
        (FeedSamples.jsonFeed, "application/feed+json", 3),
    ])
    func `give one article an entry, whatever the file is called`(content: String, mediaType: String, count: Int) throws {
        for name in ["a.xml", "a.txt", "feed"] {
            let documents = try readAll(content, name: name)
            #expect(documents.count == count)
            #expect(documents.allSatisfy { $0.source.mediaType == mediaType })
            #expect(Set(documents.map(\.id)).count == count)
        }
    }

    private static let texts: [(content: String, texts: [String])] = [
        (
            FeedSamples.rss,
            [
                "The old bridge opened\u{A0}again & the mayor’s ribbon was cut.\n\nDrivers waited.\nAll day.",
                "The town voted on Tuesday — \"yes\", it said.\n\nThe count took hours.", "Snow fell on the hills all night, AT&T said.",
                "The film of the day.",
            ]
        ), (FeedSamples.rdf, ["Der Rat der Stadt tagte am Abend.", "Die Brücke steht wieder."]),
        (
            FeedSamples.atom,
            [
                "The ferry sails again\nat noon & six.\n\nOne\n\nTwo more\n\nEnd.", "The harbour was dredged.", "Swans <p> were seen.",
                "Fish are back in the lake.",
            ]
        ), (FeedSamples.oldAtom, ["One line of old news."]),
        (
            FeedSamples.broken,
            ["One paragraph\nwith a break and … 2 < 3.\n\nAnother one.", "The file ends in the middle of th"]
        ),
        (
            FeedSamples.jsonFeed,
            [
                "The reef’s colour is back.\n\nDivers 😀 said \"so\".", "Tides 1 < 2 &amp; so on.\n\nMore tomorrow.",
                "Only a summary of it.",
            ]
        ),
    ]

    @Test(arguments: texts.indices) func `give the fullest text of each entry`(index: Int) throws {
        #expect(try readAll(Self.texts[index].content, name: "a").map(\.text.string) == Self.texts[index].texts)
    }

    @Test func `say what they know of an entry`() throws {
        let rss = try readAll(FeedSamples.rss, name: "a.xml")
        #expect(rss.map(\.headline) == ["Bridge & road reopen", "Town votes", "Snow", "Film"])
        #expect(rss.map(\.byline) == [["Ann Writer", "Bo Pen"], ["Bo Pen"], nil, nil])
        #expect(rss.map(\.published) == ["2024-03-04T05:06:07+01:00", "2024-03-05T10:00:00-05:00", "2024-03-06T00:00:00Z", nil])
        #expect(
            rss.map(\.url) == ["https://valley.example/bridge", "https://valley.example/vote", "https://valley.example/snow", nil])
        #expect(rss.allSatisfy { $0.publisher == "The Valley Post — News" && $0.language?.tag == "en-US" })
        #expect(rss[0].tags == ["Bridges", "Roads"])

        let rdf = try readAll(FeedSamples.rdf, name: "a.rdf")
        #expect(rdf.map(\.headline) == ["Der Rat tagt", "Die Brücke"])
        #expect(rdf.map(\.url) == ["https://hill.example/1", "https://hill.example/2"])
        #expect(rdf[0].byline == ["Cy Autor"])
        #expect(rdf[0].tags == ["Rat"])
        #expect(rdf[0].language?.tag == "de")

        let atom = try readAll(FeedSamples.atom, name: "a.atom")
        #expect(atom.map(\.headline) == ["Ferry & port", "Harbour: 1 < 2", "Swan", "Fish"])
        #expect(atom.map(\.byline) == [["Di Skipper"], ["The Desk"], ["The Desk"], ["The Desk"]])
        #expect(atom.map(\.url) == ["https://lake.example/ferry", "https://lake.example/harbour", nil, nil])
        #expect(atom[0].published == "2024-03-04T05:06:07Z")
        #expect(atom[0].modified == "2024-03-05T05:06:07Z")
        #expect(atom[1].published == "2024-03-06T05:06:07Z")
        #expect(atom[1].modified == nil)
        #expect(atom[0].tags == ["Ferries"])
        #expect(atom[0].publisher == "Lake News")

        let feed = try readAll(FeedSamples.jsonFeed, name: "a.json")
        #expect(feed.map(\.headline) == ["Reef & sand", nil, "Short"])
        #expect(feed.map(\.byline) == [["Flo Coral"], ["Gus Tide"], ["Flo Coral"]])
        #expect(feed.map(\.language?.tag) == ["en", "en-AU", "en"])
        #expect(feed[0].tags == ["reef", "sea"])
        #expect(feed[0].publisher == "Reef Notes")
    }

    private static let noticed: [(content: String, codes: [[String]])] = [
        (FeedSamples.rss, [["part-unread"], [], ["summary-only"], ["summary-only"]]), (FeedSamples.atom, [[], [], [], ["summary-only"]]),
        (FeedSamples.broken, [["malformed"], ["malformed", "summary-only"]]),
        (FeedSamples.jsonFeed, [["part-unread"], [], ["summary-only"]]),
    ]

    @Test(arguments: noticed.indices) func `say where a text is short, a file broken, an entry empty`(index: Int) throws {
        let codes = try readAll(Self.noticed[index].content, name: "a").map { ($0.notices ?? []).map(\.code).sorted() }
        #expect(codes == Self.noticed[index].codes)
    }

    @Test func `give an entry the digest of its own bytes`() throws {
        let documents = try readAll(FeedSamples.rdf, name: "a.xml")
        let entry =
            "<item rdf:about=\"https://hill.example/2\"><title>Die Brücke</title><description>Die Brücke steht wieder.</description></item>"
        #expect(documents[1].id == "sha256:\(Reader.digest(of: Array(entry.utf8)))")
        #expect(documents[1].source.sha256 == Reader.digest(of: Array(FeedSamples.rdf.utf8)))
    }

    private static let wide: [UInt8] =
        [0xFF, 0xFE] + FeedSamples.rdf.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    private static let latin: [UInt8] =
        Array("<?xml version='1.0' encoding='iso-8859-1'?>".utf8)
        + FeedSamples.rdf.split(separator: "\n").dropFirst().joined(separator: "\n").unicodeScalars.map { UInt8($0.value) }

    @Test(arguments: [wide, latin]) func `lead back to their bytes in other charsets`(bytes: [UInt8]) throws {
        let documents = try Reader.read(bytes, name: "a.xml")
        #expect(documents.map(\.text.string) == ["Der Rat der Stadt tagte am Abend.", "Die Brücke steht wieder."])
        for document in documents { #expect(faults(of: document, in: bytes) == []) }
        let word = try #require(documents[1].sourceMap.source(of: TextSpan(4, 11), in: documents[1].text))
        #expect(word.count == (bytes[0] == 0xFF ? 12 : 6))
    }

    private static let refused: [(content: String, code: ReadingError.Code)] = [
        (
            "<!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><rss><channel><item><description>&b;</description></item></channel></rss>",
            .broken
        ),
        (
            "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><description>&x;</description></item></channel></rss>",
            .broken
        ),
        ("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY % p SYSTEM 'http://x.example/p'> %p;]><rss><channel/></rss>", .broken),
        ("<rss><channel>" + String(repeating: "<a>", count: 10_000) + "text", .broken),
        ("<rss version='2.0'><channel><title>Empty</title></channel></rss>", .empty),
        ("<rss><channel><item><title>Title alone</title></item></channel></rss>", .empty),
        ("<rss>" + String(repeating: "<item><description>x</description></item>", count: 10_001) + "</rss>", .tooMuch),
        ("<?xml version='1.0'?><configuration><value>7</value></configuration>", .notArticle),
        ("<svg xmlns='http://www.w3.org/2000/svg'><text>Hi</text></svg>", .notArticle), ("{\"a\": 1, \"b\": [2, 3]}", .notArticle),
        ("{\"name\": \"tool\", \"description\": \"A tool\", \"version\": \"1.0\"}", .notArticle),
        ("[{\"lat\": 1, \"lon\": 2}, {\"lat\": 3, \"lon\": 4}]", .notArticle),
        ("{\"uri\": \"urn:1\", \"type\": \"picture\", \"headline\": \"A dog\", \"description_text\": \"A dog runs.\"}", .notArticle),
    ]

    @Test(arguments: refused.indices) func `are refused with a reason where there is no article or harm in them`(index: Int) throws {
        let (content, code) = Self.refused[index]
        let error = try #require(#expect(throws: ReadingError.self) { try readAll(content, name: "a.txt") })
        #expect(error.code == code)
        #expect(!error.remedy.isEmpty)
        #expect(!error.problem.contains("passwd"))
    }

    @Test(arguments: [
        "{not JSON at all} but a note", "[1] Smith, J. (2001) On notes.", "<3 is a heart", "< less\nand > more", "{{template}} text",
        "[]\nA to-do list",
        "<note to self> buy milk", "{ \"half\": ", "[2, 3]",
    ])
    func `are not seen in text that only begins like one`(content: String) throws {
        let document = try #require(try readAll(content, name: "a.txt").first)
        #expect(document.source.mediaType == "text/plain")
        #expect(document.text.string == content)
    }
}

@Suite struct `A long feed` {
    /// Feeds of one size in each form; the second differs from the first in length alone.
    static let forms: [(name: String, start: String, entry: String, end: String)] = [
        (
            "a.xml", "<rss><channel>",
            "<item><title>T</title><description>&lt;p&gt;Text of it.&lt;/p&gt;&lt;p&gt;And more.&lt;/p&gt;</description></item>",
            "</channel></rss>"
        ),
        (
            "a.xml", "<feed xmlns='http://www.w3.org/2005/Atom'>",
            "<entry><title>T</title><content type='html'>&lt;p&gt;Text of it.&lt;/p&gt;&lt;p&gt;And more.&lt;/p&gt;</content></entry>",
            "</feed>"
        ), ("a.json", "{\"articles\": [{}", ",{\"title\": \"T\", \"content\": \"Text of it.\\nAnd more.\"}", "]}"),
        ("a.jsonl", "{}\n", "{\"title\": \"T\", \"content\": \"Text of it.\\nAnd more.\"}\n", "{}"),
        (
            "a.xml", "<newsMessage>", "<newsItem><contentSet><inlineData>Text of it.\nAnd more.</inlineData></contentSet></newsItem>",
            "</newsMessage>"
        ),
    ]

    @Test(arguments: forms.indices, [false, true]) func `takes time in proportion`(index: Int, isWide: Bool) throws {
        let form = Self.forms[index]
        func time(_ count: Int) throws -> Duration {
            let content = form.start + String(repeating: form.entry, count: count) + form.end
            let bytes = isWide ? [0xFF, 0xFE] + content.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } : Array(content.utf8)
            return try processorTime {
                let documents = try Reader.read(bytes, name: form.name)
                #expect(documents.count == count)
                #expect(documents.last?.text.string == "Text of it.\n\nAnd more.")
            }
        }
        let few = try time(500)
        // Eight times as many take eight times as long; sixty-four times, if any step passes all the others.
        let many = try time(4000)
        #expect(many < few * 24)
    }
}
