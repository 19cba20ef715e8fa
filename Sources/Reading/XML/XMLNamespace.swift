// SPDX-License-Identifier: Apache-2.0

/// Addresses of the vocabularies that feeds and wires are written in.
enum XMLNamespace {
    static let xhtml = "http://www.w3.org/1999/xhtml"
    static let atom = "http://www.w3.org/2005/Atom"
    /// Of Atom 0.3, which is still about.
    static let oldAtom = "http://purl.org/atom/ns#"
    static let content = "http://purl.org/rss/1.0/modules/content/"
    static let dublinCore = "http://purl.org/dc/elements/1.1/"
    static let dublinTerms = "http://purl.org/dc/terms/"
    static let media = "http://search.yahoo.com/mrss/"
    static let feedBurner = "http://rssnamespace.org/feedburner/ext/1.0"
    static let podcast = "http://www.itunes.com/dtds/podcast-1.0.dtd"

    /// What a prefix stands for where nobody says.
    static let usual = [
        "xhtml": xhtml, "atom": atom, "content": content, "dc": dublinCore, "dcterms": dublinTerms, "media": media,
        "feedburner": feedBurner,
        "itunes": podcast,
    ]
}
