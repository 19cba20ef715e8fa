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
    ]

    init(name: String) { self = Self.names[name] ?? .inline }

    /// What libxml2 is told that it is. Its parser knows HTML 4 alone: with newer names it would leave paragraphs open.
    var skeletonName: String {
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
