// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Writes the text with its marks, paragraph by paragraph, in one pass from left to right.
///
/// HTML nests where annotations cross, so a mark that ends under others closes those, itself, and opens them again; one that
/// runs over a paragraph's edge is closed and opened again likewise. Without tags, what is written is the text, byte for byte.
struct MarkedText {
    private let text: Text
    private let layout: MarkLayout
    private var nextMark = 0
    private var nextPoint = 0
    private var open: [TextMark] = []

    init(_ text: Text, _ layout: MarkLayout) {
        self.text = text
        self.layout = layout
    }

    mutating func write(paragraphs: [TextSpan]?, to html: inout HTMLWriter) {
        var position = 0
        for paragraph in Self.blocks(paragraphs, of: text) {
            html.text(text[TextSpan(position, paragraph.start)])
            html.raw("<p dir=\"auto\">")
            write(paragraph, to: &html)
            html.raw("</p>")
            position = paragraph.end
        }
        html.text(text[TextSpan(position, text.count)])
    }

    private mutating func write(_ paragraph: TextSpan, to html: inout HTMLWriter) {
        var position = paragraph.start
        open.removeAll { $0.span.end <= position }
        for mark in open { start(mark, again: true, &html) }
        while true {
            close(at: position, &html)
            begin(at: position, &html)
            guard position < paragraph.end else { break }
            var next = paragraph.end
            for mark in open { next = min(next, mark.span.end) }
            if nextMark < layout.marks.count { next = min(next, layout.marks[nextMark].span.start) }
            if nextPoint < layout.points.count { next = min(next, layout.points[nextPoint].offset) }
            next = max(next, position)
            html.text(text[TextSpan(position, next)])
            position = next
        }
        for _ in open { html.raw("</mark>") }
    }

    private mutating func close(at position: Int, _ html: inout HTMLWriter) {
        guard let lowest = open.firstIndex(where: { $0.span.end <= position }) else { return }
        for _ in lowest..<open.count { html.raw("</mark>") }
        let above = open[lowest...].filter { $0.span.end > position }
        open.removeSubrange(lowest...)
        for mark in above {
            open.append(mark)
            start(mark, again: true, &html)
        }
    }

    /// Also takes up what began between paragraphs.
    private mutating func begin(at position: Int, _ html: inout HTMLWriter) {
        while nextPoint < layout.points.count, layout.points[nextPoint].offset <= position {
            html.raw("<span id=\"")
            html.text(layout.points[nextPoint].anchor.id)
            html.raw("\"></span>")
            nextPoint += 1
        }
        while nextMark < layout.marks.count, layout.marks[nextMark].span.start <= position {
            let mark = layout.marks[nextMark]
            nextMark += 1
            start(mark, again: false, &html)
            if mark.span.end > position { open.append(mark) } else { html.raw("</mark>") }
        }
    }

    private func start(_ mark: TextMark, again: Bool, _ html: inout HTMLWriter) {
        html.raw("<mark class=\"")
        html.text(mark.look.rawValue)
        if !again, let anchor = mark.anchor {
            html.raw("\" id=\"")
            html.text(anchor.id)
        }
        html.raw("\" title=\"")
        html.text(mark.title)
        html.raw("\">")
    }

    /// The paragraphs in order and without overlap, and a block for any text that none of them holds.
    static func blocks(_ paragraphs: [TextSpan]?, of text: Text) -> [TextSpan] {
        var blocks: [TextSpan] = []
        var position = 0
        func fill(to end: Int) {
            guard position < end else { return }
            let rest = text.trimmed(TextSpan(position, end))
            if !rest.isEmpty { blocks.append(contentsOf: split(rest, of: text)) }
        }
        for paragraph in (paragraphs ?? []).sorted() where paragraph.start >= position && !paragraph.isEmpty {
            fill(to: paragraph.start)
            blocks.append(paragraph)
            position = paragraph.end
        }
        fill(to: text.count)
        return blocks
    }

    /// At blank lines.
    private static func split(_ span: TextSpan, of text: Text) -> [TextSpan] {
        var blocks: [TextSpan] = []
        var start = span.start
        var index = span.start
        while index < span.end {
            if text[index] == 0x0A, index + 1 < span.end, text[index + 1] == 0x0A {
                if start < index { blocks.append(TextSpan(start, index)) }
                while index < span.end, text[index] == 0x0A { index += 1 }
                start = index
            } else {
                index += 1
            }
        }
        if start < span.end { blocks.append(TextSpan(start, span.end)) }
        return blocks
    }
}
