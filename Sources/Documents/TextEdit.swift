// SPDX-License-Identifier: Apache-2.0

/// One replacement in a document's text, in offsets of the text before any of the edits.
public struct TextEdit: Hashable, Sendable {
    public var span: TextSpan
    public var replacement: [UInt8]
    /// Why: the name that `source_map` carries, such as `spacing` or `line-wrap`.
    public var name: String

    /// - Parameter span: never empty: text that comes from nowhere in the source does not exist,
    ///   so what is put in must replace at least one byte.
    public init(_ span: TextSpan, _ replacement: String, name: String) {
        precondition(!span.isEmpty, "An edit replaces at least one byte")
        self.span = span
        self.replacement = Array(replacement.utf8)
        self.name = name
    }
}
