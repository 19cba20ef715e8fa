// SPDX-License-Identifier: Apache-2.0

/// A block of Markdown: what it is, and the stretches of its lines without indent, marks of quotation and bullets.
struct MarkdownBlock {
    enum Kind: Hashable {
        case paragraph
        case heading(Int)
        case code
    }

    struct Line {
        var range: Range<Int>
        /// Two blanks or a backslash at its end.
        var isHardBreak = false
    }

    var kind: Kind
    var lines: [Line] = []
}
