// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

@Suite struct `What a page says about its article` {
    private func document(head: String = "", body: String = "", html: String = "<html>") throws -> Document {
        let text = "<p>The bridge opened again on Monday, after two years of repairs that cost the town more than anyone had planned.</p>"
        return try read("\(html)<head>\(head)</head><body>\(body)<div>\(text)</div></body></html>", name: "a.html")
    }

    @Test(arguments: [
        ("<meta property=\"article:published_time\" content=\"2024-03-04T05:06:07+0100\">", "2024-03-04T05:06:07+01:00"),
        ("<meta name=\"DC.date.issued\" content=\"2024-03-04\">", "2024-03-04"),
        ("<meta name=\"dcterms:created\" content=\"2024-03-04\">", "2024-03-04"),
        ("<meta name=\"sailthru.date\" content=\"Mon, 04 Mar 2024 17:50:00 EST\">", "2024-03-04T17:50:00-05:00"),
        ("<meta name=\"parsely-page\" content='{\"title\": \"T\", \"pub_date\": \"2024-03-04T05:06:07Z\"}'>", "2024-03-04T05:06:07Z"),
        ("<meta name=\"date\" content=\"March 4, 2024\">", "2024-03-04"), ("<meta name=\"pubdate\" content=\"20240304\">", "2024-03-04"),
        ("<meta name=\"date\" content=\"1709528767\">", "2024-03-04T05:06:07Z"),
        ("<meta name=\"date\" content=\"4. März 2024\">", "2024-03-04"),
        // No zone, no time; and a day that could be a month is none.
        ("<meta name=\"date\" content=\"2024-03-04T05:06:07\">", "2024-03-04"), ("<meta name=\"date\" content=\"3/4/2024\">", nil),
        // The same day with its time, from a source of less trust.
        (
            "<meta name=\"dcterms.issued\" content=\"2024-03-04\"><meta name=\"pubdate\" content=\"2024-03-04T05:06:07Z\">",
            "2024-03-04T05:06:07Z"
        ),
        ("<meta name=\"dcterms.issued\" content=\"2024-03-04\"><meta name=\"pubdate\" content=\"2024-03-05T05:06:07Z\">", "2024-03-04"),
        ("<link rel=\"canonical\" href=\"https://paper.example/2024/03/04/bridge\">", "2024-03-04"),
    ])
    func `gives the day, and the time with its zone`(head: String, expected: String?) throws {
        #expect(try document(head: head).published == expected)
    }

    @Test(arguments: [
        ("<h1>Bridge</h1><time datetime=\"2024-03-04T05:06:07Z\">today</time>", "2024-03-04T05:06:07Z"),
        ("<time datetime=\"2023-01-01\">other</time><h1>Bridge</h1><time datetime=\"2024-03-04\">today</time>", "2024-03-04"),
        ("<div class=\"hentry\"><abbr class=\"published\" title=\"2024-03-04T05:06:07Z\">4 March</abbr></div>", "2024-03-04T05:06:07Z"),
        ("<span itemprop=\"datePublished\" content=\"2024-03-04\"></span>", "2024-03-04"),
        ("<h1>Bridge</h1><div>Posted on: March 4, 2024</div>", "2024-03-04"),
        ("<h1>Bridge</h1><div>[ 2024-03-04 15:24 ]</div>", "2024-03-04"),
    ])
    func `gives the day that the page shows`(body: String, expected: String) throws {
        #expect(try document(body: body).published == expected)
    }

    @Test(arguments: [
        ("<div itemprop=\"author\" itemscope><span itemprop=\"name\">Ann Writer</span>, Editor</div>", ["Ann Writer"]),
        ("<a rel=\"author\" href=\"/a\">Ann Writer</a>", ["Ann Writer"]),
        ("<span class=\"p-author h-card\">Ann Writer</span>", ["Ann Writer"]),
        ("<h1>Bridge</h1><div>By Ann Writer and Bo Pen</div>", ["Ann Writer", "Bo Pen"]),
        ("<h1>Bridge</h1><span>By</span> <b>Ann Writer</b>", ["Ann Writer"]),
        ("<h1>Bridge</h1><div>Article by Ann Writer, Staff Reporter</div>", ["Ann Writer"]),
        ("<h1>Bridge</h1><div>By then it was late</div>", nil),
    ])
    func `gives the authors`(body: String, expected: [String]?) throws { #expect(try document(body: body).byline == expected) }

    @Test func `follows references inside JSON-LD`() throws {
        let head = """
            <script type="application/ld+json">{"@graph": [
            {"@type": "Article", "headline": "Bridge", "author": {"@id": "#ann"}, "image": {"@id": "#image"}, "inLanguage": "en-GB"},
            {"@type": "Person", "@id": "#ann", "name": "Ann Writer"}, {"@type": "ImageObject", "@id": "#image", "url": "https://a.example/b.jpg"}]}</script>
            """
        let document = try document(head: head)
        #expect(document.byline == ["Ann Writer"])
        #expect(document.image == "https://a.example/b.jpg")
        #expect(document.language?.tag == "en")
    }

    @Test(arguments: [
        ("<meta property=\"og:image\" content=\"https://a.example/b.jpg\">", "https://a.example/b.jpg"),
        ("<meta property=\"og:image\" content=\"//a.example/b.jpg\">", "https://a.example/b.jpg"),
        (
            "<link rel=\"canonical\" href=\"https://a.example/story\"><meta name=\"twitter:image\" content=\"/b.jpg\">",
            "https://a.example/b.jpg"
        ),
        ("<link rel=\"image_src\" href=\"https://a.example/b.jpg\">", "https://a.example/b.jpg"),
        ("<meta property=\"og:image\" content=\"javascript:alert(1)\">", nil), ("<meta property=\"og:image\" content=\"b.jpg\">", nil),
    ])
    func `gives the lead image`(head: String, expected: String?) throws { #expect(try document(head: head).image == expected) }

    @Test(arguments: [
        ("<html lang=\"pt-BR\">", "", "pt"), ("<html lang=\"zh-TW\">", "", "zh-Hant"),
        ("<html>", "<meta property=\"og:locale\" content=\"fr_FR\">", "fr"),
        ("<html>", "<meta http-equiv=\"Content-Language\" content=\"sw\">", "sw"), ("<html lang=\"english language\">", "", nil),
    ])
    func `gives the language that it declares`(html: String, head: String, expected: String?) throws {
        #expect(try document(head: head, html: html).language?.tag == expected)
    }

    @Test func `is not believed where the rest of the page says otherwise`() throws {
        let head = """
            <script type="application/ld+json">{"@type": "Article", "headline": "Latest news of the day"}</script>
            <meta property="og:title" content="Bridge reopens after repairs">
            """
        #expect(try document(head: head, body: "<h1>Bridge reopens after repairs</h1>").headline == "Bridge reopens after repairs")
    }
}
