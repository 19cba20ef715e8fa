// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Decides whether a hyphen that stood at the end of a line belongs to its word: "govern-ment" or "long-term".
///
/// It goes where the joined word stands elsewhere in the text, or, in English, is a known word; it stays where the compound stands elsewhere, where
/// neither is known, and inside quotation marks.
struct Hyphenation {
    private static let table = Lexicon("name_words")

    private(set) var edits: [TextEdit] = []
    /// Spans are those of the text before `edits`.
    private(set) var notices: [Notice] = []

    private let text: Text
    private let isEnglish: Bool
    /// Words and compounds of the text, but for those that are in question. Lower case.
    private let words: Set<String>

    /// - Parameter hyphens: offsets of hyphens between letters, in order.
    init(_ text: Text, hyphens: [Int], language: String?) {
        self.text = text
        isEnglish = language == nil || language == "en"
        guard !hyphens.isEmpty else {
            words = []
            return
        }
        let paragraphs = Paragraphs.spans(of: text)
        words = Self.words(of: text, without: hyphens)
        var quoted = QuotedRanges(text, paragraphs: paragraphs).cursor()
        for hyphen in hyphens {
            let left = word(before: hyphen)
            let right = word(after: hyphen + 1)
            let isQuoted = quoted.contains(hyphen)
            if !isQuoted, isBroken(left, right, at: hyphen) {
                edits.append(TextEdit(TextSpan(hyphen, hyphen + 1), "", name: "hyphenation"))
            } else if !words.contains("\(folded(left))-\(folded(right))"), isQuoted || !isCompound(left, right) {
                let span = TextSpan(left.start, right.end)
                notices.append(
                    Notice("line-end-hyphen", "“\(text.string(span))” was broken at its hyphen, which may be the line's alone", at: span))
            }
        }
    }

    private func isBroken(_ left: TextSpan, _ right: TextSpan, at hyphen: Int) -> Bool {
        guard left.count > 1, right.count > 1, text.scalar(at: right.start).scalar.properties.isLowercase else { return false }
        // "well-to-do": one of several hyphens belongs.
        if left.start > 0, text[left.start - 1] == UInt8(ascii: "-") { return false }
        if right.end < text.count, text[right.end] == UInt8(ascii: "-") { return false }
        let (head, tail) = (folded(left), folded(right))
        if words.contains("\(head)-\(tail)") { return false }
        if words.contains(head + tail) { return true }
        guard isEnglish else { return false }
        if Self.table.contains(head + tail) { return true }
        if CompoundWords.isPrefix(head) || CompoundWords.isTail(tail) { return false }
        return right.count > 2 && !Self.table.contains(head) && !Self.table.contains(tail)
    }

    private func isCompound(_ left: TextSpan, _ right: TextSpan) -> Bool {
        let (head, tail) = (folded(left), folded(right))
        return isEnglish && (CompoundWords.isPrefix(head) || Self.table.contains(head) && Self.table.contains(tail))
    }

    private static func words(of text: Text, without hyphens: [Int]) -> Set<String> {
        var result: Set<String> = []
        var open = hyphens[...]
        var start = 0
        var offset = 0
        while offset <= text.count {
            let byte = offset < text.count ? text[offset] : 0x20
            // E2 and C2 begin marks and signs, not the letters of any language that is hyphenated.
            let isMark = byte == 0xE2 || byte == 0xC2
            if !isMark, byte >= 0x80 || byte == UInt8(ascii: "-") || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A {
                offset += 1
                continue
            }
            if offset - start > 3, offset - start < 80 {
                while let first = open.first, first < start { open.removeFirst() }
                let isInQuestion = open.first.map { $0 < offset } ?? false
                if !isInQuestion { result.insert(text.string(TextSpan(start, offset)).lowercased()) }
            }
            offset += byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1
            start = offset
        }
        return result
    }

    private func word(before hyphen: Int) -> TextSpan {
        var start = hyphen
        while start > 0, hyphen - start < 60 {
            let (scalar, length) = text.scalar(before: start)
            guard scalar.isLetter else { break }
            start -= length
        }
        return TextSpan(start, hyphen)
    }

    private func word(after offset: Int) -> TextSpan {
        var end = offset
        while end < text.count, end - offset < 60 {
            let (scalar, length) = text.scalar(at: end)
            guard scalar.isLetter else { break }
            end += length
        }
        return TextSpan(offset, end)
    }

    private func folded(_ span: TextSpan) -> String { text.string(span).lowercased() }
}
