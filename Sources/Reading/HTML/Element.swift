// SPDX-License-Identifier: Apache-2.0

/// The elements whose meaning matters here; all others are `inline`.
enum Element: UInt8, Sendable {
    case inline, anchor, br, hr
    case body, div, section, article, main, p, heading1, heading, list, item, term, definition, definitions
    case blockquote, pre, table, row, cell, tablePart, tableCaption, center, address, fieldset, details
    case nav, aside, header, footer, form, figure, figcaption, hidden, time
    /// Never reaches the tree.
    case head, script, style, title, raw, meta, link, void, html

    private static let names: [String: Element] = [
        "a": .anchor, "br": .br, "hr": .hr, "body": .body, "div": .div, "section": .section, "article": .article, "main": .main,
        "p": .p, "h1": .heading1, "h2": .heading, "h3": .heading, "h4": .heading, "h5": .heading, "h6": .heading,
        "ul": .list, "ol": .list, "menu": .list, "dir": .list, "li": .item, "dt": .term, "dd": .definition, "dl": .definitions,
        "blockquote": .blockquote, "pre": .pre, "listing": .pre, "table": .table, "tr": .row, "td": .cell, "th": .cell,
        "thead": .tablePart, "tbody": .tablePart, "tfoot": .tablePart, "caption": .tableCaption, "center": .center,
        "address": .address, "fieldset": .fieldset, "details": .details, "summary": .div, "hgroup": .div, "dialog": .hidden,
        "nav": .nav, "aside": .aside, "header": .header, "footer": .footer, "form": .form, "figure": .figure,
        "figcaption": .figcaption, "button": .hidden, "select": .hidden, "noscript": .raw, "template": .hidden,
        "object": .hidden, "video": .hidden, "audio": .hidden, "canvas": .hidden, "datalist": .hidden, "label": .inline,
        "time": .time, "head": .head, "html": .html, "script": .script, "style": .style, "title": .title,
        "textarea": .raw, "iframe": .raw, "noembed": .raw, "noframes": .raw, "xmp": .raw, "svg": .raw, "math": .raw,
        "meta": .meta, "link": .link, "base": .void, "img": .void, "input": .void, "area": .void, "col": .void,
        "embed": .void, "param": .void, "source": .void, "track": .void, "wbr": .void, "frame": .void, "basefont": .void,
        "option": .hidden, "optgroup": .hidden, "colgroup": .inline,
        // Accelerated Mobile Pages: what lies over the article or beside it.
        "amp-sidebar": .hidden, "amp-ad": .hidden, "amp-consent": .hidden, "amp-social-share": .hidden, "amp-user-notification": .hidden,
        "amp-embed": .hidden, "amp-analytics": .hidden, "amp-lightbox": .hidden, "amp-story-auto-ads": .hidden,
    ]

    /// By first letter, so that a tag's name is compared with few.
    private static let byFirst: [[(name: [UInt8], element: Element)]] = {
        var result = [[(name: [UInt8], element: Element)]](repeating: [], count: 26)
        for (name, element) in names {
            let bytes = Array(name.utf8)
            if let first = bytes.first { result[Int(first) - 0x61].append((bytes, element)) }
        }
        return result
    }()

    /// - Parameter name: of a tag, in whatever case.
    init(name: ArraySlice<UInt8>) {
        self = .inline
        guard let first = name.first, ByteScanner.isLetter(first) else { return }
        for entry in Self.byFirst[Int(ByteScanner.lower(first)) - 0x61] where entry.name.count == name.count {
            if zip(entry.name, name).allSatisfy({ $0 == ByteScanner.lower($1) }) {
                self = entry.element
                return
            }
        }
    }

    /// What libxml2 is told that it is. Its parser knows HTML 4 alone: with newer names it would leave paragraphs open.
    var skeletonName: StaticString {
        switch self {
        case .anchor: "a"
        case .br: "br"
        case .hr: "hr"
        case .p: "p"
        case .heading1, .heading: "h2"
        case .list: "ul"
        case .item: "li"
        case .term: "dt"
        case .definition: "dd"
        case .definitions: "dl"
        case .table: "table"
        case .row: "tr"
        case .cell: "td"
        case .tablePart: "tbody"
        case .tableCaption: "caption"
        case .blockquote: "blockquote"
        case .pre: "pre"
        case .inline, .time, .hidden: "span"
        default: "div"
        }
    }

    var isInline: Bool { self == .inline || self == .anchor || self == .time || self == .br || self == .hidden }

    var isHeading: Bool { self == .heading || self == .heading1 }

    /// Ends where the next of its kind begins, unless one of `scope` stands between.
    var impliedEnd: (kinds: [Element], scope: [Element])? {
        switch self {
        case .item: ([.item], [.list])
        case .term, .definition: ([.term, .definition], [.definitions])
        case .cell: ([.cell], [.table, .row])
        case .row: ([.row], [.table, .tablePart])
        case .tablePart: ([.tablePart], [.table])
        default: nil
        }
    }
}
