// SPDX-License-Identifier: Apache-2.0

/// Picks candidates one by one, each time the best of what is new (maximal marginal relevance).
struct SentenceChoice {
    /// From that cosine on two sentences say the same.
    private static let sameness = 0.5
    /// What likeness to a chosen sentence costs.
    private static let noveltyWeight = 0.9
    /// What leaning on a sentence that was not chosen costs, as a factor.
    private static let leaning = 0.7
    /// Only the best are compared, so that a book costs no more than its length.
    private static let shortlist = 200

    let candidates: [Candidate]

    /// The numbers of the chosen sentences, in the order of the text.
    ///
    /// - Throws: `CancellationError` where the task was cancelled.
    func chosen(limit: Int) throws(CancellationError) -> [Int] {
        var open = candidates.indices.sorted { (candidates[$1].score, $0) < (candidates[$0].score, $1) }
        open.removeLast(max(0, open.count - Self.shortlist))
        var likeness = [Int: Double](minimumCapacity: open.count)
        var chosen: Set<Int> = []
        while chosen.count < limit {
            if Task.isCancelled { throw CancellationError() }
            var best: (candidate: Int, gain: Double)?
            for candidate in open where !chosen.contains(candidates[candidate].sentence) {
                let same = likeness[candidate] ?? 0
                guard same < Self.sameness else { continue }
                let gain = gain(of: candidate, likeness: same, chosen)
                if best.map({ gain > $0.gain }) ?? true { best = (candidate, gain) }
            }
            guard let pick = best?.candidate else { break }
            chosen.insert(candidates[pick].sentence)
            for candidate in open {
                likeness[candidate] = max(likeness[candidate] ?? 0, candidates[candidate].likeness(to: candidates[pick]))
            }
        }
        return chosen.sorted()
    }

    private func gain(of candidate: Int, likeness: Double, _ chosen: Set<Int>) -> Double {
        let sentence = candidates[candidate]
        let isAlone = sentence.leansBack && !chosen.contains(sentence.sentence - 1)
        return sentence.score * (isAlone ? Self.leaning : 1) - Self.noveltyWeight * likeness
    }
}
