// SPDX-License-Identifier: Apache-2.0

/// A half-open range of UTF-8 bytes of a document's text.
///
/// The contract's offsets are code points; `DocumentEncoder` converts once, when a document is written.
public struct TextSpan: Hashable, Comparable, Sendable {
    public var start: Int
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        precondition(start <= end, "A span may not end before it starts")
        self.start = start
        self.end = end
    }

    public var count: Int { end - start }
    public var isEmpty: Bool { start == end }
    public var range: Range<Int> { start..<end }

    public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    /// Whether the two share at least one byte.
    public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
    /// The smallest span that holds both.
    public func union(_ other: TextSpan) -> TextSpan { TextSpan(min(start, other.start), max(end, other.end)) }

    public static func < (left: TextSpan, right: TextSpan) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
