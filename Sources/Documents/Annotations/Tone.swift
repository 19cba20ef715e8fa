// SPDX-License-Identifier: Apache-2.0

/// How the article speaks of an entity: praise or blame, by whom, and in which words. Whether what happened to it is good or bad is no part of it.
public struct Tone: Hashable, Sendable {
    public struct Evidence: Hashable, Sendable {
        /// The words of praise or blame, from the negation on where there is one.
        public var span: TextSpan
        /// -1…1
        public var value: Double
        /// The id of the entity whose opinion it is; `nil` where it is the article's own, or nobody known.
        public var speaker: String?

        public init(_ span: TextSpan, value: Double, speaker: String? = nil) {
            self.span = span
            self.value = value
            self.speaker = speaker
        }
    }

    /// `e3`
    public var entity: String
    /// The mean of the evidence: -1 is blame throughout, 1 is praise throughout.
    public var value: Double
    public var evidence: [Evidence]

    public init(entity: String, value: Double, evidence: [Evidence]) {
        self.entity = entity
        self.value = value
        self.evidence = evidence
    }
}
