// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Appends HTML to a buffer. What comes from a document goes through `text` or an attribute, never through `raw`.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []

    /// Markup of our own writing.
    mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Any text, escaped for content and for quoted attributes alike.
    mutating func text(_ string: String) { escape(Array(string.utf8)[...]) }

    mutating func text(_ slice: ArraySlice<UInt8>) { escape(slice) }

    mutating func integer(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

    /// Text of the document among words of ours: `bdi`, so that a direction override in it ends where it ends.
    mutating func isolated(_ string: String) {
        raw("<bdi>")
        text(string)
        raw("</bdi>")
    }

    mutating func element(_ open: StaticString, _ string: String, _ close: StaticString) {
        raw(open)
        text(string)
        raw(close)
    }

    /// Invisible characters that steer line ends or direction are written as references, so that they show in the source.
    private mutating func escape(_ slice: ArraySlice<UInt8>) {
        bytes.reserveCapacity(bytes.count + slice.count)
        var index = slice.startIndex
        while index < slice.endIndex {
            let byte = slice[index]
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            case UInt8(ascii: "'"): raw("&#39;")
            case 0..<0x09, 0x0B..<0x20, 0x7F: reference(UInt32(byte))
            case 0xE2 where index + 2 < slice.endIndex && Self.isSteering(slice[index + 1], slice[index + 2]):
                reference(0x2000 | UInt32(slice[index + 1] & 0x3F) << 6 | UInt32(slice[index + 2] & 0x3F))
                index += 2
            default: bytes.append(byte)
            }
            index += 1
        }
    }

    private mutating func reference(_ scalar: UInt32) {
        raw("&#")
        bytes.append(contentsOf: String(scalar).utf8)
        raw(";")
    }

    /// U+200E, U+200F, U+2028…U+202E and U+2066…U+2069, after their first byte E2.
    private static func isSteering(_ second: UInt8, _ third: UInt8) -> Bool {
        switch (second, third) {
        case (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): true
        default: false
        }
    }
}
