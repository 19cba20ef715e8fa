// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Reads an article's topics, to any depth, from its sentences' vectors, with its words as a second witness.
///
/// Top-level topics share one certainty. A concept below them is named where the article lies nearer to what the vocabulary says of it than open text does,
/// the more so where the article says its name; it is never surer than its parent, which is named with it.
struct TopicReader {
    /// Nearness at which a concept that the words neither bear out nor speak against is half as sure as its top-level topic.
    private static let halfNearness: Float = 5
    private static let spread: Float = 0.7
    /// Added where the text says the concept's name; taken off where fewer than three of its words are the concept's terms.
    private static let spoken: Float = 0.8, unspoken: Float = -1
    /// Siblings that are further behind the nearest of them say the same thing worse; those nearer are kept where the text says their names.
    private static let siblingReach: Float = 0.8
    /// What the nearest sibling must be ahead by where the text does not say its name: else their parent is all that can be told.
    private static let siblingLead: Float = 0.25
    /// Concepts below the top less sure than that would be many rather than right.
    private static let leastConfidence = 0.6

    let head: TopicHead
    let article: ArticleVectors
    let terms: TopicTerms

    func topics(limit: Int, minimum: Double) -> [Topic] {
        let tops = confidences()
        let order = tops.indices.sorted { (-tops[$0], $0) < (-tops[$1], $1) }
        let best = order.enumerated().filter { $0.offset == 0 || tops[$0.element] >= minimum }.map(\.element).prefix(limit)
        var topics = best.compactMap { top in
            topic(MediaTopics.topCode(top), tops[top], article.telling { head.weight(top: top, $0.vector) })
        }
        var named = Set(topics.map(\.code))
        for (concept, confidence) in concepts(under: Array(best), tops, least: max(minimum, Self.leastConfidence)) {
            // From the second level down to the concept: a parent goes before its child.
            let path = MediaTopics.path(of: concept).dropFirst().filter { !named.contains(MediaTopics.codes[$0]) }
            guard topics.count + path.count <= limit else { continue }
            for step in path {
                let code = MediaTopics.codes[step]
                guard let topic = topic(code, confidence, article.telling { head.weight(concept: step, $0.vector) }) else { continue }
                named.insert(code)
                topics.append(topic)
            }
        }
        return topics
    }

    private func topic(_ code: String, _ confidence: Double, _ sentences: [TextSpan]) -> Topic? {
        var topic = MediaTopics.topic(code, confidence: TopicScorer.rounded(confidence))
        topic?.why = TopicReason(sentences: sentences, terms: terms.words(for: code))
        return topic
    }

    private func confidences() -> [Double] {
        let logits = head.tops(article.mean)
        let best = logits.max() ?? 0
        return Softmax.shares(logits.map { Double($0 - best) }, temperature: 1)
    }

    /// Concepts below the top with what they are sure of, surest first.
    private func concepts(under tops: [Int], _ confidences: [Double], least: Double) -> [(concept: Int, confidence: Double)] {
        let stemmer = Stemmer()
        var found: [Candidate] = []
        var siblings: [Int: (nearest: Float, next: Float)] = [:]
        for concept in MediaTopics.codes.indices {
            let path = MediaTopics.path(of: concept)
            guard path.count > 1, let top = MediaTopics.topIndex(of: path[0]), tops.contains(top),
                let candidate = candidate(concept, parent: path[path.count - 2], top: top, stemmer)
            else { continue }
            found.append(candidate)
            let known = siblings[candidate.parent] ?? (0, 0)
            let nearest = max(known.nearest, candidate.nearness)
            siblings[candidate.parent] = (nearest, max(known.next, min(known.nearest, candidate.nearness)))
        }
        var result: [(concept: Int, confidence: Double)] = []
        for candidate in found {
            let (nearest, next) = siblings[candidate.parent] ?? (0, 0)
            let isSaid = candidate.isSaid && candidate.nearness >= nearest - Self.siblingReach
            guard isSaid || candidate.nearness - next >= Self.siblingLead else { continue }
            let confidence = confidences[candidate.top] * Self.logistic((candidate.nearness - Self.halfNearness) / Self.spread)
            if confidence >= least { result.append((candidate.concept, confidence)) }
        }
        return result.sorted { ($1.confidence, $0.concept) < ($0.confidence, $1.concept) }
    }

    private struct Candidate {
        var concept: Int
        var parent: Int
        var top: Int
        var nearness: Float
        /// Whether the text says the concept's name.
        var isSaid: Bool
    }

    private func candidate(_ concept: Int, parent: Int, top: Int, _ stemmer: borrowing Stemmer) -> Candidate? {
        var nearness = head.nearness(of: concept, article.mean)
        let code = MediaTopics.codes[concept]
        guard nearness > Self.halfNearness / 2, let name = MediaTopics.name(of: code) else { return nil }
        let isSaid = terms.says(name, stemmer)
        nearness += isSaid ? Self.spoken : terms.count(for: code) < 3 ? Self.unspoken : 0
        return Candidate(concept: concept, parent: parent, top: top, nearness: nearness, isSaid: isSaid)
    }

    private static func logistic(_ x: Float) -> Double {
        let power = Exponential.of(Double(-abs(x)))
        return x >= 0 ? 1 / (1 + power) : power / (1 + power)
    }
}
