// SPDX-License-Identifier: Apache-2.0

internal import CTextServices

/// What two detectors make of bytes that nothing else explains.
///
/// ICU says how sure it is; uchardet does not, but knows charsets that ICU lacks (IBM866, windows-1257, windows-1258, windows-874). It is followed where
/// ICU is unsure: figures in `docs/DEPENDENCIES.md`.
struct CharsetVote {
    /// ICU's confidence (0…100) from which it needs no second opinion.
    private static let sure = 50
    private static let multibyte: Set<String> = ["GB18030", "Big5", "EUC-JP", "Shift_JIS", "EUC-KR"]
    /// Where two detectors cannot both be wrong: their letters are no letters in the charsets of Western Europe.
    private static let unmistakable: Set<String> = multibyte.union([
        "windows-1251", "KOI8-R", "KOI8-U", "IBM866", "ISO-8859-5", "windows-1253", "ISO-8859-7", "windows-1255", "ISO-8859-8",
        "windows-1256", "ISO-8859-6",
        "windows-874",
    ])

    /// ICU's guesses, best first.
    private let guesses: [(charset: Charset, confidence: Int)]
    private let second: Charset?
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A window that holds what is not ASCII: a page may open with kilobytes of script.
        let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
        let window = max(0, first - 4096)..<min(bytes.count, first + (1 << 16))
        guesses = Self.guesses(bytes, window)
        second = Self.vote(bytes, window)
    }

    /// What both find, where it cannot be a charset of Western Europe.
    var agreed: Charset? {
        guard let second, let first = guesses.first, first.confidence >= 25, first.charset == second,
            Self.unmistakable.contains(second.name)
        else {
            return nil
        }
        return refined(second)
    }

    /// To be tried in this order.
    var ranked: [Charset] {
        let single = guesses.first { !Self.multibyte.contains($0.charset.name) }
        // ICU gives 10 to any multi-byte charset that does not contradict the bytes: not enough against a charset of single bytes.
        let usable = guesses.filter { guess in
            !(Self.multibyte.contains(guess.charset.name) && guess.confidence <= 10 && (single?.confidence ?? 0) >= 15)
        }
        let sure = usable.filter { $0.confidence >= Self.sure }.map(\.charset)
        let unsure = usable.filter { $0.confidence < Self.sure }.map(\.charset)
        return (sure + [second].compactMap { $0 } + unsure).map(refined)
    }

    /// KOI8-U has Ukrainian letters where KOI8-R has parts of frames.
    private func refined(_ charset: Charset) -> Charset {
        guard charset.name == "KOI8-R", let ukrainian = Charset(label: "KOI8-U") else { return charset }
        let letters: Set<UInt8> = [0xA4, 0xA6, 0xA7, 0xAD, 0xB4, 0xB6, 0xB7, 0xBD]
        return bytes.contains(where: letters.contains) ? ukrainian : charset
    }

    private static func guesses(_ bytes: [UInt8], _ window: Range<Int>) -> [(charset: Charset, confidence: Int)] {
        var found = [CopydeskCharsetGuess](repeating: CopydeskCharsetGuess(), count: 16)
        let count = unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return Int32(0) }
            return unsafe found.withUnsafeMutableBufferPointer { guesses in
                unsafe copydesk_detect_charsets(base + window.lowerBound, window.count, guesses.baseAddress, 16)
            }
        }
        var result: [(charset: Charset, confidence: Int)] = []
        for guess in found[0..<Int(count)] where guess.confidence > 0 {
            guard let charset = charset(guess), !result.contains(where: { $0.charset == charset }) else { continue }
            result.append((charset, Int(guess.confidence)))
        }
        return result
    }

    private static func vote(_ bytes: [UInt8], _ window: Range<Int>) -> Charset? {
        var guess = CopydeskCharsetGuess()
        let isFound = unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return false }
            return unsafe copydesk_vote_charset(base + window.lowerBound, window.count, &guess)
        }
        return isFound ? charset(guess) : nil
    }

    private static func charset(_ guess: CopydeskCharsetGuess) -> Charset? {
        var name = guess.name
        let label = unsafe withUnsafeBytes(of: &name) { raw in
            unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
        return Charset(label: label).flatMap { $0.name.hasPrefix("UTF") ? nil : $0 }
    }
}
