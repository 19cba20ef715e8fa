// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Language

/// Finds the figures that an article states: number, bounds, unit, what is counted, and what happened to it.
package enum FigureFinder {
    /// - Parameters:
    ///   - times: their numbers are not figures.
    ///   - entities: numbers inside their names are not figures; a figure that counts one names it.
    ///   - language: BCP 47 tag, for the marks inside numbers.
    /// - Returns: figures in the order of the text, and lists of indexes of those that contradict each other.
    package static func figures(
        in text: TokenizedText, times: [TimeExpression], entities: [Entity], language: String? = nil
    ) -> (figures: [Figure], conflicts: [[Int]]) {
        var search = FigureSearch(text: text, times: times, entities: entities, language: language)
        let figures = search.run()
        return (figures, FigureConflicts.find(figures, text: text, entities: search.mentions))
    }
}

/// A name in the text and the entity that it names.
struct NamedSpan {
    var span: TextSpan
    var entity: String
    var kind: Entity.Kind
}

private struct FigureSearch {
    let text: TokenizedText
    let times: [TimeExpression]
    /// Ordered by place.
    let mentions: [NamedSpan]
    private let reader: FigureReader
    /// Tokens that belong to a time or a name.
    private var isTaken: [Bool]
    private var figures: [Figure] = []

    init(text: TokenizedText, times: [TimeExpression], entities: [Entity], language: String?) {
        self.text = text
        self.times = times
        mentions = entities.flatMap { entity in entity.mentions.map { NamedSpan(span: $0.span, entity: entity.id, kind: entity.kind) } }
            .sorted { ($0.span, $0.entity) < ($1.span, $1.entity) }
        let words = text.tokens.indices.map { index in
            let word = text.folded(index)
            return text.tokens[index].kind == .number ? DecimalMarks.asInEnglish(word, language: language) : word
        }
        reader = FigureReader(text: text, words: words)
        isTaken = Array(repeating: false, count: text.tokens.count)
        take(times.map(\.span))
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
        let counted = CountedPhrase(at: reading.end, takesOf: reading.takesOf, limit: limit, text: text, words: reader.words)
        let category = reading.category ?? happening(reading, counted, sentence)
        guard isStated(reading, counted, category, sentence) else { return nil }
        let span = text.span(reading.start..<reading.end)
        let of = reading.category == "age" ? nil : counted.map { text.span($0.tokens) }
        return Figure(
            span, value: reading.value, min: reading.min, max: reading.max, approximate: reading.approximate, unit: reading.unit, of: of,
            category: category ?? "count", entity: of.flatMap { entity(in: $0) }, time: time(near: span, sentence))
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

    /// "Flight 370", "G7", "COVID-19", a score, "(3)", "2." at the start of a paragraph, and what sticks to the letters before it.
    private func isPartOfName(_ reading: FigureReading, _ sentence: TokenizedText.Segment) -> Bool {
        let first = reading.start
        guard text.tokens[first].kind == .number else { return false }
        let before = reader.word(first - 1)
        if first > 0, FigureWords.namers.contains(before), before != "no" || text.tokens[first - 1].casing != .lower { return true }
        if first > 1, before == ".", reader.word(first - 2) == "no" { return true }
        if first > 0, !text.tokens[first].afterSpace, !["(", "[", "“", "\"", "‘", "'", "—", "–"].contains(before) { return true }
        guard reading.end == first + 1, reading.unit == nil else { return false }
        let behind = reader.word(reading.end)
        // "2-1": had the second been greater, the two were read as a range.
        if ["-", "–"].contains(behind), first + 2 < text.tokens.count, text.tokens[first + 2].kind == .number,
            !text.tokens[first + 1].afterSpace, !text.tokens[first + 2].afterSpace
        {
            return true
        }
        if [".", ")"].contains(behind), let paragraph = text.paragraph(at: text.tokens[first].span.start),
            text.paragraphs[paragraph].tokens.lowerBound == first
        {
            return true
        }
        return before == "(" && [")", "-"].contains(behind)
    }

    /// Whether enough stands around a bare number to make it a statement.
    private func isStated(_ reading: FigureReading, _ counted: CountedPhrase?, _ category: String?, _ sentence: TokenizedText.Segment)
        -> Bool
    {
        if reading.unit != nil || reading.takesOf { return reading.unit != nil || counted != nil }
        let isBounded = reading.min != nil || reading.max != nil || reading.approximate
        let first = reader.word(reading.start)
        if text.tokens[reading.start].kind == .word, !isBounded {
            // "one" and "a hundred" are also a pronoun and a way of speaking.
            if first == "one" || first == "zero" { return category != nil && counted != nil }
            return counted != nil && (category != nil || isPlural(counted))
        }
        if let value = reading.value, !isBounded, (1000...2199).contains(value), value == value.rounded(),
            !text.string(reading.start).contains(",")
        {
            return isPlural(counted) || category != nil
        }
        // "14-21", "555-1234": without a word on what it counts, a range is as well a result or a telephone number.
        if reading.value == nil, !reading.approximate, counted == nil, category == nil { return false }
        if isBounded { return counted != nil || category != nil || text.tokens[reading.end - 1].kind == .number }
        return isPlural(counted) || category != nil
    }

    private func isPlural(_ counted: CountedPhrase?) -> Bool {
        counted.map { CountedPhrase.isPlural(reader.words[$0.head], text.tokens[$0.head]) } ?? false
    }

    /// What happened to those who are counted: said by the head itself, by what follows it, or by the verb before the figure.
    private func happening(_ reading: FigureReading, _ counted: CountedPhrase?, _ sentence: TokenizedText.Segment) -> String? {
        if let counted {
            for index in counted.tokens { if let found = FigureWords.happenings[reader.words[index]] { return found } }
        }
        let from = counted?.tokens.upperBound ?? reading.end
        let after = trigger(in: from..<min(sentence.tokens.upperBound, from + 8), forward: true)
        let before = trigger(in: max(sentence.tokens.lowerBound, reading.start - 5)..<reading.start, forward: false)
        let isLeaving = counted.map { FigureWords.people.contains(reader.words[$0.head]) } ?? false
        switch (before, after) {
        case (let before?, let after?): return before.distance <= after.distance ? before.category : after.category
        case (let found?, nil), (nil, let found?): return found.category
        case (nil, nil): return isLeaving && leaves(from, sentence) ? "displaced" : nil
        }
    }

    /// The nearest word of a happening before the clause ends or another number stands in the way.
    private func trigger(in range: Range<Int>, forward: Bool) -> (category: String, distance: Int)? {
        for (distance, index) in (forward ? Array(range) : range.reversed()).enumerated() {
            let word = reader.words[index]
            if let category = FigureWords.happenings[word] {
                // "20 people, killing 3": the gerund speaks of what follows it.
                if forward, word.hasSuffix("ing"), word != "missing" { return nil }
                return (category, distance)
            }
            if [";", ".", ":", "(", ")", "“", "”", ",", "while", "who", "which", "as"].contains(word) { return nil }
            if text.tokens[index].kind == .number || NumberWords.small[word] != nil { return nil }
        }
        return nil
    }

    private func leaves(_ start: Int, _ sentence: TokenizedText.Segment) -> Bool {
        for index in start..<min(sentence.tokens.upperBound, start + 5) {
            if ["leave", "left", "leaving"].contains(reader.words[index]) { return true }
            guard
                ["may", "might", "could", "will", "would", "have", "had", "try", "to", "already", "also", "are"].contains(
                    reader.words[index])
            else { return false }
        }
        return false
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
