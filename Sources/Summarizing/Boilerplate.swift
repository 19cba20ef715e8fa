// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Tells sentences that belong to the page and not to the article.
enum Boilerplate {
    private static let phrases: Set<String> = [
        "click here", "sign up", "read more", "read also", "see also", "follow us", "share this", "all rights", "rights reserved",
        "terms of", "privacy policy", "cookie policy", "our newsletter", "for updates", "advertisement", "copyright", "scroll down",
        "log in", "contributed reporting", "contributed to", "additional reporting", "story continues", "photo by", "image by",
        "subscribe to", "subscribe now", "editing by", "reporting by", "javascript", "©", "last updated", "last modified",
        "first published",
    ]
    /// Phrases that reporting uses as well count only within the first words.
    private static let reach = 8

    static func holds(_ tokens: Range<Int>, in text: TokenizedText) -> Bool {
        // An address stands in lists of authors and contacts.
        if tokens.contains(where: { text.text[text.tokens[$0].span].contains(UInt8(ascii: "@")) }) { return true }
        var previous = ""
        for token in tokens.prefix(reach) {
            let word = text.folded(token)
            if phrases.contains(word) || phrases.contains("\(previous) \(word)") { return true }
            previous = word
        }
        return false
    }
}
