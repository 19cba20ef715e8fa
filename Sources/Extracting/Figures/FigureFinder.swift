// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Language

/// Finds the figures that an article states: number, bounds, unit, what is counted, and what happened to it.
package enum FigureFinder {
    /// - Parameters:
    ///   - times: their numbers are not figures.
    ///   - entities: numbers inside their names are not figures; a figure that counts one names it.
    ///   - language: BCP 47 tag, for the marks inside numbers.
    ///   - quotes: what is inside one is said by its speaker.
    ///   - address: where the article was published, for what "$" means.
    /// - Returns: figures in the order of the text, and lists of indexes of those that contradict each other.
    package static func figures(
        in text: TokenizedText, times: [TimeExpression], entities: [Entity], language: String? = nil, quotes: [Quote] = [],
        address: String? = nil
    ) -> (figures: [Figure], conflicts: [[Int]]) {
        var search = FigureSearch(text: text, times: times, entities: entities, language: language, address: address)
        let sources = FigureSources(text: text, quotes: quotes, mentions: search.mentions)
        let figures = search.run().map { figure in
            var figure = figure
            figure.assertedBy = sources.source(of: figure.span)
            return figure
        }
        return (figures, FigureConflicts.find(figures, text: text, entities: search.mentions))
    }
}

/// A name in the text and the entity that it names.
struct NamedSpan {
    var span: TextSpan
    var entity: String
    var kind: Entity.Kind
}

struct FigureSearch {
    let text: TokenizedText
    let times: [TimeExpression]
    /// Ordered by place.
    let mentions: [NamedSpan]
    let reader: FigureReader
    /// Tokens that belong to a time or a name.
    var isTaken: [Bool]
    private var figures: [Figure] = []

    init(text: TokenizedText, times: [TimeExpression], entities: [Entity], language: String?, address: String?) {
        self.text = text
        self.times = times
        mentions = entities.flatMap { entity in entity.mentions.map { NamedSpan(span: $0.span, entity: entity.id, kind: entity.kind) } }
            .sorted { ($0.span, $0.entity) < ($1.span, $1.entity) }
        let words = text.tokens.indices.map { index in
            let word = text.folded(index)
            return text.tokens[index].kind == .number ? DecimalMarks.asInEnglish(word, language: language) : word
        }
        reader = FigureReader(text: text, words: words, currencies: CurrencyContext(entities: entities, address: address))
        isTaken = Array(repeating: false, count: text.tokens.count)
        take(times.lazy.filter { $0.kind != .duration }.map(\.span))
        take(mentions.map(\.span))
    }

    private mutating func take(_ spans: [TextSpan]) {
        var token = 0
        for span in spans {
            while token < text.tokens.count, text.tokens[token].span.end <= span.start { token += 1 }
            var inside = token
            while inside < text.tokens.count, text.tokens[inside].span.start < span.end {
                isTaken[inside] = true
                inside += 1
            }
        }
    }

    mutating func run() -> [Figure] {
        for sentence in text.sentences {
            if Task.isCancelled { return figures }
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                guard !isTaken[index], let reading = reader.reading(at: index), reading.start >= sentence.tokens.lowerBound,
                    reading.end <= sentence.tokens.upperBound
                else {
                    index += 1
                    continue
                }
                if let figure = figure(reading, sentence) { figures.append(figure) }
                index = max(reading.end, index + 1)
            }
        }
        return figures
    }

    private func figure(_ reading: FigureReading, _ sentence: TokenizedText.Segment) -> Figure? {
        guard (reading.start..<reading.end).allSatisfy({ !isTaken[$0] }), !isPartOfName(reading, sentence) else { return nil }
        if let person = personAged(reading) {
            let span = text.span(reading.start..<reading.end)
            return Figure(span, value: reading.value, unit: "a", category: "age", entity: person)
        }
        let limit = sentence.tokens.upperBound
        // "3 of the 7 hikers": the whole's noun is the part's noun.
        let whole = wholeEnd(reading, limit)
        var counted = CountedPhrase(
            at: whole ?? phraseStart(reading), takesOf: whole == nil && reading.takesOf, limit: limit, text: text, words: reader.words)
        if let head = counted?.head, reading.unit == nil, whole != nil, FigureWords.auxiliaries.contains(reader.words[head]) {
            counted = nil
        }
        let category = reading.category ?? (isWhole(reading) ? nil : happening(reading, counted, sentence, whole: whole))
        guard reading.isAlone || whole != nil || isWhole(reading) || isStated(reading, counted, category, sentence) else { return nil }
        let span = text.span(reading.start..<reading.end)
        let takesNone = reading.isAlone || category == "age" || category == "duration" || category == "speed"
        let of = takesNone ? nil : counted.map { text.span($0.tokens) }
        var figure = Figure(
            span, value: reading.value, min: reading.min, max: reading.max, approximate: reading.approximate, unit: reading.unit, of: of,
            category: category ?? "count", entity: of.flatMap { entity(in: $0) }, time: time(near: span, sentence),
            place: place(near: span, sentence))
        let behind = counted?.tokens.upperBound ?? reading.end
        if reading.unit == nil, let unit = rate(at: behind, limit) { (figure.unit, figure.category) = (unit, "rate") }
        return figure
    }

    /// "Jane Doe, 34, left": the entity of whoever is that old.
    private func personAged(_ reading: FigureReading) -> String? {
        let first = reading.start
        guard reading.end == first + 1, reading.unit == nil, text.tokens[first].kind == .number, let age = reading.value,
            (1...120).contains(age),
            first > 1, reader.word(first - 1) == ",", [",", "."].contains(reader.word(first + 1))
        else { return nil }
        let end = text.tokens[first - 2].span.end
        let behind = mentions.partitionPoint { $0.span.start >= end }
        guard behind > 0, mentions[behind - 1].kind == .person, mentions[behind - 1].span.end == end else { return nil }
        return mentions[behind - 1].entity
    }

    /// Behind the second number of "3 of the 7".
    private func wholeEnd(_ reading: FigureReading, _ limit: Int) -> Int? {
        guard reading.unit == nil, !reading.isAlone, reader.word(reading.end) == "of" else { return nil }
        var next = reading.end + 1
        if ["the", "its", "their", "those", "these", "all"].contains(reader.word(next)) { next += 1 }
        guard next < limit, let number = NumberWords.number(at: next, in: text, words: reader.words) else { return nil }
        return number.end
    }

    /// The "7" of "3 of the 7".
    private func isWhole(_ reading: FigureReading) -> Bool {
        guard reading.unit == nil else { return false }
        var before = reading.start - 1
        if ["the", "its", "their", "those", "these", "all"].contains(reader.word(before)) { before -= 1 }
        guard reader.word(before) == "of", before > 0 else { return false }
        return text.tokens[before - 1].kind == .number || NumberWords.small[reader.word(before - 1)] != nil
    }

    /// What is paid for stands behind a preposition: "$12,000 in cash".
    private func phraseStart(_ reading: FigureReading) -> Int {
        guard reading.category == "money" else { return reading.end }
        return ["in", "for", "on", "of"].contains(reader.word(reading.end)) ? reading.end + 1 : reading.end
    }

    /// "per 100,000": the unit as UCUM has it, `/10*5`.
    private func rate(at index: Int, _ limit: Int) -> String? {
        guard index + 1 < limit, reader.word(index) == "per",
            let number = NumberWords.number(at: index + 1, in: text, words: reader.words)
        else { return nil }
        return [100: "/10*2", 1000: "/10*3", 10_000: "/10*4", 100_000: "/10*5", 1_000_000: "/10*6"][number.value]
    }

    /// The nearest place of the sentence that a preposition leads to.
    private func place(near span: TextSpan, _ sentence: TokenizedText.Segment) -> String? {
        let low = mentions.partitionPoint { $0.span.start >= span.start }
        var best: (id: String, distance: Int)?
        for mention in mentions[max(0, low - 6)..<min(mentions.count, low + 6)] {
            guard mention.kind == .location || mention.kind == .facility, sentence.span.contains(mention.span) else { continue }
            let token = text.tokens.partitionPoint { $0.span.start >= mention.span.start }
            let leads = (1...2).contains {
                ["in", "at", "near", "across", "outside", "around", "inside", "over", "from"].contains(reader.word(token - $0))
            }
            let distance = mention.span.start >= span.end ? mention.span.start - span.end : 2 * (span.start - mention.span.end)
            if leads, distance < best?.distance ?? .max { best = (mention.entity, distance) }
        }
        return best?.id
    }

    func isPlural(_ counted: CountedPhrase?) -> Bool {
        counted.map { CountedPhrase.isPlural(reader.words[$0.head], text.tokens[$0.head]) } ?? false
    }

    private func entity(in span: TextSpan) -> String? {
        let low = mentions.partitionPoint { $0.span.end > span.start }
        return low < mentions.count && span.contains(mentions[low].span) ? mentions[low].entity : nil
    }

    /// The nearest date or time of day in the sentence, among the few on either side.
    private func time(near span: TextSpan, _ sentence: TokenizedText.Segment) -> Int? {
        let low = times.partitionPoint { $0.span.start >= span.start }
        var best: (index: Int, distance: Int)?
        for index in max(0, low - 4)..<min(times.count, low + 4) {
            let time = times[index]
            guard sentence.span.contains(time.span), time.kind == .date || time.kind == .time, time.value?.hasSuffix("_REF") != true else {
                continue
            }
            let distance = time.span.start >= span.end ? time.span.start - span.end : span.start - time.span.end
            if distance < best?.distance ?? .max { best = (index, distance) }
        }
        return best?.index
    }
}
