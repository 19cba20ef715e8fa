// SPDX-License-Identifier: Apache-2.0

/// Something that somebody is reported to have said.
public struct Quote: Hashable, Sendable {
    public enum Kind: String, Sendable { case direct, partial, indirect }

    public struct Speaker: Hashable, Sendable {
        public var span: TextSpan
        /// The id of the entity that speaks, where it is known.
        public var entity: String?

        public init(_ span: TextSpan, entity: String? = nil) {
            self.span = span
            self.entity = entity
        }
    }

    /// What was said, without the quotation marks.
    public var span: TextSpan
    public var kind: Kind
    public var speaker: Speaker?
    /// The word of speaking: "said", "warned".
    public var cue: TextSpan?

    public init(_ span: TextSpan, kind: Kind, speaker: Speaker? = nil, cue: TextSpan? = nil) {
        self.span = span
        self.kind = kind
        self.speaker = speaker
        self.cue = cue
    }
}
