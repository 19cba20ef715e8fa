// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Answers where parts of a decoded text came from, in any order and in constant time.
///
/// `SourceMap.source(of:)` counts characters from the start of a run, which is the whole file in UTF-16 or a single-byte charset: asked once a word
/// that would be quadratic.
struct SourcePlaces {
    /// Bytes of text between two known places.
    private static let stride = 256

    private let map: SourceMap
    private let text: Text
    /// Source bytes of the unedited runs before every 256th byte of text; empty where a byte of text is a byte of source.
    private var known: [Int] = []

    init(_ map: SourceMap, _ text: Text) {
        self.map = map
        self.text = text
        guard map.units == .singleByte || map.units == .utf16 else { return }
        known.reserveCapacity(text.count / Self.stride + 1)
        var count = 0
        for offset in 0..<text.count {
            if offset % Self.stride == 0 { known.append(count) }
            count += width(text[offset])
        }
        known.append(count)
    }

    /// The runs that make up `span`, cut to it.
    func runs(of span: TextSpan) -> [SourceRun] {
        var found: [SourceRun] = []
        var index = firstRun(endingAfter: span.start)
        while index < map.runs.count, map.runs[index].text.start < span.end {
            let run = map.runs[index]
            index += 1
            if run.text.isEmpty { continue }
            let part = TextSpan(max(run.text.start, span.start), min(run.text.end, span.end))
            var source = run.source
            if run.edit == nil, part != run.text, map.units != .opaque {
                let start = source.lowerBound + length(run.text.start, part.start)
                source = start..<(start + length(part.start, part.end))
            }
            found.append(SourceRun(text: part, source: source, edit: run.edit))
        }
        return found
    }

    /// The source bytes between the first and the last byte of `span`; `nil` where it is empty.
    func source(of span: TextSpan) -> Range<Int>? {
        let runs = runs(of: span)
        guard let first = runs.first else { return nil }
        return runs.dropFirst().reduce(first.source) {
            min($0.lowerBound, $1.source.lowerBound)..<max($0.upperBound, $1.source.upperBound)
        }
    }

    private func length(_ start: Int, _ end: Int) -> Int { known.isEmpty ? end - start : before(end) - before(start) }

    private func before(_ offset: Int) -> Int {
        let index = offset / Self.stride
        var count = known[min(index, known.count - 1)]
        guard index < known.count, index * Self.stride < offset else { return count }
        for offset in (index * Self.stride)..<offset { count += width(text[offset]) }
        return count
    }

    /// Source bytes of the character that begins with this byte; none for the bytes that follow it.
    private func width(_ byte: UInt8) -> Int {
        if byte & 0xC0 == 0x80 { return 0 }
        return map.units == .singleByte ? 1 : byte >= 0xF0 ? 4 : 2
    }

    private func firstRun(endingAfter offset: Int) -> Int {
        var low = 0
        var high = map.runs.count
        while low < high {
            let middle = (low + high) / 2
            if map.runs[middle].text.end > offset { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
