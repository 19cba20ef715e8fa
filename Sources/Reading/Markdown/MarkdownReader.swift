// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads Markdown with positions.
///
/// A small reader of our own: cmark tells lines and columns of blocks but no byte positions of what stands inside them, and without these no
/// character could be led back to the file. It takes Markdown as writers use it; corner cases of CommonMark that decide between two kinds
/// of marks (nested quotations against lists, lazy lines) do not matter, since all marks vanish.
///
/// Names of edits: `markdown` (marks, and what stands between blocks), `line-wrap` (the end of a line inside a paragraph), `entity`.
enum MarkdownReader {
    static func read(_ text: Text, map: SourceMap) -> Article {
        let bytes = text.bytes
        let front = FrontMatter(bytes)
        var scanner = MarkdownBlockScanner(bytes)
        let blocks = scanner.scan(from: front?.end ?? 0)
        let references = scanner.references

        var headline = front?.headline
        let heading = blocks.firstIndex { $0.kind == .heading(1) }
        var dropped: Int?
        if let heading {
            let title = plain(blocks[heading], bytes, references)
            if headline == nil || PageBlocks.letters(Array((headline ?? "").utf8)) == PageBlocks.letters(Array(title.utf8)) {
                headline = Plain.line(title)
                dropped = heading
            }
        }
        var pieces = TextPieces(of: text, gaps: "markdown")
        for index in blocks.indices where index != dropped { write(blocks[index], bytes, references, &pieces) }
        let (body, bodyMap) = pieces.finish(map)
        return Article(text: body, map: bodyMap, annotations: annotations(front, headline: headline))
    }

    private static let paragraph: [UInt8] = [0x0A, 0x0A]

    private static func write(_ block: MarkdownBlock, _ bytes: [UInt8], _ references: Set<String>, _ pieces: inout TextPieces) {
        var inlines = MarkdownInlines(bytes, references: references)
        let changes = inlines.changes(in: block)
        var change = 0
        var isFirst = true
        for (index, line) in block.lines.enumerated() {
            guard !line.range.isEmpty else { continue }
            var position = line.range.lowerBound
            if isFirst {
                if pieces.count > 0 { pieces.separate(before: position, with: paragraph) }
                isFirst = false
            } else if position > pieces.end {
                let isHard = block.lines[index - 1].isHardBreak
                pieces.replace(pieces.end, position, with: isHard ? [0x0A] : [0x20], name: isHard ? "markdown" : "line-wrap")
            }
            while change < changes.count, changes[change].range.upperBound <= line.range.upperBound {
                let next = changes[change]
                change += 1
                guard next.range.lowerBound >= position else { continue }
                pieces.keep(position, next.range.lowerBound)
                pieces.replace(next.range.lowerBound, next.range.upperBound, with: next.replacement, name: next.name)
                position = next.range.upperBound
            }
            pieces.keep(position, line.range.upperBound)
        }
    }

    /// A block's text alone, for the headline.
    private static func plain(_ block: MarkdownBlock, _ bytes: [UInt8], _ references: Set<String>) -> String {
        guard let first = block.lines.first, let last = block.lines.last, last.range.upperBound - first.range.lowerBound < 4000 else {
            return ""
        }
        let text = Text(knownValid: Array(bytes[first.range.lowerBound..<last.range.upperBound]))
        var moved = block
        for index in moved.lines.indices {
            let range = moved.lines[index].range
            moved.lines[index].range = (range.lowerBound - first.range.lowerBound)..<(range.upperBound - first.range.lowerBound)
        }
        var pieces = TextPieces(of: text, gaps: "markdown")
        write(moved, text.bytes, references, &pieces)
        return pieces.finish(.identity(count: text.count)).text.string
    }

    private static func annotations(_ front: FrontMatter?, headline: String?) -> [Annotation] {
        var result: [Annotation] = []
        if let headline, !headline.isEmpty { result.append(.headline(headline)) }
        guard let front else { return result }
        let names = Bylines.names([front.authors])
        if !names.isEmpty { result.append(.byline(names)) }
        if let published = front.published { result.append(.published(published)) }
        if let modified = front.modified { result.append(.modified(modified)) }
        if let publisher = front.publisher { result.append(.publisher(publisher)) }
        if let url = front.url { result.append(.url(url)) }
        if let section = front.section { result.append(.section(section)) }
        let tags = PageMetadata.tags(front.tags)
        if !tags.isEmpty { result.append(.tags(tags)) }
        return result
    }
}
