// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import TestKit
import Testing

@Suite struct `The pages of a PDF document` {
    /// Our own words, with places where they may be divided.
    static let paragraphs = [
        "The ferry at Averny has carried for eleven years what the bridge no longer could, and on Mon|day the first lorry crossed the rebuilt span with a load of onions.",
        "Engi|neers of the provin|cial roads office esti|mated that the repair would take eighteen months; it took one hundred and thirty-two, and the adminis|tration apolo|gised for none of them.",
        "Critics have described the under|taking as extra|ordi|narily expen|sive and called for an inde|pendent investi|gation of all the con|tracts that were signed.",
        "Traders on the western bank expect that the journey to the railway will shrink from four hours to fifty minutes, and the dairy has announced a second collec|tion.",
    ]

    static var plain: String { paragraphs.map { $0.split(separator: "|").joined() }.joined(separator: "\n\n") }

    /// Sets the paragraphs into columns, each as high as `rows` lines, from page to page.
    static func columns(_ count: Int, rows: Int, indent: Double, top: Double = 120, furnish: (inout BoxedPages, Int) -> Void) -> BoxedPages
    {
        let width = (500 - 20 * Double(count - 1)) / Double(count)
        // Set once in one endless column, then cut.
        var lines: [(text: String, indent: Double, gap: Bool)] = []
        for paragraph in paragraphs {
            var row = ""
            var room = width - indent
            var isFirst = true
            func flush() {
                lines.append((row, isFirst ? indent : 0, isFirst && indent == 0))
                isFirst = false
                room = width
            }
            for word in paragraph.split(separator: " ") {
                let whole = word.split(separator: "|").joined()
                func fits(_ word: String) -> Bool { Double(row.utf8.count + (row.isEmpty ? 0 : 1) + word.utf8.count) * 5 <= room }
                if fits(whole) {
                    row += (row.isEmpty ? "" : " ") + whole
                    continue
                }
                let halves = word.split(separator: "|", maxSplits: 1)
                let isDivided = halves.count == 2 && fits(halves[0] + "-")
                if isDivided { row += (row.isEmpty ? "" : " ") + halves[0] + "-" }
                flush()
                row = isDivided ? halves[1].split(separator: "|").joined() : whole
            }
            flush()
        }
        var pages = BoxedPages()
        var (page, column, at) = (0, 0, 0)
        furnish(&pages, 0)
        var y = top
        for line in lines {
            if at == rows {
                (column, at, y) = (column + 1, 0, top)
                if column == count {
                    (page, column) = (page + 1, 0)
                    pages.addPage()
                    furnish(&pages, page)
                }
            }
            if line.gap, at > 0 { y += 8 }
            pages.line(line.text, x: 50 + Double(column) * (width + 20) + line.indent, y: y)
            y += 12
            at += 1
        }
        return pages
    }

    @Test(arguments: [1, 2, 3, 4], [0.0, 12])
    func `are read column by column, with words and paragraphs put together`(count: Int, indent: Double) throws {
        for rows in [4, 7, 40] {
            let pages = Self.columns(count, rows: rows, indent: indent) { pages, number in
                if number == 0 { pages.line("The long repair of the bridge", x: 60, y: 60, height: 24) }
                pages.line("The Sorrel Courier, No. 47", x: 50, y: 20, height: 8)
                pages.line("\(number + 12)", x: 300, y: 770, height: 8)
            }
            let document = try pages.read()
            #expect(document.headline == "The long repair of the bridge")
            // Without indents the end of a full last row is no sign that a paragraph goes on: words are what must be right.
            let wanted = indent > 0 ? Self.plain : Self.plain.split(separator: "\n\n").joined(separator: " ")
            let found = indent > 0 ? document.text.string : document.text.string.split(separator: "\n\n").joined(separator: " ")
            #expect(found == wanted, "\(rows) rows")
            #expect(faults(of: document, in: pages.layout, inOrder: false) == [])
        }
    }

    @Test(arguments: [
        ("a self-", "taught man", "a self-taught man"), ("the exam-", "ple of", "the example of"),
        ("Marit Holloway-", "Brandt said", "Marit Holloway-Brandt said"),
        ("a toll-", "keeper and the toll-keeper again", "a toll-keeper and the toll-keeper again"), ("in 1914-", "18 he", "in 1914-18 he"),
        ("a dis\u{AD}", "course on", "a discourse on"), ("the year —", "a bad one", "the year — a bad one"),
        ("it ended—", "badly", "it ended—badly"),
        ("six\u{2010}", "teen of", "sixteen of"), ("an e\u{FB03}cient", "o\u{FB03}ce", "an efficient office"), ("東京", "大阪", "東京大阪"),
    ])
    func `put the two halves of a line's end together`(first: String, second: String, text: String) throws {
        var pages = BoxedPages()
        pages.line("This row is here to be the longest of all rows on the page", x: 50, y: 100)
        pages.line("and its rows say nothing but that they are very full of all", x: 50, y: 112)
        pages.line("these words and end with what is asked for which now is \(first)", x: 50, y: 124)
        pages.line("\(second) which was asked.", x: 50, y: 136)
        let document = try pages.read()
        #expect(document.text.string.contains("\(text) which was asked."), "\(document.text.string)")
        #expect(faults(of: document, in: pages.layout, inOrder: false) == [])
        // A hyphen that goes is on record.
        let lost = "\(first)\(second)".unicodeScalars.count > text.unicodeScalars.count && !first.contains("\u{FB03}")
        #expect(document.sourceMap.runs.contains { $0.edit == "hyphenation" && $0.text.isEmpty } == lost)
    }

    @Test func `leave out what comes again at the edge, and keep what comes once`() throws {
        var pages = BoxedPages()
        for number in 1...4 {
            if number > 1 { pages.addPage() }
            pages.line(number % 2 == 0 ? "Annual Report" : "Office of Roads", x: 50, y: 30)
            pages.line("Page \(number) of 4", x: 280, y: 760)
            if number == 1 { pages.line("Office of Roads", x: 50, y: 90, height: 20) }
            _ = pages.set("On page number \(number) stands a sentence that is of some length and ends here.", x: 50, width: 400, y: 300)
        }
        let document = try pages.read()
        #expect(!document.text.string.contains("Annual"))
        #expect(!document.text.string.contains("of 4"))
        #expect(document.text.string.split(separator: "On page number").count == 4)
    }

    @Test func `have tables read by rows`() throws {
        var pages = BoxedPages()
        _ = pages.set("The figures of the three districts are these, as the office gave them on Monday morning.", x: 50, width: 500, y: 100)
        for (row, cells) in [("Averny", "17", "40"), ("Sorrelgate", "3", "12"), ("Kesran", "0", "5"), ("Total", "20", "57")].enumerated() {
            let y = 160 + 14 * Double(row)
            pages.line(cells.0, x: 60, y: y)
            pages.line(cells.1, x: 250, y: y)
            pages.line(cells.2, x: 400, y: y)
        }
        #expect(try pages.read().text.string.hasSuffix("Averny 17 40\n\nSorrelgate 3 12\n\nKesran 0 5\n\nTotal 20 57"))
    }

    @Test func `have notes and what is written sideways last`() throws {
        var pages = BoxedPages()
        _ = pages.set("The first sentence of the text goes on from here to the next page and does not", x: 50, width: 450, y: 100)
        pages.line("1 A note at the foot.", x: 50, y: 700, height: 7)
        pages.rotated("arXiv:2401.00001", x: 10, y: 300)
        pages.addPage()
        _ = pages.set("end before it, as one can see.", x: 50, width: 450, y: 100)
        let found = try pages.read().text.string
        #expect(
            found
                == "The first sentence of the text goes on from here to the next page and does not end before it, as one can see.\n\n1 A note at the foot.\n\narXiv:2401.00001"
        )
    }

    @Test func `are read from the right where they are written so`() throws {
        var pages = BoxedPages()
        // As it stands on the page: letters and words from the left.
        pages.line(".רבעב 12 םירשג ונבנ", x: 100, y: 100)
        #expect(try pages.read().text.string == "נבנו גשרים 12 בעבר.")
    }

    @Test(
        arguments: [
            ("<title>Microsoft Word - x.doc</title><meta name=\"Author\" content=\"user\"/>", nil, nil, nil),
            (
                "<title>Bridge opens at last</title><meta name=\"Author\" content=\"Marit Brandt\"/><meta name=\"CreationDate\" content=\"2024-06-14T10:00:00+02:00\"/>",
                "Bridge opens at last", "Marit Brandt", "2024-06-14T10:00:00+02:00"
            ),
            (
                "<meta name=\"Producer\" content=\"Skia/PDF m119\"/><meta name=\"CreationDate\" content=\"2024-06-14T10:00:00Z\"/>", nil,
                nil, nil
            ),
        ] as [(String, String?, String?, String?)])
    func `say what the file says of itself, where a person said it`(head: String, headline: String?, author: String?, published: String?)
        throws
    {
        var pages = BoxedPages(head: head)
        pages.line("A line of text that is the only one.", x: 50, y: 300)
        let document = try pages.read()
        #expect(document.headline == headline)
        #expect(document.byline?.first == author)
        #expect(document.published == published)
    }

    @Test func `are refused with a remedy where there is no tool or no text`() {
        let pdf = Array("%PDF-1.7".utf8)
        let missing = #expect(throws: ReadingError.self) { try Reader.read(pdf, name: "a.pdf") }
        #expect(missing?.remedy == "apt install poppler-utils")
        let scanned = #expect(throws: ReadingError.self) { try BoxedPages().read() }
        #expect(scanned?.code == .empty)
        #expect(scanned?.remedy.contains("ocrmypdf") == true)
    }

    /// A hundred times as many lines must not take much more than a hundred times as long; quadratic steps would take hours here.
    @Test(.timeLimit(.minutes(2))) func `are read in a time that goes with their size`() throws {
        var pages = BoxedPages()
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            pages.line(
                "ab cd", x: Double.random(in: 0..<600, using: &generator), y: Double.random(in: 0..<800, using: &generator), height: 6)
        }
        #expect(try pages.read().text.count > 40_000)
    }
}
