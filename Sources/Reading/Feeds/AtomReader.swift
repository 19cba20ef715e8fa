// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads Atom feeds, 1.0 (RFC 4287) and 0.3, and single entries. Relative addresses are left out.
struct AtomReader {
    private let tree: XMLTree
    /// What the feed says of itself: looked up once, since a search among its children passes all entries.
    private let authors: [String]
    private let publisher: String?
    private let languages: [String?]

    private init(_ tree: XMLTree) {
        self.tree = tree
        let feed = tree.descendants("feed", of: 0).first ?? 0
        authors = Self.authors(of: feed, tree)
        publisher = tree.line("title", of: feed, in: tree.nodes[feed].namespace)
        languages = [tree.attribute("xml:lang", of: feed), tree.line("language", of: feed)]
    }

    static func read(_ text: Text, map: SourceMap) throws(ReadingError) -> [Article] {
        let tree = try XMLTree(text.bytes)
        let reader = AtomReader(tree)
        return try Entries(text, map, tree: tree).read(tree.outermost("entry", of: 0), tree) { entry, excerpt in
            reader.article(entry, excerpt)
        }
    }

    private func article(_ entry: Int, _ excerpt: Excerpt) -> Article {
        let content = FeedContent(tree: tree, excerpt: excerpt, facts: facts(of: entry))
        if let element = tree.child("content", of: entry, in: own(entry)), tree.hasText(element), isText(element) {
            return content.article(element, form: form(of: element), isSummary: false)
        }
        if let element = tree.child("summary", of: entry, in: own(entry)), tree.hasText(element) {
            return content.article(element, form: form(of: element), isSummary: true)
        }
        let media = tree.descendants("description", of: entry).first { tree.nodes[$0].namespace == XMLNamespace.media && tree.hasText($0) }
        guard let media else { return Article(text: Text(""), map: SourceMap(runs: [], units: excerpt.map.units)) }
        return content.article(media, form: .either, isSummary: true)
    }

    private func own(_ entry: Int) -> String { tree.nodes[entry].namespace }

    private func type(of element: Int) -> String? { tree.attribute("type", of: element)?.lowercased() }

    /// Base64 and media of other kinds are no text.
    private func isText(_ element: Int) -> Bool {
        guard tree.attribute("mode", of: element)?.lowercased() != "base64" else { return false }
        guard let type = type(of: element) else { return true }
        return !type.contains("/") || type.hasPrefix("text/") || type.contains("xml") || type.contains("html")
    }

    private func form(of element: Int) -> BodyReader.Form {
        switch type(of: element) {
        case "text", "text/plain": .plain
        case nil: .either
        case .some(let type): type.contains("html") ? .html : .either
        }
    }

    private func title(of element: Int?) -> (text: String?, isMarkedUp: Bool) {
        guard let element else { return (nil, false) }
        let isHTML = type(of: element)?.contains("html") == true && !tree.hasElements(element)
        return (tree.text(of: element), isHTML)
    }

    private func facts(of entry: Int) -> Facts {
        let origin = tree.child("source", of: entry)
        func line(_ name: String) -> String? { tree.line(name, of: entry, in: own(entry)) }
        var facts = Facts()
        let title = title(of: tree.child("title", of: entry, in: own(entry)))
        if title.isMarkedUp { facts.title(title.text) } else { facts.title(exactly: title.text) }
        let originals = origin.map { Self.authors(of: $0, tree) } ?? []
        facts.authors([Self.authors(of: entry, tree), originals, authors].first { !$0.isEmpty } ?? [])
        // Feeds that know one date alone write it as the last change.
        facts.dates(
            published: [line("published"), line("issued"), line("created"), line("updated"), line("modified")],
            modified: [line("updated"), line("modified")])
        facts.publishedBy([origin.flatMap { tree.line("title", of: $0) }, publisher])
        facts.addresses([tree.line("origLink", of: entry, in: XMLNamespace.feedBurner)] + links(of: entry) + [line("id")])
        facts.tagged(
            tree.every("category", of: entry).compactMap { tree.attribute("label", of: $0) ?? tree.attribute("term", of: $0) }
                + tree.every("subject", of: entry, in: XMLNamespace.dublinCore).map { tree.text(of: $0) })
        facts.inLanguage(
            [tree.child("content", of: entry), entry].compactMap { $0 }.map { tree.attribute("xml:lang", of: $0) } + languages)
        return facts
    }

    private static func authors(of element: Int, _ tree: XMLTree) -> [String] {
        tree.every("author", of: element, in: tree.nodes[element].namespace).compactMap { tree.line("name", of: $0) }
    }

    private func links(of entry: Int) -> [String?] {
        tree.every("link", of: entry, in: own(entry)).filter { (tree.attribute("rel", of: $0) ?? "alternate") == "alternate" }
            .map { tree.attribute("href", of: $0) }
    }
}
