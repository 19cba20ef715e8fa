// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads NITF, the markup of news agencies (IPTC, NITF 3.6): a file of its own, or the content of a NewsML item.
struct NITFReader {
    let tree: XMLTree
    let excerpt: Excerpt

    static func read(_ text: Text, map: SourceMap) throws(ReadingError) -> [Article] {
        let tree = try XMLTree(text.bytes)
        return try Entries(text, map, tree: tree).read(tree.outermost("nitf", of: 0), tree) { nitf, excerpt in
            let reader = NITFReader(tree: tree, excerpt: excerpt)
            let facts = reader.facts(of: nitf)
            let (text, map) = reader.body(of: nitf, headline: facts.headline)
            return Article(text: text, map: map, annotations: facts.annotations)
        }
    }

    /// `body.content` alone: what stands before it are fields, what stands behind it is about the story.
    func body(of nitf: Int, headline: String?) -> (text: Text, map: SourceMap) {
        var writer = BlockWriter(excerpt.text)
        let blocks = XMLBlocks(tree: tree, excerpt: excerpt)
        let contents = tree.outermost("body.content", of: nitf)
        let tops = contents.isEmpty ? [tree.child("body", of: nitf)].compactMap { $0 } : contents
        for top in tops { blocks.write(top, headline: headline, with: &writer) }
        return writer.finish(excerpt.map)
    }

    func facts(of nitf: Int) -> Facts {
        func element(_ name: String) -> Int? { tree.descendants(name, of: nitf).first }
        func attribute(_ element: String, _ name: String) -> String? {
            tree.descendants(element, of: nitf).lazy.compactMap { tree.attribute(name, of: $0) }.first
        }
        let head = element("body.head") ?? nitf
        func inHead(_ name: String) -> Int? { tree.descendants(name, of: head).first }

        var facts = Facts()
        facts.title(exactly: (inHead("hl1") ?? inHead("hedline") ?? tree.first(["head", "title"], of: nitf)).map { tree.text(of: $0) })
        facts.authors(tree.descendants("byline", of: head).prefix(10).map(byline))
        let dateline = inHead("dateline")
        let day = dateline.flatMap { tree.descendants("story.date", of: $0).first }.flatMap { tree.attribute("norm", of: $0) }
        facts.writtenAt(dateline.flatMap(place), on: day.flatMap(Timestamp.compact))
        facts.dates(
            published: [
                attribute("date.issue", "norm"), attribute("date.release", "norm"), attribute("pubdata", "date.publication"), day,
            ].map { $0.flatMap(Timestamp.compact) })
        facts.publishedBy([
            attribute("pubdata", "name"), inHead("distributor").map { tree.text(of: $0) }, attribute("doc.copyright", "holder"),
            inHead("copyrite.holder").map { tree.text(of: $0) },
        ])
        facts.addresses([attribute("pubdata", "ex-ref"), attribute("doc-id", "id-string")])
        facts.inSection(attribute("pubdata", "position.section"))
        facts.tagged(tree.descendants("keyword", of: nitf).compactMap { tree.attribute("key", of: $0) })
        facts.inLanguage([tree.attribute("xml:lang", of: nitf), attribute("body", "xml:lang"), attribute("body.content", "xml:lang")])
        return facts
    }

    /// The persons where they are marked, otherwise all but title and address.
    private func byline(_ element: Int) -> String {
        let people = tree.descendants("person", of: element).compactMap { Plain.line(tree.text(of: $0)) }
        let text = tree.text(of: element, without: ["byttl", "virtloc", "location", "postaddr"])
        return people.isEmpty ? text : people.joined(separator: "; ")
    }

    private func place(_ dateline: Int) -> String? {
        if let location = tree.descendants("location", of: dateline).first { return tree.text(of: location) }
        let bytes = Array((Plain.line(tree.text(of: dateline, without: ["story.date"])) ?? "").utf8)
        let marks = { (byte: UInt8) in byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-") || byte == 0x20 }
        return String(decoding: Array(bytes.reversed().drop(while: marks).reversed()), as: UTF8.self)
    }
}
