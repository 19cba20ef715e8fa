// SPDX-License-Identifier: Apache-2.0

/// Tells the forms of text apart: by content first, then by name.
///
/// Content first, because names lie: a page saved as `story.txt` is still a page. Markdown alone needs its name (or front
/// matter), since every plain text is also Markdown of sorts and a dash or an asterisk in it means itself.
enum KindDetector {
    /// How far into the text the first tag may stand.
    private static let window = 4096

    static func kind(of text: [UInt8], name: String, mediaType: String?) -> MediaKind {
        let told = mediaType.flatMap(MediaKind.init(mediaType:))
        if let told, !told.isStructured { return told }
        let suffix = name.split(separator: "/").last.flatMap { $0.split(separator: ".").dropFirst().last }?.lowercased()
        let isMarkdownName = ["md", "markdown", "mdown", "mkd"].contains(suffix)
        if let kind = markup(text) { return kind }
        if suffix == "fodt" { return .flatOpenDocument }
        if let kind = StructuredKind.kind(of: text, suffix: suffix, isTold: told != nil) { return kind }
        if isMarkdownName { return .markdown }
        if suffix == "html" || suffix == "htm" { return .html }
        if suffix == "xhtml" || suffix == "xht" { return .xhtml }
        if FrontMatter.opens(text) { return .markdown }
        if ["txt", "text", nil].contains(suffix), hasFragmentTags(text) { return .html }
        return .plain
    }

    /// A doctype, an `<html>` tag, or another tag that only opens pages, before any text.
    private static func markup(_ text: [UInt8]) -> MediaKind? {
        var scanner = ByteScanner(text)
        var isXML = false
        while scanner.position < min(text.count, window) {
            scanner.skipSpace()
            if scanner.takeIgnoringCase("<?xml") {
                isXML = true
                scanner.skip(past: UInt8(ascii: ">"))
            } else if scanner.takeIgnoringCase("<!--") {
                guard scanner.skip(past: "-->") else { return nil }
            } else if scanner.takeIgnoringCase("<!doctype") {
                scanner.skipSpace()
                guard scanner.takeIgnoringCase("html") else { return nil }
                let end = text[scanner.position...].firstIndex(of: UInt8(ascii: ">")) ?? text.count
                var rest = ByteScanner(text, at: scanner.position)
                return isXML || rest.find("XHTML", before: end) ? .xhtml : .html
            } else {
                for opener in ["<html", "<head", "<body", "<title", "<meta", "<article", "<main"] {
                    if scanner.takeIgnoringCase(opener), let next = scanner.peek, next == 0x3E || next <= 0x20 || next == 0x2F {
                        return isXML && opener == "<html" ? .xhtml : .html
                    }
                }
                return nil
            }
        }
        return nil
    }

    /// Whether text that opens with a block's tag closes one of its kind as well: a piece of a page pasted into a text file.
    private static func hasFragmentTags(_ text: [UInt8]) -> Bool {
        var scanner = ByteScanner(text)
        scanner.skipSpace()
        for name in ["div", "p", "section", "h1", "h2", "ul", "table"] {
            var at = scanner
            if at.takeIgnoringCase("<\(name)"), let next = at.peek, next == 0x3E || next == 0x20 {
                return at.find("</\(name)>", before: min(text.count, 1 << 20))
            }
        }
        return false
    }
}
