// SPDX-License-Identifier: Apache-2.0

/// What decided for a topic.
public struct TopicReason: Hashable, Sendable {
    /// The sentences that say most for it, in the order of the text.
    public var sentences: [TextSpan]
    /// Words of the text that speak for it, in lower case, those that say most first.
    public var terms: [String]

    public init(sentences: [TextSpan], terms: [String]) {
        self.sentences = sentences
        self.terms = terms
    }
}
