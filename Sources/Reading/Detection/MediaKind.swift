// SPDX-License-Identifier: Apache-2.0

/// The forms of an article that the reader knows, by their media types, as IANA has registered them where it has.
enum MediaKind: String, Sendable {
    case plain = "text/plain"
    case markdown = "text/markdown"
    case html = "text/html"
    case xhtml = "application/xhtml+xml"
    /// RSS of every version, RDF too.
    case rss = "application/rss+xml"
    case atom = "application/atom+xml"
    case nitf = "text/vnd.iptc.nitf"
    /// NewsML 1.x.
    case newsML = "text/vnd.iptc.newsml"
    case newsItem = "application/vnd.iptc.g2.newsitem+xml"
    case newsMessage = "application/vnd.iptc.g2.newsmessage+xml"
    case packageItem = "application/vnd.iptc.g2.packageitem+xml"
    case jsonFeed = "application/feed+json"
    case linkedData = "application/ld+json"
    /// One JSON value a line; not registered, but what everyone writes.
    case jsonLines = "application/x-ndjson"
    /// ninjs and all other JSON.
    case json = "application/json"
    /// XML that is no form of an article.
    case xml = "application/xml"

    /// The main document of a DOCX file.
    case word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case openDocument = "application/vnd.oasis.opendocument.text"
    case flatOpenDocument = "application/vnd.oasis.opendocument.text-flat-xml"
    /// What `pdftotext -bbox-layout` makes of one.
    case pdf = "application/pdf"

    /// - Parameter mediaType: as a caller gives it, with parameters or without.
    init?(mediaType: String) {
        let name = mediaType.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        if let other = Self.aliases[name] {
            self = other
        } else {
            guard let kind = MediaKind(rawValue: name) else { return nil }
            self = kind
        }
    }

    private static let aliases: [String: MediaKind] = [
        "text/x-markdown": .markdown, "text/xml": .xml, "application/rdf+xml": .xml, "application/x-rss+xml": .rss, "text/rss+xml": .rss,
        "application/nitf+xml": .nitf, "text/nitf": .nitf, "application/newsml+xml": .newsML, "text/json": .json,
        "application/jsonl": .jsonLines,
        "application/x-jsonlines": .jsonLines, "application/jsonlines": .jsonLines, "application/ndjson": .jsonLines,
    ]

    var isMarkup: Bool { self == .html || self == .xhtml }

    /// Whether the content says more exactly what it is than whoever sent it.
    var isStructured: Bool {
        switch self {
        case .plain, .markdown, .html, .xhtml, .word, .openDocument, .flatOpenDocument, .pdf: false
        default: true
        }
    }

    /// What it is called in a message.
    var title: String {
        switch self {
        case .plain: "plain text"
        case .markdown: "Markdown"
        case .html, .xhtml: "a page"
        case .rss: "an RSS feed"
        case .atom: "an Atom feed"
        case .nitf: "NITF"
        case .newsML: "NewsML"
        case .newsItem, .newsMessage: "NewsML-G2"
        case .packageItem: "a NewsML-G2 package"
        case .jsonFeed: "a JSON Feed"
        case .linkedData, .json, .jsonLines: "JSON"
        case .xml: "XML"
        case .word: "a Word document"
        case .openDocument, .flatOpenDocument: "an OpenDocument text"
        case .pdf: "a PDF document"
        }
    }
}
