// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads NewsML 1.x (IPTC), the predecessor of NewsML-G2: each `NewsItem` whose content is text is an article.
struct NewsMLReader {
    private let tree: XMLTree
    private let excerpt: Excerpt
    private let item: Int

    static func read(_ text: Text, map: SourceMap) throws(ReadingError) -> [Article] {
        let tree = try XMLTree(text.bytes)
        return try Entries(text, map, tree: tree).read(tree.outermost("NewsItem", of: 0), tree) { item, excerpt in
            NewsMLReader(tree: tree, excerpt: excerpt, item: item).article
        }
    }

    private var article: Article {
        var facts = facts
        for content in tree.descendants("DataContent", of: item) where tree.hasText(content) {
            let body: (text: Text, map: SourceMap)
            if let nitf = tree.descendants("nitf", of: content).first {
                let reader = NITFReader(tree: tree, excerpt: excerpt)
                facts.fill(from: reader.facts(of: nitf))
                body = reader.body(of: nitf, headline: facts.headline)
            } else if tree.hasElements(content) {
                var writer = BlockWriter(excerpt.text)
                let top = tree.descendants("body.content", of: content).first ?? tree.descendants("body", of: content).first ?? content
                XMLBlocks(tree: tree, excerpt: excerpt).write(top, headline: facts.headline, with: &writer)
                body = writer.finish(excerpt.map)
            } else {
                body = BodyReader(form: .either, keepsLines: true, headline: facts.headline).read(tree.content(of: content, in: excerpt))
            }
            return Article(text: body.text, map: body.map, annotations: facts.annotations)
        }
        return Article(text: Text(""), map: SourceMap(runs: [], units: excerpt.map.units))
    }

    private var facts: Facts {
        func text(_ name: String) -> String? { tree.descendants(name, of: item).first.flatMap { Plain.line(tree.text(of: $0)) } }
        func named(_ name: String) -> [String] {
            tree.descendants(name, of: item).compactMap { tree.attribute("formalname", of: $0) }
        }
        var facts = Facts()
        facts.title(exactly: text("HeadLine"))
        facts.authors(tree.descendants("ByLine", of: item).prefix(10).map { tree.text(of: $0) })
        facts.writtenAt(text("DateLine"))
        facts.dates(
            published: [text("FirstCreated").flatMap(Timestamp.compact), text("DateId").flatMap(Timestamp.compact)],
            modified: [text("ThisRevisionCreated").flatMap(Timestamp.compact)])
        let provider = tree.descendants("Provider", of: item).first.flatMap { tree.descendants("Party", of: $0).first }
        facts.publishedBy([provider.flatMap { tree.attribute("formalname", of: $0) }, text("ProviderId")])
        facts.tagged(tree.descendants("KeywordLine", of: item).map { tree.text(of: $0) })
        facts.inLanguage(named("Language"))
        return facts
    }
}
