// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What a page says about its article.
///
/// The order of trust, for every field: JSON-LD (written by the publisher's own system for machines), then the `<meta>` tags of OpenGraph and
/// its like, then what is marked up in the page (`itemprop`, `<time>`, `<h1>`), then `<title>`, which also carries the site's name. The
/// publisher alone is taken from `og:site_name` first: JSON-LD often names the company behind it. The address is `<link rel=canonical>`
/// first, which is what it is for.
struct PageMetadata {
    private(set) var headline: String?
    private(set) var byline: [String] = []
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var publisher: String?
    private(set) var url: String?
    private(set) var section: String?
    private(set) var tags: [String] = []

    init(_ bytes: [UInt8], _ skeleton: HTMLSkeleton, _ tree: PageTree) {
        let linked = LinkedData(bytes, skeleton.linkedData)
        let metas = MetaTags(bytes, skeleton.metas)
        let marked = MarkedUp(bytes, skeleton, tree)
        publisher = Self.first([metas["og:site_name"], linked.publisher, metas["dc.publisher"], metas["application-name"]])
        let title = skeleton.title.map { CharacterReferences.resolve(bytes[$0]) }
        let heading = marked.headings.count == 1 ? marked.headings.first : nil
        headline = Self.first([linked.headline, metas["og:title"], metas["twitter:title"], heading, marked.headings.first, title])
        headline = headline.map { Headlines.withoutSite($0, publisher: publisher, headings: marked.headings) }
        byline = Bylines.names([linked.authors, metas.all(MetaTags.authors), marked.authors])
        published = Self.firstDate([linked.published] + metas.all(MetaTags.published).map { $0 } + marked.published)
        modified = Self.firstDate([linked.modified] + metas.all(MetaTags.modified).map { $0 } + marked.modified)
        url = ([Self.canonical(bytes, skeleton), metas["og:url"], linked.url] as [String?]).compactMap { $0 }.first(where: Self.isAddress)
        section = Self.first([linked.section, metas["article:section"], metas["parsely-section"]])
        let lists = [linked.keywords, metas.every("article:tag"), metas.every("news_keywords"), metas.every("keywords")]
        tags = Self.tags(lists.first { !$0.isEmpty } ?? [])
    }

    var annotations: [Annotation] {
        var result: [Annotation] = []
        if let headline { result.append(.headline(headline)) }
        if !byline.isEmpty { result.append(.byline(byline)) }
        if let published { result.append(.published(published)) }
        if let modified { result.append(.modified(modified)) }
        if let publisher { result.append(.publisher(publisher)) }
        if let url { result.append(.url(url)) }
        if let section { result.append(.section(section)) }
        if !tags.isEmpty { result.append(.tags(tags)) }
        return result
    }

    private static func first(_ values: [String?]) -> String? {
        values.lazy.compactMap { $0.flatMap(Plain.line) }.first
    }

    private static func firstDate(_ values: [String?]) -> String? {
        values.lazy.compactMap { $0.flatMap(Timestamp.normalized) }.first
    }

    private static func canonical(_ bytes: [UInt8], _ skeleton: HTMLSkeleton) -> String? {
        for link in skeleton.links.prefix(500) {
            let attributes = Attributes(bytes, link)
            if attributes["rel"]?.lowercased() == "canonical" { return attributes["href"].flatMap(Plain.line) }
        }
        return nil
    }

    static func isAddress(_ url: String) -> Bool {
        let start = url.utf8.prefix(8).map(ByteScanner.lower)
        guard start.starts(with: "https://".utf8) || start.starts(with: "http://".utf8) else { return false }
        return url.utf8.count > 10 && url.utf8.count < 2048 && !url.utf8.contains { $0 <= 0x20 || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E }
    }

    static func tags(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        let all = values.flatMap { $0.split { $0 == "," || $0 == ";" } }.compactMap { Plain.line(String($0)) }
        return Array(all.filter { $0.utf8.count <= 100 && seen.insert($0.lowercased()).inserted }.prefix(50))
    }
}
