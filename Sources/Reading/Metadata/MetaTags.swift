// SPDX-License-Identifier: Apache-2.0

/// The `<meta>` tags of a page, by `property`, `name` or `itemprop`.
struct MetaTags {
    static let authors = [
        "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "sailthru.author", "citation_author",
    ]
    static let published = [
        "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
        "dcterms.issued",
        "parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "publishdate", "publication_date", "citation_publication_date",
    ]
    static let modified = ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod"]

    private var values: [String: [String]] = [:]

    init(_ bytes: [UInt8], _ tags: [Range<Int>]) {
        for tag in tags.prefix(1000) {
            let attributes = Attributes(bytes, tag)
            guard let content = attributes["content"], let name = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"]
            else { continue }
            values[name.lowercased(), default: []].append(content)
        }
    }

    subscript(name: String) -> String? { values[name]?.lazy.compactMap(Plain.line).first }

    func every(_ name: String) -> [String] { values[name] ?? [] }

    func all(_ names: [String]) -> [String] { names.first { values[$0] != nil }.flatMap { values[$0] } ?? [] }
}
