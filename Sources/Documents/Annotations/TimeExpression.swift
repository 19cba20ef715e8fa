// SPDX-License-Identifier: Apache-2.0

/// A date, time, duration or recurring time, as TIMEX3 (ISO 24617-1) has them.
public struct TimeExpression: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case date = "DATE"
        case time = "TIME"
        case duration = "DURATION"
        case set = "SET"
    }

    public var span: TextSpan
    public var kind: Kind
    /// ISO 8601 as TIMEX3 extends it: `2017-05-27`, `P3D`, `2017-W21`. `nil` where the article does not date it.
    public var value: String?
    /// What a relative expression was counted from: `published`, `dateline`.
    public var anchor: String?
    /// Why there is no value.
    public var reason: String?

    public init(_ span: TextSpan, kind: Kind, value: String? = nil, anchor: String? = nil, reason: String? = nil) {
        self.span = span
        self.kind = kind
        self.value = value
        self.anchor = anchor
        self.reason = reason
    }
}
