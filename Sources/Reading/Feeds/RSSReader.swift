// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads feeds: RSS 0.9x, 1.0 (RDF) and 2.0. Each item is an article.
///
/// The text is the fullest that an item gives: `content:encoded`, then XHTML or Atom's content put into it, then its description.
struct RSSReader {
    private let tree: XMLTree
    /// What the channel says of itself: looked up once, since a search among its children passes all items.
    private let publishers: [String?]
    private let languages: [String?]

    private init(_ tree: XMLTree) {
        self.tree = tree
        let channel = tree.descendants("channel", of: 0).first ?? 0
        let own = tree.nodes[channel].namespace
        publishers = [tree.line("title", of: channel, in: own), tree.line("publisher", of: channel, in: XMLNamespace.dublinCore)]
        languages = [
            tree.line("language", of: channel, in: own), tree.line("language", of: channel, in: XMLNamespace.dublinCore),
            tree.root.flatMap { tree.attribute("xml:lang", of: $0) },
        ]
    }

    static func read(_ text: Text, map: SourceMap) throws(ReadingError) -> [Article] {
        let tree = try XMLTree(text.bytes)
        let reader = RSSReader(tree)
        return try Entries(text, map, tree: tree).read(tree.outermost("item", of: 0), tree) { item, excerpt in reader.article(item, excerpt)
        }
    }

    private func article(_ item: Int, _ excerpt: Excerpt) -> Article {
        let facts = facts(of: item)
        for (name, namespace) in Self.full {
            guard let content = tree.child(name, of: item, in: namespace), tree.hasText(content) else { continue }
            return FeedContent(tree: tree, excerpt: excerpt, facts: facts).article(content, form: .either, isSummary: false)
        }
        for (name, namespace) in [("description", own(item)), ("summary", XMLNamespace.podcast)] {
            guard let content = tree.child(name, of: item, in: namespace), tree.hasText(content) else { continue }
            return FeedContent(tree: tree, excerpt: excerpt, facts: facts).article(content, form: .either, isSummary: nil)
        }
        let media = tree.descendants("description", of: item).first { tree.nodes[$0].namespace == XMLNamespace.media && tree.hasText($0) }
        guard let media else { return Article(text: Text(""), map: SourceMap(runs: [], units: excerpt.map.units)) }
        return FeedContent(tree: tree, excerpt: excerpt, facts: facts).article(media, form: .either, isSummary: true)
    }

    private static let full = [
        ("encoded", XMLNamespace.content), ("body", XMLNamespace.xhtml), ("div", XMLNamespace.xhtml), ("content", XMLNamespace.atom),
    ]

    /// The namespace of RSS itself, which is another one in each version.
    private func own(_ item: Int) -> String { tree.nodes[item].namespace }

    private func facts(of item: Int) -> Facts {
        func own(_ name: String) -> String? { tree.line(name, of: item, in: self.own(item)) }
        func core(_ name: String) -> String? { tree.line(name, of: item, in: XMLNamespace.dublinCore) }
        func terms(_ name: String) -> String? { tree.line(name, of: item, in: XMLNamespace.dublinTerms) }
        func atom(_ name: String) -> String? { tree.line(name, of: item, in: XMLNamespace.atom) }
        func all(_ name: String, _ namespace: String) -> [String] { tree.every(name, of: item, in: namespace).map { tree.text(of: $0) } }

        var facts = Facts()
        facts.title(own("title") ?? core("title") ?? tree.line("title", of: item, in: XMLNamespace.media))
        let creators = all("creator", XMLNamespace.dublinCore)
        let authors = creators.isEmpty ? all("author", self.own(item)) : creators
        facts.authors(authors.isEmpty ? [tree.line("author", of: item, in: XMLNamespace.podcast) ?? ""] : authors)
        facts.dates(
            published: [own("pubDate"), core("date"), terms("issued"), terms("created"), atom("published")],
            modified: [terms("modified"), atom("updated")])
        facts.publishedBy([own("source"), core("publisher")] + publishers)
        let guid = tree.child("guid", of: item).flatMap { tree.attribute("ispermalink", of: $0) == "false" ? nil : own("guid") }
        facts.addresses([
            tree.line("origLink", of: item, in: XMLNamespace.feedBurner), own("link"), guid, tree.attribute("rdf:about", of: item),
        ])
        facts.tagged(all("category", self.own(item)) + all("subject", XMLNamespace.dublinCore))
        facts.inLanguage([tree.attribute("xml:lang", of: item), core("language")] + languages)
        return facts
    }
}
