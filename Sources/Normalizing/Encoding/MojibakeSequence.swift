// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Two to four characters that are one sequence of UTF-8, each byte of it read as a character of a code page.
struct MojibakeSequence {
    let page: CodePage
    let span: TextSpan
    let lead: Unicode.Scalar
    /// The characters behind `lead`.
    let tail: [Unicode.Scalar]
    /// The byte of `lead`, and the one behind it.
    let first: UInt8
    let second: UInt8
    let meaning: Unicode.Scalar

    /// - Returns: `nil` where the characters at `offset` are no such sequence, or one of nothing that anybody writes.
    init?(in text: Text, at offset: Int, page: CodePage) {
        let tables = CodePageTables.shared
        let (lead, length) = text.scalar(at: offset)
        let first = tables.byte(lead, page)
        let size = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
        var value = UInt32(first) & (size == 3 ? 0x07 : size == 2 ? 0x0F : 0x1F)
        var end = offset + length
        var tail: [Unicode.Scalar] = []
        var second: UInt8 = 0
        for index in 0..<size {
            guard let (scalar, length) = Self.character(in: text, at: end, page) else { return nil }
            let byte = tables.byte(scalar, page)
            guard byte >= 0x80, byte < 0xC0 else { return nil }
            if index == 0 { second = byte }
            tail.append(scalar)
            value = value << 6 | UInt32(byte & 0x3F)
            end += length
        }
        // Overlong forms and surrogates are no UTF-8.
        guard value >= (size == 3 ? 0x10000 : size == 2 ? 0x800 : 0x80), let meaning = Unicode.Scalar(value) else { return nil }
        guard Self.isWritten(meaning, page) else { return nil }
        self.page = page
        span = TextSpan(offset, end)
        self.lead = lead
        self.tail = tail
        self.first = first
        self.second = second
        self.meaning = meaning
    }

    /// The character at `offset`; an accent that stood alone (¨) and was taken apart since, by NFKC, into a space and a mark is one.
    private static func character(in text: Text, at offset: Int, _ page: CodePage) -> (Unicode.Scalar, length: Int)? {
        guard offset < text.count else { return nil }
        if text[offset] >= 0x80 {
            let (scalar, length) = text.scalar(at: offset)
            return (scalar, length)
        }
        guard page == .windows1252, text[offset] == 0x20, offset + 1 < text.count, text[offset + 1] >= 0x80 else { return nil }
        let (mark, length) = text.scalar(at: offset + 1)
        switch mark {
        case "\u{308}": return ("¨", length + 1)
        case "\u{304}": return ("¯", length + 1)
        case "\u{301}": return ("´", length + 1)
        case "\u{327}": return ("¸", length + 1)
        default: return nil
        }
    }

    private static func isWritten(_ scalar: Unicode.Scalar, _ page: CodePage) -> Bool {
        switch scalar.properties.generalCategory {
        case .unassigned, .privateUse, .surrogate: false
        // What was broken twice has bytes that mean nothing in a page of Windows.
        case .control: page.isWindows
        default: true
        }
    }

    /// How often what the sequence means is met in articles.
    enum Script {
        /// Latin letters, marks and signs: met alone in any text.
        case common
        /// Letters of other scripts, which come in words.
        case foreign
        /// Everything else.
        case rare
    }

    var script: Script {
        switch first {
        case 0xC2...0xC5, 0xE2, 0xF0: .common
        case 0xC6...0xC8, 0xCB: .common
        case 0xC9: second == 0x99 ? .common : .rare
        case 0xCA: second == 0xBB || second == 0xBC ? .common : .rare
        case 0xE1: second == 0xB8 || second >= 0xBA ? .common : .foreign
        case 0xEF: second == 0xBB || second == 0xBF || second == 0xAC ? .common : .foreign
        case 0xCC...0xD3, 0xD7...0xDB, 0xE0, 0xE3...0xED: .foreign
        default: .rare
        }
    }

    /// Whether it is a letter or sign of the languages of Western and Central Europe, or one of punctuation.
    var isWestern: Bool { (0xC2...0xC5).contains(first) || first == 0xE1 || first == 0xE2 || first == 0xF0 }

    /// Whether it is general punctuation or an emoji, whose first two characters stand side by side in no language.
    var opensLikeNothingElse: Bool { first == 0xE2 && second == 0x80 || first == 0xF0 && second == 0x9F }
}
