// SPDX-License-Identifier: Apache-2.0

/// Something that a careful copy editor would flag.
public struct Notice: Hashable, Sendable {
    public enum Severity: String, Sendable { case info, warning, error }

    /// A stable name: `repeated-word`, `broken-spacing`.
    public var code: String
    public var message: String
    public var severity: Severity
    public var span: TextSpan?

    public init(_ code: String, _ message: String, severity: Severity = .info, at span: TextSpan? = nil) {
        self.code = code
        self.message = message
        self.severity = severity
        self.span = span
    }
}
