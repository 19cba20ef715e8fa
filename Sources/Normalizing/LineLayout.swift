// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Decides what each line break means, and brings white space into the contract's form: one space between words, one blank line between
/// paragraphs, none at the edges.
struct LineLayout {
    /// Wider lines were not wrapped for a screen or a mail.
    private static let widestWrap = 100
    /// A wrapped line may end this many columns before the first word of the next would have run over.
    private static let slack = 8

    /// Narrower lines are those of verse and of addresses, where a hyphen at the end is the writer's.
    private static let narrowest = 20

    private enum Join { case space, nothing, line, paragraph }

    private let text: Text
    private let lines: [TextLine]
    private let joinsWrapped: Bool
    private let isPlain: Bool
    private(set) var edits: [TextEdit] = []
    /// Hyphens at which words were broken and stand joined now; offsets in the text before `edits`.
    private(set) var hyphens: [Int] = []
    /// Whether the writer set one line break behind each paragraph: no blank line, and many lines longer than any program wraps at.
    private var isLinePerParagraph = false
    /// The widest line, where two blocks at least were wrapped.
    private var wrapWidth: Int?

    /// - Parameters:
    ///   - text: all its line ends are LF.
    ///   - isPlain: whether single line breaks are the writer's or the program's; reading has settled that for marked-up text.
    init(_ text: Text, isPlain: Bool, joinsWrapped: Bool) {
        self.text = text
        self.isPlain = isPlain
        self.joinsWrapped = joinsWrapped
        lines = TextLine.lines(of: text)
        run()
    }

    private mutating func run() {
        guard let first = lines.first, let last = lines.last else {
            if !text.isEmpty { edits.append(TextEdit(text.whole, "", name: "trim")) }
            return
        }
        let blocks = blocks()
        let long = lines.count { $0.width > Self.widestWrap }
        isLinePerParagraph = isPlain && blocks.count == 1 && long > 1 && long * 3 >= lines.count
        if long == 0, blocks.count(where: { looksWrapped($0, width(of: $0)) }) > 1 { wrapWidth = width(of: lines.indices) }
        replace(TextSpan(0, first.content.start), "", "trim")
        for lines in blocks {
            block(lines)
            if lines.upperBound < self.lines.count { replace(gap(before: lines.upperBound), "\n\n", "whitespace") }
        }
        replace(TextSpan(last.content.end, text.count), "", "trim")
    }

    /// Lines without a blank line between them.
    private func blocks() -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for index in lines.indices.dropFirst() where lines[index].followsBlank {
            result.append(start..<index)
            start = index
        }
        result.append(start..<lines.count)
        return result
    }

    private mutating func block(_ block: Range<Int>) {
        let widest = width(of: block)
        let isWrapped = isPlain && joinsWrapped && (looksWrapped(block, widest) || isFull(block))
        for index in block {
            if index > block.lowerBound {
                switch isWrapped ? joinInWrapped(index, widest) : joinInLoose(index) {
                case .space: replace(gap(before: index), " ", "line-wrap")
                case .nothing:
                    hyphens.append(lines[index - 1].content.end - 1)
                    replace(gap(before: index), "", "line-wrap")
                case .line: replace(gap(before: index), "\n", "whitespace")
                case .paragraph: replace(gap(before: index), "\n\n", "paragraph")
                }
            }
            squeeze(lines[index].content)
        }
    }

    private func width(of block: Range<Int>) -> Int { block.reduce(0) { max($0, lines[$1].width) } }

    /// Whether a program broke these lines: nearly every one is as full as the next word allowed.
    private func looksWrapped(_ block: Range<Int>, _ widest: Int) -> Bool {
        guard block.count > 1, widest <= Self.widestWrap, widest >= 40 else { return false }
        var full = 0
        var open = 0
        for index in block.dropLast() {
            if isFull(index, widest) { full += 1 }
            if !lines[index].endsSentence { open += 1 }
        }
        let breaks = block.count - 1
        return open > 0 && full * 10 >= breaks * 7 && open * 2 >= breaks
    }

    /// Whether a block of few lines fits the width at which the others were broken.
    private func isFull(_ block: Range<Int>) -> Bool {
        guard let wrapWidth else { return false }
        return block.count > 1 && block.dropLast().allSatisfy { isFull($0, wrapWidth) && !lines[$0 + 1].startsItem }
    }

    private func isFull(_ index: Int, _ widest: Int) -> Bool {
        lines[index].width + 1 + lines[index + 1].firstWord + Self.slack > widest
    }

    private func joinInWrapped(_ index: Int, _ widest: Int) -> Join {
        let (before, line) = (lines[index - 1], lines[index])
        if line.startsItem { return .line }
        if line.indent > before.indent + 1, before.endsSentence { return .paragraph }
        let couldHoldMore = before.width + 1 + line.firstWord + Self.slack < widest
        if couldHoldMore, before.endsSentence { return .paragraph }
        if before.width * 2 < widest { return .line }
        return endsWithHyphen(before) ? .nothing : .space
    }

    private func joinInLoose(_ index: Int) -> Join {
        let (before, line) = (lines[index - 1], lines[index])
        guard isPlain else { return .line }
        if isLinePerParagraph { return line.startsItem && before.startsItem ? .line : .paragraph }
        if joinsWrapped, line.startsLower, !before.endsSentence {
            if endsWithHyphen(before), before.width >= Self.narrowest { return .nothing }
            if before.width >= 60 { return .space }
        }
        if line.startsItem, !before.endsSentence { return .line }
        if before.endsSentence, before.width >= 20 || line.width >= 60 { return .paragraph }
        return before.width > Self.widestWrap || line.width > Self.widestWrap ? .paragraph : .line
    }

    /// "long-": whether the hyphen belongs to the word, `Hyphenation` decides.
    private func endsWithHyphen(_ line: TextLine) -> Bool {
        let end = line.content.end
        guard line.content.count > 2, text[end - 1] == UInt8(ascii: "-") else { return false }
        return text.scalar(before: end - 1).scalar.properties.isAlphabetic
    }

    private func gap(before index: Int) -> TextSpan { TextSpan(lines[index - 1].content.end, lines[index].content.start) }

    private mutating func replace(_ span: TextSpan, _ replacement: String, _ name: String) {
        guard !span.isEmpty, !text[span].elementsEqual(replacement.utf8) else { return }
        edits.append(TextEdit(span, replacement, name: name))
    }

    /// Runs of spaces and tabs inside a line.
    private mutating func squeeze(_ content: TextSpan) {
        var offset = content.start
        while offset < content.end {
            guard text[offset] == 0x20 || text[offset] == 0x09 else {
                offset += 1
                continue
            }
            let start = offset
            while offset < content.end, text[offset] == 0x20 || text[offset] == 0x09 { offset += 1 }
            replace(TextSpan(start, offset), " ", "whitespace")
        }
    }
}
