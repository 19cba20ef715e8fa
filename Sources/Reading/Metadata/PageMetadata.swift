// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What a page says about its article.
///
/// The order of trust, for every field:
/// 1. JSON-LD, written by the publisher's own system for machines;
/// 2. microdata (`itemprop`), the same inside the page;
/// 3. `<meta>` tags: OpenGraph and `article:`, then Dublin Core, then those of Parse.ly, Sailthru and single systems (`MetaNames` has the order);
/// 4. what is marked up for readers: `rel=author`, microformats, `<time>`, `<h1>`;
/// 5. what is merely written: the line "By …" or a date under the main heading, the date in the address, `<title>` without the site's name.
///
/// Exceptions: the publisher is `og:site_name` first, as JSON-LD often names the company behind it; the address is `<link rel=canonical>` first,
/// which is what it is for; a date without a time gives way to the next of the same day that has one; authors that are only the publisher give way
/// to people. `docs/READING.md` says the same to users.
struct PageMetadata {
    private(set) var headline: String?
    private(set) var byline: [String] = []
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var publisher: String?
    private(set) var url: String?
    private(set) var image: String?
    private(set) var section: String?
    private(set) var tags: [String] = []
    /// As declared; what the text is written in is another matter.
    private(set) var language: String?
    /// The whole text as JSON-LD repeats it: a witness of what belongs to the article.
    private(set) var articleBody: String?

    init(_ bytes: [UInt8], _ skeleton: HTMLSkeleton, _ tree: PageTree) {
        let linked = LinkedData(bytes, skeleton.linkedData)
        let metas = MetaTags(bytes, skeleton.metas)
        let marked = MarkedUp(bytes, skeleton, tree)
        let links = PageLinks(bytes, skeleton.links)
        articleBody = linked.articleBody
        publisher = Self.first(
            [metas["og:site_name"], linked.publisher, marked.microdata.publisher, metas[MetaNames.publishers]].filter {
                $0.map { !$0.hasPrefix("@") && !$0.hasPrefix("http") } ?? false
            })
        url = ([links.canonical, metas[MetaNames.urls], linked.url] as [String?]).compactMap { $0 }.first(where: Self.isAddress)
        readHeadline(linked, metas, marked, title: skeleton.title.map { CharacterReferences.resolve(bytes[$0]) })
        byline = Bylines.names(
            [linked.authors, marked.microdata.authors] + MetaNames.authors.map(metas.every) + [marked.authors, marked.writtenAuthors],
            publisher: publisher)
        let published = [linked.published] + marked.microdata.published + metas.each(of: MetaNames.published) + marked.published
        self.published = Self.date(published) ?? marked.writtenDate ?? url.flatMap(Self.dateInAddress)
        modified = Self.date([linked.modified] + marked.microdata.modified + metas.each(of: MetaNames.modified) + marked.modified)
        section = Self.first([linked.section, marked.microdata.section, metas[MetaNames.sections]])
        let lists = [linked.keywords, marked.microdata.keywords] + MetaNames.tags.map(metas.every)
        tags = Self.tags(lists.first { !$0.isEmpty } ?? [])
        image = ([linked.image, metas[MetaNames.images], links.image] as [String?]).compactMap { $0.flatMap(absolute) }.first
        let declared = skeleton.html.flatMap { Attributes(bytes, $0)["lang"] ?? Attributes(bytes, $0)["xml:lang"] }
        language = [linked.language, declared, metas[MetaNames.languages]].lazy.compactMap { $0.flatMap(DeclaredLanguage.tag) }.first
    }

    private mutating func readHeadline(_ linked: LinkedData, _ metas: MetaTags, _ marked: MarkedUp, title: String?) {
        let heading = marked.headings.count == 1 ? marked.headings.first : nil
        headline = Headlines.borneOut(
            [linked.headline, linked.name, marked.microdata.headline, metas[MetaNames.headline], heading, marked.headings.first, title]
                .compactMap { $0.flatMap(Plain.line) })
        let host = url.flatMap { $0.split(separator: "/").dropFirst().first }.map(String.init)
        headline = headline.map { Headlines.withoutSite($0, publisher: publisher, host: host, headings: marked.headings) }
    }

    var annotations: [Annotation] {
        var result: [Annotation] = []
        if let language { result.append(.language(LanguageGuess(tag: language, confidence: DeclaredLanguage.confidence))) }
        if let headline { result.append(.headline(headline)) }
        if !byline.isEmpty { result.append(.byline(byline)) }
        if let published { result.append(.published(published)) }
        if let modified { result.append(.modified(modified)) }
        if let publisher { result.append(.publisher(publisher)) }
        if let url { result.append(.url(url)) }
        if let image { result.append(.image(image)) }
        if let section { result.append(.section(section)) }
        if !tags.isEmpty { result.append(.tags(tags)) }
        return result
    }

    private static func first(_ values: [String?]) -> String? {
        values.lazy.compactMap { $0.flatMap(Plain.line) }.first
    }

    /// The first that is a date; where it has no time, the first of the same day that has one.
    private static func date(_ values: [String?]) -> String? {
        let dates = values.prefix(40).compactMap { $0.flatMap(Timestamp.read) }
        guard let first = dates.first, first.utf8.count == 10 else { return dates.first }
        return dates.first { $0.utf8.count > 10 && $0.hasPrefix(first) } ?? first
    }

    /// `https://paper.example/2024/03/05/bridge` tells its day.
    private static func dateInAddress(_ url: String) -> String? {
        let parts = url.split(separator: "/")
        guard parts.count > 4 else { return nil }
        for at in 2..<(parts.count - 2) where parts[at].utf8.count == 4 && parts[at].hasPrefix("20") && parts[at + 1].utf8.count <= 2 {
            if parts[at + 2].utf8.count <= 2, let date = WrittenTimestamp.normalized(parts[at...(at + 2)].joined(separator: "/")) {
                return date
            }
        }
        return nil
    }

    /// An address of its own, or one that begins at the page's host.
    private func absolute(_ address: String) -> String? {
        guard let line = Plain.line(address) else { return nil }
        if Self.isAddress(line) { return line }
        if line.hasPrefix("//"), Self.isAddress("https:" + line) { return "https:" + line }
        guard line.hasPrefix("/"), let parts = url?.split(separator: "/"), parts.count >= 2 else { return nil }
        let whole = "\(parts[0])//\(parts[1])\(line)"
        return Self.isAddress(whole) ? whole : nil
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
