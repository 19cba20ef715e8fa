// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Weighs a text's stems against the table of topic terms.
///
/// A text's score for a topic is the mean weight of its stems, each with its damped count, so length says nothing.
/// Rarity has no part in it: the weights of general words are small already, and measured without it is better. It is the way without a model; `TopicReader` is the way with one.
struct TopicScorer {
    /// Fewer stems than that say nothing.
    static let leastStems = 5
    /// How far apart two scores must lie for one topic to be e times as sure as the other.
    private static let temperature = 0.035
    /// How much evidence makes a specific topic half as sure as its top-level topic.
    private static let halfEvidence = 0.02

    let words: StemmedText
    /// For each stem how often it occurs, more for places that count more.
    let counts: [Double]
    let terms: TopicTerms

    func topics(limit: Int, minimum: Double) -> [Topic] {
        let evidence = gather()
        guard evidence.stems >= Self.leastStems, evidence.mass > 0 else { return [] }
        let confidences = Softmax.shares(evidence.tops.map { $0 / evidence.mass }, temperature: Self.temperature)
        let order = confidences.indices.sorted { (-confidences[$0], $0) < (-confidences[$1], $1) }
        let best = order.enumerated().filter { $0.offset == 0 || confidences[$0.element] >= minimum }.map(\.element)
        var topics = best.prefix(limit).compactMap { index in
            topic(MediaTopics.topCode(index), Self.rounded(confidences[index]))
        }
        if topics.count < limit {
            let specific = specificTopics(evidence, under: best, confidences).filter { $0.confidence >= minimum }
            topics += specific.prefix(limit - topics.count)
        }
        return topics
    }

    private func topic(_ code: String, _ confidence: Double) -> Topic? {
        var topic = MediaTopics.topic(code, confidence: confidence)
        topic?.why = TopicReason(sentences: [], terms: terms.words(for: code))
        return topic
    }

    private struct Evidence {
        var stems = 0
        var mass = 0.0
        var tops = [Double](repeating: 0, count: MediaTopics.topCount)
        /// By code without `medtop:`: weighted evidence, and how many stems gave it.
        var concepts: [Substring: (score: Double, stems: Int)] = [:]
    }

    private func gather() -> Evidence {
        var evidence = Evidence()
        for (stem, count) in zip(words.stems, counts) where count > 0 {
            evidence.stems += 1
            guard !stem.topics.isEmpty else { continue }
            let amount = Self.damped(count)
            evidence.mass += amount
            for entry in stem.topics.split(separator: ",") {
                guard let colon = entry.firstIndex(of: ":"), let weight = Double(entry[entry.index(after: colon)...]) else { continue }
                let code = entry[..<colon]
                if let top = code.utf8.count == 2 ? Int(code) : nil, (1...MediaTopics.topCount).contains(top) {
                    evidence.tops[top - 1] += amount * weight / 99
                } else {
                    let known = evidence.concepts[code] ?? (0, 0)
                    evidence.concepts[code] = (known.score + amount * weight / 99, known.stems + 1)
                }
            }
        }
        return evidence
    }

    /// Second- and third-level topics whose name the text says and other words bear out.
    private func specificTopics(_ evidence: Evidence, under tops: [Int], _ confidences: [Double]) -> [Topic] {
        let stemmer = Stemmer()
        var found: [Topic] = []
        for (code, known) in evidence.concepts.sorted(by: { $0.key < $1.key }) where known.stems >= 2 {
            let code = "medtop:\(code)"
            guard let top = MediaTopics.top(above: code), tops.contains(top), let name = MediaTopics.name(of: code),
                terms.says(name, stemmer)
            else {
                continue
            }
            let share = known.score / evidence.mass
            let confidence = Self.rounded(confidences[top] * share / (share + Self.halfEvidence))
            if let topic = topic(code, confidence) { found.append(topic) }
        }
        return found.sorted { (-$0.confidence, $0.code) < (-$1.confidence, $1.code) }
    }

    /// The square root rather than a logarithm: it needs no mathematics library, and grows little faster at such counts.
    private static func damped(_ count: Double) -> Double { count.squareRoot() }

    static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
