// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Who says what a sentence states: the speaker of the quotation, "according to …", or the subject of a verb of reporting.
struct FigureSources {
    let text: TokenizedText
    /// Ordered by place.
    let quotes: [Quote]
    let mentions: [NamedSpan]

    private static let longest = 10
    private static let passive: Set<String> = ["was", "were", "been", "be", "is", "are", "being"]
    private static let closers: Set<String> = [",", ".", ";", ":", "(", ")", "“", "”", "\"", "that", "and", "while", "but"]

    init(text: TokenizedText, quotes: [Quote], mentions: [NamedSpan]) {
        self.text = text
        self.quotes = quotes.sorted { $0.span < $1.span }
        self.mentions = mentions
    }

    func source(of span: TextSpan) -> Quote.Speaker? {
        let low = quotes.partitionPoint { $0.span.start > span.start }
        for quote in quotes[max(0, low - 4)..<low].reversed() where quote.span.contains(span) {
            if let speaker = quote.speaker { return speaker }
        }
        guard let index = text.sentence(at: span.start) else { return nil }
        return stated(in: text.sentences[index], span)
    }

    /// Looks at the tokens next to the sentence's ends and to the figure alone, so that a table is not walked once a number.
    private func stated(in sentence: TokenizedText.Segment, _ span: TextSpan) -> Quote.Speaker? {
        let range = sentence.tokens
        let first = text.tokens.partitionPoint { $0.span.start >= span.start }
        var ahead = Array(max(range.lowerBound, first - 30)..<first)
        ahead += Array(first..<min(range.upperBound, first + 40))
        for index in ahead {
            let word = text.folded(index)
            if word == "according", index + 2 < range.upperBound, text.folded(index + 1) == "to" {
                return speaker(from: index + 2, to: range.upperBound)
            }
            guard QuoteCues.reporting.contains(word) || ["reported", "reports", "say", "put"].contains(word), index > range.lowerBound,
                !Self.passive.contains(text.folded(index - 1))
            else { continue }
            if word == "put", index + 2 >= range.upperBound || index > first { continue }
            var start = index
            while start > range.lowerBound, index - start < Self.longest, !Self.closers.contains(text.folded(start - 1)) { start -= 1 }
            let isBehind = index > first
            if isBehind, start == range.lowerBound || text.folded(start - 1) != "," || text.tokens[start].span.start < span.end { continue }
            guard start < index, !QuoteCues.subjectPronouns.contains(text.folded(start)),
                !(start..<index).contains(where: { text.tokens[$0].kind == .number })
            else { continue }
            return made(start..<index)
        }
        return nil
    }

    private func speaker(from start: Int, to limit: Int) -> Quote.Speaker? {
        var end = start
        while end < limit, end - start < Self.longest, !Self.closers.contains(text.folded(end)) { end += 1 }
        return end > start ? made(start..<end) : nil
    }

    private func made(_ tokens: Range<Int>) -> Quote.Speaker {
        let span = text.span(tokens)
        let low = mentions.partitionPoint { $0.span.end > span.start }
        let isNamed = low < mentions.count && span.contains(mentions[low].span)
        return Quote.Speaker(span, entity: isNamed ? mentions[low].entity : nil)
    }
}
