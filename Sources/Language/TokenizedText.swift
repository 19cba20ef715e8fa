// SPDX-License-Identifier: Apache-2.0

package import Documents

/// A document's text cut into tokens once, with the tokens of each sentence and paragraph: what the language stages work on.
package struct TokenizedText: Sendable {
    package struct Segment: Hashable, Sendable {
        package var span: TextSpan
        /// Indexes into `tokens`.
        package var tokens: Range<Int>
    }

    package let text: Text
    package let tokens: [Token]
    package let sentences: [Segment]
    package let paragraphs: [Segment]
    /// Of each token its text as `folded` gives it.
    private let words: [String]

    /// Takes the document's sentences and paragraphs; the whole text stands for a layer that is missing.
    package init(_ document: Document) {
        self.init(document.text, sentences: document.sentences, paragraphs: document.paragraphs)
    }

    package init(_ text: Text, sentences: [TextSpan]?, paragraphs: [TextSpan]?) {
        self.text = text
        let tokens = Tokenizer.tokens(of: text)
        self.tokens = tokens
        words = tokens.map { Self.folded(text.string($0.span)) }
        let whole = text.isEmpty ? [] : [text.whole]
        self.sentences = Self.segments(sentences ?? paragraphs ?? whole, tokens)
        self.paragraphs = Self.segments(paragraphs ?? whole, tokens)
    }

    /// The token's text as written.
    package func string(_ token: Int) -> String { text.string(tokens[token].span) }

    /// The token's text in lower case, curly apostrophes made straight: for look-ups.
    package func folded(_ token: Int) -> String { words[token] }

    /// The span from the first to the last token of a range that is not empty.
    package func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
    }

    /// The sentence that holds the byte.
    package func sentence(at offset: Int) -> Int? { Self.segment(at: offset, sentences) }

    /// The paragraph that holds the byte.
    package func paragraph(at offset: Int) -> Int? { Self.segment(at: offset, paragraphs) }

    package static func folded(_ string: String) -> String {
        let lower = string.lowercased()
        return lower.utf8.contains(0xE2) ? String(lower.map { $0 == "\u{2019}" ? "'" : $0 }) : lower
    }

    private static func segments(_ spans: [TextSpan], _ tokens: [Token]) -> [Segment] {
        var next = 0
        return spans.map { span in
            while next < tokens.count, tokens[next].span.start < span.start { next += 1 }
            let first = next
            while next < tokens.count, tokens[next].span.start < span.end { next += 1 }
            return Segment(span: span, tokens: first..<next)
        }
    }

    private static func segment(at offset: Int, _ segments: [Segment]) -> Int? {
        let low = segments.partitionPoint { $0.span.end > offset }
        return low < segments.count && segments[low].span.start <= offset ? low : nil
    }
}
