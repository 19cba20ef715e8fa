// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Cuts a text into entries, each with its part of the map, in one walk over both however many there are.
struct Excerpts {
    private let text: Text
    private let map: SourceMap
    /// The first run that does not end before the next entry.
    private var run = 0
    /// A place in a run that has been measured, so that no run is measured twice from its start.
    private var measured = (run: -1, text: 0, source: 0)
    private var position = 0

    init(_ text: Text, _ map: SourceMap) {
        self.text = text
        self.map = map
    }

    /// - Parameter range: of the text, on scalar edges, not before the end of the one cut last.
    mutating func cut(_ range: Range<Int>) -> Excerpt {
        let start = max(range.lowerBound, position)
        let end = max(start, range.upperBound)
        position = end
        while run < map.runs.count, map.runs[run].text.end <= start { run += 1 }
        var runs: [SourceRun] = []
        while run < map.runs.count, map.runs[run].text.start < end {
            let old = map.runs[run]
            let part = TextSpan(max(old.text.start, start), min(old.text.end, end))
            if !part.isEmpty {
                runs.append(SourceRun(text: TextSpan(part.start - start, part.end - start), source: source(of: part), edit: old.edit))
            }
            if old.text.end > end { break }
            run += 1
        }
        return Excerpt(
            text: Text(knownValid: Array(text.bytes[start..<end])), map: SourceMap(runs: runs, units: map.units), start: start)
    }

    /// Where a part of the run at `run` came from; parts come in order.
    private mutating func source(of part: TextSpan) -> Range<Int> {
        let whole = map.runs[run]
        guard whole.edit == nil, part != whole.text else { return whole.source }
        if measured.run != run { measured = (run, whole.text.start, whole.source.lowerBound) }
        let start = measured.source + map.sourceLength(of: TextSpan(measured.text, part.start), in: text)
        let end = start + map.sourceLength(of: part, in: text)
        measured = (run, part.end, end)
        return start..<end
    }
}

/// One entry of a text that holds several.
struct Excerpt {
    var text: Text
    var map: SourceMap
    /// Where it stands in the whole text.
    var start: Int

    /// The bytes of the file that it came from.
    var source: Range<Int> {
        guard let first = map.runs.first, let last = map.runs.last else { return 0..<0 }
        return first.source.lowerBound..<max(first.source.lowerBound, last.source.upperBound)
    }

    /// A range of the whole text as one of this part.
    func local(_ range: Range<Int>) -> Range<Int> {
        let low = min(max(0, range.lowerBound - start), text.count)
        return low..<min(max(low, range.upperBound - start), text.count)
    }
}
