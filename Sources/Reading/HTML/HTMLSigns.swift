// SPDX-License-Identifier: Apache-2.0

/// Tells text that is HTML from text that only has a `<` in it.
enum HTMLSigns {
    private static let names: Set<String> = [
        "p", "br", "div", "span", "a", "b", "i", "em", "strong", "u", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "img",
        "blockquote", "table", "tr", "td", "tbody", "figure", "figcaption", "section", "article", "pre", "code", "hr", "sup", "sub",
        "small",
        "font", "center", "iframe", "script", "style", "header", "footer", "aside", "cite", "q", "s", "strike", "del", "ins", "abbr",
        "html",
        "body", "main", "dl", "dt", "dd", "video", "audio", "wbr", "time", "mark", "tt",
    ]

    /// Whether an element of this name, in lower case, is one that pages hold.
    static func isElement(_ name: String) -> Bool { names.contains(name) }

    /// Whether a tag of HTML stands in the text.
    static func areIn(_ bytes: [UInt8]) -> Bool {
        var at = 0
        while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            var end = open + 1
            if end < bytes.count, bytes[end] == UInt8(ascii: "/") { end += 1 }
            let start = end
            while end < bytes.count, end - start < 12, ByteScanner.isLetter(bytes[end]) || ByteScanner.isDigit(bytes[end]) { end += 1 }
            let isClosed = end < bytes.count && (ByteScanner.isSpace(bytes[end]) || bytes[end] == UInt8(ascii: ">") || bytes[end] == 0x2F)
            if end > start, isClosed, names.contains(String(decoding: bytes[start..<end], as: UTF8.self).lowercased()) { return true }
            at = end
        }
        return false
    }
}
