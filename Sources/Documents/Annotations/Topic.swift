// SPDX-License-Identifier: Apache-2.0

/// What the article is about, in a published vocabulary or the user's own.
public struct Topic: Hashable, Sendable {
    /// `mediatopic`, or the name of the user's scheme.
    public var scheme: String
    /// `medtop:16000000`
    public var code: String
    public var name: String
    /// 0…1
    public var confidence: Double
    /// The release of the vocabulary, since terms move and retire.
    public var vocabulary: String
    /// `nil` where whoever named the topic does not say.
    public var why: TopicReason?

    public init(scheme: String, code: String, name: String, confidence: Double, vocabulary: String, why: TopicReason? = nil) {
        self.scheme = scheme
        self.code = code
        self.name = name
        self.confidence = confidence
        self.vocabulary = vocabulary
        self.why = why
    }
}

/// A word or phrase that sets this article apart.
public struct Keyword: Hashable, Sendable {
    public var text: String
    /// 0…1, the best being 1.
    public var score: Double
    /// The id of the entity that it names, where there is one.
    public var entity: String?

    public init(_ text: String, score: Double, entity: String? = nil) {
        self.text = text
        self.score = score
        self.entity = entity
    }
}
