// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// One kind for one spelling: what all its occurrences in the article say together.
struct NameVote {
    private struct Ballot {
        var sum = NameScores()
        var count: Float = 0
        /// The best occurrence less its doubt.
        var best: Float = -10
    }

    /// Points that a name must have, less its doubt.
    private static let threshold: Float = 1.0

    private let text: NameText
    private var ballots: [String: Ballot] = [:]
    /// Words of names of two words and more that are surely persons.
    private var personWords: Set<String> = []

    init(_ candidates: [NameCandidate], in text: NameText) {
        self.text = text
        for candidate in candidates {
            let key = text.key(candidate.tokens)
            var ballot = ballots[key] ?? Ballot()
            ballot.sum += candidate.scores
            ballot.count += 1
            ballot.best = max(ballot.best, candidate.scores.best.points - candidate.doubt)
            ballots[key] = ballot
        }
        for candidate in candidates where candidate.tokens.count > 1 {
            let (kind, points) = candidate.scores.best
            guard kind == .person, points - candidate.doubt >= 2 else { continue }
            for index in candidate.tokens where text.isWord(index) && text.tokens[index].span.count > 2 && text.isCapitalized(index) {
                personWords.insert(text.key(index..<index + 1))
            }
        }
    }

    func mentions(of candidates: [NameCandidate]) -> [NameMention] {
        candidates.compactMap { candidate in
            let key = text.key(candidate.tokens)
            guard let ballot = ballots[key] else { return nil }
            var sum = ballot.sum
            var best = ballot.best
            if candidate.isSingle, personWords.contains(key), sum.best.points / ballot.count < 4 {
                sum[.person] += 3 * ballot.count
                best += 2.5
            }
            let (kind, points) = sum.best
            // An occurrence in doubt is carried by one elsewhere, though not wholly.
            let own = candidate.scores[kind] - candidate.doubt
            guard points > 0, max(own, best - (candidate.doubt > 1 ? 0.5 : 0)) >= Self.threshold else { return nil }
            return NameMention(text.text.span(candidate.tokens), kind: kind, confidence: confidence(max(points / ballot.count, best)))
        }
    }

    private func confidence(_ points: Float) -> Double {
        Double((min(0.99, 0.4 + Double(points) * 0.12) * 100).rounded()) / 100
    }
}
