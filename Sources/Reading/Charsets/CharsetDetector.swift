// SPDX-License-Identifier: Apache-2.0

internal import CTextServices
internal import Documents

/// Finds the charset of a file and decodes it.
///
/// The order of trust: a byte order mark; UTF-16 by its zero bytes; valid UTF-8; what the file declares, if its bytes fit; UTF-8 with a
/// few broken sequences; ICU's detector; Windows-1252. Validity comes before declarations because other charsets hardly ever look like UTF-8,
/// while declarations are copied from templates.
struct CharsetDetector {
    let bytes: [UInt8]
    /// What the file or its carrier says.
    let declared: Charset?

    func decode() throws(ReadingError) -> DecodedText {
        if let (charset, length) = byteOrderMark() { return try checked(charset.decode(bytes, from: length)) }
        if ByteScanner.hasZero(bytes) {
            guard let charset = utf16ByZeros(), let text = charset.decode(bytes), text.invalid * 100 <= text.steps else {
                throw .binary(format: nil)
            }
            return text
        }
        if UTF8Check.isValid(bytes) {
            return DecodedText(bytes: bytes, map: .identity(count: bytes.count), charset: .utf8, steps: bytes.count)
        }
        let check = UTF8Check(bytes[...])
        if let declared, declared != .utf8, let text = declared.decode(bytes), text.invalid * 1000 <= text.steps { return text }
        if check.looksLikeUTF8 { return try checked(Charset.utf8.decode(bytes)) }
        return try checked(byICU())
    }

    private func checked(_ text: DecodedText?) throws(ReadingError) -> DecodedText {
        guard let text, text.invalid * 5 <= text.steps else { throw .undecodable }
        return text
    }

    private func byteOrderMark() -> (Charset, length: Int)? {
        let marks: [([UInt8], Charset)] = [
            ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE, 0, 0], .utf32LE), ([0, 0, 0xFE, 0xFF], .utf32BE), ([0xFF, 0xFE], .utf16LE),
            ([0xFE, 0xFF], .utf16BE),
        ]
        return marks.first { bytes.starts(with: $0.0) }.map { ($0.1, $0.0.count) }
    }

    /// Text of any script in UTF-16 has zero bytes where its spaces and line ends stand, and on one side only.
    private func utf16ByZeros() -> Charset? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        var zeros = [0, 0]
        var breaks = [0, 0]
        for position in stride(from: 0, to: min(bytes.count, 1 << 16) - 1, by: 2) {
            if bytes[position] == 0 { zeros[0] += 1 }
            if bytes[position + 1] == 0 { zeros[1] += 1 }
            if bytes[position] == 0, bytes[position + 1] == 0x20 || bytes[position + 1] == 0x0A { breaks[0] += 1 }
            if bytes[position + 1] == 0, bytes[position] == 0x20 || bytes[position] == 0x0A { breaks[1] += 1 }
        }
        let pairs = min(bytes.count, 1 << 16) / 2
        for (side, charset) in [(0, Charset.utf16BE), (1, Charset.utf16LE)] {
            let isPlausible = zeros[side] * 100 > pairs && zeros[1 - side] * 10 <= zeros[side]
            if isPlausible, breaks[side] > 0 || zeros[side] * 2 > pairs { return charset }
        }
        return nil
    }

    private func byICU() -> DecodedText? {
        let guesses = candidates()
        let single = guesses.first { !Self.multibyte.contains($0.charset.name) }
        for (charset, confidence) in guesses {
            // ICU gives 10 to any multi-byte charset that does not contradict the bytes: not enough against a charset of single bytes.
            if Self.multibyte.contains(charset.name), confidence <= 10, let single, single.confidence >= 15 { continue }
            if let text = charset.decode(bytes), text.invalid * 1000 <= text.steps { return text }
        }
        let high = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
        return guesses.isEmpty && high * 3 > bytes.count ? nil : Charset.windows1252.decode(bytes)
    }

    private static let multibyte: Set<String> = ["GB18030", "Big5", "EUC-JP", "Shift_JIS", "EUC-KR"]

    private func candidates() -> [(charset: Charset, confidence: Int)] {
        // A window that holds what is not ASCII: a page may open with kilobytes of script.
        let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
        let window = max(0, first - 4096)..<min(bytes.count, first + (1 << 16))
        var found = [CopydeskCharsetGuess](repeating: CopydeskCharsetGuess(), count: 16)
        let count = unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return Int32(0) }
            return unsafe found.withUnsafeMutableBufferPointer { guesses in
                unsafe copydesk_detect_charsets(base + window.lowerBound, window.count, guesses.baseAddress, 16)
            }
        }
        var result: [(charset: Charset, confidence: Int)] = []
        for guess in found[0..<Int(count)] {
            let name = Self.string(guess)
            guard let charset = Charset(label: name), !charset.name.hasPrefix("UTF"), guess.confidence > 0 else { continue }
            if !result.contains(where: { $0.charset == charset }) { result.append((charset, Int(guess.confidence))) }
        }
        return result
    }

    private static func string(_ guess: CopydeskCharsetGuess) -> String {
        var name = guess.name
        return unsafe withUnsafeBytes(of: &name) { raw in
            unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
