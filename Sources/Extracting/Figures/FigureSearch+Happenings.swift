// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What happened to those who are counted.
extension FigureSearch {
    /// What happened to those who are counted: said by the head itself, by what follows it, or by the verb before the figure.
    func happening(
        _ reading: FigureReading, _ counted: CountedPhrase?, _ sentence: TokenizedText.Segment, whole: Int? = nil
    ) -> String? {
        if let counted {
            for index in counted.tokens { if let found = FigureWords.happenings[reader.words[index]] { return found } }
            if FigureWords.things.contains(reader.words[counted.head]) { return nil }
            let isPeople = FigureWords.people.contains(reader.words[counted.head])
            if isPeople, reader.word(reading.start - 1) == "lost" { return "killed" }
        }
        let from = counted?.tokens.upperBound ?? whole ?? reading.end
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
            // "two in 3 villages", "miners died and 21": what stands before a preposition or "and" has its own number.
            if !forward, FigureWords.barriers.contains(word), !(distance == 0 && isToll(before: index)) { return nil }
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

    /// "put the number of dead at 27"
    private func isToll(before index: Int) -> Bool {
        reader.word(index) == "at" && (max(0, index - 2)..<index).contains { FigureWords.happenings[reader.words[$0]] != nil }
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
}
