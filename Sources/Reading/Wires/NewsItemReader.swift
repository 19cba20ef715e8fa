// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads NewsML-G2 (IPTC): each `newsItem` with text in it is an article, alone or in a message. Packages only refer to items.
struct NewsItemReader {
    private let tree: XMLTree
    private let excerpt: Excerpt
    private let item: Int

    static func read(_ text: Text, map: SourceMap, kind: MediaKind) throws(ReadingError) -> [Article] {
        let tree = try XMLTree(text.bytes)
        let items = tree.outermost("newsItem", of: 0)
        guard !items.isEmpty else { throw .noArticle(in: kind, "it refers to news items and holds none") }
        return try Entries(text, map, tree: tree).read(items, tree) { item, excerpt in
            NewsItemReader(tree: tree, excerpt: excerpt, item: item).article
        }
    }

    private var article: Article {
        var facts = facts
        let contents = tree.children(of: tree.child("contentSet", of: item) ?? item).filter { tree.nodes[$0].kind == .element }
        for content in contents where tree.hasText(content) {
            guard let body = body(content, &facts), !body.text.trimmed(body.text.whole).isEmpty else { continue }
            return Article(text: body.text, map: body.map, annotations: facts.annotations)
        }
        return Article(text: Text(""), map: SourceMap(runs: [], units: excerpt.map.units))
    }

    private func body(_ content: Int, _ facts: inout Facts) -> (text: Text, map: SourceMap)? {
        switch tree.nodes[content].name {
        case "inlineXML":
            if let nitf = tree.descendants("nitf", of: content).first {
                let reader = NITFReader(tree: tree, excerpt: excerpt)
                facts.fill(from: reader.facts(of: nitf))
                return reader.body(of: nitf, headline: facts.headline)
            }
            guard tree.hasElements(content) else { return escaped(content, facts) }
            var writer = BlockWriter(excerpt.text)
            let top = tree.descendants("body", of: content).first ?? content
            XMLBlocks(tree: tree, excerpt: excerpt).write(top, headline: facts.headline, with: &writer)
            return writer.finish(excerpt.map)
        case "inlineData": return escaped(content, facts)
        default: return nil
        }
    }

    private func escaped(_ content: Int, _ facts: Facts) -> (text: Text, map: SourceMap)? {
        let type = tree.attribute("contenttype", of: content)?.lowercased() ?? ""
        guard tree.attribute("encoding", of: content) == nil, !type.hasPrefix("image"), !type.hasPrefix("audio"), !type.hasPrefix("video")
        else {
            return nil
        }
        let form: BodyReader.Form = type.hasPrefix("text/plain") ? .plain : type.contains("html") ? .html : .either
        return BodyReader(form: form, keepsLines: true, headline: facts.headline).read(tree.content(of: content, in: excerpt))
    }

    private var facts: Facts {
        let meta = tree.child("itemMeta", of: item)
        let about = tree.child("contentMeta", of: item)
        func line(_ name: String, _ element: Int?) -> String? { element.flatMap { tree.line(name, of: $0) } }
        func all(_ name: String, _ element: Int?) -> [Int] { element.map { tree.every(name, of: $0) } ?? [] }
        func name(_ name: String, _ element: Int?) -> String? { element.flatMap { tree.child(name, of: $0) }.flatMap { tree.name(of: $0) } }

        var facts = Facts()
        facts.title(exactly: line("headline", about) ?? line("title", meta))
        let by = all("by", about).map { tree.text(of: $0) }
        facts.authors(by.isEmpty ? all("creator", about).compactMap { tree.line("name", of: $0) } : by)
        facts.writtenAt(name("located", about) ?? line("dateline", about), on: line("contentCreated", about))
        facts.dates(
            published: [line("firstCreated", meta), line("contentCreated", about), line("versionCreated", meta)],
            modified: [line("versionCreated", meta), line("contentModified", about)])
        facts.publishedBy([
            name("provider", meta), name("infoSource", about),
            tree.first(["rightsInfo", "copyrightHolder"], of: item).flatMap { tree.name(of: $0) },
        ])
        facts.addresses([tree.attribute("guid", of: item)])
        facts.tagged(
            all("subject", about).compactMap { tree.line("name", of: $0) ?? tree.attribute("literal", of: $0) }
                + all("keyword", about).map { tree.text(of: $0) })
        let language = about.flatMap { tree.child("language", of: $0) }.flatMap { tree.attribute("tag", of: $0) }
        facts.inLanguage([language, tree.attribute("xml:lang", of: item)])
        return facts
    }
}
