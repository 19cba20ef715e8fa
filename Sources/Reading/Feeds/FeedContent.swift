// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Makes an article of the element that holds an entry's text.
struct FeedContent {
    /// A description that is shorter, and one paragraph, is a teaser.
    private static let longestTeaser = 1000

    let tree: XMLTree
    let excerpt: Excerpt
    let facts: Facts

    /// - Parameters:
    ///   - form: what is escaped in it, unless there are elements, which are XHTML then.
    ///   - isSummary: whether the text is only a summary; `nil` where the element is used for either.
    func article(_ content: Int, form: BodyReader.Form, isSummary: Bool?) -> Article {
        let body: (text: Text, map: SourceMap)
        if tree.hasElements(content) {
            var writer = BlockWriter(excerpt.text)
            XMLBlocks(tree: tree, excerpt: excerpt).write(content, headline: facts.headline, with: &writer)
            body = writer.finish(excerpt.map)
        } else {
            let inner = tree.content(of: content, in: excerpt)
            body = BodyReader(form: form, keepsLines: false, headline: facts.headline).read(inner)
        }
        var article = Article(text: body.text, map: body.map, annotations: facts.annotations)
        if isSummary ?? Self.isTeaser(body.text.bytes) { article.annotations.append(.notices([.summaryOnly])) }
        return article
    }

    private static func isTeaser(_ text: [UInt8]) -> Bool {
        text.count < longestTeaser && !text.indices.dropLast().contains { text[$0] == 0x0A && text[$0 + 1] == 0x0A }
    }
}

extension Notice {
    /// The file gives a summary of the article and not its text.
    static let summaryOnly = Notice("summary-only", "The file holds a summary of the article, not its full text", severity: .warning)
}
