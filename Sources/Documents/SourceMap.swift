// SPDX-License-Identifier: Apache-2.0

/// How the source spells the code points of an unedited run, which is what splitting a run needs to know.
public enum SourceUnits: Hashable, Sendable {
    /// UTF-8: a byte of text is a byte of source.
    case utf8
    /// One source byte a code point (ISO 8859, Windows-125x).
    case singleByte
    /// Two source bytes a code point, four beyond the basic plane.
    case utf16
    /// Any other charset: each unedited run is one code point and is never split.
    case opaque
}

/// A stretch of text and the bytes of the original file it came from.
public struct SourceRun: Hashable, Sendable {
    /// Bytes of the document's text.
    public var text: TextSpan
    /// Offset and length in bytes of the original file (or of the part named in `source.part`).
    public var source: Range<Int>
    /// `nil`: the text is the source decoded. Otherwise the names of what changed it, joined by `+`; such a run maps as a
    /// whole. One with empty `text` records a deletion.
    public var edit: String?

    public init(text: TextSpan, source: Range<Int>, edit: String? = nil) {
        self.text = text
        self.source = source
        self.edit = edit
    }
}

/// Leads from every byte of a document's text to the bytes of the file it came from.
///
/// The runs are ordered and tile the text without gap or overlap; gaps in the source are what the reader left out (markup).
public struct SourceMap: Hashable, Sendable {
    public private(set) var runs: [SourceRun]
    public let units: SourceUnits

    /// - Precondition: the runs tile the text in order. Neighbours that continue each other are joined.
    public init(runs: [SourceRun], units: SourceUnits) {
        self.units = units
        self.runs = []
        self.runs.reserveCapacity(runs.count)
        for run in runs { append(run) }
    }

    /// The map of text whose bytes are those of the source from `offset` on.
    public static func identity(count: Int, at offset: Int = 0) -> SourceMap {
        let run = SourceRun(text: TextSpan(0, count), source: offset..<(offset + count))
        return SourceMap(runs: count == 0 ? [] : [run], units: .utf8)
    }

    /// The smallest range of source bytes that holds what `span` came from; a run that was edited counts whole.
    public func source(of span: TextSpan, in text: Text) -> Range<Int>? {
        var low: Int?
        var high = 0
        var index = firstRun(endingAfter: span.start)
        while index < runs.count, runs[index].text.start < span.end {
            let run = runs[index]
            index += 1
            if run.text.isEmpty { continue }
            let part = TextSpan(max(run.text.start, span.start), min(run.text.end, span.end))
            let range = source(ofPart: part, of: run, in: text)
            low = low ?? range.lowerBound
            high = range.upperBound
        }
        return low.map { $0..<max($0, high) }
    }

    /// The text and the map after `edits`, which are ordered, do not overlap and lie on scalar edges.
    public func applying(_ edits: [TextEdit], to text: Text) -> (text: Text, map: SourceMap) {
        guard !edits.isEmpty else { return (text, self) }
        var editor = Editor(map: self, text: text)
        for edit in edits { editor.apply(edit) }
        return editor.finish()
    }

    private func firstRun(endingAfter offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].text.end > offset { high = middle } else { low = middle + 1 }
        }
        return low
    }

    fileprivate func source(ofPart part: TextSpan, of run: SourceRun, in text: Text) -> Range<Int> {
        guard run.edit == nil, part != run.text else { return run.source }
        let before = sourceLength(of: TextSpan(run.text.start, part.start), in: text)
        let start = run.source.lowerBound + before
        return start..<(start + sourceLength(of: part, in: text))
    }

    /// How many source bytes a part of an unedited run takes; it walks the part, except where a byte of text is a byte of source.
    package func sourceLength(of span: TextSpan, in text: Text) -> Int {
        switch units {
        case .utf8, .opaque: return span.count
        case .singleByte: return text[span].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        case .utf16: return text[span].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 4 : 2) }
        }
    }

    /// Joins what continues the last run, and what shares source bytes with an edited one: the two can no longer be told apart.
    fileprivate mutating func append(_ run: SourceRun) {
        guard let last = runs.last else { return runs.append(run) }
        let index = runs.count - 1
        if last.edit == nil, run.edit == nil, units != .opaque, last.source.upperBound == run.source.lowerBound {
            runs[index].text.end = run.text.end
            runs[index].source = last.source.lowerBound..<run.source.upperBound
        } else if let first = last.edit, let second = run.edit, last.source.overlaps(run.source) {
            runs[index].text.end = run.text.end
            runs[index].source =
                min(last.source.lowerBound, run.source.lowerBound)..<max(last.source.upperBound, run.source.upperBound)
            runs[index].edit = SourceMap.joined(first, second)
        } else {
            runs.append(run)
        }
    }

    fileprivate static func joined(_ first: String, _ second: String) -> String {
        let names = first.split(separator: "+")
        return second.split(separator: "+").reduce(first) { names.contains($1) ? $0 : "\($0)+\($1)" }
    }
}

/// Copies runs from the old map to the new one, cutting them where edits fall.
private struct Editor {
    let map: SourceMap
    let text: Text
    var bytes: [UInt8] = []
    var result: SourceMap
    /// The next byte of the old text to be copied, and the run that holds it.
    var position = 0
    var run = 0
    /// A place in an unedited run that has been measured: without it each part would be counted from the start of its run,
    /// which is quadratic where one run is the whole of a large file.
    private var measured = (run: -1, text: 0, source: 0)

    init(map: SourceMap, text: Text) {
        self.map = map
        self.text = text
        result = SourceMap(runs: [], units: map.units)
        bytes.reserveCapacity(text.count)
    }

    mutating func apply(_ edit: TextEdit) {
        precondition(edit.span.start >= position && edit.span.end <= text.count, "Edits are ordered and inside the text")
        copy(to: edit.span.start)
        let start = bytes.count
        bytes.append(contentsOf: edit.replacement)
        var source: Range<Int>?
        var name: String?
        while run < map.runs.count, map.runs[run].text.start < edit.span.end {
            let old = map.runs[run]
            let part = TextSpan(max(old.text.start, edit.span.start), min(old.text.end, edit.span.end))
            let range = measure(part)
            source = source.map { min($0.lowerBound, range.lowerBound)..<max($0.upperBound, range.upperBound) } ?? range
            if let earlier = old.edit { name = name.map { SourceMap.joined($0, earlier) } ?? earlier }
            if old.text.end > edit.span.end { break }
            run += 1
        }
        position = edit.span.end
        result.append(
            SourceRun(
                text: TextSpan(start, bytes.count), source: source ?? 0..<0,
                edit: name.map { SourceMap.joined($0, edit.name) } ?? edit.name))
    }

    mutating func finish() -> (text: Text, map: SourceMap) {
        copy(to: text.count)
        while run < map.runs.count {
            if map.runs[run].text.isEmpty { keep(map.runs[run]) }
            run += 1
        }
        return (Text(knownValid: bytes), result)
    }

    private mutating func copy(to end: Int) {
        while run < map.runs.count, map.runs[run].text.start < end || map.runs[run].text.isEmpty && map.runs[run].text.start <= end {
            let old = map.runs[run]
            if old.text.isEmpty {
                keep(old)
                run += 1
                continue
            }
            let part = TextSpan(max(old.text.start, position), min(old.text.end, end))
            if !part.isEmpty {
                let start = bytes.count
                bytes.append(contentsOf: text[part])
                let source = measure(part)
                result.append(SourceRun(text: TextSpan(start, bytes.count), source: source, edit: old.edit))
                position = part.end
            }
            if old.text.end > end { break }
            run += 1
        }
        position = max(position, end)
    }

    /// The source of a part of the run that stands at `run`; parts come in ascending order.
    private mutating func measure(_ part: TextSpan) -> Range<Int> {
        let whole = map.runs[run]
        guard whole.edit == nil, part != whole.text else { return whole.source }
        if measured.run != run || measured.text > part.start {
            measured = (run, whole.text.start, whole.source.lowerBound)
        }
        let start = measured.source + map.sourceLength(of: TextSpan(measured.text, part.start), in: text)
        let end = start + map.sourceLength(of: part, in: text)
        measured = (run, part.end, end)
        return start..<end
    }

    private mutating func keep(_ deletion: SourceRun) {
        result.append(SourceRun(text: TextSpan(bytes.count, bytes.count), source: deletion.source, edit: deletion.edit))
    }
}
