// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Walks over one paragraph from stop to stop.
struct SentenceScanner {
    /// In bytes; programs wrap lines at 60 columns or more.
    private static let shortLine = 50

    let text: Text
    let end: Int
    private let abbreviations: Abbreviations
    private let unmarked: UnmarkedEnd?
    private let isGreek: Bool
    private let isFrench: Bool
    /// The gap that the rules for stops have judged.
    private var judged = -1
    private var position: Int
    /// Where the sentence at hand begins.
    private var start: Int
    private var lineStart: Int
    private var item: ListItem?
    private var result: [TextSpan] = []

    init(text: Text, paragraph: TextSpan, language: String?) {
        self.text = text
        abbreviations = .of(language)
        unmarked = UnmarkedEnd(text: text, paragraph: paragraph, language: language)
        isGreek = language == "el"
        isFrench = language == "fr"
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
            case UInt8(ascii: ";") where isGreek: stop()
            case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="): face()
            case 0xCD, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF: wideStop()
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
        guard position < end, text[position] != 0x20 else { return }
        if let item, item.isFollowed(in: text, at: position, end: end) {
            close(at: edge, next: position)
        } else if edge != judged, edge > start, text[edge - 1] != 0x20, let unmarked,
            unmarked.isEnd(at: edge, next: position, sentence: start)
        {
            close(at: edge, next: position)
        }
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
        case "。", "！", "？", "｡", "।", "॥", "؟", "۔", "．", "።", "፧", "፨", "։", "។", "៕", "။", "\u{37E}", "⁇", "⁈", "⁉", "‼":
            position += length
            while position < end, Self.isWideStop(text.scalar(at: position).scalar) { position += text.scalar(at: position).length }
            let stops = position
            skipClosings()
            let edge = position
            skipSpace()
            // 「行く？」と言った: the quoted question goes on, as it does before a comma.
            if edge > stops, edge == position, position < end, Self.goesOn(text.scalar(at: position).scalar) { return }
            close(at: edge, next: position)
        default: position += length
        }
    }

    private static func isWideStop(_ scalar: Unicode.Scalar) -> Bool { scalar == "！" || scalar == "？" || scalar == "。" || scalar == "؟" }

    private static func goesOn(_ scalar: Unicode.Scalar) -> Bool { scalar == "と" || scalar == "，" || scalar == "、" }

    /// One or more stops in a row, with what closes behind them.
    private mutating func stop() {
        var stop = SentenceStop(text: text, abbreviations: abbreviations, sentence: start, end: end, first: position)
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
        judged = edge
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
            case ")", "]", "}", "\u{201D}", "\u{2019}", "\u{BB}", "\u{203A}", "」", "』", "）", "》", "】", "〉", "〗": position += length
            case " " where isFrench && position + 2 < end && text[position + 1] == 0xC2 && text[position + 2] == 0xBB: position += 3
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

    /// "[17]", "[3, 4]", ". [1][2]", "[citation needed]": notes belong to the sentence they stand behind.
    private mutating func skipNotes() {
        while position < end {
            var offset = position
            if text[offset] == 0x20 { offset += 1 }
            guard offset < end, text[offset] == UInt8(ascii: "[") else { return }
            let inner = offset + 1
            offset = inner
            while offset < end, offset - inner < 28, isNoteByte(text[offset]) { offset += 1 }
            guard offset > inner, offset < end, text[offset] == UInt8(ascii: "]") else { return }
            let isNumber = text[inner].isASCIIDigit && offset - inner < 12
            guard isNumber || offset - inner > 7 && text.equals(TextSpan(offset - 7, offset), " needed") else { return }
            position = offset + 1
        }
    }

    private func isNoteByte(_ byte: UInt8) -> Bool {
        byte.isASCIIDigit || byte.isASCIILetter || byte == UInt8(ascii: ",") || byte == 0x20 || byte == UInt8(ascii: "-")
    }

    private mutating func skipSpace() {
        while position < end {
            let (scalar, length) = text.scalar(at: position)
            guard scalar.isSpace else { return }
            position += length
        }
    }
}
