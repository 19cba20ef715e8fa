// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Finds the marks that mail programs put before the lines of an earlier message: "> ", "> > ".
///
/// Two lines in a row at least: a single one may be a list's or a shell's.
enum ReplyMarks {
    /// - Parameter text: all its line ends are LF.
    static func edits(of text: Text) -> [TextEdit] {
        guard text.contains(UInt8(ascii: ">")) else { return [] }
        var edits: [TextEdit] = []
        var block: [TextEdit] = []
        func close() {
            if block.count > 1 { edits.append(contentsOf: block) }
            block.removeAll()
        }
        var start = 0
        while start < text.count {
            if let edit = mark(in: text, at: start) { block.append(edit) } else { close() }
            start = text.nextLineEnd(from: start) + 1
        }
        close()
        return edits
    }

    private static func mark(in text: Text, at start: Int) -> TextEdit? {
        var end = start
        var marks = 0
        while end < text.count, text[end] == UInt8(ascii: ">") || text[end] == 0x20 || text[end] == 0x09 {
            if text[end] == UInt8(ascii: ">") { marks += 1 }
            end += 1
        }
        return marks > 0 ? TextEdit(TextSpan(start, end), "", name: "reply-mark") : nil
    }
}
