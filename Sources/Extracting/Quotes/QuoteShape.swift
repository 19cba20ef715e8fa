// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What stands between one pair of quotation marks, before anybody asks whose words it is.
struct QuoteShape {
    let pair: QuotationMarks.Pair
    /// Without the white space at the edges and the comma before the closing mark.
    let span: TextSpan
    let tokens: Range<Int>
    /// The token of the opening mark.
    let open: Int
    /// The first token behind the closing mark.
    let behind: Int
    let words: Int
    let endsSentence: Bool
    /// `“A,” said B`: the comma of the American style.
    let endsWithComma: Bool
    let startsUpper: Bool
    let isTitle: Bool

    /// `nil` where nothing can be quoted: no word, or an opening mark that nearly nothing follows.
    init?(_ pair: QuotationMarks.Pair, in context: QuoteContext) {
        let text = context.text.text
        self.pair = pair
        let trimmed = text.trimmed(pair.content)
        endsWithComma = !trimmed.isEmpty && text[trimmed.end - 1] == UInt8(ascii: ",")
        span = trimmed.count > 1 && pair.close != nil && endsWithComma ? text.trimmed(TextSpan(trimmed.start, trimmed.end - 1)) : trimmed
        tokens = context.token(from: span.start)..<context.token(from: span.end)
        open = context.token(from: pair.open.start)
        behind = pair.close.map { context.token(from: $0.end) } ?? context.words.count
        guard let last = tokens.last, pair.close != nil || pair.continues || tokens.count > 3 else { return nil }
        words = tokens.count { context.text.tokens[$0].kind == .word }
        guard words > 0 else { return nil }
        endsSentence = [".", "!", "?", "…"].contains(context.word(last))
        let first = tokens.first { [.word, .number].contains(context.text.tokens[$0].kind) } ?? tokens.lowerBound
        startsUpper = context.text.tokens[first].casing != .lower || context.text.tokens[first].kind == .number
        isTitle = startsUpper && Self.isTitle(tokens, in: context)
    }

    /// All its words are capitalized but small ones: the name of a book, a film, a law.
    private static func isTitle(_ tokens: Range<Int>, in context: QuoteContext) -> Bool {
        tokens.allSatisfy { index in
            let token = context.text.tokens[index]
            return token.kind != .word || token.casing != .lower || smallWords.contains(context.words[index])
        }
    }

    private static let smallWords: Set<String> = [
        "a", "an", "the", "of", "in", "on", "for", "and", "or", "to", "with", "by", "at", "from", "vs", "but", "nor", "as", "de", "la",
    ]

    /// - Parameter continues: whether it may be the second half of `“A,” he said, “b.”`
    /// - Returns: whether it is a statement rather than a fragment: it begins as a sentence does, and ends as one or is long.
    func isStatement(in context: QuoteContext, isEnglish: Bool, continues: Bool) -> Bool {
        if pair.close == nil { return startsUpper && words > 3 || continues }
        let endsInside = endsSentence || endsWithComma
        if startsUpper, endsInside { return words > 1 || endsSentence }
        // `“A”, said B`: the British comma stands outside.
        if startsUpper, words >= 3, context.word(behind) == ",", !isEnglish || context.isCue(behind + 1) { return true }
        if startsUpper, words >= 6 { return !isTitle }
        return endsInside && words >= 3 && continues
    }
}
