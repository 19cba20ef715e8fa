// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Statements reported without quotation marks, in their two plainest forms: "X said (that) …" and "…, X said" or "…, said X".
struct IndirectSpeech {
    private struct Found {
        var tokens: Range<Int>
        var attribution: SpeakerSearch.Attribution
    }

    /// A statement has at least so many words.
    private static let fewest = 4

    let context: QuoteContext
    let search: SpeakerSearch

    func quotes(people: inout SpeakingPeople) -> [Quote] {
        var quotes: [Quote] = []
        for sentence in context.text.sentences {
            if Task.isCancelled { return [] }
            if sentence.tokens.contains(where: { context.isQuoted[$0] }) { continue }
            guard let found = reported(in: sentence.tokens) else { continue }
            quotes.append(
                Quote(
                    context.text.span(found.tokens), kind: .indirect, speaker: people.speaker(found.attribution),
                    cue: context.text.span(found.attribution.cue)))
        }
        return quotes
    }

    private func reported(in tokens: Range<Int>) -> Found? {
        guard let cue = tokens.first(where: { context.isCue($0) && QuoteCues.reporting.contains(context.words[$0]) }) else {
            return accordingTo(tokens)
        }
        return before(cue, tokens) ?? after(cue, tokens)
    }

    /// "…, X said." and "…, said X.": the verb or its subject follows the comma that ends the statement.
    private func before(_ cue: Int, _ tokens: Range<Int>) -> Found? {
        if let attribution = search.inverted(cue, limit: tokens.upperBound) { return quote(tokens.lowerBound..<(cue - 1), attribution) }
        guard context.word(cue - 1) != ",", isNearEnd(cue, tokens), let attribution = search.left(of: cue, floor: tokens.lowerBound),
            attribution.speaker.lowerBound > tokens.lowerBound
        else { return nil }
        // "…, the country's police said": what belongs to the speaker lies between it and the comma.
        let reach = max(tokens.lowerBound + 1, attribution.speaker.lowerBound - 6)..<attribution.speaker.lowerBound
        guard !reach.isEmpty, let start = reach.last(where: { context.word($0) == "," }) else { return nil }
        return quote(tokens.lowerBound..<start, attribution)
    }

    /// Whether nothing but a time or an audience follows the verb.
    private func isNearEnd(_ cue: Int, _ tokens: Range<Int>) -> Bool {
        tokens.upperBound - cue <= 6 && ![",", "that"].contains(context.word(cue + 1))
    }

    /// "X said (that) …"
    private func after(_ cue: Int, _ tokens: Range<Int>) -> Found? {
        guard let attribution = search.left(of: cue, floor: tokens.lowerBound), attribution.speaker.upperBound + 3 > cue || context.word(cue - 1) == ",",
            attribution.speaker.lowerBound <= tokens.lowerBound + 8
        else { return nil }
        var start = cue + 1
        var end = tokens.upperBound
        while end > start, context.text.tokens[end - 1].kind == .punctuation { end -= 1 }
        if let that = (start..<min(end, cue + 7)).first(where: { context.words[$0] == "that" }) {
            start = that + 1
        } else if context.words[cue] == "told" || context.words[cue] == "warned" && context.word(cue + 1) == "of" {
            return nil
        } else if context.word(start) == "," || QuoteCues.prepositions.contains(context.word(start)) {
            return nil
        }
        // "…, while Y warned that …" belongs to another speaker.
        if let other = (start..<end).first(where: { context.words[$0] == "while" && context.word($0 - 1) == "," }) { end = other - 1 }
        guard start < end else { return nil }
        return quote(start..<end, attribution)
    }

    private func accordingTo(_ tokens: Range<Int>) -> Found? {
        guard let index = tokens.first(where: { context.words[$0] == "according" && !context.isQuoted[$0] }),
            let attribution = search.accordingTo(index, limit: tokens.upperBound), context.word(index - 1) == ",",
            index - 1 > tokens.lowerBound
        else { return nil }
        return quote(tokens.lowerBound..<(index - 1), attribution)
    }

    private func quote(_ tokens: Range<Int>, _ attribution: SpeakerSearch.Attribution) -> Found? {
        if let first = tokens.first, context.words[first] == "that" { return quote(tokens.dropFirst(), attribution) }
        guard tokens.filter({ context.text.tokens[$0].kind == .word }).count >= Self.fewest else { return nil }
        return Found(tokens: tokens, attribution: attribution)
    }
}
