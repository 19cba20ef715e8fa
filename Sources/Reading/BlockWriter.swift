// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Writes chosen runs of a marked-up text, in its order: blocks apart by a blank line, white space as browsers collapse it, character references
/// resolved.
///
/// Names of edits: `markup` (what stands between two pieces of text), `entity` (a resolved character reference), `whitespace` (white space that a
/// browser shows as one blank).
struct BlockWriter {
    /// How the characters of a run are spelled.
    enum Spelling {
        /// With references (`&amp;`).
        case references
        /// As they are (CDATA).
        case literal
    }

    /// Whether a blank line in the running text ends the block.
    var breaksAtBlankLines = false
    private let bytes: [UInt8]
    private var pieces: TextPieces
    /// What must stand before the next character, if anything has been written.
    private var lineBreaks = 0
    /// White space that is written when something follows it in the block.
    private var space: Range<Int>?
    private var isAtBlockStart = true

    private static let blank: [UInt8] = [0x20]
    private static let line: [UInt8] = [0x0A]
    private static let paragraph: [UInt8] = [0x0A, 0x0A]

    init(_ text: Text) {
        bytes = text.bytes
        pieces = TextPieces(of: text, gaps: "markup")
    }

    mutating func endBlock() {
        lineBreaks = 2
        isAtBlockStart = true
        space = nil
    }

    /// A `<br>`; two in a row end the block.
    mutating func breakLine() {
        lineBreaks = min(2, lineBreaks + 1)
        isAtBlockStart = true
        space = nil
    }

    /// The boundary of a table's cell.
    mutating func endCell(at offset: Int) {
        if !isAtBlockStart { space = space ?? offset..<offset }
    }

    mutating func finish(_ map: SourceMap) -> (text: Text, map: SourceMap) { pieces.finish(map) }

    /// Adds a run to the block that is being written.
    mutating func write(_ run: Range<Int>, isPreformatted: Bool = false, spelling: Spelling = .references) {
        var at = run.lowerBound
        var kept = at
        while at < run.upperBound {
            let byte = bytes[at]
            if byte == UInt8(ascii: "&"), spelling == .references,
                let (text, length) = CharacterReferences.reference(in: bytes, at: at, before: run.upperBound)
            {
                keep(kept, at)
                if text.count == 1, ByteScanner.isSpace(text[0]) {
                    noteSpace(at, at + length)
                } else {
                    begin(at)
                    pieces.replace(at, at + length, with: text, name: "entity")
                }
                at += length
                kept = at
            } else if ByteScanner.isSpace(byte), !isPreformatted || isAtBlockStart && kept == at {
                keep(kept, at)
                let start = at
                while at < run.upperBound, ByteScanner.isSpace(bytes[at]) { at += 1 }
                noteSpace(start, at)
                kept = at
            } else {
                at += 1
            }
        }
        keep(kept, run.upperBound)
    }

    private mutating func noteSpace(_ start: Int, _ end: Int) {
        if breaksAtBlankLines, bytes[start..<end].count(where: { $0 == 0x0A }) > 1 { return endBlock() }
        if !isAtBlockStart { space = space ?? start..<end }
    }

    private mutating func keep(_ start: Int, _ end: Int) {
        guard start < end else { return }
        begin(start)
        pieces.keep(start, end)
    }

    /// Writes what is due before the first character at `offset`.
    private mutating func begin(_ offset: Int) {
        if isAtBlockStart {
            if pieces.count > 0 { pieces.separate(before: offset, with: lineBreaks >= 2 ? Self.paragraph : Self.line) }
        } else if let space {
            if space.isEmpty {
                pieces.separate(before: offset, with: Self.blank)
            } else if space.count == 1, bytes[space.lowerBound] == 0x20 {
                pieces.keep(space.lowerBound, space.upperBound)
            } else {
                pieces.replace(space.lowerBound, space.upperBound, with: Self.blank, name: "whitespace")
            }
        }
        space = nil
        lineBreaks = 0
        isAtBlockStart = false
    }
}
