// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Finds the charset of a file and decodes it.
///
/// The order of trust: a byte order mark; UTF-16 and UTF-32 by their units (`WideUnits`); valid UTF-8; what the file declares, if its bytes fit; UTF-8
/// with a few broken sequences; two detectors (`CharsetVote`); Windows-1252. Validity comes before declarations because other charsets hardly ever look
/// like UTF-8, while declarations are copied from templates: Windows-1252, which fits any bytes, is not believed against both detectors.
struct CharsetDetector {
    let bytes: [UInt8]
    /// What the file or its carrier says.
    let declared: Charset?

    func decode() throws(ReadingError) -> DecodedText {
        if let (charset, length) = byteOrderMark() { return try checked(charset.decode(bytes, from: length)) }
        if ByteScanner.hasZero(bytes) {
            guard let charset = WideUnits(bytes).charset, let text = charset.decode(bytes), text.invalid * 100 <= text.steps else {
                throw .binary(format: nil)
            }
            return text
        }
        if UTF8Check.isValid(bytes) {
            return DecodedText(bytes: bytes, map: .identity(count: bytes.count), charset: .utf8, steps: bytes.count)
        }
        let check = UTF8Check(bytes[...])
        if declared == nil, !check.looksLikeUTF8, let charset = WideUnits(bytes).charset, let text = charset.decode(bytes),
            text.invalid == 0
        {
            return text
        }
        if declared == .windows1252, !check.looksLikeUTF8, let charset = CharsetVote(bytes).agreed, let text = charset.decode(bytes),
            text.invalid == 0
        {
            return text
        }
        if let declared, declared != .utf8, let text = declared.decode(bytes), text.invalid * 1000 <= text.steps { return text }
        if check.looksLikeUTF8 { return try checked(Charset.utf8.decode(bytes)) }
        return try checked(byVote())
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

    private func byVote() -> DecodedText? {
        let vote = CharsetVote(bytes)
        for charset in vote.ranked {
            if let text = charset.decode(bytes), text.invalid * 1000 <= text.steps { return text }
        }
        let high = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
        return vote.ranked.isEmpty && high * 3 > bytes.count ? nil : Charset.windows1252.decode(bytes)
    }
}
