// SPDX-License-Identifier: Apache-2.0

/// A summary in words of its own, such as a language model writes, and what a check of it against the article found.
///
/// It is no part of the text: spans of sentences and flags lie in `text`, spans of sources in the document's.
public struct Abstract: Hashable, Sendable {
    /// Something in a sentence that the article does not bear out.
    public struct Flag: Hashable, Sendable {
        public enum Kind: String, CaseIterable, Sendable {
            case name, figure, date, quote
            /// The article denies what is told, or tells what is denied.
            case negation
            /// Who did what to whom, or who is what, is another way round.
            case role
            /// Nothing in the article says what the sentence says.
            case support
            /// The article tells it by somebody's account or as possible only, the sentence as a fact.
            case attribution
            /// The figure is not in the article and can be reckoned from two that are.
            case computed

            /// Whether a sentence with such a flag is unsupported; the others are hints.
            public var isError: Bool { self != .attribution && self != .computed }
        }

        public var kind: Kind
        /// In the abstract's own text.
        public var span: TextSpan
        /// For readers, in a sentence.
        public var reason: String

        public init(_ kind: Kind, at span: TextSpan, reason: String) {
            self.kind = kind
            self.span = span
            self.reason = reason
        }
    }

    public struct Sentence: Hashable, Sendable {
        /// In the abstract's own text.
        public var span: TextSpan
        public var supported: Bool
        public var flags: [Flag]
        /// Sentences of the article that say it, in the article's text and order.
        public var sources: [TextSpan]

        public init(_ span: TextSpan, supported: Bool, flags: [Flag] = [], sources: [TextSpan] = []) {
            self.span = span
            self.supported = supported
            self.flags = flags
            self.sources = sources
        }
    }

    public var text: Text
    /// Who wrote it, as the service names its model.
    public var model: String?
    /// `nil` until it was checked.
    public var sentences: [Sentence]?

    public init(_ text: Text, model: String? = nil, sentences: [Sentence]? = nil) {
        self.text = text
        self.model = model
        self.sentences = sentences
    }
}
