// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Finds words whose letters were set apart, as scanned headings come: "T h e  q u i c k  f o x", "R E P O R T".
///
/// Certain is only what shows its words by wider gaps, or what makes a known word; lists of letters ("A B C D") stay. Nothing inside quotation marks
/// changes. Runs before white space is squeezed.
struct LetterSpacing {
    private static let table = Lexicon("name_words")
    /// Letters of a run, at least.
    private static let fewest = 5

    private let text: Text

    static func edits(of text: Text) -> [TextEdit] {
        let runs = LetterSpacing(text: text).runs()
        guard !runs.isEmpty else { return [] }
        var quoted = QuotedRanges(text, paragraphs: Paragraphs.spans(of: text)).cursor()
        return runs.filter { !quoted.contains($0.start) }.flatMap { LetterSpacing(text: text).gaps(in: $0) }
    }

    /// Runs of single letters with one or more spaces between.
    private func runs() -> [TextSpan] {
        var result: [TextSpan] = []
        var offset = text.next(0x20, from: 0)
        while offset < text.count {
            // A space, a letter, a space: most texts have few.
            guard offset + 2 < text.count, text[offset + 2] == 0x20, offset > 0, isLetter(offset - 1), offset == 1 || !isWord(offset - 2)
            else {
                offset = text.next(0x20, from: offset + 1)
                continue
            }
            let start = offset - 1
            var end = offset
            var letters = 1
            while let next = nextLetter(after: end) {
                end = next + 1
                letters += 1
            }
            let span = TextSpan(start, end)
            if letters >= Self.fewest, isCertain(span) { result.append(span) }
            offset = text.next(0x20, from: max(end, offset + 1))
        }
        return result
    }

    /// The next single letter behind one to four spaces.
    private func nextLetter(after end: Int) -> Int? {
        var offset = end
        while offset < text.count, text[offset] == 0x20, offset - end < 5 { offset += 1 }
        guard offset > end, offset - end < 5, offset < text.count, isLetter(offset) else { return nil }
        return offset + 1 == text.count || !isWord(offset + 1) ? offset : nil
    }

    private func isCertain(_ span: TextSpan) -> Bool {
        let words = text.string(span).split(separator: "  ", omittingEmptySubsequences: true).map { word in
            String(word.filter { $0 != " " }).lowercased()
        }
        let long = words.filter { $0.utf8.count > 2 }
        guard !long.isEmpty else { return false }
        let known = long.count { Self.table.contains($0) }
        return words.count == 1 ? known == 1 : known * 2 >= long.count
    }

    /// What parts the letters of a word goes; what parts words becomes one space later.
    private func gaps(in span: TextSpan) -> [TextEdit] {
        var result: [TextEdit] = []
        for offset in span.range where text[offset] == 0x20 && text[offset - 1] != 0x20 && text[offset + 1] != 0x20 {
            result.append(TextEdit(TextSpan(offset, offset + 1), "", name: "letter-spacing"))
        }
        return result
    }

    private func isLetter(_ offset: Int) -> Bool { (text[offset] | 0x20) >= 0x61 && (text[offset] | 0x20) <= 0x7A }
    private func isWord(_ offset: Int) -> Bool {
        isLetter(offset) || text[offset].isASCIIDigit || text[offset] >= 0x80 || text[offset] == UInt8(ascii: "'")
            || text[offset] == UInt8(ascii: "-") || text[offset] == UInt8(ascii: ".")
    }
}
