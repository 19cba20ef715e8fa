// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads the entries of a file that holds several articles, each from its own stretch of the text.
struct Entries {
    private var excerpts: Excerpts
    private let isBroken: Bool
    private var articles: [Article] = []
    /// By number, from 1.
    private var textless: [Int] = []
    private var count = 0

    init(_ text: Text, _ map: SourceMap, isBroken: Bool = false) {
        excerpts = Excerpts(text, map)
        self.isBroken = isBroken
    }

    init(_ text: Text, _ map: SourceMap, tree: XMLTree) { self.init(text, map, isBroken: tree.isBroken) }

    /// Reads the elements of an XML document that are entries.
    ///
    /// - Parameter article: makes an article of one; an empty text where there is none in it.
    func read(_ elements: [Int], _ tree: XMLTree, _ article: (Int, Excerpt) -> Article) throws(ReadingError) -> [Article] {
        var entries = self
        for element in elements { try entries.add(tree.nodes[element].range) { excerpt in article(element, excerpt) } }
        return entries.finish()
    }

    /// - Parameter range: of the whole text, behind those that were added before.
    mutating func add(_ range: Range<Int>, _ article: (Excerpt) -> Article?) throws(ReadingError) {
        count += 1
        guard count <= Allowance.parts else { throw .tooMuch("more than \(Allowance.parts) articles") }
        let excerpt = excerpts.cut(range)
        guard var article = article(excerpt), !article.text.trimmed(article.text.whole).isEmpty else { return textless.append(count) }
        article.entry = excerpt.source
        articles.append(article)
    }

    /// The articles; the first says what is missing.
    func finish() -> [Article] {
        var articles = articles
        guard !articles.isEmpty else { return [] }
        if isBroken {
            let notice = Notice("malformed", "The file is not well-formed and was read as far as it goes", severity: .warning)
            for index in articles.indices { articles[index].annotations.append(.notices([notice])) }
        }
        if !textless.isEmpty {
            let numbers = textless.prefix(5).map(String.init).joined(separator: ", ") + (textless.count > 5 ? ", …" : "")
            let what = textless.count == 1 ? "1 entry of \(count) has" : "\(textless.count) entries of \(count) have"
            articles[0].annotations.append(
                .notices([Notice("part-unread", "\(what) no text of an article (number \(numbers))", severity: .info)]))
        }
        return articles
    }
}
