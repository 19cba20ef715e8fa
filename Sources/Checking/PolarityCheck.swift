// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What the sources deny and the sentence tells, or the other way round; and claims that lost their "police said" or "may". By English words.
struct PolarityCheck {
    private static let negators: Set<String> = [
        "not", "no", "never", "without", "neither", "nor", "none", "nobody", "cannot", "cant", "wont", "isnt", "arent", "wasnt", "werent",
        "didnt", "doesnt",
        "dont", "hasnt", "havent", "hadnt", "wouldnt", "couldnt", "shouldnt",
    ]
    /// Verbs that turn what stands behind them round, by stem.
    private static let refusals: Set<String> = ["deni", "reject", "refus", "fail", "declin", "rule out"]
    private static let hedges: Set<String> = [
        "may", "might", "could", "alleged", "allegedly", "reportedly", "apparently", "suspected", "possibly", "probably", "perhaps",
        "believed", "unconfirmed", "claimed",
        "claims", "accused", "likely", "thought", "feared", "would", "expected", "estimated", "suspicion",
    ]
    private static let accounts: Set<String> = [
        "said", "says", "told", "according", "reported", "report", "reports", "announced", "stated", "claimed", "claims", "say",
        "confirmed", "added", "warned", "denied",
        "estimated", "wrote", "testified", "argued", "insisted", "think", "thinks", "believe", "believes", "called", "accused", "quoted",
        "urged", "blamed", "saying",
    ]
    /// Words between a negator and what it denies.
    private static let reach = 4

    private let pair: CheckedPair

    init(_ pair: CheckedPair) { self.pair = pair }

    /// - Parameters:
    ///   - sentence: of the abstract.
    ///   - sources: sentences of the article that say it, the best first.
    func flags(_ sentence: Int, sources: [Int]) -> [Abstract.Flag] {
        guard pair.article.language.map({ $0.primary == "en" }) ?? true, let best = sources.first else { return [] }
        let told = pair.toldWords.text.sentences[sentence]
        let toldRange = pair.toldWords.range(in: told.span)
        let bestRange = pair.articleWords.range(in: pair.articleWords.text.sentences[best].span)
        var flags: [Abstract.Flag] = []
        if let flag = negation(toldRange, bestRange) { flags.append(flag) }
        if let flag = attribution(told.span, toldRange, best, bestRange) { flags.append(flag) }
        return flags
    }

    /// A word of content that both have, denied in one and told in the other, where the article denies or tells it everywhere.
    private func negation(_ told: Range<Int>, _ source: Range<Int>) -> Abstract.Flag? {
        let stemmer = Stemmer()
        let (toldWords, words) = (pair.toldWords, pair.articleWords)
        var denied: [String: (isDenied: Bool, isTold: Bool)] = [:]
        for index in source {
            let stem = stemmer.stem(of: words.keys[index])
            let isDenied = isDenied(index, words, source)
            let before = denied[stem] ?? (false, false)
            denied[stem] = (before.isDenied || isDenied, before.isTold || !isDenied)
        }
        // A refusal in the sentence itself says "not" in another word.
        let refuses = told.contains { Self.refusals.contains(stemmer.stem(of: toldWords.keys[$0])) }
        let sourceRefuses = source.contains { Self.refusals.contains(stemmer.stem(of: words.keys[$0])) }
        for index in told {
            let key = toldWords.keys[index]
            guard key.count > 2, !StopWords.contains(key), key.first?.isLetter == true, !Self.negators.contains(key) else { continue }
            guard let state = denied[stemmer.stem(of: key)], state.isDenied != state.isTold else { continue }
            let isDenied = isDenied(index, toldWords, told)
            if state.isDenied && !isDenied && !refuses && !hasNegator(toldWords, told) {
                return Abstract.Flag(.negation, at: toldWords.span(index..<(index + 1)), reason: "The article says “not” of this")
            }
            if state.isTold && isDenied && !sourceRefuses && !hasNegator(words, source) {
                return Abstract.Flag(.negation, at: toldWords.span(index..<(index + 1)), reason: "The article says this without a “not”")
            }
        }
        return nil
    }

    private func hasNegator(_ words: ArticleWords, _ range: Range<Int>) -> Bool {
        range.contains { Self.negators.contains(words.keys[$0]) }
    }

    /// A negator stands shortly before it, with no mark between.
    private func isDenied(_ index: Int, _ words: ArticleWords, _ range: Range<Int>) -> Bool {
        var place = index
        while place > range.lowerBound, index - place < Self.reach {
            // A mark between two words ends what the negator reaches.
            if words.tokens[place] - words.tokens[place - 1] > 1 { return false }
            place -= 1
            if Self.negators.contains(words.keys[place]) { return true }
        }
        return false
    }

    /// A whole account ("police said …") or a "may" over the claim that the sentence tells as a fact.
    private func attribution(_ span: TextSpan, _ told: Range<Int>, _ best: Int, _ source: Range<Int>) -> Abstract.Flag? {
        let keys = Set(pair.toldWords.keys[told])
        guard keys.isDisjoint(with: Self.accounts), keys.isDisjoint(with: Self.hedges) else { return nil }
        guard !(pair.told.quotes ?? []).contains(where: { $0.span.overlaps(span) }) else { return nil }
        let sourceSpan = pair.articleWords.text.sentences[best].span
        let sourceKeys = Set(pair.articleWords.keys[source])
        if let hedge = ["alleged", "allegedly", "reportedly", "suspected", "unconfirmed", "may", "might", "apparently"].first(
            where: sourceKeys.contains)
        {
            return Abstract.Flag(.attribution, at: span, reason: "The article says “\(hedge)”; here it stands as a fact")
        }
        let quote = (pair.article.quotes ?? []).first { quote in
            guard let cue = quote.cue, sourceSpan.contains(cue), sourceSpan.overlaps(quote.span) else { return false }
            return quote.kind == .indirect && quote.speaker != nil
        }
        guard let quote, let speaker = quote.speaker else { return nil }
        let toldSet = keys.filter { !StopWords.contains($0) }
        let claim = Set(pair.articleWords.keys[pair.articleWords.range(in: quote.span)])
        guard toldSet.intersection(claim).count * 2 >= min(toldSet.count, claim.count) else { return nil }
        return Abstract.Flag(
            .attribution, at: span,
            reason: "In the article this is what “\(pair.article.text.string(speaker.span).prefix(80))” says; here it stands as a fact")
    }
}
