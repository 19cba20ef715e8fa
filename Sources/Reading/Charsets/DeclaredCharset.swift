// SPDX-License-Identifier: Apache-2.0

/// What a file says about its own charset.
enum DeclaredCharset {
    /// The Encoding Standard looks at the first 1024 bytes; real pages often declare later.
    private static let window = 8192

    /// From the media type's parameter, an XML declaration or a `<meta>` tag, in this order.
    static func find(in bytes: [UInt8], mediaType: String?) -> Charset? {
        if let mediaType, let charset = parameter(Array(mediaType.utf8), from: 0, to: mediaType.utf8.count) { return charset }
        let end = min(bytes.count, window)
        if let xml = ByteScanner.index(of: "<?xml", in: bytes, from: 0, to: min(end, 64)) {
            let close = bytes[xml..<end].firstIndex(of: UInt8(ascii: ">")) ?? end
            if let at = ByteScanner.index(of: "encoding", in: bytes, from: xml, to: close),
                let charset = value(bytes, from: at + 8, to: close)
            {
                return charset.asDeclaredInMarkup
            }
        }
        var position = 0
        while let meta = ByteScanner.index(of: "<meta", in: bytes, from: position, to: end) {
            let close = bytes[meta..<end].firstIndex(of: UInt8(ascii: ">")) ?? end
            if let charset = parameter(bytes, from: meta, to: close) { return charset.asDeclaredInMarkup }
            position = max(close, meta + 5)
        }
        return nil
    }

    private static func parameter(_ bytes: [UInt8], from start: Int, to end: Int) -> Charset? {
        guard let at = ByteScanner.index(of: "charset", in: bytes, from: start, to: end) else { return nil }
        return value(bytes, from: at + 7, to: end)
    }

    /// The word behind `=`, in quotation marks or bare.
    private static func value(_ bytes: [UInt8], from start: Int, to end: Int) -> Charset? {
        var position = start
        func skip(_ matches: (UInt8) -> Bool) { while position < end, matches(bytes[position]) { position += 1 } }
        skip(ByteScanner.isSpace)
        guard position < end, bytes[position] == UInt8(ascii: "=") else { return nil }
        position += 1
        skip { ByteScanner.isSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let first = position
        skip { ByteScanner.isLetter($0) || ByteScanner.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        guard first < position, position - first < 40 else { return nil }
        return Charset(label: String(decoding: bytes[first..<position], as: UTF8.self))
    }
}
