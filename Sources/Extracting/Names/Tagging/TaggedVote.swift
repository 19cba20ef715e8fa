// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What all occurrences of a name in the article say together of its kind.
struct TaggedVote {
    private let text: NameText
    private var ballots: [String: NameScores] = [:]
    /// Last words of persons' full names, folded, with what speaks for them.
    private var surnames: [String: Float] = [:]

    init(_ names: [TaggedName], in text: NameText) {
        self.text = text
        for name in names {
            var shares = name.shares
            // "Front", "Committee": where the article is torn, the head word decides.
            if name.tokens.count > 1, text.traits[name.tokens.upperBound - 1].has(.organizationHead) { shares[.organization] += 0.2 }
            ballots[text.key(name.tokens), default: NameScores()] += shares
            guard name.kind == .person, name.tokens.count > 1, text.isWord(name.tokens.upperBound - 1) else { continue }
            let last = text.key((name.tokens.upperBound - 1)..<name.tokens.upperBound)
            surnames[last] = max(surnames[last] ?? 0, name.shares[.person])
        }
    }

    /// The name with the kind that the article gives it, where its own place leaves a doubt.
    func settled(_ name: TaggedName) -> TaggedName {
        var name = name
        let key = text.key(name.tokens)
        if name.tokens.count == 1, let share = surnames[key], share > 0.7, name.confidence < 0.9 {
            name.shares[.person] += share
        }
        // One thing can share a single word with a person; a longer name is that of one thing.
        guard name.tokens.count > 1 || name.confidence < 0.9, let ballot = ballots[key] else { return name }
        let (kind, _) = TaggedName.best(ballot)
        let (own, confidence) = TaggedName.best(name.shares)
        if kind != own {
            name.shares[own] = name.shares[kind]
            name.shares[kind] = confidence
        }
        return name
    }
}
