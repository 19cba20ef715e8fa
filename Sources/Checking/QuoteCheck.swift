// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Words in quotation marks that the article does not have so, or has of somebody else.
struct QuoteCheck {
    /// Shorter quotations may be titles or single terms that stand in the article without marks.
    private static let wordsToBeQuoted = 4

    private let pair: CheckedPair
    private let quoted: SpanCover

    init(_ pair: CheckedPair) {
        self.pair = pair
        quoted = SpanCover((pair.article.quotes ?? []).filter { $0.kind != .indirect }.map(\.span))
    }

    func flags() -> [Abstract.Flag] {
        (pair.told.quotes ?? []).compactMap { quote in
            guard quote.kind != .indirect, let reason = objection(to: quote) else { return nil }
            return Abstract.Flag(.quote, at: quote.span, reason: reason)
        }
    }

    private func objection(to quote: Quote) -> String? {
        var found: [Range<Int>] = []
        var length = 0
        for piece in pieces(of: quote.span) {
            length += piece.count
            // Behind the piece before it, where there is one.
            let runs = pair.articleWords.runs(of: piece)
            guard let run = runs.first(where: { $0.lowerBound >= found.last?.upperBound ?? 0 }) else {
                return "The article has no such words"
            }
            found.append(run)
        }
        guard length >= Self.wordsToBeQuoted, let first = found.first else { return nil }
        let spans = pair.articleWords.runs(of: Array(pair.articleWords.keys[first])).map(pair.articleWords.span)
        guard spans.contains(where: quoted.overlaps) else { return "The article has these words, but quotes nobody with them" }
        return otherSpeaker(quote, spans)
    }

    /// The words between editorial brackets and dots of omission.
    private func pieces(of span: TextSpan) -> [[String]] {
        let text = pair.toldWords.text
        var pieces: [[String]] = [[]]
        var depth = 0
        for index in pair.toldWords.range(in: span).lowerBound..<pair.toldWords.range(in: span).upperBound {
            let token = pair.toldWords.tokens[index]
            let before = index > 0 ? pair.toldWords.tokens[index - 1] + 1 : 0
            for mark in before..<token {
                let written = text.string(mark)
                if written.contains("[") { depth = 1 }
                if written.contains("]") { depth = 0 }
                if ["[", "]", "…"].contains(written) || written.hasPrefix("..") { pieces.append([]) }
            }
            if depth == 0 { pieces[pieces.count - 1].append(pair.toldWords.keys[index]) }
        }
        return pieces.filter { !$0.isEmpty }
    }

    /// Both speakers are known by name, and no name is shared.
    private func otherSpeaker(_ quote: Quote, _ spans: [TextSpan]) -> String? {
        guard let told = name(quote.speaker, in: pair.told) else { return nil }
        let speakers = (pair.article.quotes ?? []).filter { quote in quote.kind != .indirect && spans.contains { $0.overlaps(quote.span) } }
            .map { name($0.speaker, in: pair.article) }
        guard !speakers.isEmpty else { return nil }
        var others: [String] = []
        for speaker in speakers {
            guard let speaker else { return nil }
            if !told.words.isDisjoint(with: speaker.words) { return nil }
            others.append(speaker.name)
        }
        return others.first.map { "In the article “\($0)” says this, not “\(told.name)”" }
    }

    private func name(_ speaker: Quote.Speaker?, in document: Document) -> (name: String, words: Set<String>)? {
        guard let id = speaker?.entity, let entity = document.entities?.first(where: { $0.id == id }), entity.kind == .person else {
            return nil
        }
        let words = ([entity.name] + entity.aliases).flatMap { $0.split(separator: " ").map { ArticleWords.key(String($0)) } }
        return (entity.name, Set(words))
    }
}
