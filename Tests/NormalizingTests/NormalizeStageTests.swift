// SPDX-License-Identifier: Apache-2.0

import Documents
import Normalizing
import Stages
import Testing

@Suite struct `Normalizing` {
    @Test(arguments: [
        ("a\r\nb\rc", "a\nb\nc", ["line-end"]),
        ("One.\r\n\r\nTwo.", "One.\n\nTwo.", ["line-end"]),
        ("cafe\u{301} a", "café a", ["nfc"]),
        ("q\u{307}\u{323}", "q\u{323}\u{307}", ["nfc"]),
        ("e\u{301}e\u{301}x\u{212B}", "\u{E9}\u{E9}x\u{C5}", ["nfc"]),
        ("\u{1112}\u{1161}\u{11AB} \u{301}", "\u{D55C} \u{301}", ["nfc"]),
        ("a\u{315}\u{300}\u{5AE}\u{62}", "\u{E0}\u{5AE}\u{315}b", ["nfc"]),
        ("para\u{AD}graph\u{200B}s\u{FEFF}", "paragraphs", ["invisible"]),
        ("\u{202E}a\u{202C}", "a", ["bidi"]),
        ("a\u{0}b\u{7F}\u{9D}", "ab", ["control"]),
        ("a\u{A0}b\u{2009}c", "a b c", ["space"]),
        ("نمی\u{200C}خواهم", "نمی\u{200C}خواهم", []),
        ("👩\u{200D}🚀", "👩\u{200D}🚀", []),
        ("a  b\tc", "a b c", ["whitespace"]),
        ("  a\n\n\n\n b  \n", "a\n\nb", ["trim", "whitespace"]),
        (" \n\t ", "", ["trim"]),
        ("", "", []),
    ])
    func `cleans characters and lines`(string: String, expected: String, names: [String]) throws {
        let document = try normalized(string)
        #expect(Array(document.text.bytes) == Array(expected.utf8))
        let edits = Set(document.sourceMap.runs.compactMap(\.edit).flatMap { $0.split(separator: "+").map(String.init) })
        #expect(edits == Set(names))
    }

    @Test func `joins lines that a program wrapped`() throws {
        let wrapped = """
            The council met on Tuesday evening to talk about the new bridge, which has
            been closed since the flood in spring, and about what it will cost to open
            it again before winter. Nobody knew the answer, least of all the mayor, who
            left early.

            A short second one.
            """
        let document = try normalized(wrapped)
        #expect(!document.text.string.split(separator: "\n\n")[0].contains("\n"))
        #expect(document.paragraphs?.count == 2)
        #expect(document.sentences?.count == 3)
        let kept = try normalized(wrapped, options: [JSON.Member("join_wrapped_lines", false)])
        #expect(kept.text.string.contains("has\nbeen"))
    }

    @Test func `takes each line for a paragraph where lines end as sentences do`() throws {
        let document = try normalized("The first line is a paragraph of its own.\nThe second line is one as well.\nSo is this third line.")
        #expect(document.paragraphs?.count == 3)
        #expect(document.text.string.contains("own.\n\nThe second"))
        #expect(document.sourceMap.runs.compactMap(\.edit) == ["paragraph", "paragraph"])
    }

    @Test func `takes headings for paragraphs where every line is one`() throws {
        let long =
            "The council met on Tuesday evening to talk about the new bridge, about what it costs, about who pays and about nothing else"
        let document = try normalized("Bridge\nThe meeting\n\(long).\nThe end\n\(long).")
        #expect(document.paragraphs?.count == 5)
    }

    @Test func `leaves verse, addresses and lists as they stand`() throws {
        for string in ["Jane Roe\n12 High Street\nLeeds", "To buy:\n- bread\n- milk"] {
            #expect(try normalized(string).text.string == string)
        }
    }

    @Test(arguments: [
        ("the US -led coalition", "the US-led coalition"), ("a 20 -year-old man", "a 20-year-old man"),
        ("an anti- government rally", "an anti-government rally"), ("a US- led force", "a US-led force"),
        ("an anti -American rally", "an anti-American rally"), ("he said .", "he said."), ("no , never", "no, never"),
        ("he said . Then", "he said. Then"),
        ("( see below )", "(see below)"), ("the Kremlin -sponsored group", "the Kremlin-sponsored group"),
    ])
    func `mends broken spacing and says so`(string: String, expected: String) throws {
        let document = try normalized(string)
        #expect(document.text.string == expected)
        let notices = try #require(document.notices?.filter { $0.code == "broken-spacing" })
        #expect(!notices.isEmpty)
        for notice in notices {
            let span = try #require(notice.span)
            #expect(!document.text.string(span).contains(" ") && expected.contains(document.text.string(span)))
        }
        #expect(try normalized(string, options: [JSON.Member("repair_spacing", false)]).text.string == string)
    }

    @Test(arguments: [
        "mid- and long-term", "two- or three-year", "run it -verbose or -v", "from 10 -20 people", "at -5 degrees",
        "the man -tired and old- went",
        "the end - or so", "– never –", "a .NET program", "six . days", "wait . . . what", "sad :( today", "pre- to post-war", "x = a -b",
        "the .5 mark",
    ])
    func `leaves alone what may be meant`(string: String) throws {
        #expect(try normalized(string).text.string == string)
    }

    @Test(arguments: [
        ("“The US -led force .” He left.", 2), ("\"The US -led force.\"", 1), ("“The US -led force. He left.", 1),
        ("The US -led force.” He left.", 1),
    ])
    func `changes nothing inside quotation marks`(string: String, count: Int) throws {
        let document = try normalized(string)
        #expect(document.text.string == string)
        #expect(document.notices?.filter { $0.code == "broken-spacing" && $0.severity == .warning }.count == count)
    }

    @Test(arguments: [
        ("It was in the the house.", "repeated-word", "the the"),
        ("It was in the\nthe house.", "repeated-word", "the\nthe"),
        ("“Both the the cat.”", "repeated-word", "the the"),
        ("The the house.", "repeated-word", "The the"),
        ("It went into space.2", "stray-character", "2"),
        ("“It went into space.”2", "stray-character", "2"),
        ("Do they want it?Rain came.", "missing-space", "?R"),
        ("He said “never and left.", "unbalanced-quote", "“"),
        ("He said never” and left.", "unbalanced-quote", "”"),
    ])
    func `flags slips without touching them`(string: String, code: String, marked: String) throws {
        let document = try normalized(string)
        #expect(document.text.string == string)
        let notices = try #require(document.notices)
        #expect(notices.map(\.code) == [code])
        #expect(notices.first?.span.map { document.text.string($0) } == marked)
    }

    @Test(arguments: [
        "He had had enough.", "I know that that is so.", "A very very long day.", "Boutros Boutros wrote.", "New York, New York.",
        "It is 5 5.",
        "Chapter 5.2", "The boys’ house.", "In fig.2 it is so.", "Version 2.0",
    ])
    func `flags nothing that is right`(string: String) throws {
        #expect(try normalized(string).notices == [])
    }

    @Test func `sees that an article is cut off`() throws {
        let paragraph = "The council met on Tuesday evening to talk about the new bridge over the river."
        let cut = try normalized([paragraph, paragraph, paragraph, String(paragraph.dropLast(12))].joined(separator: "\n\n"))
        #expect(cut.notices?.map(\.code) == ["truncated"])
        #expect(try normalized([paragraph, paragraph, paragraph].joined(separator: "\n\n")).notices == [])
    }

    @Test func `lists a hundred notices of a kind and counts the rest`() throws {
        let notices = try #require(try normalized(String(repeating: "no , never ", count: 150)).notices)
        #expect(notices.count == 101)
        #expect(notices.last?.message == "50 more of this kind are not listed")
    }

    @Test(arguments: [
        ("The council met on Tuesday evening to talk about the new bridge over the river.", "en"),
        ("Der Stadtrat hat am Dienstagabend über die neue Brücke am Fluss beraten.", "de"),
        ("Le conseil municipal s’est réuni mardi soir pour parler du nouveau pont.", "fr"),
        ("12 34", nil), ("", nil),
    ])
    func `tells the language`(string: String, tag: String?) throws {
        #expect(try normalized(string).language?.tag == tag)
    }

    @Test(arguments: ["\u{0}", "\r", "\u{301}", "“", "a -led ", "the the ", "\n \n", "\u{200D}", "?I", "( ", "a\n", "- ", "\u{AD}b", "🙂"])
    func `stands hostile text`(unit: String) throws {
        let document = try normalized(String(repeating: unit, count: 30_000))
        var position = 0
        for run in document.sourceMap.runs {
            #expect(run.text.start == position)
            position = run.text.end
        }
        #expect(position == document.text.count)
        #expect(!document.text.bytes.contains(0x0D))
    }

    @Test func `gives the same again for its own result`() throws {
        for string in ["  a\r\nb  c\u{A0}d\n\n\ne -led", "One , two. “Three\n\n\n“four” ( five )", "x\u{AD}\u{301}y"] {
            let once = try normalized(string).text
            #expect(try normalized(once.string).text == once)
        }
    }

    @Test func `stops when its task is cancelled`() async throws {
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return #expect(throws: StageFailure.cancelled) {
                let text = Text("One.")
                let source = Source(name: "a", mediaType: "text/plain", charset: "UTF-8", bytes: 4, sha256: "00")
                let document = Document(id: "a", source: source, text: text, sourceMap: .identity(count: 4))
                _ = try NormalizeStage(options: StageOptions(for: NormalizeStage.contract)).annotate(document)
            }
        }
        task.cancel()
        _ = await task.value
    }
}

@Suite struct `A declared language` {
    private func language(_ text: String, declared: String) throws -> String? {
        try normalized(text, mediaType: "text/html", known: [.language(LanguageGuess(tag: declared, confidence: 0.5))]).language?.tag
    }

    @Test func `decides where the text is short`() throws {
        #expect(try language("Les ministres de la défense se sont réunis hier soir.", declared: "sw") == "sw")
    }

    @Test func `gives way to a long text in another one`() throws {
        let text = "Les ministres de la défense se sont réunis hier soir à Bruxelles pour parler de la guerre. "
        #expect(try language(String(repeating: text, count: 5), declared: "en") == "fr")
    }
}
