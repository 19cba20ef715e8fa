// SPDX-License-Identifier: Apache-2.0

/// A verb with what stands between it and its subject: voice, and whether it is told as a fact.
struct VerbGroup {
    /// The first token of the group.
    private(set) var start: Int
    private(set) var hasBe = false
    private(set) var hasHave = false
    private(set) var hasTo = false
    private(set) var isFuture = false
    private(set) var isHypothetical = false
    private(set) var isNegated = false
    private(set) var isAlleged = false
    private(set) var hasDo = false

    private static let longest = 8

    init(before verb: Int, floor: Int, in text: EventText) {
        start = verb
        while start > floor, verb - start < Self.longest {
            let word = text.word(start - 1)
            let isAdverb = word.hasSuffix("ly") && text.nouns[start - 1] == nil && text.mention(at: start - 1) == nil
            guard EventGrammar.auxiliaries.contains(word) || EventGrammar.hypothetical.contains(word) || isAdverb || word.hasSuffix("n't")
            else { break }
            if EventGrammar.be.contains(word) { hasBe = true }
            if EventGrammar.have.contains(word) { hasHave = true }
            if EventGrammar.hypothetical.contains(word) { isHypothetical = true }
            if EventGrammar.negations.contains(word) || word.hasSuffix("n't") { isNegated = true }
            switch word {
            case "to": hasTo = true
            case "will", "shall": isFuture = true
            case "do", "does", "did": hasDo = true
            case "allegedly", "reportedly": isAlleged = word == "allegedly"
            default: break
            }
            start -= 1
        }
        if text.word(start - 1) == "no" || text.word(start - 1) == "without" { isNegated = true }
        // "if … are killed", "whether he was shot"
        var index = start - 1
        while index >= floor, start - index < 14, ![",", ";", ".", "but"].contains(text.word(index)) {
            if EventGrammar.hypotheses.contains(text.word(index)) { isHypothetical = true }
            if ["no", "nobody", "none"].contains(text.word(index)), start - index < 5 { isNegated = true }
            index -= 1
        }
        if hasTo, hasHave { isAlleged = true }
    }

    var isBare: Bool { !hasBe && !hasHave && !hasTo && !isFuture && !hasDo }
    /// Whether it is told as having happened or as happening.
    var isFact: Bool { !isHypothetical && !isNegated && !isFuture && (!hasTo || hasHave) }
}
