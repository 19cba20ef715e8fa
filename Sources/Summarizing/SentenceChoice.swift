// SPDX-License-Identifier: Apache-2.0

internal import Language

/// Picks candidates one by one, each time the best of what is new (maximal marginal relevance, Carbonell and Goldstein 1998).
struct SentenceChoice {
    /// What likeness to a chosen sentence costs.
    private static let noveltyWeight = 0.9
    /// From that likeness on two sentences say the same.
    private static let sameness = 0.75
    /// What leaning on sentences that were not chosen costs, as a factor.
    private static let leaning = 0.55
    /// Only the best are compared, so that a book costs no more than its length.
    private static let shortlist = 200
    /// So many words in a row that stand in a chosen sentence too are the same news told again.
    private static let repeatedRun = 5

    let text: TokenizedText
    let candidates: [Candidate]
    let budget: Budget

    /// How long the summary may be.
    struct Budget {
        /// At most so many.
        var sentences: Int
        /// No further sentence is added once it has so many words.
        var words: Int
        /// Never more than that, spaces between sentences included; `nil` where it does not matter.
        var characters: Int?
    }

    /// The numbers of the chosen sentences, in the order of the text.
    ///
    /// - Throws: `CancellationError` where the task was cancelled.
    func chosen() throws(CancellationError) -> [Int] {
        var open = candidates.indices.sorted { (candidates[$1].score, $0) < (candidates[$0].score, $1) }
        open.removeLast(max(0, open.count - Self.shortlist))
        var likeness = [Double](repeating: 0, count: open.count)
        let runs = open.map(runs)
        var said: Set<UInt64> = []
        var chosen: Set<Int> = []
        var (words, characters) = (0, 0)
        while chosen.count < budget.sentences, words < budget.words {
            if Task.isCancelled { throw CancellationError() }
            var best: (place: Int, gain: Double)?
            for (place, index) in open.enumerated() where !chosen.contains(candidates[index].sentence) && likeness[place] < Self.sameness {
                let candidate = candidates[index]
                if let most = budget.characters, characters + candidate.characters > most { continue }
                guard !runs[place].contains(where: said.contains) else { continue }
                let isAlone = !candidate.leansOn.isEmpty && candidate.leansOn.isDisjoint(with: chosen)
                let gain = candidate.score * (isAlone ? Self.leaning : 1) - Self.noveltyWeight * likeness[place]
                if best.map({ gain > $0.gain }) ?? true { best = (place, gain) }
            }
            guard let (place, _) = best else { break }
            let pick = candidates[open[place]]
            chosen.insert(pick.sentence)
            words += pick.words
            characters += pick.characters + 1
            said.formUnion(runs[place])
            for (place, index) in open.enumerated() { likeness[place] = max(likeness[place], candidates[index].likeness(to: pick)) }
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
}
