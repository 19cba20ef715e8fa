// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Puts a text together from pieces of a marked-up one in any order: blocks apart by a blank line, character references resolved.
///
/// Unlike `BlockWriter` it may go back, as the columns of a page and the text boxes of a letter ask for. So a separator cannot stand for what lies
/// between two pieces: it stands for the mark that calls for it (the tag of the paragraph, of the cell, of the word).
///
/// Names of edits: `markup` (a mark that separates), `entity` (a resolved character reference), `whitespace`, and those that callers give.
struct BlockAssembler {
    /// How the white space of a run is written.
    enum Spacing {
        /// A blank for every character.
        case kept
        /// One blank for a stretch of it, none at the start of a line, as HTML and OpenDocument have it.
        case collapsed
    }

    private enum Separator: Int {
        case none, blank, line, block
    }

    private let source: [UInt8]
    private let places: SourcePlaces
    private var bytes: [UInt8] = []
    private var runs: [SourceRun] = []
    private let units: SourceUnits
    /// What is due before the next character, and the mark that it stands for.
    private var due = (separator: Separator.none, mark: 0..<0)

    init(_ text: Text, _ map: SourceMap) {
        source = text.bytes
        places = SourcePlaces(map, text)
        units = map.units
    }

    /// Bytes written so far.
    var count: Int { bytes.count }

    /// - Parameter mark: what begins the next block; never empty.
    mutating func endBlock(at mark: Range<Int>) { ask(.block, mark) }

    /// Two in a row end the block.
    mutating func breakLine(at mark: Range<Int>) { ask(due.separator.rawValue >= Separator.line.rawValue ? .block : .line, mark) }

    mutating func blank(at mark: Range<Int>) { ask(.blank, mark) }

    /// Writes what `range` holds; with `spelling` as in `BlockWriter`.
    mutating func write(_ range: Range<Int>, spelling: BlockWriter.Spelling = .references, spacing: Spacing = .kept) {
        var at = range.lowerBound
        var kept = at
        while at < range.upperBound {
            let byte = source[at]
            if byte == UInt8(ascii: "&"), spelling == .references,
                let (text, length) = CharacterReferences.reference(in: source, at: at, before: range.upperBound)
            {
                keep(kept..<at)
                if text.count == 1, ByteScanner.isSpace(text[0]) {
                    space(at..<(at + length), spacing)
                } else {
                    replace(at..<(at + length), with: text, name: "entity")
                }
                at += length
                kept = at
            } else if ByteScanner.isSpace(byte), byte != 0x20 || spacing == .collapsed {
                keep(kept..<at)
                let start = at
                at += 1
                if spacing == .collapsed {
                    while at < range.upperBound, ByteScanner.isSpace(source[at]) { at += 1 }
                }
                space(start..<at, spacing)
                kept = at
            } else {
                at += 1
            }
        }
        keep(kept..<range.upperBound)
    }

    /// Writes `text` for what stands in `range`.
    mutating func replace(_ range: Range<Int>, with text: [UInt8], name: String) {
        separate()
        append(text, range, edit: name)
    }

    /// Records that `range` was left out for a reason of its own.
    mutating func omit(_ range: Range<Int>, name: String) { append([], range, edit: name) }

    consuming func finish() -> (text: Text, map: SourceMap) { (Text(knownValid: bytes), SourceMap(runs: runs, units: units)) }

    private mutating func space(_ range: Range<Int>, _ spacing: Spacing) {
        guard spacing == .kept || due.separator == .none && !bytes.isEmpty else { return }
        if spacing == .collapsed { ask(.blank, range) } else { replace(range, with: [0x20], name: "whitespace") }
    }

    private mutating func ask(_ separator: Separator, _ mark: Range<Int>) {
        if separator.rawValue > due.separator.rawValue { due = (separator, mark) }
    }

    private mutating func keep(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        separate()
        for piece in places.runs(of: TextSpan(range.lowerBound, range.upperBound)) {
            let start = bytes.count
            bytes.append(contentsOf: source[piece.text.start..<piece.text.end])
            runs.append(SourceRun(text: TextSpan(start, bytes.count), source: piece.source, edit: piece.edit))
        }
    }

    private mutating func separate() {
        let (separator, mark) = due
        due = (.none, 0..<0)
        guard !bytes.isEmpty else { return }
        switch separator {
        case .none: return
        case .blank:
            if mark.count == 1, source[mark.lowerBound] == 0x20 { return keep(mark) }
            append([0x20], mark, edit: ByteScanner.isSpace(source[mark.lowerBound]) ? "whitespace" : "markup")
        case .line: append([0x0A], mark, edit: "markup")
        case .block: append([0x0A, 0x0A], mark, edit: "markup")
        }
    }

    private mutating func append(_ text: [UInt8], _ range: Range<Int>, edit: String) {
        guard let place = places.source(of: TextSpan(range.lowerBound, range.upperBound)) else { return }
        let start = bytes.count
        bytes.append(contentsOf: text)
        runs.append(SourceRun(text: TextSpan(start, bytes.count), source: place, edit: edit))
    }
}
