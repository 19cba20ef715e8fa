// SPDX-License-Identifier: Apache-2.0

internal import CTextServices
internal import Documents

/// Tells the language of a text, by CLD2.
enum LanguageGuesser {
    /// `nil` where the text is too short or too mixed to tell.
    static func guess(_ text: Text) -> LanguageGuess? {
        let found = unsafe text.bytes.withUnsafeBufferPointer { buffer in
            unsafe copydesk_detect_language(buffer.baseAddress, buffer.count)
        }
        let tag = unsafe withUnsafeBytes(of: found.tag) { bytes in unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
        guard found.reliable, found.percent > 0, tag != "und", tag != "un" else { return nil }
        return LanguageGuess(tag: current(tag), confidence: Double(min(found.percent, 100)) / 100)
    }

    /// CLD2 still gives some codes that BCP 47 has replaced.
    private static func current(_ tag: String) -> String {
        switch tag {
        case "iw": "he"
        case "jw": "jv"
        case "mo": "ro"
        case "tl": "fil"
        default: tag
        }
    }
}
