// SPDX-License-Identifier: Apache-2.0

/// The text of a document: valid UTF-8, addressed by byte.
///
/// Bytes rather than `String`, because every span is a pair of byte offsets and a `String.Index` costs a walk.
public struct Text: Hashable, Sendable {
    public let bytes: [UInt8]

    public init(_ string: String) { bytes = Array(string.utf8) }

    /// Takes bytes that the caller knows to be valid UTF-8; `nil` where they are not.
    public init?(validating bytes: [UInt8]) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.bytes = bytes
    }

    /// For producers that built the bytes from scalars and need no second check.
    package init(knownValid bytes: [UInt8]) { self.bytes = bytes }

    @inlinable public var count: Int { bytes.count }
    public var isEmpty: Bool { bytes.isEmpty }
    public var whole: TextSpan { TextSpan(0, bytes.count) }
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    @inlinable public subscript(offset: Int) -> UInt8 { bytes[offset] }
    @inlinable public subscript(span: TextSpan) -> ArraySlice<UInt8> { bytes[span.start..<span.end] }

    public func string(_ span: TextSpan) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

    /// Whether a scalar begins (or the text ends) at this byte.
    public func isScalarEdge(_ offset: Int) -> Bool {
        offset == bytes.count || (offset >= 0 && offset < bytes.count && bytes[offset] & 0xC0 != 0x80)
    }

    /// Whether the bytes of `span` are exactly those of `other`.
    public func equals(_ span: TextSpan, _ other: StaticString) -> Bool {
        guard span.count == other.utf8CodeUnitCount else { return false }
        return other.withUTF8Buffer { buffer in
            for index in 0..<span.count where unsafe buffer[index] != bytes[span.start + index] { return false }
            return true
        }
    }

    /// The scalar that begins at `offset`, and how many bytes it takes.
    public func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = bytes[offset]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
        for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The scalar that ends right before `offset`, and how many bytes it takes.
    public func scalar(before offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        var start = offset - 1
        while bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start)
    }

    /// The span without white space at its edges.
    public func trimmed(_ span: TextSpan) -> TextSpan {
        var start = span.start
        var end = span.end
        while start < end {
            let (scalar, length) = scalar(at: start)
            guard scalar.properties.isWhitespace else { break }
            start += length
        }
        while end > start {
            let (scalar, length) = scalar(before: end)
            guard scalar.properties.isWhitespace else { break }
            end -= length
        }
        return TextSpan(start, end)
    }
}
