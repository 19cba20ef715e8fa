// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads the words and places that `pdftotext -bbox-layout` gives of a PDF document as an article.
///
/// Names of edits: `markup` (the tag of a word, which stands for the blank, line or paragraph before it), `entity`, `ligature`, and `hyphenation` (a
/// hyphen at the end of a line that is none of the word's).
enum PDFReader {
    static func read(_ text: Text, map: SourceMap) throws(ReadingError) -> Article {
        let bytes = text.bytes
        var layout = LayoutScanner.scan(bytes)
        if Direction.isRightToLeft(layout.words.lazy.map(\.text), bytes) { layout.mirror() }
        guard let bodyHeight = layout.bodyHeight else { throw .scanned(pages: layout.pages.count) }
        let pages = PageText(layout, bytes, bodyHeight: bodyHeight)
        guard !pages.rows.isEmpty else { throw .scanned(pages: layout.pages.count) }
        var paragraphs = PageParagraphs(pages, layout, bytes).paragraphs
        let headline = PDFHeadline.find(in: paragraphs, pages, layout, bytes)
        if let headline { paragraphs.remove(at: headline.paragraph) }
        let ends = WordEnd(pages.rows, layout, bytes)
        var assembler = BlockAssembler(text, map)
        for paragraph in paragraphs { write(paragraph, layout, bytes, ends, &assembler) }
        let (body, bodyMap) = assembler.finish()
        let properties = PDFProperties(bytes)
        return Article(text: body, map: bodyMap, annotations: properties.annotations(headline: headline?.line, of: body))
    }

    private static func write(
        _ paragraph: PageParagraphs.Paragraph, _ layout: PageLayout, _ bytes: [UInt8], _ ends: WordEnd, _ assembler: inout BlockAssembler
    ) {
        var last: PageLayout.Word?
        for row in paragraph.rows {
            for (place, index) in row.words.enumerated() {
                let word = layout.words[index]
                if let last {
                    switch place == 0 ? ends.join(last.text, word.text) : .blank {
                    case .blank:
                        write(last.text, bytes, &assembler)
                        assembler.blank(at: word.mark)
                    case .none: write(last.text, bytes, &assembler)
                    case .divided(let hyphen):
                        write(last.text.lowerBound..<hyphen.lowerBound, bytes, &assembler)
                        assembler.omit(hyphen, name: "hyphenation")
                    }
                } else {
                    assembler.endBlock(at: word.mark)
                }
                last = word
            }
        }
        if let last { write(last.text, bytes, &assembler) }
    }

    /// Writes a word, with its ligatures as letters.
    private static func write(_ word: Range<Int>, _ bytes: [UInt8], _ assembler: inout BlockAssembler) {
        if Direction.isRightToLeft([word], bytes) {
            for character in Direction.characters(of: word, bytes) { assembler.write(character) }
            return
        }
        var kept = word.lowerBound
        var at = kept
        while at + 2 < word.upperBound {
            // U+FB00 to U+FB06.
            if bytes[at] == 0xEF, bytes[at + 1] == 0xAC, (0x80...0x86).contains(bytes[at + 2]) {
                assembler.write(kept..<at)
                assembler.replace(at..<(at + 3), with: Array(ligatures[Int(bytes[at + 2]) - 0x80].utf8), name: "ligature")
                at += 3
                kept = at
            } else {
                at += 1
            }
        }
        assembler.write(kept..<word.upperBound)
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}

extension ReadingError {
    fileprivate static func scanned(pages: Int) -> ReadingError {
        ReadingError(
            code: .empty,
            problem:
                "The PDF document has \(pages == 1 ? "1 page" : "\(pages) pages") and no text: its pages are pictures, as scanners make them",
            remedy: "Give it text and put it back: ocrmypdf FILE.pdf FILE-text.pdf")
    }
}
