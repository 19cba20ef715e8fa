// SPDX-License-Identifier: Apache-2.0

/// Joins rows into paragraphs, over the ends of columns and pages too.
///
/// Inside a column a paragraph ends at a wider gap, before an indented row, before other letters, and where the next word would still have fitted
/// into the row. At the end of a column the same signs are looked at, and whether the sentence had ended.
struct PageParagraphs {
    struct Paragraph {
        var rows: [PageText.Row]
        var height: Double
        var page: Int { rows[0].page }
    }

    private let text: PageText
    private let layout: PageLayout
    private let bytes: [UInt8]
    /// Whether paragraphs are told by indented first rows.
    private let isIndented: Bool
    private(set) var paragraphs: [Paragraph] = []

    /// Heights of letters that differ by more are of different sizes.
    private static let sizeStep = 1.1
    /// How many paragraphs of another size (a caption, a box) may interrupt one.
    private static let interruption = 4

    init(_ text: PageText, _ layout: PageLayout, _ bytes: [UInt8]) {
        self.text = text
        self.layout = layout
        self.bytes = bytes
        let indented = text.rows.count { Self.indent($0, text) > 0 && Self.indent($0, text) < 6 }
        isIndented = indented * 40 >= text.rows.count
        for row in text.rows { add(row) }
        rejoin()
        var before: PageText.Row?
        for row in text.asides {
            if let last = before, last.region == row.region, isSameSize(last, row), !isMarked(row), row.box.minY > last.box.minY {
                paragraphs[paragraphs.count - 1].rows.append(row)
            } else {
                paragraphs.append(Paragraph(rows: [row], height: row.height))
            }
            before = row
        }
    }

    private mutating func add(_ row: PageText.Row) {
        guard let last = paragraphs.last?.rows.last, !isBreak(last, row) else {
            paragraphs.append(Paragraph(rows: [row], height: row.height))
            return
        }
        paragraphs[paragraphs.count - 1].rows.append(row)
    }

    private func isBreak(_ last: PageText.Row, _ row: PageText.Row) -> Bool {
        if last.isTable || row.isTable || !isSameSize(last, row) || startsItem(row) { return true }
        let indent = Self.indent(row, text)
        if last.region == row.region {
            let step = row.box.maxY - last.box.maxY
            // A heading has a leading of its own.
            if step > 1.3 * max(text.regions[row.region].leading, row.height * 0.95) || step < -row.height { return true }
            if isLarge(row) { return false }
            let isNew = indent > 0.6 && indent < 6 && abs(row.box.minX - last.box.minX) > 0.3 * row.height
            if isNew || indent < -0.6 && last.box.minX - row.box.minX > 0.6 * row.height && Self.indent(last, text) >= -0.6 && !isIndented {
                return true
            }
            return isShort(last, before: row, by: 0.5) && (endsSentence(last) || startsSentence(row))
                && (endsSentence(last) || isShort(last, before: row, by: 4))
        }
        if isLarge(row) { return last.page != row.page || endsSentence(last) }
        if endsInHyphen(last) { return false }
        if isIndented, indent > 0.6, indent < 6 { return true }
        if startsLower(row) { return false }
        if isShort(last, before: row, by: 0.5) { return true }
        return endsSentence(last) && !isIndented
    }

    /// Puts the pieces of a paragraph together that a caption or a box stands between.
    private mutating func rejoin() {
        var result: [Paragraph] = []
        var isTaken = [Bool](repeating: false, count: paragraphs.count)
        for index in paragraphs.indices where !isTaken[index] {
            var paragraph = paragraphs[index]
            var next = index + 1
            while let last = paragraph.rows.last, isBody(last), !endsSentence(last), !last.isTable {
                let end = min(paragraphs.count, next + Self.interruption)
                guard
                    let found = (next..<max(next, end)).first(where: {
                        isTaken[$0] || isBody(paragraphs[$0].rows[0]) && !paragraphs[$0].rows[0].isTable
                    }),
                    found > next, !isTaken[found], startsLower(paragraphs[found].rows[0])
                else { break }
                paragraph.rows += paragraphs[found].rows
                isTaken[found] = true
                next = found + 1
            }
            result.append(paragraph)
        }
        paragraphs = result
    }

    // MARK: what rows say

    private func isSameSize(_ first: PageText.Row, _ second: PageText.Row) -> Bool {
        max(first.height, second.height) < Self.sizeStep * min(first.height, second.height)
    }

    private func isLarge(_ row: PageText.Row) -> Bool { row.height > Self.sizeStep * text.bodyHeight }

    private func isBody(_ row: PageText.Row) -> Bool { !isLarge(row) && row.height * Self.sizeStep > text.bodyHeight }

    /// How far the row begins from where most of its column do, in heights of the body's letters.
    private static func indent(_ row: PageText.Row, _ text: PageText) -> Double {
        let distance = row.box.minX - text.regions[row.region].left
        return abs(distance) < 0.6 * text.bodyHeight ? 0 : distance / text.bodyHeight
    }

    /// Whether the first word of `next` would have fitted behind `row`.
    private func isShort(_ row: PageText.Row, before next: PageText.Row, by margin: Double) -> Bool {
        guard let first = next.words.first else { return false }
        let needed = layout.words[first].box.width + (0.25 + margin) * row.height
        return row.box.maxX + needed < row.right
    }

    private func endsInHyphen(_ row: PageText.Row) -> Bool {
        guard let last = row.words.last else { return false }
        return WordEnd.hyphen(layout.words[last].text, bytes) != nil
    }

    private func endsSentence(_ row: PageText.Row) -> Bool {
        guard let word = row.words.last.map({ layout.words[$0].text }) else { return true }
        if row.isRightToLeft { return [0x2E, 0x21, 0x3F, 0x3A].contains(bytes[word.lowerBound]) || bytes[word].starts(with: "؟".utf8) }
        var end = word.upperBound
        for mark in ["&quot;", "”", "’", "»", "\"", "'", ")", "]"]
        where bytes[word.lowerBound..<end].suffix(mark.utf8.count).elementsEqual(mark.utf8) {
            end -= mark.utf8.count
        }
        guard end > word.lowerBound else { return false }
        switch bytes[end - 1] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
        default:
            return bytes[word.lowerBound..<end].suffix(3).elementsEqual("。".utf8)
                || bytes[word.lowerBound..<end].suffix(3).elementsEqual("…".utf8)
        }
    }

    private func firstScalar(_ row: PageText.Row) -> Unicode.Scalar? {
        row.words.first.flatMap { String(decoding: bytes[layout.words[$0].text].prefix(4), as: UTF8.self).unicodeScalars.first }
    }

    private func startsLower(_ row: PageText.Row) -> Bool { firstScalar(row)?.properties.isLowercase ?? false }

    private func startsSentence(_ row: PageText.Row) -> Bool {
        guard let scalar = firstScalar(row) else { return false }
        return scalar.properties.isUppercase || !scalar.properties.isAlphabetic
    }

    private func startsItem(_ row: PageText.Row) -> Bool {
        guard let scalar = firstScalar(row) else { return false }
        return ["•", "▪", "■", "●", "◦", "‣", "►", "✓", "\u{F0B7}"].contains(scalar)
    }

    private func isMarked(_ row: PageText.Row) -> Bool {
        firstScalar(row).map { ("0"..."9").contains($0) || $0 == "*" || $0 == "†" } ?? false
    }
}
