// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What stands beside the text, one panel a layer; a layer that no stage wrote, or that is empty, has none.
extension ArticlePage {
    mutating func panels() {
        panel("Summary", document.summary?.sentences ?? [], "<ul class=\"summary\">", "</ul>") { page, _, span in
            page.html.element("<li dir=\"auto\">", Wording.excerpt(span, of: page.document.text, limit: 1200), "</li>\n")
        }
        let facts = FactWording(document)
        panel("Key facts", document.summary?.facts ?? [], "<ul class=\"facts\">", "</ul>") { page, _, fact in
            page.html.element("<li dir=\"auto\">", facts.line(fact), "</li>\n")
        }
        abstract()
        panel("Topics", document.topics ?? [], "<ul class=\"topics\">", "</ul>") { page, _, topic in page.topic(topic) }
        panel("Notices", document.notices ?? [], "<ul class=\"notices\">", "</ul>") { page, index, notice in
            page.notice(notice, index)
        }
        panel("Conflicts", document.conflicts ?? [], "<ul>", "</ul>") { page, _, indexes in page.conflict(indexes) }
        names()
        panel("Quotes", document.quotes ?? [], "<ul class=\"quotes\">", "</ul>") { page, index, quote in page.quote(quote, index) }
        panel("Figures", document.figures ?? [], "<table>", "</table>") { page, index, figure in page.figure(figure, index) }
        panel("Times", document.times ?? [], "<table>", "</table>") { page, index, time in page.time(time, index) }
        let wording = EventWording(document)
        panel("Events", document.events ?? [], "<ul>", "</ul>") { page, _, event in page.event(event, wording) }
        panel("Keywords", document.keywords ?? [], "<ul class=\"keywords\">", "</ul>") { page, _, keyword in
            page.html.element("<li dir=\"auto\">", Wording.excerpt(keyword.text, limit: 80), "</li>\n")
        }
        style()
        source()
    }

    mutating func panel<Element>(
        _ title: String, _ elements: [Element], _ open: StaticString, _ close: StaticString,
        _ row: (inout ArticlePage, Int, Element) -> Void
    ) {
        guard !elements.isEmpty else { return }
        html.element("<section>\n<h2>", title, "</h2>\n")
        html.raw(open)
        html.raw("\n")
        for (index, element) in elements.prefix(Wording.rowLimit).enumerated() { row(&self, index, element) }
        html.raw(close)
        if elements.count > Wording.rowLimit {
            html.element("<p class=\"more\">", "and \(elements.count - Wording.rowLimit) more in the JSON result", "</p>")
        }
        html.raw("\n</section>\n")
    }

    private mutating func link(_ letter: TextMark.Anchor.Letter, _ index: Int, _ words: String) {
        html.element("<a href=\"#", TextMark.Anchor(letter: letter, number: index + 1).id, "\">")
        html.isolated(words)
        html.raw("</a>")
    }

    private mutating func topic(_ topic: Topic) {
        let percent = String(Wording.percent(topic.confidence))
        html.element("<li title=\"", Wording.excerpt(topic.code, limit: 80), "\"><span>")
        html.isolated(Wording.excerpt(topic.name, limit: 80))
        html.element("</span> <span class=\"number\">", percent, "%</span>")
        html.element("<span class=\"bar\"><i style=\"width:", percent, "%\"></i></span>")
        if let why = Wording.reason(topic, of: document.text) { html.element("<small dir=\"auto\">", why, "</small>") }
        html.raw("</li>\n")
    }

    private mutating func notice(_ notice: Notice, _ index: Int) {
        html.element("<li class=\"", notice.severity.rawValue, "\"><b>")
        html.element("", notice.severity.rawValue, "</b> ")
        let message = Wording.excerpt(notice.message, limit: 300)
        if notice.span == nil { html.isolated(message) } else { link(.notice, index, message) }
        html.raw("</li>\n")
    }

    private mutating func conflict(_ indexes: [Int]) {
        html.raw("<li>")
        var isFirst = true
        for index in indexes.prefix(20) {
            guard let figure = document.figures?.indices.contains(index) == true ? document.figures?[index] : nil else { continue }
            if !isFirst { html.raw(" against ") }
            isFirst = false
            link(.figure, index, Wording.excerpt(figure.span, of: document.text, limit: 120))
        }
        html.raw("</li>\n")
    }

    private mutating func names() {
        let entities = (document.entities ?? []).enumerated().prefix(Wording.rowLimit)
        guard !entities.isEmpty else { return }
        html.raw("<section>\n<h2>Names</h2>\n")
        for kind in Entity.Kind.allCases {
            let group = entities.filter { $0.element.kind == kind }
            guard !group.isEmpty else { continue }
            html.element("<h3>", kind.rawValue, "</h3>\n<ul class=\"names\">\n")
            for (index, entity) in group {
                html.raw("<li>")
                link(.mention, index, Wording.excerpt(entity.name, limit: 120))
                html.element(" <span class=\"number\">", "×\(entity.mentions.count)", "</span>")
                let aliases = entity.aliases.prefix(12).filter { $0 != entity.name }
                if !aliases.isEmpty {
                    html.raw(" <small>")
                    html.isolated(Wording.excerpt(aliases.joined(separator: ", "), limit: 240))
                    html.raw("</small>")
                }
                html.raw("</li>\n")
            }
            html.raw("</ul>\n")
        }
        html.raw("</section>\n")
    }

    private mutating func quote(_ quote: Quote, _ index: Int) {
        html.raw("<li>")
        link(.quote, index, "“" + Wording.excerpt(quote.span, of: document.text, limit: 280) + "”")
        html.raw(" <small>")
        let speaker = quote.speaker.map { speaker in
            document.entities?.first { $0.id == speaker.entity }?.name ?? document.text.string(speaker.span)
        }
        html.isolated(Wording.excerpt(speaker ?? "speaker unknown", limit: 120))
        html.element(", ", quote.kind.rawValue, "</small></li>\n")
    }

    private mutating func figure(_ figure: Figure, _ index: Int) {
        html.raw("<tr><td>")
        link(.figure, index, Wording.amount(figure))
        html.raw("</td><td>")
        html.isolated(figure.of.map { Wording.excerpt($0, of: document.text, limit: 120) } ?? "")
        html.element("</td><td><small>", Wording.excerpt(figure.category ?? "", limit: 40), "</small></td></tr>\n")
    }

    private mutating func time(_ time: TimeExpression, _ index: Int) {
        html.raw("<tr><td>")
        link(.time, index, Wording.excerpt(time.span, of: document.text, limit: 80))
        html.raw("</td><td>")
        if let value = time.value { html.isolated(Wording.excerpt(value, limit: 60)) } else { html.raw("<em>undated</em>") }
        html.raw(" <small>")
        if let reason = time.reason { html.isolated(Wording.excerpt(reason, limit: 160)) }
        html.raw("</small></td></tr>\n")
    }

    private mutating func event(_ event: Event, _ wording: EventWording) {
        html.element("<li><b>", wording.kind(event), "</b> ")
        let (who, whom) = (wording.who(event), wording.whom(event))
        html.isolated(who.isEmpty || whom.isEmpty ? who + whom : who + " → " + whom)
        let circumstances = [wording.whereAndWhen(event), wording.toll(event), wording.account(event)].filter { !$0.isEmpty }
        if !circumstances.isEmpty {
            html.raw(" <small>")
            html.isolated(circumstances.joined(separator: " · "))
            html.raw("</small>")
        }
        html.raw("</li>\n")
    }

    private mutating func source() {
        html.raw("<section class=\"source\">\n<details>\n<summary>Source and provenance</summary>\n<dl>\n")
        let source = document.source
        var rows = [
            ("File", source.name), ("Type", source.mediaType), ("Charset", source.charset),
            ("Bytes", Wording.number(Double(source.bytes))), ("SHA-256", source.sha256),
        ]
        if let language = document.language { rows.append(("Language", "\(language.tag), \(Wording.percent(language.confidence))%")) }
        if let url = document.url { rows.append(("Address", url)) }
        if let part = source.part { rows.append(("Part", part)) }
        for entry in document.provenance {
            let reason = entry.reason.map { ", " + $0 } ?? ""
            rows.append((entry.stage, "\(entry.plugin) \(entry.version), \(entry.outcome.rawValue)\(reason), \(entry.milliseconds) ms"))
        }
        for (name, value) in rows {
            html.element("<dt>", name, "</dt><dd>")
            html.isolated(value)
            html.raw("</dd>\n")
        }
        html.raw("</dl>\n</details>\n</section>\n")
    }
}
