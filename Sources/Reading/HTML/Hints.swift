// SPDX-License-Identifier: Apache-2.0

/// What the author of a page gave away about an element: by class, id, role, and by hiding it.
struct Hints {
    /// Furniture of the page: shares, adverts, related stories.
    var isFurniture = false
    /// Not shown, or a caption, byline and the like: not part of the running text however much of it there is.
    var isHidden = false
    /// A notice laid over the page, about cookies and consent.
    var isNotice = false
    /// How sure the names are that this holds the article: 3 for `itemprop=articleBody`, 2 for names that mean the body, 1 for looser ones.
    var body = 0

    init(_ bytes: [UInt8], _ tag: HTMLSkeleton.Tag) {
        guard !tag.attributes.isEmpty else { return }
        var names: [String] = []
        var result = self
        Attributes(bytes, tag.attributes).forEach { name, value in
            let count = name.count
            func isNamed(_ literal: String) -> Bool {
                count == literal.utf8.count && ByteScanner.matches(bytes, at: name.lowerBound, literal.utf8)
            }
            if isNamed("class") || isNamed("id") || isNamed("role") || isNamed("data-component") || isNamed("data-testid") {
                names.append(contentsOf: Self.words(bytes[value]))
                names.append(" ")
            } else if isNamed("itemprop") {
                let property = String(decoding: bytes[value], as: UTF8.self)
                if property.split(separator: " ").contains("articleBody") { result.body = 3 }
                if ["author", "datePublished", "publisher", "caption", "headline", "commentCount"].contains(property) {
                    result.isFurniture = true
                }
            } else if isNamed("hidden") {
                result.isHidden = true
            } else if isNamed("aria-hidden") {
                if ByteScanner.matches(bytes, at: value.lowerBound, "true".utf8) { result.isHidden = true }
            } else if isNamed("style") {
                let style = bytes[value].filter { $0 != 0x20 }
                if Self.contains(style, "display:none") || Self.contains(style, "visibility:hidden") { result.isHidden = true }
            }
        }
        self = result
        judge(names, tag.element)
    }

    private mutating func judge(_ names: [String], _ element: Element) {
        var joined: [UInt8] = []
        for name in names {
            joined.append(contentsOf: name.utf8)
            if Self.notices.contains(where: { name.hasPrefix($0) }) { isNotice = true }
            if Self.furniture.contains(name) || name.utf8.count > 4 && Self.furnitureStems.contains(where: { name.hasPrefix($0) }) {
                isFurniture = true
            }
        }
        // A post that is quoted is part of the article, though its box is called "social".
        if isFurniture, names.contains(where: { $0 == "embed" || $0 == "tweet" || $0 == "twitter" }) { isFurniture = false }
        guard [.div, .section, .article, .main, .cell].contains(element) else { return }
        if body < 2, Self.bodies.contains(where: { Self.contains(joined, $0) }) { body = 2 }
        if body < 1, names.contains(where: { Self.looseBodies.contains($0) }) { body = 1 }
    }

    private static func contains(_ bytes: [UInt8], _ literal: String) -> Bool {
        ByteScanner.index(of: literal, in: bytes, from: 0, to: bytes.count) != nil
    }

    /// "articleBody related-links" is article, body, related, links.
    private static func words(_ value: ArraySlice<UInt8>) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var previousIsLower = false
        var isSplit = false
        func end() {
            // Names made by machines ("hJpRRP") split into syllables that mean nothing.
            if !word.isEmpty, !isSplit || word.count >= 4 { words.append(String(decoding: word, as: UTF8.self)) }
            word = []
        }
        for byte in value.prefix(512) {
            let isLetter = ByteScanner.isLetter(byte)
            let isUpper = byte >= 0x41 && byte <= 0x5A
            if isUpper && previousIsLower {
                isSplit = true
                end()
            } else if !isLetter {
                end()
                isSplit = false
            }
            if byte == 0x20 { words.append(" ") }
            if isLetter { word.append(ByteScanner.lower(byte)) }
            previousIsLower = isLetter && !isUpper
        }
        end()
        return words
    }

    private static let notices = ["gdpr", "consent", "onetrust"]

    private static let furniture: Set<String> = [
        "share", "sharing", "shares", "social", "socials", "related", "recommended", "recommendation", "recommendations", "recirc",
        "outbrain",
        "taboola", "zergnet", "comment", "comments", "disqus", "respond", "newsletter", "newsletters", "signup", "subscribe", "promo",
        "promos", "advert", "adverts", "ad", "ads", "adv", "advertisement", "advertising", "sponsor", "sponsored", "breadcrumb",
        "breadcrumbs", "crumbs", "sidebar", "footer", "masthead", "navbar", "nav", "navigation", "menu", "toolbar",
        "pagination", "pager", "popup", "modal", "overlay", "byline", "bylines", "bio", "tags", "taglist", "caption", "captions", "credit",
        "credits", "timestamp", "hidden", "sronly", "skip", "trending", "popular", "teaser", "teasers", "rating", "ratings", "player",
        "carousel", "slideshow", "login", "paywall", "print", "noprint", "complementary", "banner",
        "contentinfo", "search", "dialog", "editsection", "navbox", "figcaption", "alert", "aux", "rail", "latest", "mostread", "authorbox",
        "catlinks", "noexcerpt", "metadata", "postmeta", "entrymeta", "infobox", "reflist", "vcard", "author", "authors", "writer", "date",
        "datetime", "pubdate",
    ]

    private static let furnitureStems = [
        "share", "social", "related", "recommend", "newsletter", "comment", "promo", "advert", "breadcrumb", "sidebar", "sponsor",
        "subscri", "addtoany", "addthis", "authorbio", "byline", "caption", "readmore", "morestories", "trending", "outbrain", "taboola",
    ]

    /// Joined words that name the body of an article.
    private static let bodies = [
        "articlebody", "articlecontent", "articletext", "storybody", "storycontent", "storytext", "postcontent", "postbody", "posttext",
        "entrycontent", "entrybody", "entrytext", "bodycopy", "articlecopy", "contentbody", "newsbody", "newstext", "newscontent",
        "bodycontent",
        "pagecontentbody", "mainarticle", "blogcontent", "storybodytext", "richtext", "articlecontentbody", "bodytext", "textarticle",
        "contenttext", "singlecontent", "mwparseroutput",
    ]

    private static let looseBodies: Set<String> = [
        "article", "story", "post", "entry", "content", "main", "blog", "body", "text", "hentry",
    ]
}
