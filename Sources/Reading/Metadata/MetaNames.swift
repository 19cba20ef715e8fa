// SPDX-License-Identifier: Apache-2.0

/// The names under which `<meta>` tags tell one thing, the trusted first: OpenGraph and `article:`, then Dublin Core, then those of Parse.ly,
/// Sailthru, scholarly publishing, and of single systems.
enum MetaNames {
    static let headline = [
        "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title", "headline", "title",
    ]
    static let authors = [
        "author", "article:author", "dc.creator", "dcterms.creator", "dc.contributor", "parsely-author", "sailthru.author", "byl",
        "citation_author", "cxenseparse:author", "article:author_name", "authors",
    ]
    static let published = [
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article:published",
        "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dcterms.available",
        "parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "publishdate", "publish_date", "publication_date",
        "publication-date", "article.published", "citation_publication_date", "citation_date", "citation_online_date",
        "originalpublicationdate",
        "article_date_original", "cxenseparse:recs:publishtime", "rnews:datepublished", "shareaholic:article_published_time", "datecreated",
        "date", "ptime", "pdate", "weibo:article:create_at",
    ]
    static let modified = [
        "article:modified_time", "og:updated_time", "og:modified_time", "og:article:modified_time", "datemodified", "article:modified",
        "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "article.updated", "weibo:article:update_at",
    ]
    static let publishers = ["dc.publisher", "dcterms.publisher", "application-name", "cre", "citation_journal_title", "copyright"]
    static let sections = [
        "article:section", "og:article:section", "parsely-section", "cxenseparse:recs:category", "articlesection", "section", "category",
    ]
    static let tags = [
        "article:tag", "og:article:tag", "parsely-tags", "news_keywords", "dc.subject", "dcterms.subject", "sailthru.tags",
        "citation_keywords", "keywords",
    ]
    static let images = [
        "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "parsely-image-url", "sailthru.image.full",
        "image", "thumbnail",
    ]
    static let languages = ["content-language", "dc.language", "dcterms.language", "language", "citation_language", "og:locale"]
    static let urls = ["og:url", "twitter:url", "parsely-link"]
}
