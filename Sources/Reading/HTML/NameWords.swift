// SPDX-License-Identifier: Apache-2.0

/// What words in the class names and ids of pages mean, whoever's system made the page.
enum NameWords {
    enum Meaning {
        case furniture, comments, notice, quoted, body
    }

    private struct Entry {
        var bytes: [UInt8]
        var meaning: Meaning
    }

    /// What a whole word means.
    static func meaning(of word: ArraySlice<UInt8>) -> Meaning? {
        guard let first = word.first, first >= 0x61, first <= 0x7A else { return nil }
        let letter = Int(first - 0x61)
        for entry in words[letter] where entry.bytes.count == word.count && word.elementsEqual(entry.bytes) { return entry.meaning }
        for entry in stems[letter] where word.count > 4 && word.starts(with: entry.bytes) { return entry.meaning }
        return nil
    }

    /// What neighbouring words mean together: "article-body", "articleBody" and "articlebody" are the same.
    static func joinedMeaning(of letters: [UInt8]) -> Meaning? {
        var found: Meaning?
        for at in letters.indices {
            let byte = letters[at]
            guard byte >= 0x61, byte <= 0x7A else { continue }
            for entry in joined[Int(byte - 0x61)] where at + entry.bytes.count <= letters.count {
                if letters[at..<(at + entry.bytes.count)].elementsEqual(entry.bytes) {
                    if entry.meaning == .notice { return .notice }
                    found = entry.meaning
                }
            }
        }
        return found
    }

    /// By first letter.
    private static func table(_ lists: [(String, Meaning)]) -> [[Entry]] {
        var result = [[Entry]](repeating: [], count: 26)
        for (list, meaning) in lists {
            for word in list.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
                if let first = word.first, first >= 0x61, first <= 0x7A {
                    result[Int(first - 0x61)].append(Entry(bytes: Array(word), meaning: meaning))
                }
            }
        }
        return result
    }

    private static let words = table([
        (
            """
            share sharing shares social socials related recommended recommendation recommendations recirc outbrain taboola zergnet
            newsletter newsletters signup subscribe promo promos advert adverts ad ads adv advertisement advertising sponsor sponsored
            breadcrumb breadcrumbs crumbs sidebar footer masthead navbar nav navigation menu toolbar pagination pager popup modal overlay
            byline bylines bio tags taglist caption captions credit credits timestamp hidden sronly skip trending popular teaser teasers
            rating ratings player carousel slideshow login paywall print noprint complementary banner contentinfo search dialog
            editsection navbox figcaption alert aux rail latest mostread authorbox catlinks noexcerpt metadata postmeta entrymeta infobox
            reflist vcard author authors writer date datetime pubdate
            disclosure disclaimer readnext upnext nextup prevnext postnav postnavigation donate donation adsbygoogle adslot adunit
            adbox adwrapper adcontainer adholder mpu leaderboard skyscraper dfp shareaholic sharedaddy sociable hatnote ambox thumbcaption
            printfooter sistersitebox shortdescription regwall piano tinypass jeg poll survey feedback reactions upsell
            relacionadas relacionados compartilhe compartir compartilhar publicidade publicidad werbung anzeige partager teilen
            """, .furniture
        ),
        (
            "comment comments disqus respond commentlist livefyre wpdiscuz spotim opinionstage kommentare comentarios commentaires",
            .comments
        ),
        ("embed tweet twitter", .quoted),
        (
            """
            article story post entry content main blog body text hentry artikel noticia nota articolo materia inhalt contenido conteudo contenu
            cuerpo corpo testo texto
            """, .body
        ),
    ])

    private static let stems = table([
        (
            """
            share social related recommend newsletter promo advert breadcrumb sidebar sponsor subscri addtoany addthis authorbio byline
            caption readmore morestories trending outbrain taboola aboutauthor adslot adunit
            """, .furniture
        ),
        ("comment disqus", .comments), ("gdpr consent onetrust didomi usercentrics cookiebot cmplz truste", .notice),
    ])

    /// Names of the element that holds the body, in the systems that make pages (WordPress, Drupal, Arc, Blox, Ghost, MediaWiki and others).
    private static let joined = table([
        (
            """
            articlebody articlecontent articletext storybody storycontent storytext postcontent postbody posttext entrycontent entrybody
            entrytext bodycopy articlecopy contentbody newsbody newstext newscontent bodycontent pagecontentbody mainarticle blogcontent
            richtext bodytext textarticle contenttext singlecontent mwparseroutput fieldnamebody nodecontent ghcontent wysiwyg
            govspeak assetcontent assetbody articlemain newsdetail detailtext detailcontent artikeltext artikelinhalt artikelbody
            cuerponoticia textonoticia noticiatexto contenidonoticia corponoticia textomateria conteudomateria corpsarticle articlecorps
            textoarticolo testoarticolo
            """, .body
        ),
        ("cookiebanner cookieconsent cookienotice cookiebar cookielaw cookiepolicy cookiepopup cookiemessage cookiealert", .notice),
    ])
}
