// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What a model sees of a run of non-space: hashes (FNV-1a, 32 bits) of its letters and of its shape.
struct WordView {
    /// Of at most 20 bytes: lower case, every digit a nine.
    let word: UInt32
    /// "Aaa" for "Jane" and "Jo" becomes "Aa": runs cut short, at most ten classes; "URL" and "MAIL" for addresses.
    let shape: UInt32
    /// The first class of the shape.
    let first: UInt8

    /// Behind the paragraph's last word.
    static let nothing = WordView(word: FNV().value, shape: FNV().value, first: 0)
    /// Before the sentence's first word.
    static let start = WordView(word: FNV("<s>").value, shape: FNV("<s>").value, first: 0)

    private init(word: UInt32, shape: UInt32, first: UInt8) {
        self.word = word
        self.shape = shape
        self.first = first
    }

    init(_ text: Text, _ span: TextSpan) {
        var hash = FNV()
        for offset in span.start..<min(span.end, span.start + 20) {
            let byte = text[offset]
            hash.add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte.isASCIIDigit ? 0x39 : byte)
        }
        word = hash.value
        let end = min(span.end, span.start + 64)
        if let (name, letter) = Self.addressKind(text, span.start, end) {
            shape = FNV(name).value
            first = letter
        } else {
            (shape, first) = Self.shape(text, span.start, end)
        }
    }

    private static func addressKind(_ text: Text, _ start: Int, _ end: Int) -> (StaticString, UInt8)? {
        var isMail = false
        for offset in start..<end {
            let byte = text[offset]
            if byte == UInt8(ascii: "@") { isMail = true }
            if byte == UInt8(ascii: ":"), offset + 2 < end, text[offset + 1] == UInt8(ascii: "/"), text[offset + 2] == UInt8(ascii: "/") {
                return ("URL", UInt8(ascii: "U"))
            }
        }
        if end - start >= 4, text.equals(TextSpan(start, start + 4), "www.") { return ("URL", UInt8(ascii: "U")) }
        return isMail && end - start > 3 ? ("MAIL", UInt8(ascii: "M")) : nil
    }

    private static func shape(_ text: Text, _ start: Int, _ end: Int) -> (UInt32, UInt8) {
        var hash = FNV()
        var first: UInt8 = 0
        var last: UInt8 = 0
        var run = 0
        var count = 0
        for offset in start..<end where count < 10 {
            let byte = text[offset]
            let kind: UInt8
            if byte < 0x80 {
                kind = Self.kind(ofASCII: byte)
            } else if byte == 0xE2, offset + 1 < end, text[offset + 1] == 0x80 {
                kind = UInt8(ascii: "~")
            } else if byte >= 0xC0 {
                kind = UInt8(ascii: "a")
            } else {
                continue
            }
            run = kind == last ? run + 1 : 1
            last = kind
            if run > 5 || run > 2 && isShortRun(kind) { continue }
            if count == 0 { first = kind }
            hash.add(kind)
            count += 1
        }
        return (hash.value, first)
    }

    /// "A" for capitals, "a" for small letters, "9" for digits, the byte itself for others.
    static func kind(ofASCII byte: UInt8) -> UInt8 {
        if byte >= 0x41, byte <= 0x5A { return 0x41 }
        if byte >= 0x61, byte <= 0x7A { return 0x61 }
        return byte.isASCIIDigit ? 0x39 : byte
    }

    private static func isShortRun(_ kind: UInt8) -> Bool {
        switch kind {
        case 0x61, 0x41, 0x2D, 0x3D, 0x5F, 0x2A, 0x2E, 0x7E, 0x23, 0x2B: true
        default: false
        }
    }
}

private struct FNV {
    private(set) var value: UInt32 = 0x811C_9DC5

    init() {}

    init(_ string: StaticString) {
        self.init()
        string.withUTF8Buffer { buffer in
            for index in 0..<buffer.count { unsafe add(buffer[index]) }
        }
    }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
}

extension UInt8 {
    var isASCIISpace: Bool { self == 0x20 || self >= 0x09 && self <= 0x0D }
}
