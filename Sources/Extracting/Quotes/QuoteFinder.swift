// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Language

/// Finds what people are reported to have said, with speaker and cue.
///
/// Between quotation marks, a whole statement counts as speech; a fragment only where somebody is said to have used it, since titles,
/// nicknames and doubts stand between the same marks. Without marks, only the plainest forms are taken.
package enum QuoteFinder {
    /// - Parameters:
    ///   - entities: names of speakers; without them speakers are still found by the phrases around the verbs.
    ///   - isEnglish: elsewhere no verb tells a statement, and a comma behind it must do.
    /// - Returns: quotations in the order of the text.
    package static func quotes(in text: TokenizedText, entities: [Entity], isEnglish: Bool = true) -> [Quote] {
        var search = QuoteSearch(QuoteContext(text, entities: entities), isEnglish: isEnglish)
        return search.run()
    }
}

private struct QuoteSearch {
    private struct Found {
        var quote: Quote
        var paragraph: Int?
        var continues: Bool
        var attribution: SpeakerSearch.Attribution?
    }

    let context: QuoteContext
    let search: SpeakerSearch
    let isEnglish: Bool
    private var found: [Found] = []
    private var lastSpeaker: String?
    private let persons: Set<String>

    init(_ context: QuoteContext, isEnglish: Bool) {
        self.context = context
        self.isEnglish = isEnglish
        search = SpeakerSearch(context: context)
        persons = Set(context.mentions.lazy.filter { $0.kind == .person }.map(\.entity))
    }

    mutating func run() -> [Quote] {
        for pair in context.pairs {
            if Task.isCancelled { return [] }
            take(pair)
        }
        let reported = IndirectSpeech(context: context, search: search).quotes()
        return (found.map(\.quote) + reported).sorted { ($0.span, $0.kind.rawValue) < ($1.span, $1.kind.rawValue) }
    }

    private mutating func take(_ pair: QuotationMarks.Pair) {
        let span = content(of: pair)
        let tokens = context.token(from: span.start)..<context.token(from: span.end)
        guard tokens.count > 0, pair.close != nil || pair.continues || tokens.count > 3 else { return }
        let words = tokens.filter { context.text.tokens[$0].kind == .word }
        guard !words.isEmpty else { return }
        let paragraph = context.text.paragraph(at: span.start)
        let endsSentence = [".", "!", "?", "…"].contains(context.word(tokens.upperBound - 1))
        let isWhole = isStatement(tokens, words: words.count, endsSentence: endsSentence, pair)
        var attribution = attribution(pair, tokens, endsSentence: endsSentence, isWhole: isWhole)
        if attribution == nil, isWhole { attribution = carried(paragraph, opens: opensParagraph(pair, paragraph)) }
        guard isWhole || attribution.map({ isSpeech($0, before: tokens) }) == true else { return }
        let quote = Quote(
            span, kind: isWhole ? .direct : .partial, speaker: attribution.map { speaker($0) },
            cue: attribution.flatMap { $0.cue.isEmpty ? nil : context.text.span($0.cue) })
        if let entity = quote.speaker?.entity { lastSpeaker = entity }
        found.append(Found(quote: quote, paragraph: paragraph, continues: pair.continues, attribution: attribution))
    }

    /// Without the white space at its edges and the comma before the closing mark.
    private func content(of pair: QuotationMarks.Pair) -> TextSpan {
        var span = context.text.text.trimmed(pair.content)
        if span.count > 1, pair.close != nil, context.text.text[span.end - 1] == UInt8(ascii: ",") {
            span = context.text.text.trimmed(TextSpan(span.start, span.end - 1))
        }
        return span
    }

    /// A statement rather than a fragment: it begins as a sentence does, and ends as one or is long.
    private func isStatement(_ tokens: Range<Int>, words: Int, endsSentence: Bool, _ pair: QuotationMarks.Pair) -> Bool {
        let first = tokens.first { [.word, .number].contains(context.text.tokens[$0].kind) } ?? tokens.lowerBound
        let startsUpper = context.text.tokens[first].casing != .lower || context.text.tokens[first].kind == .number
        let endsInside = endsSentence || pair.content.end > context.text.text.trimmed(pair.content).start && endsWithComma(pair)
        if pair.close == nil { return startsUpper && words > 3 || isContinuation(pair) }
        if startsUpper, endsInside { return words > 1 || endsSentence }
        // `“A”, said B`: the British comma stands outside.
        if startsUpper, words >= 3, let behind = pair.close.map({ context.token(from: $0.end) }), context.word(behind) == ",",
            !isEnglish || context.isCue(behind + 1)
        {
            return true
        }
        if startsUpper, words >= 6 { return !isTitle(tokens) }
        // The second half of `“A,” he said, “b.”`
        return endsInside && words >= 3 && isContinuation(pair)
    }

    private func endsWithComma(_ pair: QuotationMarks.Pair) -> Bool {
        let span = context.text.text.trimmed(pair.content)
        return !span.isEmpty && context.text.text[span.end - 1] == UInt8(ascii: ",")
    }

    private func isContinuation(_ pair: QuotationMarks.Pair) -> Bool {
        guard let last = found.last, last.quote.kind == .direct else { return false }
        return last.continues || last.paragraph == context.text.paragraph(at: pair.open.start)
    }

    /// Nearly all its words are capitalized: the name of a book, a film, a law.
    private func isTitle(_ tokens: Range<Int>) -> Bool {
        let words = tokens.filter { context.text.tokens[$0].kind == .word && !StopWords.contains(context.words[$0]) }
        return !words.isEmpty && words.filter { context.text.tokens[$0].casing != .lower }.count * 10 >= words.count * 9
    }

    private func attribution(_ pair: QuotationMarks.Pair, _ tokens: Range<Int>, endsSentence: Bool, isWhole: Bool) -> SpeakerSearch
        .Attribution?
    {
        let open = context.token(from: pair.open.start)
        let behind = pair.close.map { context.token(from: $0.end) } ?? context.words.count
        let after =
            behind < context.words.count && pair.close != nil
                && context.text.paragraph(at: context.text.tokens[behind].span.start) == context.text.paragraph(at: pair.open.start)
            ? search.behind(behind, endsSentence: endsSentence) : nil
        // A whole statement is mostly followed by its speaker, a fragment preceded.
        if isWhole, context.word(open - 1) != ":", let after { return after }
        if let ahead = search.ahead(open) { return ahead }
        return after
    }

    /// The speaker of the statement before, in the same paragraph, or where this one goes on with it.
    private func carried(_ paragraph: Int?, opens: Bool) -> SpeakerSearch.Attribution? {
        guard let last = found.last, let attribution = last.attribution, last.quote.kind == .direct || last.paragraph == paragraph else {
            return nil
        }
        let isNear =
            last.paragraph == paragraph || last.continues
            || opens && paragraph.map { $0 - 1 } == last.paragraph
        guard isNear else { return nil }
        var carried = attribution
        carried.cue = 0..<0
        return carried
    }

    private func opensParagraph(_ pair: QuotationMarks.Pair, _ paragraph: Int?) -> Bool {
        paragraph.map { context.text.text.trimmed(context.text.paragraphs[$0].span).start == pair.open.start } ?? false
    }

    /// Whether a fragment is somebody's words: the verb says so, or it stands near enough.
    private func isSpeech(_ attribution: SpeakerSearch.Attribution, before tokens: Range<Int>) -> Bool {
        guard !attribution.cue.isEmpty else { return false }
        if isTitle(tokens), context.text.tokens[tokens.lowerBound].casing != .lower { return false }
        let distance =
            attribution.cue.lowerBound < tokens.lowerBound
            ? tokens.lowerBound - attribution.cue.upperBound : attribution.cue.lowerBound - tokens.upperBound
        return distance < 30
    }

    private func speaker(_ attribution: SpeakerSearch.Attribution) -> Quote.Speaker {
        var entity = attribution.entity
        if attribution.isPronoun, attribution.entity == nil {
            let pronoun = attribution.speaker.lowerBound
            let sentence = context.text.sentence(at: context.text.tokens[pronoun].span.start).map {
                context.text.sentences[$0].tokens.lowerBound
            }
            // Somebody named in the same sentence, then the last speaker, then whoever was named last.
            let near = search.phrases.nearestName(before: pronoun, floor: max(sentence ?? pronoun, pronoun - 40), kinds: [.person])
            let last = lastSpeaker.flatMap { persons.contains($0) ? $0 : nil }
            let any = search.phrases.nearestName(before: pronoun, floor: max(0, pronoun - 150), kinds: [.person])
            entity = near.map { context.mentions[$0].entity } ?? last ?? any.map { context.mentions[$0].entity }
        }
        return Quote.Speaker(context.text.span(attribution.speaker), entity: entity)
    }
}
