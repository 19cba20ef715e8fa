// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import Testing

@Suite struct `Wires and JSON` {
    private static let texts: [(content: String, mediaType: String, texts: [String])] = [
        (
            WireSamples.nitf, "text/vnd.iptc.nitf",
            [
                """
                PORT LAKE (RA) — The dam held on Sunday, engineers said.

                What is next

                Two of Dam & Sons’ gates stay shut.

                Gate one

                Gate two

                Monday 7 m

                “It holds.”

                Ann Gate
                """
            ]
        ),
        (
            WireSamples.message, "application/vnd.iptc.g2.newsmessage+xml",
            [
                "The ice on the lake melted on Sunday.\n\nSkaters & fishers left.", "First line of it.\n\nSecond line <b> of it.",
                "Inner text.",
            ]
        ), (WireSamples.newsML, "text/vnd.iptc.newsml", ["ROME — One paragraph.\n\nTwo."]),
        (WireSamples.ninjs1, "application/json", ["The storm passed.\n\nRoofs & trees fell."]),
        (WireSamples.ninjs3, "application/json", ["Der Sturm zog ab.\n\nDächer fielen."]),
        (WireSamples.linked, "application/ld+json", ["The moor is wet again.\n\nPeat grows a millimetre a year."]),
        (
            WireSamples.newsService, "application/json",
            ["The mill turned for the first time in years.\n\nIt ground corn…", "The mill stopped."]
        ),
        (
            WireSamples.lines, "application/x-ndjson",
            ["The first article of the file.", "First paragraph.\n\nSecond “paragraph”.", "From a blog’s interface."]
        ),
    ]

    @Test(arguments: texts.indices) func `give their articles whatever the file is called`(index: Int) throws {
        for name in ["a.xml", "a.json", "a.txt"] {
            let documents = try readAll(Self.texts[index].content, name: name)
            #expect(documents.map(\.text.string) == Self.texts[index].texts)
            #expect(documents.allSatisfy { $0.source.mediaType == Self.texts[index].mediaType })
            #expect(Set(documents.map(\.id)).count == documents.count)
        }
    }

    @Test func `say what NITF says`() throws {
        let document = try #require(try readAll(WireSamples.nitf, name: "a").first)
        #expect(document.headline == "Dam holds, engineers say")
        #expect(document.byline == ["Hal Stream"])
        #expect(document.dateline == Dateline(place: "PORT LAKE", date: "2024-03-03"))
        #expect(document.published == "2024-03-04T05:06:07-05:00")
        #expect(document.publisher == "The River Times")
        #expect(document.section == "World")
        #expect(document.tags == ["dams", "rivers"])
        #expect(document.language?.tag == "en")
    }

    @Test func `say what NewsML says`() throws {
        let items = try readAll(WireSamples.message, name: "a")
        #expect(items.map(\.headline) == ["Ice melts", "Plain", "Inner head"])
        #expect(items[0].byline == ["Ida Berg", "Jon Floe"])
        #expect(items[0].dateline == Dateline(place: "Port Ice", date: "2024-03-03"))
        #expect(items[0].published == "2024-03-04T04:00:00Z")
        #expect(items[0].modified == "2024-03-04T05:06:07Z")
        #expect(items[0].publisher == "Ice Press")
        #expect(items[0].tags == ["weather", "ice", "thaw"])
        #expect(items[1].url == "https://ice.example/3")
        #expect(items[0].notices?.map(\.code) == ["part-unread"])
        let old = try #require(try readAll(WireSamples.newsML, name: "a").first)
        #expect(old.headline == "Old wire")
        #expect(old.byline == ["Kay Old"])
        #expect(old.published == "2004-03-04T05:06:07Z" || old.published == "2004-03-04T05:06:07+00:00")
        #expect(old.dateline?.place == "ROME")
        #expect(old.publisher == "old.example")
    }

    @Test func `say what JSON says`() throws {
        let first = try #require(try readAll(WireSamples.ninjs1, name: "a").first)
        #expect(first.headline == "Storm passes")
        #expect(first.byline == ["Lou Gale"])
        #expect(first.dateline?.place == "Port Storm")
        #expect(first.published == "2024-03-04T05:06:07Z")
        #expect(first.modified == "2024-03-05T05:06:07Z")
        #expect(first.tags == ["weather"])
        #expect(first.url == "http://agency.example/1")
        let third = try #require(try readAll(WireSamples.ninjs3, name: "a").first)
        #expect(third.headline == "Der Sturm zog ab")
        #expect(third.byline == ["Mia Wind"])
        #expect(third.publisher == "dpx")
        let linked = try #require(try readAll(WireSamples.linked, name: "a").first)
        #expect(linked.headline == "Moor & peat")
        #expect(linked.byline == ["Ned Moor"])
        #expect(linked.publisher == "The Moor")
        #expect(linked.url == "https://moor.example/peat")
        #expect(linked.section == "Land")
        #expect(linked.tags == ["peat", "moor"])
        let service = try readAll(WireSamples.newsService, name: "a")
        #expect(service.map(\.publisher) == ["Mill News", "Mill News"])
        #expect(service.map { $0.notices?.map(\.code) } == [["truncated", "part-unread"], ["summary-only"]])
        let lines = try readAll(WireSamples.lines, name: "a.jsonl")
        #expect(lines.map(\.headline) == ["One", "Two", "Four – 4"])
        #expect(lines.map(\.published) == ["2024-03-04", nil, "2024-03-04T05:06:07Z"])
        #expect(lines[0].notices?.first?.message == "2 entries of 5 have no text of an article (number 3, 4)")
    }

    @Test func `lead an escape to the bytes that spell it`() throws {
        let content = #"{"title": "T", "text": "caf\u00e9 \ud83d\ude00 \"x\""}"#
        let document = try #require(try readAll(content, name: "a.json").first)
        #expect(document.text.string == "café 😀 \"x\"")
        let bytes = Array(content.utf8)
        func spelling(_ start: Int, _ end: Int) throws -> String {
            let range = try #require(document.sourceMap.source(of: TextSpan(start, end), in: document.text))
            return String(decoding: bytes[range], as: UTF8.self)
        }
        #expect(try spelling(3, 5) == #"\u00e9"#)
        #expect(try spelling(6, 10) == #"\ud83d\ude00"#)
        #expect(try spelling(11, 12) == #"\""#)
        #expect(try spelling(0, 3) == "caf")
    }

    private static let refused: [(content: String, name: String)] = [
        ("{\"title\": \"T\", \"text\": \"cut off", "a.json"), ("{'single': 'quotes'}", "a.json"),
        (String(repeating: "[", count: 100_000), "a.json"), (String(repeating: "{\"a\":", count: 100_000), "a.json"),
    ]

    @Test(arguments: refused.indices) func `are refused with the place where JSON is not well-formed`(index: Int) throws {
        let (content, name) = Self.refused[index]
        let error = try #require(#expect(throws: ReadingError.self) { try readAll(content, name: name) })
        #expect(error.code == .broken)
        #expect(error.problem.contains("byte"))
    }
}
