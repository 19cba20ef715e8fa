// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads a mail's page. Pages have one article among much else; a newsletter may be ten of them in one table, of which the search for the main
/// content takes the largest: where less than half of what a reader of the mail sees would be in the text, all of it is.
enum MailPage {
    static func read(_ text: Text, map: SourceMap) -> Article {
        var article = HTMLReader.read(text, map: map)
        let all = visibleLetters(text.bytes[...])
        guard all > 200, letters(article.text.bytes[...]) * 2 < all else { return article }
        (article.text, article.map) = HTMLReader.read(fragment: text, map: map, headline: nil)
        return article
    }

    private static func letters(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 + (ByteScanner.isLetter($1) || $1 >= 0x80 ? 1 : 0) }
    }

    /// Letters outside of tags, comments, styles and scripts.
    private static func visibleLetters(_ page: ArraySlice<UInt8>) -> Int {
        var scanner = ByteScanner(Array(page))
        var count = 0
        while let byte = scanner.peek {
            guard byte == UInt8(ascii: "<") else {
                if ByteScanner.isLetter(byte) || byte >= 0x80 { count += 1 }
                scanner.position += 1
                continue
            }
            let hidden = [("<!--", "-->"), ("<style", "</style"), ("<script", "</script"), ("<title", "</title")]
            if let (_, end) = hidden.first(where: { scanner.takeIgnoringCase($0.0) }), !scanner.skip(past: end) { return count }
            scanner.skip(past: UInt8(ascii: ">"))
        }
        return count
    }
}
