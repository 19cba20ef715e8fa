// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import Testing

@Suite struct `Markdown` {
    @Test(arguments: [
        ("One\ntwo\n\nThree", "One two\n\nThree"), ("One  \ntwo", "One\ntwo"), ("One\\\ntwo", "One\ntwo"),
        ("a **b** *c* _d_ ***e*** ~~f~~ `g*h`", "a b c d e f g*h"), ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("see [the clerk](http://x.y/a_(b) \"t\") now", "see the clerk now"), ("[a][r] and [r]\n\n[r]: http://x.y", "a and r"),
        ("an ![alt text](p.png) image", "an alt text image"), ("[not a link] stays", "[not a link] stays"),
        ("## Head ##\nText", "Head\n\nText"), ("Head\n----\nText", "Head\n\nText"), ("- a\n- b\n  more\n\n1. c", "a\n\nb more\n\nc"),
        ("> quoted\n> line", "quoted line"), ("```\na *b*\n  c\n```\nd", "a *b*\n  c\n\nd"), ("a &amp; b \\* c", "a & b * c"),
        ("a <b>bold</b> word<!-- no --> <http://x.y>", "a bold word http://x.y"), ("a\n\n***\n\nb", "a\n\nb"), ("5 < 6", "5 < 6"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n\n1 | 2"), ("<!-- gone\n\ngone -->\nstays", "stays"), ("a\r\nb\r\n\r\nc", "a b\n\nc"),
        ("In\n1987. It was", "In 1987. It was"), ("**unclosed and *open", "**unclosed and *open"),
    ])
    func `loses its marks and keeps its text`(source: String, expected: String) throws {
        let document = try read(source, name: "a.md")
        #expect(document.text.string == expected)
        #expect(faults(of: document, in: Array(source.utf8)) == [])
    }

    @Test func `gives its first heading as headline`() throws {
        let document = try read("Intro.\n\n# The *big* day\n\nText.", name: "a.md")
        #expect(document.headline == "The big day")
        #expect(document.text.string == "Intro.\n\nText.")
    }

    @Test func `gives its front matter as metadata`() throws {
        let source = """
            ---
            title: "The big day"
            authors: [Ann Writer, Bo Pen]
            date: 2024-03-04
            tags:
              - one
              - two
            source: https://valley.example/day
            ---
            # The big day
            Text.
            """
        let document = try read(source, name: "a.md")
        #expect(document.headline == "The big day")
        #expect(document.byline == ["Ann Writer", "Bo Pen"])
        #expect(document.published == "2024-03-04")
        #expect(document.tags == ["one", "two"])
        #expect(document.url == "https://valley.example/day")
        #expect(document.text.string == "Text.")
    }

    @Test(arguments: ["[", "](", "`", "*a ", "_", "<a", "![", "> ", "- ", "\\", "&", "a\n", "|", "[a]: b\n"])
    func `is read in linear time`(mark: String) throws {
        let bytes = Array(("text\n\n" + String(repeating: mark, count: 100_000)).utf8)
        let document = try read(bytes, name: "a.md")
        #expect(faults(of: document, in: bytes) == [])
    }
}
