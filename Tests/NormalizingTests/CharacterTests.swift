// SPDX-License-Identifier: Apache-2.0

import Documents
import Normalizing
import Testing

/// The names of the edits in a document's source map.
private func names(_ document: Document) -> Set<String> {
    Set(document.sourceMap.runs.compactMap(\.edit).flatMap { $0.split(separator: "+").map(String.init) })
}

@Suite struct `Characters` {
    @Test(arguments: [
        ("Q&amp;A, AT&amp;T &lt;3", "Q&A, AT&T <3", "entity"),
        ("He said &quot;no&quot; &amp;amp; left&#8217;s &#x2019;", "He said \"no\" & left’s ’", "entity"),
        ("a&nbsp;b &amp;nbsp; c &eacute;t&eacute; &amp;#39;", "a b c été '", "entity"),
        ("“It&#039;s &amp; was”", "“It's & was”", "entity"),
        ("It&#146;s", "It’s", "entity"),
        ("It\\u2019s \\ud83d\\ude00 \\u00e9", "It’s 😀 é", "escape"),
        ("The end.\\n\\nThe start", "The end.\n\nThe start", "escape"),
        ("He said \\\"no\\\".", "He said \"no\".", "escape"),
        ("<p>One line.</p><p>Another<br/>line.</p>", "One line.\n\nAnother\nline.", "markup"),
        ("A <b>bold</b> claim, <a href=\"https://x.example/\">it says</a>.", "A bold claim, it says.", "markup"),
        ("The ﬁrst oﬃce ﬂoor ﬆill", "The first office floor still", "ligature"),
        ("Ｔｈｅ ｅｎｄ！", "The end!", "full-width"),
        ("\u{FEE3}\u{FEAE}\u{FEA3}\u{FE92}\u{FE8E}", "مرحبا", "presentation-form"),
        ("govern\u{AD}\nment and op\u{AD}ens", "government and opens", "hyphenation"),
        ("govern¬\nment", "government", "hyphenation"),
        ("a\u{FE0F}b ☀\u{FE0F} 1\u{FE0F}\u{20E3}", "ab ☀\u{FE0F} 1\u{FE0F}\u{20E3}", "invisible"),
        ("\u{FFF9}word\u{FFFA}gloss\u{FFFB}", "word (gloss)", "annotation"),
        (
            "a\u{E0041}b 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "ab 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "hidden"
        ),
        ("if \u{202E}admin\u{202C} \u{2066}x\u{2069}", "if admin x", "bidi"),
        ("שלום \u{202E}abc\u{202C} \u{2067}עולם\u{2069} \u{2066}x", "שלום abc \u{2067}עולם\u{2069} x", "bidi"),
        ("One.\u{85}Two.\u{2028}Three.\u{C}Four.", "One.\nTwo.\nThree.\nFour.", "line-end"),
        ("T h e  q u i c k  b r o w n  f o x", "The quick brown fox", "letter-spacing"),
        ("The R E P O R T is out", "The REPORT is out", "letter-spacing"),
        ("> He said it was late.\n> She did not.", "He said it was late.\n\nShe did not.", "reply-mark"),
        ("I left.The dog did not.", "I left. The dog did not.", "spacing"),
        ("Do they want it?I think so.", "Do they want it? I think so.", "spacing"),
    ])
    func `are repaired, and the map says how`(string: String, expected: String, name: String) throws {
        let document = try normalized(string)
        #expect(Array(document.text.bytes) == Array(expected.utf8), "\(document.text.string)")
        #expect(names(document).contains(name))
    }

    @Test(arguments: [
        "AT&T; R&D, a&b; &c; &unknown; & &#; &#x; &;", "C:\\new\\users and \\u12 or \\x", "a < b > c <jane@x.example> <3 <pre",
        "½ cup, x², 5 µm, ™, №, Ⅳ, ĳ",
        "“The ﬁrst” and «Ｔｈｅ»", "“<p>” and “R E P O R T”", "全角Ｔｅｘｔ", "ﷺ", "A B C D E F", "plan A B or C", "U S A and I a m",
        "a b c d e f g",
        "Go to www.example.The or node.Js", "e.g.The U.S.The", "He said “no.The end”", "At 5.The end", "“C.The”", "نمی\u{200C}خواهم",
        "👨\u{200D}👩\u{200D}👧",
        "> one quoted line", "葛\u{E0100}", "\u{1820}\u{180B}", "שלום \u{200F}! abc", "ไทย\u{200B}ไทย", "price: 5 > 3 and 2 < 4",
        "1 < b = c > d",
    ])
    func `that mean something stay`(string: String) throws {
        #expect(try normalized(string).text.string == string)
    }

    @Test(arguments: [
        ("if \u{202E}admin\u{202C}", "bidi-control"), ("a\u{E0041}\u{E0042}", "hidden-text"), ("a \u{E000} b", "private-use"),
        ("The \u{440}aypal site", "mixed-script"), ("Mоscow", "mixed-script"), ("It is\u{FFFD}t", "lost-character"),
    ])
    func `that deceive or are lost are flagged`(string: String, code: String) throws {
        #expect(try normalized(string).notices?.map(\.code) == [code])
    }

    @Test(arguments: ["Москва and Moscow", "BMW-Фан", "µm and Ωm", "Ελλάδα", "γ-ray", "ΔT", "Δx = 3", "α-Teilchen"])
    func `of two scripts in their own words are not flagged`(string: String) throws {
        #expect(try normalized(string).notices?.contains { $0.code == "mixed-script" } == false)
    }

    @Test func `of markup that was read stay as the reader gave them`() throws {
        let string = "Write &lt;p&gt; or <p> for C:\\n and &amp;."
        #expect(try normalized(string, mediaType: "text/html").text.string == "Write &lt;p&gt; or <p> for C:\\n and &.")
    }
}

@Suite struct `Hyphens at the ends of lines` {
    /// A block that a program wrapped.
    private func wrapped(_ head: String, _ tail: String) -> String {
        """
        The council met on Tuesday evening to talk about the bridge, which \(head)
        \(tail) has been closed since the flood in spring, and about what it will
        cost to open it again before winter. Nobody knew the answer, least of all
        the mayor, who left early.
        """
    }

    @Test(arguments: [
        ("the govern-", "ment", "government"), ("the long-", "term", "long-term"), ("the anti-", "government", "anti-government"),
        ("in Wash-", "ington", "Washington"), ("the Franco-", "German", "Franco-German"), ("the well-to-", "do", "well-to-do"),
        ("the recon-", "struction", "reconstruction"), ("the US-", "led", "US-led"), ("“the govern-", "ment”", "govern-ment"),
    ])
    func `go where they are the line's`(head: String, tail: String, word: String) throws {
        let document = try normalized(wrapped(head, tail))
        #expect(document.text.string.contains(word), "\(document.text.string)")
    }

    @Test func `follow the text's own usage`() throws {
        let known = try normalized("Zamorabridge is a town. " + wrapped("in Zamora-", "bridge"))
        #expect(!known.text.string.contains("Zamora-bridge"))
        let compound = try normalized("The by-law is old, a by-law of 1920. " + wrapped("a by-", "law"))
        #expect(!compound.text.string.contains("bylaw"))
    }

    @Test(arguments: [("der Regierungs-", "sprecher"), ("die Minister-", "präsidentin")])
    func `stay in other languages unless the word is known`(head: String, tail: String) throws {
        let text = """
            Der Stadtrat hat am Dienstagabend über die neue Brücke beraten, und \(head)
            \(tail) sagte danach, dass niemand wisse, was es koste, die Brücke noch vor
            dem Winter wieder zu öffnen, und dass die Kosten am Ende alle tragen müssen.
            """
        let document = try normalized(text)
        let word = head.split(separator: " ")[1]
        #expect(document.text.string.contains("\(word)\(tail)"))
        let notice = try #require(document.notices?.first { $0.code == "line-end-hyphen" })
        #expect(notice.span.map { document.text.string($0) } == "\(word)\(tail)")
    }
}
