// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

/// One page for each way in which sites surround an article; what is wanted are the two paragraphs and nothing else.
@Suite struct `Templates of pages` {
    private static let first =
        "The harbour of Eastmouth closed on Tuesday, after a storm had torn two cranes from their rails and thrown them on the quay."
    private static let second =
        "Ships wait in the bay, said the harbour master, and the first of them, with grain for three towns, has been there since Sunday."
    private static let story = "<p>\(first)</p><p>\(second)</p>"
    private static let wanted = "\(first)\n\n\(second)"

    private static let pages: [(way: String, html: String)] = [
        ("no names at all", "<div><h1>Storm closes harbour</h1><div>\(story)</div></div>"),
        (
            "byline, date and reading time above the text",
            "<div><h1>Storm</h1><p>By Ann Writer</p><p>Updated 10:01 pm PST, Tuesday, November 19, 2019</p><p>4 min read</p>\(story)</div>"
        ),
        (
            "comments under the text, unnamed",
            "<div>\(story)<h3>2 Comments</h3><p>Bo on Monday: I was there, and the wind was worse than anyone says it was.</p><p>Reply</p></div>"
        ),
        (
            "comments named, and longer than the text",
            "<div>\(story)</div><div class=\"comments\">"
                + String(repeating: "<p>I have lived here for sixty years, and there was never a storm like this, never.</p>", count: 6)
                + "</div>"
        ),
        (
            "a related box in the middle",
            "<div><p>\(first)</p><h4>Related stories</h4><ul><li><a href=\"/1\">The cranes of Eastmouth</a></li><li><a href=\"/2\">Another storm</a></li></ul><p>\(second)</p></div>"
        ),
        (
            "a pointer between the paragraphs",
            "<div><p>\(first)</p><p>Read more: <a href=\"/3\">What the insurers say about the storm</a></p><p>\(second)</p></div>"
        ),
        (
            "invitations behind the text",
            "<div>\(story)<p>Follow the Eastmouth Post on Facebook and Twitter.</p><p><em>Do you want to be informed of our work? <a href=\"/s\">Sign up here</a></em></p><p>Copyright 2024 Eastmouth Post. All rights reserved.</p></div>"
        ),
        (
            "a note about the author",
            "<div><h1>Storm</h1><p>By Ann Writer</p>\(story)<p>Ann Writer is a reporter who covers the coast, and has done so for longer than she likes to say.</p></div>"
        ),
        (
            "credits and labels between",
            "<div><p>\(first)</p><p>Photo: Cy Lens / Eastmouth Post</p><p>Advertisement</p><p>\(second)</p><p>Share this story</p></div>"
        ),
        (
            "a gallery that says its captions twice",
            "<div><p>A crane lies on the quay of Eastmouth harbour on Tuesday, Nov. 19, 2019, in the rain.</p><p>A crane lies on the quay of Eastmouth harbour on Tuesday, Nov. 19, 2019, in the rain.</p><p>1 / 8</p><p>Back to Gallery</p>\(story)</div>"
        ),
        (
            "each section of the body in a box of its own",
            "<div class=\"page\"><div class=\"row\"><div><p>\(first)</p></div></div><div class=\"row\"><div><p>\(second)</p></div></div></div>"
        ),
        (
            "the body cut in rows of one class",
            "<main><section><div><div class=\"story-text\"><p>\(first)</p></div></div></section><section><div class=\"ad\">Buy</div></section><section><div><div class=\"story-text\"><p>\(second)</p><p>\(first) That was all that anyone knew of it on Tuesday evening, said the mayor.</p></div></div></section></main>"
        ),
        ("a table layout", "<table><tr><td><a href=\"/\">Home</a><br><a href=\"/n\">News</a></td><td>\(story)</td></tr></table>"),
        (
            "an AMP page",
            "<amp-sidebar><ul><li><a href=\"/\">Home</a></li></ul></amp-sidebar><article>\(story)</article><amp-consent><div>We and our partners store cookies on your device, as you may know.</div></amp-consent>"
        ),
        (
            "Drupal's field",
            "<div class=\"node\"><div class=\"field field--name-body field--type-text-with-summary\">\(story)</div><div class=\"field field--name-tags\"><a href=\"/t\">storms</a></div></div>"
        ),
        (
            "a cookie notice as long as the text",
            "<div class=\"cookie-notice\">"
                + String(repeating: "<p>We use cookies for many things, and you may read about them in our policy.</p>", count: 4)
                + "</div><article>\(story)</article>"
        ),
        (
            "German furniture",
            "<div><p>Von Anna Schreiber</p><p>Veröffentlicht am 19. November 2019 um 10:01 Uhr</p>\(story)<p>Lesen Sie auch: <a href=\"/x\">Der Hafen im Wandel der Zeit</a></p><h3>Kommentare</h3><p>Das war ein Sturm, wie ich noch keinen gesehen habe, und ich wohne hier.</p></div>"
        ),
    ]

    @Test(arguments: pages.indices) func `leave the article`(page: Int) throws {
        let (way, html) = Self.pages[page]
        let source = "<html><head><title>Storm</title><meta name=\"author\" content=\"Ann Writer\"></head><body>\(html)</body></html>"
        let document = try read(source, name: "a.html")
        let text = document.text.string
        if way.hasPrefix("the body cut") {
            #expect(text.hasPrefix(Self.wanted) && text.hasSuffix("said the mayor."), "\(way)")
        } else {
            let headings: Set<String> = ["Storm closes harbour", "Storm"]
            let blocks = text.split(separator: "\n\n").map(String.init).filter { !headings.contains($0) }
            #expect(blocks == [Self.first, Self.second], "\(way)")
        }
        #expect(faults(of: document, in: Array(source.utf8)) == [])
    }

    /// Lines like those that are left out elsewhere, where the article itself says them.
    @Test(arguments: [
        "Comments by the minister drew anger in the chamber, and two members left it before the vote was called.",
        "Sign up for the draft is open to all who were born before 2005, said the army, and few have come so far.",
        "By noon the water had reached the church, and by night the whole of the lower town stood under it.",
        "Share prices fell on Monday, the third day in a row, after the bank had warned of losses in the east.",
    ])
    func `keep what the article says`(sentence: String) throws {
        let page = "<html><body><article><p>\(Self.first)</p><p>\(sentence)</p><p>\(Self.second)</p></article></body></html>"
        #expect(try read(page, name: "a.html").text.string == "\(Self.first)\n\n\(sentence)\n\n\(Self.second)")
    }

    @Test func `keep headings, lists, quotes and tables apart`() throws {
        let body =
            "\(Self.story)<h2>What is lost</h2><ul><li>Two cranes</li><li>One pier</li></ul><blockquote><p>It came at night.</p></blockquote>"
            + "<table><tr><th>Ship</th><th>Cargo</th></tr><tr><td>Aune</td><td>grain</td></tr></table><p>\(Self.second)</p>"
        let text = try read("<html><body><article>\(body)</article></body></html>", name: "a.html").text.string
        #expect(
            text
                == "\(Self.wanted)\n\nWhat is lost\n\nTwo cranes\n\nOne pier\n\nIt came at night.\n\nShip Cargo\n\nAune grain\n\n\(Self.second)"
        )
    }

    @Test func `follow the body that JSON-LD repeats, in the page's own words`() throws {
        // The names mislead: the article stands in an element called "sidebar", and a longer text in one called "article-body".
        let other = String(
            repeating: "<p>This site has been made for you by many hands, and it has much to say of itself, at length.</p>", count: 9)
        let body = [Self.first, Self.second].joined(separator: " ").replacing("\"", with: "\\\"")
        let page = """
            <html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Storm", "articleBody": "\(body)"}</script></head>
            <body><div class="article-body">\(other)</div><div class="sidebar"><p>Our pages are yours, dear reader.</p>\(Self.story)
            <p>A line that the body has not.</p></div></body></html>
            """
        let document = try read(page, name: "a.html")
        #expect(document.text.string == Self.wanted)
        #expect(faults(of: document, in: Array(page.utf8)) == [])
    }

    @Test func `do not follow a body that JSON-LD cuts short`() throws {
        let page = """
            <html><head><script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "\(Self.first) \(Self.first.prefix(60))"}</script></head>
            <body><article>\(Self.story)</article></body></html>
            """
        #expect(try read(page, name: "a.html").text.string == Self.wanted)
    }
}
