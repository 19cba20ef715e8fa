// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What a figure counts: the noun phrase behind it, told without a parser from stop words, endings and plurals.
struct CountedPhrase {
    /// Tokens of the phrase, and of its last word, the head.
    var tokens: Range<Int>
    var head: Int

    private static let longest = 6
    private static let determiners: Set<String> = [
        "the", "his", "her", "its", "their", "our", "all", "those", "these", "other", "more", "additional", "such",
    ]

    /// - Parameter index: the token behind the figure.
    init?(at index: Int, takesOf: Bool, limit: Int, text: TokenizedText, words: [String]) {
        var start = index
        if takesOf {
            guard start < limit, words[start] == "of" else { return nil }
            start += 1
        }
        var end = start
        var plural: Int?
        while end < limit, end - start < Self.longest {
            let token = text.tokens[end]
            let word = words[end]
            if token.kind == .possessive, end > start { end += 1; continue }
            let isHyphen = word == "-" && end > start && end + 1 < limit && !token.afterSpace && !text.tokens[end + 1].afterSpace
            guard token.kind == .word || isHyphen else { break }
            if isHyphen { end += 1; continue }
            if Self.determiners.contains(word), end == start || words[end - 1] == "the" { end += 1; continue }
            if StopWords.contains(word) || Self.isVerb(word, at: end, start: start, limit: limit, text: text, words: words) { break }
            end += 1
            if Self.isPlural(word, token), !takesOf {
                plural = end - 1
                break
            }
        }
        while end > start, text.tokens[end - 1].kind != .word || Self.determiners.contains(words[end - 1]) { end -= 1 }
        guard end > start else { return nil }
        head = plural ?? end - 1
        tokens = start..<end
    }

    static func isPlural(_ word: String, _ token: Token) -> Bool {
        if FigureWords.irregularPlurals.contains(word) { return true }
        return word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us") && token.casing == .lower
    }

    /// "escaped", "fled", "reported": a form in -ed that nothing follows to which it could belong.
    private static func isVerb(_ word: String, at index: Int, start: Int, limit: Int, text: TokenizedText, words: [String]) -> Bool {
        if ["fled", "died", "left", "went", "came", "took", "said", "lost", "won", "voted"].contains(word) { return true }
        guard word.hasSuffix("ed"), index > start else { return false }
        return index + 1 >= limit || text.tokens[index + 1].kind != .word || StopWords.contains(words[index + 1])
    }
}
