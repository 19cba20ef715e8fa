// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// An article as a JSON object: an item of a JSON Feed, a ninjs object (IPTC, versions 1 to 3), a schema.org article, or what news services and
/// scrapers make, which all call the same things by much the same names.
struct JSONArticle {
    let record: JSONRecord
    let body: JSONBody
    /// What holds the list that it stands in; its title is the publisher.
    let feed: JSONRecord?

    /// - Parameter base: where the text that was parsed begins in the excerpt's whole text.
    func article(in excerpt: Excerpt, base: Int) -> Article {
        let facts = facts
        let strings = body.strings.map { $0 + base - excerpt.start }
        let content = JSONText.content(at: strings, in: excerpt)
        let (text, map) = BodyReader(form: body.form, keepsLines: true, headline: facts.headline).read(content)
        var article = Article(text: text, map: map, annotations: facts.annotations)
        if body.isSummary { article.annotations.append(.notices([.summaryOnly])) }
        if strings.contains(where: { JSONText.isCut(stringAt: $0, in: excerpt.text.bytes) }) {
            article.annotations.append(.notices([.cut]))
        }
        return article
    }

    private var facts: Facts {
        var facts = Facts()
        facts.title(record.line("headline", "title", "headlines", "webtitle", "name"))
        let authors = record.list("byline", "by", "bylines", "authors", "author", "creators", "creator")
        facts.authors(authors.isEmpty ? feed?.list("authors", "author") ?? [] : authors)
        facts.writtenAt(record.line("located"))
        facts.dates(
            published: [
                record.line("datepublished"), record.line("publishedat"), record.line("published"), record.line("firstcreated"),
                record.line("pubdate"), record.line("publicationdate"), record.line("publishdate"), record.line("datepublish"),
                record.line("webpublicationdate"), record.line("dategmt").map { "\($0)Z" }, record.line("contentcreated"),
                record.line("datecreated"), record.line("date"), record.line("createdat"), record.line("versioncreated"),
            ],
            modified: [
                record.line("datemodified"), record.line("modified"), record.line("updatedat"), record.line("updated"),
                record.line("lastmodified"), record.line("versioncreated"),
            ])
        facts.publishedBy([
            record.line("publisher"), record.line("source"), record.line("sitename"), record.line("provider"), record.line("infosources"),
            record.line("infosource"), record.line("copyrightholder"), record.line("sourcedomain"), feed?.line("title"),
        ])
        facts.addresses([
            record.line("url"), record.line("canonicalurl"), record.line("link"), record.line("permalink"), record.line("weburl"),
            record.line("externalurl"), record.line("uri"), record.line("guid"), record.line("id"), record["mainentityofpage"]?.string,
            record["mainentityofpage"]?["@id"]?.string,
        ])
        facts.inSection(record.line("articlesection", "section", "sectionname"))
        facts.tagged(record.list("tags", "keywords", "subjects", "subject", "categories", "category", "topics"))
        facts.inLanguage([record.line("language"), record.line("inlanguage"), record.line("lang"), feed?.line("language")])
        return facts
    }
}

extension Notice {
    fileprivate static let cut = Notice("truncated", "The file holds only the beginning of the article's text", severity: .warning)
}
