// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Finds what is said of each salient entity, and by whom.
///
/// A word counts only where its grammar leads to a mention: the object of "praised", the subject of "lied", the nearest mention in the same clause
/// for "corrupt". Words for harm and disaster are not in the list: the victims of an attack are not spoken of badly.
struct ToneFinder {
    /// In tokens: how far a word may lie behind and before the mention.
    private static let reach = (behind: 9, before: 3, object: 8)
    private static let entityLimit = 12

    private struct Place {
        var tokens: Range<Int>
        var entity: Int
    }

    let text: TokenizedText
    let entities: [Entity]
    let quotes: [Quote]

    /// - Throws: `CancellationError` where the task was cancelled.
    func tones() throws(CancellationError) -> [Tone] {
        let places = places()
        guard !places.isEmpty else { return [] }
        let quotes = quotes.sorted { $0.span < $1.span }
        var evidence: [Int: [Tone.Evidence]] = [:]
        var (next, quote) = (0, 0)
        for sentence in text.sentences {
            if Task.isCancelled { throw CancellationError() }
            while next < places.count, places[next].tokens.lowerBound < sentence.tokens.lowerBound { next += 1 }
            let first = next
            while next < places.count, places[next].tokens.lowerBound < sentence.tokens.upperBound { next += 1 }
            guard first < next else { continue }
            let mentions = places[first..<next]
            for token in sentence.tokens where text.tokens[token].kind == .word {
                if token & 0xFFF == 0, Task.isCancelled { throw CancellationError() }
                guard let meaning = ToneWords.meaning(of: text.folded(token)), !isInside(token, mentions),
                    let target = target(of: token, meaning.kind, mentions, sentence.tokens)
                else { continue }
                let start = text.tokens[token].span.start
                while quote < quotes.count, quotes[quote].span.end <= start { quote += 1 }
                let inQuote = quote < quotes.count && quotes[quote].span.contains(start) ? quotes[quote].speaker?.entity : nil
                let speaker = inQuote ?? judge(of: token, meaning.kind, mentions, sentence.tokens, target)
                evidence[target, default: []].append(weighed(token, meaning.value, sentence.tokens, speaker))
            }
        }
        return salient().compactMap { index in
            guard let list = evidence[index] else { return nil }
            let value = list.reduce(0) { $0 + $1.value } / Double(list.count)
            return Tone(entity: entities[index].id, value: TopicScorer.rounded(value), evidence: list)
        }
    }

    private func salient() -> [Int] {
        let order = entities.indices.sorted { (entities[$1].salience, $0) < (entities[$0].salience, $1) }
        return Array(order.prefix(Self.entityLimit))
    }

    /// All mentions in the order of the text.
    private func places() -> [Place] {
        var places: [Place] = []
        for (index, entity) in entities.enumerated() {
            for mention in entity.mentions {
                let first = text.tokens.partitionPoint { $0.span.end > mention.span.start }
                var last = first
                while last < text.tokens.count, text.tokens[last].span.start < mention.span.end { last += 1 }
                if first < last { places.append(Place(tokens: first..<last, entity: index)) }
            }
        }
        return places.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private func isInside(_ token: Int, _ mentions: ArraySlice<Place>) -> Bool {
        let index = before(token + 1, mentions)
        return index.map { mentions[$0].tokens.contains(token) } ?? false
    }

    /// The last mention that begins before a token.
    private func before(_ token: Int, _ mentions: ArraySlice<Place>) -> Int? {
        let index = mentions.partitionPoint { $0.tokens.lowerBound >= token }
        return index > mentions.startIndex ? index - 1 : nil
    }

    private func target(of token: Int, _ kind: ToneWords.Kind, _ mentions: ArraySlice<Place>, _ sentence: Range<Int>) -> Int? {
        switch kind {
        case .judgement where !isPassive(token, sentence): object(of: token, mentions, sentence)
        case .judgement, .conduct: subject(of: token, mentions)
        case .quality:
            // "the corrupt Holt government" or "Holt is corrupt"
            modified(by: token, mentions) ?? subject(of: token, mentions, crossesPrepositions: false)
        }
    }

    private func object(of token: Int, _ mentions: ArraySlice<Place>, _ sentence: Range<Int>) -> Int? {
        let index = mentions.partitionPoint { $0.tokens.lowerBound > token }
        guard index < mentions.endIndex, mentions[index].tokens.lowerBound - token <= Self.reach.object,
            isOneClause(token + 1..<mentions[index].tokens.lowerBound)
        else { return nil }
        return mentions[index].entity
    }

    private func subject(of token: Int, _ mentions: ArraySlice<Place>, crossesPrepositions: Bool = true) -> Int? {
        guard let index = before(token, mentions), token - mentions[index].tokens.upperBound <= Self.reach.behind,
            mentions[index].tokens.upperBound <= token, isOneClause(mentions[index].tokens.upperBound..<token)
        else { return nil }
        // "Holt lost a house in a terrible flood"
        if !crossesPrepositions, (mentions[index].tokens.upperBound..<token).contains(where: isPreposition) { return nil }
        return mentions[index].entity
    }

    private func isPreposition(_ token: Int) -> Bool {
        switch text.folded(token) {
        case "in", "on", "at", "about", "with", "from", "during", "against", "over", "into", "through": true
        default: false
        }
    }

    private func modified(by token: Int, _ mentions: ArraySlice<Place>) -> Int? {
        let index = mentions.partitionPoint { $0.tokens.lowerBound > token }
        guard index < mentions.endIndex, mentions[index].tokens.lowerBound - token <= Self.reach.before else { return nil }
        for between in token + 1..<mentions[index].tokens.lowerBound where text.tokens[between].casing == .lower {
            // "as reckless as Holt"
            guard text.tokens[between].kind == .word, !StopWords.contains(text.folded(between)) || text.folded(between) == "as" else {
                return nil
            }
        }
        return mentions[index].entity
    }

    /// No semicolon, colon, dash, or word that opens a clause of its own lies between.
    private func isOneClause(_ range: Range<Int>) -> Bool {
        range.allSatisfy { token in
            if text.tokens[token].kind == .punctuation {
                return text.text.equals(text.tokens[token].span, ",") || text.text.equals(text.tokens[token].span, "-")
            }
            switch text.folded(token) {
            case "but", "while", "although", "because", "when", "after", "before", "if", "that", "whose": return false
            default: return true
            }
        }
    }

    /// "was praised", "has been widely blamed"
    private func isPassive(_ token: Int, _ sentence: Range<Int>) -> Bool {
        guard text.folded(token).hasSuffix("ed") || text.folded(token).hasSuffix("n") else { return false }
        for before in max(sentence.lowerBound, token - 3)..<token {
            switch text.folded(before) {
            case "is", "are", "was", "were", "be", "been", "being", "wasn't", "weren't", "isn't": return true
            default: continue
            }
        }
        return token + 1 < sentence.upperBound && text.folded(token + 1) == "by"
    }

    /// Who praises or blames: the subject of the verb, or who stands behind "by".
    private func judge(
        of token: Int, _ kind: ToneWords.Kind, _ mentions: ArraySlice<Place>, _ sentence: Range<Int>, _ target: Int
    ) -> String? {
        guard kind == .judgement else { return nil }
        if isPassive(token, sentence) {
            guard let by = (token + 1..<min(token + 5, sentence.upperBound)).first(where: { text.folded($0) == "by" }),
                let entity = object(of: by, mentions, sentence), entity != target
            else { return nil }
            return entities[entity].id
        }
        guard let entity = subject(of: token, mentions), entity != target else { return nil }
        return entities[entity].id
    }

    private func weighed(_ token: Int, _ value: Double, _ sentence: Range<Int>, _ speaker: String?) -> Tone.Evidence {
        var value = value
        var first = token
        for before in (max(sentence.lowerBound, token - 4)..<token).reversed() {
            guard text.tokens[before].kind == .word else { break }
            let word = text.folded(before)
            value *= ToneWords.degree(word)
            if ToneWords.isNegation(word) {
                value *= -0.7
                first = before
                break
            }
        }
        let span = TextSpan(text.tokens[first].span.start, text.tokens[token].span.end)
        return Tone.Evidence(span, value: TopicScorer.rounded(min(max(value, -1), 1)), speaker: speaker)
    }
}
