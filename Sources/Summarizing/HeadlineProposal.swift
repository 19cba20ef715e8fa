// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Words of the text that may stand above an article without a headline: a line of its own at the start, or what the best sentence says first.
struct HeadlineProposal {
    let text: TokenizedText

    private static let words = 4...16

    /// - Parameter sentence: the sentence that stands for the whole most.
    func span(paragraphs: [TextSpan], best sentence: Int?) -> TextSpan? {
        if let first = paragraphs.first, let line = line(first) { return line }
        guard let sentence else { return nil }
        return opening(of: text.sentences[sentence])
    }

    /// A first paragraph that is short and ends as no sentence does.
    private func line(_ paragraph: TextSpan) -> TextSpan? {
        let span = text.text.trimmed(paragraph)
        let inside = text.sentences.filter { $0.span.start >= span.start && $0.span.end <= span.end }
        guard inside.count == 1, let only = inside.first, Self.words.contains(wordCount(only.tokens)) else { return nil }
        guard let last = only.tokens.last, ![".", ":", ";", ","].contains(text.string(last)) else { return nil }
        return span
    }

    /// The sentence up to where its main statement is complete: the last of the marks and conjunctions within reach.
    private func opening(of sentence: TokenizedText.Segment) -> TextSpan? {
        var head = SentenceHead.trimmed(sentence, in: text)
        var tokens = sentence.tokens.filter { text.tokens[$0].span.start >= head.start }
        // "After four months of talks, the two sides …": the statement begins behind the comma.
        if let first = tokens.first, Self.adverbial.contains(text.folded(first)),
            let comma = tokens.prefix(Self.reach).firstIndex(where: { text.string($0) == "," }), comma + 1 < tokens.count
        {
            tokens = Array(tokens[(comma + 1)...])
            head = TextSpan(text.tokens[tokens[0]].span.start, head.end)
        }
        guard let first = tokens.first, !["\"", "“", "‘", "'"].contains(text.string(first)) else { return nil }
        var count = 0
        var cut: Int?
        for token in tokens {
            let isWord = text.tokens[token].kind == .word || text.tokens[token].kind == .number
            if count >= Self.words.lowerBound + 1 {
                let word = text.folded(token)
                let ends = [",", ";", "–", "—", "--", "."].contains(word) || Self.further.contains(word)
                if ends { cut = token }
                // What a relative clause adds is the first to go.
                if word == ",", token + 1 < sentence.tokens.upperBound, Self.relative.contains(text.folded(token + 1)) { break }
            }
            if isWord { count += 1 }
            if count > Self.words.upperBound { break }
        }
        guard let cut, let last = tokens.last(where: { $0 < cut }) else { return nil }
        return text.text.trimmed(TextSpan(head.start, text.tokens[last].span.end))
    }

    /// Tokens within which an opening phrase ends.
    private static let reach = 30
    /// Words that open a phrase of time, place or manner before the statement.
    private static let adverbial: Set<String> = [
        "after", "as", "in", "on", "at", "when", "while", "following", "despite", "with", "since", "during", "amid", "for", "by", "before",
        "until", "although", "though", "under", "from", "more", "less", "nearly", "almost", "just", "only", "hours", "days", "weeks",
        "months",
        "years", "because", "if", "once", "faced", "citing",
    ]

    /// Words that go on from a statement that could end before them.
    private static let further: Set<String> = [
        "after", "as", "while", "when", "because", "amid", "although", "though", "but", "despite", "following",
    ]
    private static let relative: Set<String> = ["which", "who", "whose", "where"]

    private func wordCount(_ tokens: Range<Int>) -> Int {
        tokens.count { text.tokens[$0].kind == .word || text.tokens[$0].kind == .number }
    }
}
