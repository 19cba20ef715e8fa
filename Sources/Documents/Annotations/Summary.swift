// SPDX-License-Identifier: Apache-2.0

/// Sentences of the text that stand for the whole, in the order of the text.
public struct Summary: Hashable, Sendable {
    public var sentences: [TextSpan]
    /// How they were chosen: `lead`, `centrality`.
    public var method: String

    public init(sentences: [TextSpan], method: String) {
        self.sentences = sentences
        self.method = method
    }
}
