// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Chooses between the versions of one text.
///
/// HTML is taken where it holds the article, because it keeps headings, lists and links apart; plain text where the HTML is a shell, or where
/// the reader finds much less in it than the plain text says.
enum MailAlternatives {
    static func isText(_ type: String) -> Bool { MediaKind(mediaType: type) != nil }

    /// The child that is taken; `nil` where none is text.
    static func choice(of alternative: Int, in tree: borrowing MailTree) -> Int? {
        var html: (child: Int, leaf: Int)?
        var plain: (child: Int, leaf: Int)?
        for child in tree.nodes[alternative].children {
            guard let leaf = mainLeaf(of: child, in: tree), let kind = MediaKind(mediaType: tree.nodes[leaf].type) else { continue }
            if kind.isMarkup { html = (child, leaf) } else { plain = plain ?? (child, leaf) }
        }
        guard let html else { return plain?.child ?? tree.nodes[alternative].children.last }
        guard let plain else { return html.child }
        let wanted = letters(tree.content(of: plain.leaf)[...])
        let found = lettersOfPage(tree.content(of: html.leaf), charset: tree.nodes[html.leaf].charset)
        return found * 10 >= wanted * 6 ? html.child : plain.child
    }

    /// The part that a multipart/related starts from.
    static func root(of related: Int, in tree: borrowing MailTree) -> Int? {
        let node = tree.nodes[related]
        if let start = node.start, let named = node.children.first(where: { tree.nodes[$0].identifier == start }) { return named }
        return node.children.first
    }

    /// The leaf that a version of the text consists of, whatever is wrapped around it.
    private static func mainLeaf(of node: Int, in tree: borrowing MailTree) -> Int? {
        var index = node
        while tree.nodes[index].kind == .multipart {
            let next: Int?
            switch tree.nodes[index].type {
            case "multipart/related": next = root(of: index, in: tree)
            case "multipart/alternative": next = tree.nodes[index].children.last
            default: next = tree.nodes[index].children.first
            }
            guard let next else { return nil }
            index = next
        }
        return tree.nodes[index].kind == .leaf ? index : nil
    }

    private static func lettersOfPage(_ bytes: [UInt8], charset: String?) -> Int {
        let type = charset.map { "text/html; charset=\($0)" } ?? "text/html"
        do {
            return try TextFile.read(bytes, name: "", mediaType: type).reduce(0) { $0 + letters($1.article.text.bytes[...]) }
        } catch { return 0 }
    }

    /// Bytes of words, without the addresses of links, which the plain version of a newsletter is full of.
    private static func letters(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.split(whereSeparator: ByteScanner.isSpace).reduce(0) { sum, word in
            let isLink = word.drop { "<([".utf8.contains($0) }.starts(with: "http".utf8)
            return isLink ? sum : sum + word.reduce(0) { $0 + (ByteScanner.isLetter($1) || $1 >= 0x80 ? 1 : 0) }
        }
    }
}
