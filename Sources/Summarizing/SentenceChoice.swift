// SPDX-License-Identifier: Apache-2.0

internal import Language

/// Picks candidates one by one, each time the best of what is new (maximal marginal relevance).
struct SentenceChoice {
    /// From that cosine on two sentences say the same.
    private static let sameness = 0.5
    /// What likeness to a chosen sentence costs.
    private static let noveltyWeight = 0.9
    /// What leaning on a sentence that was not chosen costs, as a factor.
    private static let leaning = 0.55
    /// Only the best are compared, so that a book costs no more than its length.
    private static let shortlist = 200

    /// So many words in a row that stand in a chosen sentence too are the same news told again.
    private static let repeatedRun = 5

    let text: TokenizedText
    let candidates: [Candidate]

    /// The numbers of the chosen sentences, in the order of the text.
    ///
    /// - Throws: `CancellationError` where the task was cancelled.
    func chosen(limit: Int) throws(CancellationError) -> [Int] {
        var open = candidates.indices.sorted { (candidates[$1].score, $0) < (candidates[$0].score, $1) }
        open.removeLast(max(0, open.count - Self.shortlist))
        var likeness = [Int: Double](minimumCapacity: open.count)
        let runs = open.map(runs)
        var said: Set<UInt64> = []
        var chosen: Set<Int> = []
        while chosen.count < limit {
            if Task.isCancelled { throw CancellationError() }
            var best: (candidate: Int, place: Int, gain: Double)?
            for (place, candidate) in open.enumerated() where !chosen.contains(candidates[candidate].sentence) {
                let same = likeness[candidate] ?? 0
                guard same < Self.sameness else { continue }
                guard !runs[place].contains(where: said.contains) else { continue }
                let gain = gain(of: candidate, likeness: same, chosen)
                if best.map({ gain > $0.gain }) ?? true { best = (candidate, place, gain) }
            }
            guard let (pick, place, _) = best else { break }
            chosen.insert(candidates[pick].sentence)
            said.formUnion(runs[place])
            for candidate in open {
                likeness[candidate] = max(likeness[candidate] ?? 0, candidates[candidate].likeness(to: candidates[pick]))
            }
        }
        return chosen.sorted()
    }

    /// Hashes of every five words in a row (FNV-1a, the same on every run; a false match costs one sentence).
    private func runs(_ candidate: Int) -> [UInt64] {
        let words = text.sentences[candidates[candidate].sentence].tokens.filter { text.tokens[$0].kind == .word }.map(text.folded)
        guard words.count >= Self.repeatedRun else { return [] }
        return (0...words.count - Self.repeatedRun).map { start in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for word in words[start..<start + Self.repeatedRun] {
                for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
                hash = (hash ^ 0x20) &* 0x100_0000_01B3
            }
            return hash
        }
    }

    private func gain(of candidate: Int, likeness: Double, _ chosen: Set<Int>) -> Double {
        let sentence = candidates[candidate]
        let isAlone = sentence.leansBack && !chosen.contains(sentence.sentence - 1)
        return sentence.score * (isAlone ? Self.leaning : 1) - Self.noveltyWeight * likeness
    }
}
