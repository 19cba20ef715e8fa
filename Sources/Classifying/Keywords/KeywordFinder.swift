// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Phrases of one to three words that set the article apart, in the spelling it uses most.
///
/// Candidates are the word sequences between stop words and marks (as in RAKE); each is scored by how often it is said, how
/// rare its words are and how early it comes (as in YAKE). Phrases that differ by endings alone are one.
struct KeywordFinder {
    private static let longestPhrase = 3

    /// When something happened is not what it is about.
    private static let daysAndMonths: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
        "may", "june", "july", "august", "september", "october", "november", "december",
    ]

    let text: TokenizedText
    let words: StemmedText
    /// Stems that the headline uses.
    let headline: Set<Int32>

    /// - Throws: `CancellationError` where the task was cancelled.
    func keywords(limit: Int) throws(CancellationError) -> [Keyword] {
        guard limit > 0 else { return [] }
        let phrases = try collect()
        var ranked: [(phrase: Phrase, score: Double)] = []
        for (number, phrase) in phrases.enumerated() where isWorthy(phrase) {
            if number & 0xFFF == 0, Task.isCancelled { throw CancellationError() }
            ranked.append((phrase, score(phrase)))
        }
        ranked.sort { ($1.score, $0.phrase.first) < ($0.score, $1.phrase.first) }
        return choose(ranked, limit: limit)
    }

    private func collect() throws(CancellationError) -> [Phrase] {
        var phrases: [Phrase] = []
        var ids: [SIMD4<Int32>: Int] = [:]
        for (number, sentence) in text.sentences.enumerated() {
            var runStart = sentence.tokens.lowerBound
            for token in sentence.tokens {
                if token & 0xFFF == 0, Task.isCancelled { throw CancellationError() }
                guard words.ofToken[token] >= 0 else {
                    runStart = token + 1
                    continue
                }
                for start in max(runStart, token - Self.longestPhrase + 1)...token {
                    let range = start..<token + 1
                    // "Okonjo" of "Okonjo-Varga" is nobody's name.
                    if isHyphen(start - 1) || isHyphen(token + 1) { continue }
                    let key = key(range)
                    let isInitial = start == sentence.tokens.lowerBound
                    if let id = ids[key] {
                        phrases[id].add(range, isInitial: isInitial, in: text)
                    } else {
                        ids[key] = phrases.count
                        var phrase = Phrase(key: key, first: start, length: range.count, sentence: number)
                        phrase.isName = range.allSatisfy { text.tokens[$0].casing != .lower } && !(isInitial && range.count == 1)
                        phrase.isBounded = isBounded(range, in: runStart, sentence.tokens)
                        phrase.add(range, isInitial: isInitial, in: text)
                        phrases.append(phrase)
                    }
                }
            }
        }
        try countLonger(&phrases, ids)
        return phrases
    }

    /// Notes for each phrase how often its most frequent longer phrase is said: "Save" says no more than "Save the Children".
    private func countLonger(_ phrases: inout [Phrase], _ ids: [SIMD4<Int32>: Int]) throws(CancellationError) {
        for phrase in phrases.indices where phrases[phrase].length > 1 && isWorthy(phrases[phrase]) {
            if phrase & 0xFFF == 0, Task.isCancelled { throw CancellationError() }
            let range = phrases[phrase].first..<phrases[phrase].first + phrases[phrase].length
            for part in [range.dropFirst(), range.dropLast()] where !part.isEmpty {
                guard let id = ids[key(part)] else { continue }
                phrases[id].inLonger = max(phrases[id].inLonger, phrases[phrase].count)
            }
        }
    }

    /// A hyphen between two words that it makes one.
    private func isHyphen(_ token: Int) -> Bool {
        guard token > 0, token + 1 < text.tokens.count, text.text.equals(text.tokens[token].span, "-") else { return false }
        return !text.tokens[token].afterSpace && !text.tokens[token + 1].afterSpace
    }

    private func key(_ range: Range<Int>) -> SIMD4<Int32> {
        var key = SIMD4<Int32>(repeating: -1)
        for (place, token) in range.enumerated() { key[place] = words.ofToken[token] }
        return key
    }

    /// Whether nothing but the phrase stands between two stop words or marks.
    private func isBounded(_ range: Range<Int>, in runStart: Int, _ sentence: Range<Int>) -> Bool {
        range.lowerBound == runStart && (range.upperBound == sentence.upperBound || words.ofToken[range.upperBound] < 0)
    }

    /// Without a tagger, what tells "Iraqi forces" from "forces dropped thousands": names, repetition, bounds, and endings.
    private func isWorthy(_ phrase: Phrase) -> Bool {
        let last = text.folded(phrase.first + phrase.length - 1)
        let first = text.folded(phrase.first)
        if phrase.length == 1, Self.daysAndMonths.contains(first) { return false }
        guard !phrase.isName else { return true }
        let opensLower = text.tokens[phrase.first].casing == .lower
        if opensLower, text.tokens[phrase.first + phrase.length - 1].casing != .lower {
            // "western Mosul", but not "retake Mosul"
            return phrase.length == 2 && phrase.count > 1
        }
        if last.hasSuffix("ly") || first.hasSuffix("ly") || last.hasSuffix("ed") { return false }
        if phrase.length == 1 { return first.utf8.count > 3 && phrase.count > 1 }
        return phrase.count > 1 || phrase.isBounded && phrase.length == 2 && !last.hasSuffix("ing")
    }

    private func score(_ phrase: Phrase) -> Double {
        var rarity = 0.0
        var isInHeadline = true
        for place in 0..<phrase.length {
            rarity += words.stems[Int(phrase.key[place])].rarity
            if !headline.contains(phrase.key[place]) { isInHeadline = false }
        }
        rarity /= Double(phrase.length)
        let own = Double(phrase.count) - 0.7 * Double(phrase.inLonger)
        let early = 1 + 0.6 / (1 + Double(phrase.sentence) / 2)
        return max(own, 0.1).squareRoot() * rarity * early * (1 + 0.3 * Double(phrase.length - 1)) * (phrase.isName ? 1.2 : 1)
            * (isInHeadline ? 1.5 : 1)
    }

    /// The best first, without those whose words a chosen one already says.
    private func choose(_ ranked: [(phrase: Phrase, score: Double)], limit: Int) -> [Keyword] {
        guard let best = ranked.first?.score, best > 0 else { return [] }
        var chosen: [Keyword] = []
        var taken: [Set<Int32>] = []
        for (phrase, score) in ranked {
            let stems = Set((0..<phrase.length).map { phrase.key[$0] })
            guard !taken.contains(where: stems.isSubset) else { continue }
            taken.append(stems)
            chosen.append(Keyword(phrase.spelling(in: text), score: TopicScorer.rounded(score / best)))
            if chosen.count == limit { break }
        }
        return chosen
    }
}

/// A sequence of stems with all its occurrences.
private struct Phrase {
    /// Its stems; -1 behind the last.
    var key: SIMD4<Int32>
    /// The token at which it first begins.
    var first: Int
    var length: Int
    var sentence: Int
    var count = 0
    /// How often the most frequent longer phrase occurs.
    var inLonger = 0
    var isName = false
    var isBounded = false
    /// Each by the token at which it first begins, with its weight. The first lies apart: most phrases have no other, and a
    /// list costs memory. Of a long list the rest is not counted.
    private var firstWeight = 0
    private var others: [(first: Int, weight: Int)] = []

    init(key: SIMD4<Int32>, first: Int, length: Int, sentence: Int) {
        self.key = key
        self.first = first
        self.length = length
        self.sentence = sentence
    }

    mutating func add(_ range: Range<Int>, isInitial: Bool, in text: TokenizedText) {
        count += 1
        // The capital of a sentence's first word says nothing.
        let weight = isInitial ? 1 : 100
        if text.isSame(range.lowerBound, first, length) {
            firstWeight += weight
        } else if let index = others.firstIndex(where: { text.isSame(range.lowerBound, $0.first, length) }) {
            others[index].weight += weight
        } else if others.count < 7 {
            others.append((range.lowerBound, weight))
        }
    }

    /// The one used most; the earliest of equals.
    func spelling(in text: TokenizedText) -> String {
        var best = (first: first, weight: firstWeight)
        for other in others where other.weight > best.weight { best = other }
        return (best.first..<best.first + length).map(text.string).joined(separator: " ")
    }
}

extension TokenizedText {
    /// Whether as many tokens from `left` on are written as those from `right` on.
    fileprivate func isSame(_ left: Int, _ right: Int, _ count: Int) -> Bool {
        left == right
            || (0..<count).allSatisfy { text[tokens[left + $0].span].elementsEqual(text[tokens[right + $0].span]) }
    }
}
