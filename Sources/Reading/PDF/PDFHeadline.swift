// SPDX-License-Identifier: Apache-2.0

/// The headline of a PDF document: the largest letters in the upper part of the first page that has text.
enum PDFHeadline {
    /// How much larger than the text it must be.
    private static let size = 1.2
    /// Headings of sections are seldom larger.
    private static let sectionSize = 1.5

    static func find(
        in paragraphs: [PageParagraphs.Paragraph], _ pages: PageText, _ layout: PageLayout, _ bytes: [UInt8]
    ) -> (paragraph: Int, line: String)? {
        guard paragraphs.count > 1, let first = paragraphs.first?.page else { return nil }
        var best: (paragraph: Int, line: String)?
        // What stands over every page may be the paper's name or the article's title: it is the title where nothing else could be.
        var repeated: (paragraph: Int, line: String)?
        for (index, paragraph) in paragraphs.enumerated() where paragraph.page == first && paragraph.height > size * pages.bodyHeight {
            guard paragraph.rows[0].box.minY < 0.6 * layout.pages[first].height, !paragraph.rows[0].isTable,
                !paragraph.rows[0].isRotated
            else { continue }
            let words = paragraph.rows.flatMap { row in row.words.map { bytes[layout.words[$0].text] } }
            let line = Plain.line(words.map(CharacterReferences.resolve).joined(separator: " "))
            // An initial is large too.
            guard let line, line.utf8.count > 5, line.utf8.count < 300, line.contains(where: \.isLetter) else { continue }
            if isRepeated(line, pages.furniture) {
                if repeated == nil { repeated = (index, line) }
            } else if best.map({ paragraphs[$0.paragraph].height < paragraph.height }) ?? true {
                best = (index, line)
            }
        }
        if let repeated, let found = best, paragraphs[found.paragraph].height < sectionSize * pages.bodyHeight { best = repeated }
        return best ?? repeated
    }

    private static func isRepeated(_ line: String, _ furniture: Furniture) -> Bool {
        let letters = PageBlocks.letters(Array(line.utf8))
        return furniture.letters.contains { PageBlocks.letters($0).starts(with: letters) }
    }
}
