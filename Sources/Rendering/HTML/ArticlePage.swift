// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// One article as a self-contained page: the text with its marks, and beside it what was found.
///
/// No script and no outside resource; the page's own content policy forbids both, whatever the article tries.
struct ArticlePage {
    let document: Document
    var html = HTMLWriter()

    static func render(_ document: Document) -> [UInt8] {
        var page = ArticlePage(document: document)
        page.write()
        return page.html.bytes
    }

    private mutating func write() {
        head()
        html.raw("<div class=\"page\">\n<main>\n<article>\n")
        masthead()
        legend()
        html.raw("<div class=\"text\">")
        var text = MarkedText(document.text, MarkLayout(document))
        text.write(paragraphs: document.paragraphs, to: &html)
        html.raw("</div>\n</article>\n</main>\n<aside aria-label=\"What was found\">\n")
        panels()
        html.raw("</aside>\n</div>\n</body>\n</html>\n")
    }

    private mutating func head() {
        html.raw("<!DOCTYPE html>\n<html lang=\"")
        html.text(Wording.excerpt(document.language?.tag ?? "und", limit: 40))
        html.raw("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"copydesk:id\" content=\"")
        html.text(document.id)
        html.raw("\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
        html.element("<title>", Wording.excerpt(document.headline ?? document.source.name, limit: 300), "</title>\n")
        html.raw("<style>\n")
        html.raw(PageStyle.sheet)
        html.raw("</style>\n</head>\n<body>\n")
    }

    private mutating func masthead() {
        html.raw("<header>\n")
        let kicker = [document.publisher, document.section].compactMap { $0 }.joined(separator: " · ")
        if !kicker.isEmpty { html.element("<p class=\"kicker\" dir=\"auto\">", kicker, "</p>\n") }
        html.element("<h1 dir=\"auto\">", document.headline ?? document.source.name, "</h1>\n")
        var facts: [String] = []
        if let byline = document.byline, !byline.isEmpty { facts.append(byline.joined(separator: ", ")) }
        let place = [document.dateline?.place, document.dateline?.date].compactMap { $0 }.joined(separator: ", ")
        if !place.isEmpty { facts.append(place) }
        if let published = document.published { facts.append("published " + published) }
        if let modified = document.modified { facts.append("modified " + modified) }
        if !facts.isEmpty {
            html.raw("<p class=\"meta\">")
            for (index, fact) in facts.enumerated() {
                if index > 0 { html.raw(" · ") }
                html.isolated(fact)
            }
            html.raw("</p>\n")
        }
        // A link and no picture: the page loads nothing from outside.
        if let image = Wording.address(document.image) {
            html.raw("<p class=\"meta\"><a rel=\"noreferrer\" href=\"")
            html.text(image)
            html.raw("\">Lead image</a></p>\n")
        }
        html.raw("</header>\n")
    }

    /// What each mark looks like, and how many there are.
    private mutating func legend() {
        let counts = self.counts
        guard counts.contains(where: { $0.count > 0 }) else { return }
        html.raw("<ul class=\"legend\" aria-label=\"Legend\">\n")
        for (look, one, many, count) in counts where count > 0 {
            html.raw("<li><mark class=\"")
            html.text(look.rawValue)
            html.element("\">", count == 1 ? one : many, "</mark> ")
            html.integer(count)
            html.raw("</li>\n")
        }
        html.raw("</ul>\n")
    }

    private var counts: [(look: TextMark.Look, one: String, many: String, count: Int)] {
        var names: [TextMark.Look: Int] = [:]
        for entity in document.entities ?? [] { names[.init(entity.kind), default: 0] += 1 }
        return [
            (.person, "person", "people", names[.person] ?? 0),
            (.organization, "organization", "organizations", names[.organization] ?? 0),
            (.place, "place", "places", names[.place] ?? 0),
            (.name, "other name", "other names", names[.name] ?? 0),
            (.quote, "quote", "quotes", document.quotes?.count ?? 0),
            (.figure, "figure", "figures", document.figures?.count ?? 0),
            (.time, "time", "times", document.times?.count ?? 0),
            (.notice, "notice", "notices", document.notices?.count ?? 0),
        ]
    }
}
