// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import Testing

@Suite struct `Pages` {
    private func text(_ body: String) throws -> String { try read("<html><body>\(body)</body></html>", name: "a.html").text.string }

    @Test(arguments: [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"), ("<p>a <b>bold</b> word</p>", "a bold word"), ("<p>a<b> bold </b> word</p>", "a bold word"),
        ("<p>  many \n  blanks </p>", "many blanks"), ("<p>One<br>two</p>", "One\ntwo"), ("<p>One<br><br>two</p>", "One\n\ntwo"),
        ("<p>A &amp; B &#8212; &#x2014; &#151; &hellip;</p>", "A & B — — — …"), ("<p>AT&T &unknown; & x</p>", "AT&T &unknown; & x"),
        ("<p>One<p>Two<ul><li>a<li>b</ul>", "One\n\nTwo\n\na\n\nb"), ("<p>x<!-- gone -->y</p>", "xy"),
        ("<p>a</p><script>if (a < b) { '</p>' }</script><style>p{}</style><p>b</p>", "a\n\nb"),
        ("<p>2 < 3 and <3</p>", "2 < 3 and <3"), ("<blockquote>Said</blockquote><h2>Head</h2>Text", "Said\n\nHead\n\nText"),
        ("<p title='a > b'>ok</p>", "ok"), ("<p>[3] and [0] stay</p>", "[3] and [0] stay"), ("<b>a</b> <i>b</i>", "a b"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"), ("<pre>a  b\n c</pre>", "a  b\n c"),
        ("<section><p>in</p></section><p>\u{E000}12\u{E001}</p>", "in\n\n\u{E000}12\u{E001}"),
        ("<p>open <a href=\"x>y</p><p>z", "open y\n\nz"),
    ])
    func `become text with blocks apart`(body: String, expected: String) throws { #expect(try text(body) == expected) }

    static let page = """
        <!DOCTYPE html><html lang="en"><head><title>Bridge reopens after repairs | The Valley Post</title>
        <meta property="og:site_name" content="The Valley Post"><meta property="og:title" content="Bridge reopens after repairs | The Valley Post">
        <meta name="author" content="By Ann Writer and Bo Pen"><meta property="article:published_time" content="2024-03-04T05:06:07+0100">
        <meta property="article:tag" content="bridges"><meta property="article:section" content="Local">
        <link rel="canonical" href="https://valley.example/bridge"></head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
        <div class="cookie-banner"><p>We use cookies to make this site better for you, and you may say no to some of them.</p></div>
        <main><h1>Bridge reopens after repairs</h1><div class="article-body">
        <p>The old bridge over the river opened again on Monday, after two years of repairs that cost the town more than anyone had planned.</p>
        <p>Drivers waited from early morning, and the mayor, who had promised an earlier date, cut the ribbon at noon &mdash; in the rain.</p>
        <div class="share-tools"><a href="#">Share</a> this story with your friends, neighbours, and family today.</div>
        <h2>What comes next</h2>
        <p>The town wants to repair the road to the station as well, and has asked the county for money, which it may get in spring.</p>
        <figure><img src="x"><figcaption>The bridge in May, seen from the mill.</figcaption></figure>
        <h3>Related</h3><ul><li><a href="/1">Another story of the town</a></li><li><a href="/2">One more story</a></li></ul>
        </div></main><aside><p>Subscribe to our letter, it comes every morning and costs nothing at all for you.</p></aside>
        <footer><p>Copyright The Valley Post, all rights reserved, and so on and so forth.</p></footer></body></html>
        """

    @Test func `lose their furniture`() throws {
        let document = try read(Self.page, name: "a.html")
        let paragraphs = document.text.string.split(separator: "\n\n", omittingEmptySubsequences: false)
        #expect(paragraphs.count == 4)
        #expect(paragraphs.first?.hasPrefix("The old bridge") == true)
        #expect(paragraphs[2] == "What comes next")
        #expect(document.text.string.hasSuffix("may get in spring."))
        #expect(faults(of: document, in: Array(Self.page.utf8)) == [])
    }

    @Test func `say what they are`() throws {
        let document = try read(Self.page, name: "a.html")
        #expect(document.headline == "Bridge reopens after repairs")
        #expect(document.byline == ["Ann Writer", "Bo Pen"])
        #expect(document.published == "2024-03-04T05:06:07+01:00")
        #expect(document.publisher == "The Valley Post")
        #expect(document.url == "https://valley.example/bridge")
        #expect(document.section == "Local")
        #expect(document.tags == ["bridges"])
    }

    @Test func `are believed first where JSON-LD speaks`() throws {
        let page = Self.page.replacing(
            "<title>",
            once: """
                <script type="application/ld+json">// <![CDATA[
                {"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Bridge &amp; road",
                "author": [{"@type": "Person", "name": "Cy Author"}], "datePublished": "2024-03-03", "keywords": "a, b",
                "publisher": {"name": "Valley Media Ltd"}}]}
                // ]]></script><title>
                """)
        let document = try read(page, name: "a.html")
        #expect(document.headline == "Bridge & road")
        #expect(document.byline == ["Cy Author"])
        #expect(document.published == "2024-03-03")
        #expect(document.tags == ["a", "b"])
        #expect(document.publisher == "The Valley Post")
    }

    static let traps = [
        String(repeating: "<div>", count: 20_000) + "deep text" + String(repeating: "</div>", count: 20_000),
        String(repeating: "<b>", count: 50_000) + "deep text" + String(repeating: "</i>", count: 50_000),
        "deep text" + String(repeating: "<a \"", count: 50_000), "deep text" + String(repeating: "<!--", count: 50_000),
        "deep text" + String(repeating: "<svg", count: 50_000), "<p " + (0..<50_000).map { "a\($0)=1 " }.joined() + ">deep text</p>",
        "deep text<p>" + String(repeating: "&", count: 100_000), String(repeating: "<p>a<li>b<td>", count: 20_000) + "deep text",
        "<script>" + String(repeating: "<script>", count: 30_000) + "deep text",
        String(repeating: "<table><tr><td>", count: 10_000) + "deep text",
    ]

    /// By number: a test's name tells its arguments, and these fill a log.
    @Test(arguments: traps.indices) func `neither crash nor hang the reader`(trap: Int) throws {
        let body = Self.traps[trap]
        let bytes = Array("<html><body>\(body)".utf8)
        let document = try read(bytes, name: "a.html")
        #expect(document.text.string.contains("deep text"))
        #expect(faults(of: document, in: bytes) == [])
    }
}

extension String {
    fileprivate func replacing(_ target: String, once replacement: String) -> String {
        let all = Array(utf8)
        let wanted = Array(target.utf8)
        for at in 0..<(all.count - wanted.count) where all[at..<(at + wanted.count)].elementsEqual(wanted) {
            return String(decoding: all[..<at] + replacement.utf8 + all[(at + wanted.count)...], as: UTF8.self)
        }
        return self
    }
}
