// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Strings of a JSON text as texts of their own, whose characters still lead to the bytes of the file.
enum JSONText {
    /// The text of one string or several, each a paragraph. Names of edits: `escape`, `markup`.
    ///
    /// - Parameters:
    ///   - offsets: where the strings' opening quotation marks stand in the excerpt, in order.
    static func content(at offsets: [Int], in excerpt: Excerpt) -> Excerpt {
        var pieces = TextPieces(of: excerpt.text, gaps: "markup")
        for offset in offsets {
            if pieces.count > 0 { pieces.separate(before: offset, with: [0x0A, 0x0A]) }
            keep(stringAt: offset, excerpt.text.bytes, &pieces)
        }
        let (text, map) = pieces.finish(excerpt.map)
        return Excerpt(text: text, map: map, start: 0)
    }

    /// Where the value that begins at `offset` ends; brackets inside strings do not count.
    static func end(ofValueAt offset: Int, in bytes: [UInt8]) -> Int {
        var at = offset
        var depth = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at = end(ofStringAt: at, in: bytes)
                if depth == 0 { return at }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth <= 0 { return at + 1 }
            default: break
            }
            at += 1
        }
        return bytes.count
    }

    /// Behind the closing quotation mark.
    private static func end(ofStringAt offset: Int, in bytes: [UInt8]) -> Int {
        var at = offset + 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(at + 1, bytes.count)
    }

    /// Where "[+1234 chars]" begins, with which news services end what they cut off; `nil` where a string ends otherwise.
    ///
    /// - Parameter end: behind the closing quotation mark.
    private static func cutMark(_ bytes: [UInt8], from start: Int, end: Int) -> Int? {
        var at = end - 1
        for byte in " chars]".utf8.reversed() {
            guard at - 1 > start, bytes[at - 1] == byte else { return nil }
            at -= 1
        }
        let digits = at
        while at - 1 > start, ByteScanner.isDigit(bytes[at - 1]) { at -= 1 }
        return at < digits && at - 2 > start && bytes[at - 1] == UInt8(ascii: "+") && bytes[at - 2] == UInt8(ascii: "[") ? at - 2 : nil
    }

    /// Whether a service cut the text of the string at `offset` off.
    static func isCut(stringAt offset: Int, in bytes: [UInt8]) -> Bool {
        cutMark(bytes, from: offset, end: end(ofStringAt: offset, in: bytes)) != nil
    }

    private static func keep(stringAt offset: Int, _ bytes: [UInt8], _ pieces: inout TextPieces) {
        var at = offset + 1
        var kept = at
        let close = end(ofStringAt: offset, in: bytes)
        let end = cutMark(bytes, from: offset, end: close) ?? max(at, close - 1)
        while at < end {
            guard bytes[at] == UInt8(ascii: "\\"), let (text, length) = escape(bytes, at) else {
                at += 1
                continue
            }
            pieces.keep(kept, at)
            pieces.replace(at, at + length, with: text, name: "escape")
            at += length
            kept = at
        }
        pieces.keep(kept, min(at, end))
    }

    /// What the escape that begins at `at` says, and its length; a lone surrogate is U+FFFD.
    private static func escape(_ bytes: [UInt8], _ at: Int) -> (text: [UInt8], length: Int)? {
        guard at + 1 < bytes.count else { return nil }
        switch bytes[at + 1] {
        case UInt8(ascii: "n"): return ([0x0A], 2)
        case UInt8(ascii: "r"): return ([0x0D], 2)
        case UInt8(ascii: "t"): return ([0x09], 2)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): return ([0x20], 2)
        case UInt8(ascii: "u"): break
        default: return ([bytes[at + 1]], 2)
        }
        guard let high = unit(bytes, at) else { return nil }
        // Control characters mean nothing in a text.
        if high < 0x20, high != 0x09, high != 0x0A, high != 0x0D { return ([0x20], 6) }
        if let scalar = Unicode.Scalar(high) { return (Array(String(scalar).utf8), 6) }
        guard high < 0xDC00, let low = unit(bytes, at + 6), (0xDC00...0xDFFF).contains(low) else { return (DecodedText.replacement, 6) }
        let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
        return (Array(String(scalar).utf8), 12)
    }

    private static func unit(_ bytes: [UInt8], _ at: Int) -> UInt32? {
        guard at + 6 <= bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else { return nil }
        var value: UInt32 = 0
        for byte in bytes[(at + 2)..<(at + 6)] {
            guard let digit = ByteScanner.isDigit(byte) ? UInt32(byte - 0x30) : letter(byte) else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    private static func letter(_ byte: UInt8) -> UInt32? {
        let lower = ByteScanner.lower(byte)
        return lower >= 0x61 && lower <= 0x66 ? UInt32(lower - 0x61 + 10) : nil
    }
}
