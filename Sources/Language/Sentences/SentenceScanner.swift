// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Walks over one paragraph from stop to stop.
struct SentenceScanner {
    /// In bytes; programs wrap lines at 60 columns or more.
    private static let shortLine = 50

    let text: Text
    let end: Int
    private var position: Int
    /// Where the sentence at hand begins.
    private var start: Int
    private var lineStart: Int
    private var item: ListItem?
    private var result: [TextSpan] = []

    init(text: Text, paragraph: TextSpan) {
        self.text = text
        end = paragraph.end
        position = paragraph.start
        start = paragraph.start
        lineStart = paragraph.start
    }

    mutating func sentences() -> [TextSpan] {
        begin(at: position)
        while position < end {
            let byte = text[position]
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): stop()
            case 0x20: space()
            case 0x0A: lineBreak()
            case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="): face()
            case 0xD8, 0xDB, 0xE0, 0xE2, 0xE3, 0xEF: wideStop()
            default: position += 1
            }
        }
        close(at: end, next: end)
        return result
    }

    /// A sentence begins here; the number of a list item does not end it.
    private mutating func begin(at offset: Int) {
        start = offset
        position = offset
        item = ListItem(in: text, at: offset, end: end)
        if let item { position = item.end }
    }

    private mutating func close(at edge: Int, next: Int) {
        let span = text.trimmed(TextSpan(start, edge))
        if !span.isEmpty { result.append(span) }
        if next < end {
            begin(at: next)
        } else {
            (start, position) = (end, end)
        }
    }

    /// The next item of a list that runs on in one paragraph begins a sentence.
    private mutating func space() {
        let edge = position
        position += 1
        guard let item, position < end, text[position] != 0x20, item.isFollowed(in: text, at: position, end: end) else { return }
        close(at: edge, next: position)
    }

    /// A short line that somebody broke on purpose (an address, a byline) stands for itself; a long one was wrapped and goes on.
    private mutating func lineBreak() {
        let edge = position
        skipSpace()
        guard position < end, edge - lineStart < Self.shortLine else {
            lineStart = position
            return
        }
        lineStart = position
        if !text.scalar(at: position).scalar.properties.isLowercase { close(at: edge, next: position) }
    }

    /// ":)" ends a sentence where a capital follows.
    private mutating func face() {
        let first = position
        position += 1
        if position < end, text[position] == UInt8(ascii: "-") { position += 1 }
        guard position + 1 < end, first > start, text[first - 1] == 0x20, Self.mouths.contains(text[position]), text[position + 1] == 0x20
        else {
            position = first + 1
            return
        }
        let edge = position + 1
        position = edge
        skipSpace()
        if position < end, text.scalar(at: position).scalar.properties.isUppercase {
            close(at: edge, next: position)
        } else {
            position = edge
        }
    }

    private static let mouths: Set<UInt8> = Set(")(DPp".utf8)

    private mutating func wideStop() {
        let (scalar, length) = text.scalar(at: position)
        switch scalar {
        case "…", "‽": stop()
        case "。", "！", "？", "।", "॥", "؟", "۔", "．":
            position += length
            skipClosings()
            let edge = position
            skipSpace()
            close(at: edge, next: position)
        default: position += length
        }
    }

    /// One or more stops in a row, with what closes behind them.
    private mutating func stop() {
        var stop = SentenceStop(text: text, sentence: start, end: end, first: position)
        position = stop.stopsEnd
        if let early = stop.edgeBeforeEllipsis {
            let rest = position
            close(at: early, next: early + 1)
            position = max(position, rest)
            return
        }
        skipClosings()
        stop.closings = position - stop.stopsEnd
        skipNotes()
        let edge = position
        skipSpace()
        guard position < end else { return }
        if text[position - 1] == 0x0A { lineStart = position }
        if stop.ends(before: position, isSpaced: position > edge) {
            close(at: edge, next: position)
        } else if lineStart < position {
            position = edge
        }
    }

    private mutating func skipClosings() {
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            switch scalar {
            case ")", "]", "}", "\u{201D}", "\u{2019}", "\u{BB}", "\u{203A}", "」", "』", "）": position += length
            case "\"", "'":
                // "it?'s" is not a closing mark
                let after = position + 1
                if scalar == "'", after < end, text.scalar(at: after).scalar.isLetter { return }
                position = after
            case "\u{201C}" where position + length >= end || text.scalar(at: position + length).scalar.isSpace: position += length
            default: return
            }
        }
    }

    /// "[17]", "[3, 4]", ". [1][2]": notes belong to the sentence they stand behind.
    private mutating func skipNotes() {
        while position < end {
            var offset = position
            if text[offset] == 0x20 { offset += 1 }
            guard offset < end, text[offset] == UInt8(ascii: "[") else { return }
            let inner = offset + 1
            offset = inner
            while offset < end, offset - inner < 12, isNoteByte(text[offset]) { offset += 1 }
            guard offset > inner, offset < end, text[offset] == UInt8(ascii: "]"), text[inner].isASCIIDigit else { return }
            position = offset + 1
        }
    }

    private func isNoteByte(_ byte: UInt8) -> Bool {
        byte.isASCIIDigit || byte == UInt8(ascii: ",") || byte == 0x20 || byte == UInt8(ascii: "-")
    }

    private mutating func skipSpace() {
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            guard scalar.isSpace else { return }
            position += length
        }
    }
}
