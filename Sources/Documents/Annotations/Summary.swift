// SPDX-License-Identifier: Apache-2.0

/// What stands for the article: sentences of it in the order of the text, a headline where it has none, and what it says happened.
public struct Summary: Hashable, Sendable {
    public var sentences: [TextSpan]
    /// How they were chosen: `centrality` by words, `meaning` by the encoder.
    public var method: String
    /// Words of the text that may stand above the article, where it has no headline of its own.
    public var headline: TextSpan?
    /// The most telling first.
    public var facts: [KeyFact]

    public init(sentences: [TextSpan], method: String, headline: TextSpan? = nil, facts: [KeyFact] = []) {
        self.sentences = sentences
        self.method = method
        self.headline = headline
        self.facts = facts
    }

    /// Every span that it carries.
    var spans: [TextSpan] { sentences + [headline].compactMap { $0 } + facts.flatMap { [$0.span] + $0.parts.map(\.span) } }
}
