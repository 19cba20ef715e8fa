// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Builds a new text from pieces of an old one, in its order: kept as they are or replaced. What lies between two pieces is left out.
struct TextPieces {
    private let text: Text
    /// The name of the edit that leaves out what lies between.
    private let gapName: String
    private var edits: [TextEdit] = []
    /// The end of the last piece in the old text.
    private(set) var end = 0
    /// Bytes written so far.
    private(set) var count = 0

    init(of text: Text, gaps gapName: String) {
        self.text = text
        self.gapName = gapName
    }

    mutating func keep(_ start: Int, _ end: Int) {
        guard start < end, start >= self.end else { return }
        skip(to: start)
        self.end = end
        count += end - start
    }

    mutating func replace(_ start: Int, _ end: Int, with bytes: [UInt8], name: String) {
        guard start < end, start >= self.end else { return }
        skip(to: start)
        append(start, end, bytes, name)
        self.end = end
        count += bytes.count
    }

    /// Keeps a stretch with its character references resolved.
    mutating func keepResolved(_ range: Range<Int>) {
        var at = range.lowerBound
        var kept = at
        while at < range.upperBound {
            guard text[at] == UInt8(ascii: "&"),
                let (resolved, length) = CharacterReferences.reference(in: text.bytes, at: at, before: range.upperBound)
            else {
                at += 1
                continue
            }
            keep(kept, at)
            replace(at, at + length, with: resolved, name: "entity")
            at += length
            kept = at
        }
        keep(kept, range.upperBound)
    }

    /// Puts `bytes` where everything from the last piece to `start` stood; nothing where there is no such stretch.
    mutating func separate(before start: Int, with bytes: [UInt8]) {
        guard start > end else { return }
        append(end, start, bytes, gapName)
        end = start
        count += bytes.count
    }

    /// The new text and its map. Deletions are not recorded: what the map does not name was left out.
    mutating func finish(_ map: SourceMap) -> (text: Text, map: SourceMap) {
        skip(to: text.count)
        let (result, edited) = map.applying(edits, to: text)
        let runs = edited.runs.filter { !$0.text.isEmpty }
        return (result, SourceMap(runs: runs, units: edited.units))
    }

    private mutating func skip(to start: Int) {
        if start > end { append(end, start, [], gapName) }
    }

    private mutating func append(_ start: Int, _ end: Int, _ bytes: [UInt8], _ name: String) {
        var edit = TextEdit(TextSpan(start, end), "", name: name)
        edit.replacement = bytes
        edits.append(edit)
    }
}
