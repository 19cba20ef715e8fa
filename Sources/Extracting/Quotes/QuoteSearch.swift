// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Goes over the quotation marks of one text in order.
struct QuoteSearch {
    private struct Found {
        var quote: Quote
        var paragraph: Int?
        var shape: QuoteShape
        var attribution: SpeakerSearch.Attribution?
        /// Whether somebody else's attribution was taken over.
        var isCarried: Bool
    }

    /// A fragment of so many words is speech though no verb says so.
    private static let longFragment = 3

    let context: QuoteContext
    let search: SpeakerSearch
    let isEnglish: Bool
    private var found: [Found] = []
    private var people: SpeakingPeople

    init(_ context: QuoteContext, entities: [Entity], isEnglish: Bool) {
        self.context = context
        self.isEnglish = isEnglish
        search = SpeakerSearch(context: context)
        people = SpeakingPeople(context, entities: entities)
    }

    mutating func run() -> [Quote] {
        for pair in context.pairs {
            if Task.isCancelled { return [] }
            if let shape = QuoteShape(pair, in: context) { take(shape) }
        }
        handBack()
        let reported = IndirectSpeech(context: context, search: search).quotes(people: &people)
        return (found.map(\.quote) + reported).sorted { ($0.span, $0.kind.rawValue) < ($1.span, $1.kind.rawValue) }
    }

    private mutating func take(_ shape: QuoteShape) {
        let paragraph = context.text.paragraph(at: shape.span.start)
        let isWhole = shape.isStatement(in: context, isEnglish: isEnglish, continues: isContinuation(shape, paragraph))
        var attribution = attribution(shape, isWhole: isWhole)
        if isEnglish, shape.isTitle, !isSpokenTitle(shape, attribution) { return }
        var isCarried = false
        if attribution == nil, isWhole {
            attribution = carried(shape, paragraph)
            isCarried = attribution != nil
        }
        guard isWhole || isFragment(shape, attribution) else { return }
        if attribution == nil, isEnglish { attribution = search.actor(before: shape.open) }
        let quote = Quote(
            shape.span, kind: isWhole ? .direct : .partial, speaker: attribution.map { people.speaker($0) },
            cue: attribution.flatMap { $0.cue.isEmpty ? nil : context.text.span($0.cue) })
        found.append(Found(quote: quote, paragraph: paragraph, shape: shape, attribution: attribution, isCarried: isCarried))
    }

    private func isContinuation(_ shape: QuoteShape, _ paragraph: Int?) -> Bool {
        guard let last = found.last, last.quote.kind == .direct else { return false }
        return last.shape.pair.continues || last.paragraph == paragraph
    }

    // MARK: Is it speech?

    /// A title is speech where the verb stands right at it: “Never Again,” she said; she said: “Never Again.”
    private func isSpokenTitle(_ shape: QuoteShape, _ attribution: SpeakerSearch.Attribution?) -> Bool {
        guard let attribution, let verb = attribution.cue.last else { return false }
        let before = context.word(shape.open - 1)
        if verb < shape.open {
            let isSpoken = context.verb(verb).map { $0.role != .naming } ?? false
            return verb == shape.open - 1 && (isSpoken || before == ":") || verb == shape.open - 2 && [",", ":"].contains(before)
        }
        return (shape.endsWithComma || shape.endsSentence || context.word(shape.behind) == ",") && verb - shape.behind < 6
            && !["on", "of", "in", "'s", "called", "show"].contains(before)
    }

    /// Whether a fragment is somebody's words: it is long enough, or a verb says so.
    private func isFragment(_ shape: QuoteShape, _ attribution: SpeakerSearch.Attribution?) -> Bool {
        if shape.pair.close == nil { return attribution.map { !$0.cue.isEmpty } ?? false }
        let before = context.word(shape.open - 1)
        let isNickname = before == "so-called" || before == "called" && context.word(shape.open - 2) == "so"
            || QuoteCues.nicknaming.contains(before) && attribution == nil || before == "as" && context.word(shape.open - 2) == "known"
        if isNickname { return shape.words >= 7 && isEnglish }
        if isEnglish, !shape.startsUpper, shape.words >= Self.longFragment { return true }
        guard let cue = attribution?.cue, !cue.isEmpty else { return false }
        return (cue.lowerBound < shape.open ? shape.open - cue.upperBound : cue.lowerBound - shape.behind) < 30
    }

    // MARK: Whose is it?

    private func attribution(_ shape: QuoteShape, isWhole: Bool) -> SpeakerSearch.Attribution? {
        let tokens = context.text.tokens
        let isTogether =
            shape.pair.close != nil && shape.behind < context.words.count
            && context.text.paragraph(at: tokens[shape.behind].span.start) == context.text.paragraph(at: shape.pair.open.start)
        let after = isTogether ? search.behind(shape.behind, endsSentence: shape.endsSentence) : nil
        // A whole statement is mostly followed by its speaker, a fragment preceded, unless a comma leads on to who said it.
        if let after {
            let leadsOn = shape.endsWithComma && isClose(after, to: shape.behind)
            if leadsOn || isWhole && ![":", ","].contains(context.word(shape.open - 1)) { return after }
        }
        return search.ahead(shape.open, isWhole: isWhole) ?? after
    }

    private func isClose(_ attribution: SpeakerSearch.Attribution, to behind: Int) -> Bool {
        min(attribution.speaker.lowerBound, attribution.cue.lowerBound) <= behind + 2
    }

    /// Of a statement without a verb of its own: the speaker of the one that it goes on with, or of the sentence before.
    private func carried(_ shape: QuoteShape, _ paragraph: Int?) -> SpeakerSearch.Attribution? {
        guard let paragraph else { return nil }
        let opens = context.text.text.trimmed(context.text.paragraphs[paragraph].span).start == shape.pair.open.start
        let last = found.last
        if let last, last.shape.pair.continues, opens { return bare(last.attribution) }
        let isNear = last.map { $0.paragraph == paragraph || opens && $0.paragraph == paragraph - 1 } ?? false
        let floor = isNear ? last.map { max($0.shape.behind, $0.attribution?.cue.upperBound ?? 0, $0.attribution?.speaker.upperBound ?? 0) } : nil
        if isEnglish, let found = search.sentence(before: shape.open, floor: floor ?? 0, opens ? paragraph - 1 : paragraph, isSpeech: isNear) {
            return found
        }
        return isNear ? bare(last?.attribution) : nil
    }

    /// Without the verb, which belongs to another statement.
    private func bare(_ attribution: SpeakerSearch.Attribution?) -> SpeakerSearch.Attribution? {
        guard var attribution else { return nil }
        attribution.cue = 0..<0
        return attribution
    }

    /// Whoever speaks at last spoke before: `“A. B.” “C,” she said`, `“A” – one part of a sentence – “B,” she said`, paragraphs carried on.
    private mutating func handBack() {
        for index in found.indices.dropLast().reversed() where found[index].quote.kind == .direct {
            let (this, next) = (found[index], found[index + 1])
            guard this.attribution == nil || this.isCarried, let attribution = bare(next.attribution) else { continue }
            let isOpen = this.shape.pair.continues && this.attribution == nil
            let isParagraph = this.paragraph == next.paragraph && next.quote.kind == .direct && this.attribution == nil
            let isSentence = !this.shape.endsSentence && this.shape.pair.close != nil
                && context.text.sentence(at: this.shape.span.start) == context.text.sentence(at: next.shape.span.start)
            guard isOpen || !next.isCarried && (isParagraph || isSentence) else { continue }
            found[index].attribution = attribution
            found[index].quote.speaker = next.quote.speaker
        }
    }
}
