// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Where, when, with which toll and by whose account: what stands around a trigger in its sentence.
struct EventSurroundings {
    private static let reach = 40

    let text: EventText
    let times: [TimeExpression]
    let figures: [Figure]
    let quotes: [Quote]
    /// Entity of the place of the dateline.
    let datelinePlace: String?

    /// Completes the drafts of one sentence.
    func complete(_ drafts: inout [EventDraft], _ sentence: TokenizedText.Segment) {
        for index in drafts.indices {
            drafts[index].place = drafts[index].place ?? place(near: drafts[index].trigger, sentence.tokens)
            drafts[index].time = time(near: drafts[index].trigger, sentence, isPlanned: drafts[index].modality == .planned)
            // "shelled the town of Kesran"
            for patient in drafts[index].patients
            where drafts[index].place == nil && (patient.noun == .site || patient.entityKind == .location) {
                drafts[index].place = patient.full.lazy.compactMap { text.mention(at: $0) }.first { $0.kind == .location }?.entity
            }
            takeWeapon(&drafts[index], sentence.tokens)
            takeAccount(&drafts[index])
        }
        takeFigures(&drafts, sentence)
    }

    // MARK: Where

    /// The place that a preposition of place puts behind the trigger, or else before it.
    private func place(near trigger: Range<Int>, _ tokens: Range<Int>) -> String? {
        var index = trigger.upperBound
        while index < min(tokens.upperBound, trigger.upperBound + Self.reach), text.word(index) != ";" {
            if let entity = placed(at: index, tokens) { return entity }
            index += 1
        }
        index = trigger.lowerBound - 1
        while index >= max(tokens.lowerBound, trigger.lowerBound - Self.reach), text.word(index) != ";" {
            if let entity = placed(at: index, tokens) { return entity }
            index -= 1
        }
        return nil
    }

    /// The entity of a location whose name begins here, behind a preposition of place: "in the northern city of Kesran".
    private func placed(at index: Int, _ tokens: Range<Int>) -> String? {
        guard let mention = text.mention(at: index), mention.kind == .location || mention.kind == .facility,
            mention.span.start == text.text.tokens[index].span.start, !isBeforeNoun(mention.span, index)
        else { return nil }
        var before = index - 1
        while before >= tokens.lowerBound, index - before < 8 {
            let word = text.word(before)
            if ["in", "at", "near", "outside", "inside", "across", "throughout", "around"].contains(word) { return mention.entity }
            let isInside =
                word == "of" || EventGrammar.openers.contains(word) || text.nouns[before] == .site
                || text.text.tokens[before].kind == .word && !StopWords.contains(word) && text.mention(at: before) == nil
                    && (text.text.tokens[before].casing == .lower || text.isInCapitals)
            guard isInside else { return nil }
            before -= 1
        }
        return nil
    }

    /// "near a U.S. convoy" is not in the U.S.
    private func isBeforeNoun(_ name: TextSpan, _ index: Int) -> Bool {
        var behind = index
        while behind < text.words.count, text.text.tokens[behind].span.start < name.end { behind += 1 }
        guard behind < text.words.count, text.text.tokens[behind].kind == .word, text.text.tokens[behind].casing == .lower else {
            return false
        }
        guard text.trigger(at: behind) == nil else { return false }
        return text.nouns[behind] != nil
            || !StopWords.contains(text.word(behind)) && !text.isTime(behind) && !text.word(behind).hasSuffix("ed")
                && !text.word(behind).hasSuffix("ing") && !text.word(behind).hasSuffix("ly")
                && !EventGrammar.verbs.contains(text.word(behind))
    }

    // MARK: When

    private func time(near trigger: Range<Int>, _ sentence: TokenizedText.Segment, isPlanned: Bool) -> Int? {
        let span = text.text.span(trigger)
        let low = times.partitionPoint { $0.span.start >= span.start }
        var best: (index: Int, distance: Int)?
        for index in max(0, low - 4)..<min(times.count, low + 4) {
            let time = times[index]
            guard sentence.span.contains(time.span), time.kind == .date || time.kind == .time, time.value?.hasSuffix("_REF") != true else {
                continue
            }
            let behind = text.token(from: time.span.end)
            // "the Sept. 11 attacks": the time of those attacks alone.
            if let other = text.trigger(at: behind), text.triggers[other].tokens.lowerBound != trigger.lowerBound { continue }
            let first = text.word(text.token(from: time.span.start))
            if !isPlanned, first == "next" || first == "tomorrow" { continue }
            let distance = time.span.start >= span.end ? time.span.start - span.end : span.start - time.span.end
            if distance < best?.distance ?? 160 { best = (index, distance) }
        }
        return best?.index
    }

    // MARK: With what

    /// "with a knife", "using grenades"
    private func takeWeapon(_ draft: inout EventDraft, _ tokens: Range<Int>) {
        guard draft.weapon == nil, draft.type.isViolent else { return }
        let end = min(tokens.upperBound, draft.trigger.upperBound + 24)
        for index in draft.trigger.upperBound..<max(end, draft.trigger.upperBound)
        where ["with", "using", "by", "firing", "throwing", "hurling"].contains(text.word(index)) {
            guard
                let weapon = (index + 1..<max(index + 1, min(end, index + 6))).first(where: {
                    text.nouns[$0] != nil || StopWords.contains(text.word($0)) && !EventGrammar.openers.contains(text.word($0))
                }), text.nouns[weapon]?.isWeapon == true
            else { continue }
            draft.weapon = weapon..<(weapon + 1)
            return
        }
    }

    // MARK: By whose account

    private func takeAccount(_ draft: inout EventDraft) {
        guard draft.assertedBy == nil, draft.assertedSpan == nil else { return }
        let span = text.text.span(draft.trigger)
        let behind = quotes.partitionPoint { $0.span.start > span.start }
        for index in (max(0, behind - 4)..<behind).reversed() {
            guard quotes[index].span.contains(span), let speaker = quotes[index].speaker else { continue }
            draft.assertedBy = speaker.entity
            draft.assertedSpan = speaker.span
            return
        }
    }

    // MARK: How many

    /// Each figure belongs to the event that counts such people and has it among those to whom it was done, or else to the nearest one.
    private func takeFigures(_ drafts: inout [EventDraft], _ sentence: TokenizedText.Segment) {
        var index = figures.partitionPoint { $0.span.start >= sentence.span.start }
        while index < figures.count, figures[index].span.end <= sentence.span.end {
            let figure = figures[index]
            let whole = figure.of.map { figure.span.union($0) } ?? figure.span
            var best: (draft: Int, distance: Int)?
            for (position, draft) in drafts.enumerated().prefix(24) {
                if draft.agents.contains(where: { text.text.span($0.core).overlaps(whole) }) { continue }
                let isCounted = draft.patients.contains { text.text.span($0.full).overlaps(whole) }
                guard figure.category.map(draft.type.figures.contains) == true || isCounted && figure.category == "count" else { continue }
                let trigger = text.text.span(draft.trigger)
                let distance = isCounted ? -1 : trigger.start >= whole.end ? trigger.start - whole.end : whole.start - trigger.end
                if distance < best?.distance ?? .max { best = (position, distance) }
            }
            if let best { drafts[best.draft].figures.append(index) }
            index += 1
        }
    }
}
