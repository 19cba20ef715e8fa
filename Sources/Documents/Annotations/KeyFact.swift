// SPDX-License-Identifier: Apache-2.0

/// One thing that the article says happened: who did what to whom, where and when, with which toll, and by whose account.
public struct KeyFact: Hashable, Sendable {
    public enum Role: String, CaseIterable, Sendable {
        case what, who, whom, `where`, when, toll
        /// Who says so.
        case account
    }

    /// Words of the text that say one part of it.
    public struct Part: Hashable, Sendable {
        public var role: Role
        public var span: TextSpan
        public var entity: String?
        /// Index into `figures`.
        public var figure: Int?
        /// Index into `times`.
        public var time: Int?

        public init(_ role: Role, _ span: TextSpan, entity: String? = nil, figure: Int? = nil, time: Int? = nil) {
            self.role = role
            self.span = span
            self.entity = entity
            self.figure = figure
            self.time = time
        }
    }

    /// The sentence that tells it.
    public var span: TextSpan
    /// The event's id, where it is one of `events`.
    public var event: String?
    public var parts: [Part]

    public init(_ span: TextSpan, event: String? = nil, parts: [Part]) {
        self.span = span
        self.event = event
        self.parts = parts
    }
}
