// SPDX-License-Identifier: Apache-2.0

import Documents
import TestKit
import Testing

@Suite struct `A source map` {
    /// What edits do to a text, the plain way.
    private func edited(_ text: Text, _ edits: [TextEdit]) -> [UInt8] {
        var bytes = text.bytes
        for edit in edits.reversed() { bytes.replaceSubrange(edit.span.range, with: edit.replacement) }
        return bytes
    }

    /// The source bytes of a text, and the map from one to the other.
    private func encoded(_ string: String, _ units: SourceUnits) -> (source: [UInt8], map: SourceMap) {
        switch units {
        case .utf8, .opaque:
            let bytes = Array(string.utf8)
            guard units == .opaque else { return (bytes, .identity(count: bytes.count)) }
            var runs: [SourceRun] = []
            var start = 0
            for scalar in string.unicodeScalars {
                let end = start + String(scalar).utf8.count
                runs.append(SourceRun(text: TextSpan(start, end), source: start..<end))
                start = end
            }
            return (bytes, SourceMap(runs: runs, units: .opaque))
        case .utf16:
            let bytes = string.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let run = SourceRun(text: TextSpan(0, string.utf8.count), source: 0..<bytes.count)
            return (bytes, SourceMap(runs: string.isEmpty ? [] : [run], units: .utf16))
        case .singleByte:
            let bytes = string.unicodeScalars.map { UInt8($0.value) }
            let run = SourceRun(text: TextSpan(0, string.utf8.count), source: 0..<bytes.count)
            return (bytes, SourceMap(runs: string.isEmpty ? [] : [run], units: .singleByte))
        }
    }

    private func decoded(_ bytes: ArraySlice<UInt8>, _ units: SourceUnits) -> [UInt8] {
        switch units {
        case .utf8, .opaque: return Array(bytes)
        case .utf16:
            let pairs = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
            return Array(String(decoding: pairs, as: UTF16.self).utf8)
        case .singleByte: return bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
        }
    }

    private func expectTiles(_ map: SourceMap, _ text: Text, _ source: [UInt8]) {
        var position = 0
        for run in map.runs {
            #expect(run.text.start == position)
            position = run.text.end
            #expect(run.source.lowerBound >= 0 && run.source.upperBound <= source.count)
            if run.edit == nil {
                #expect(decoded(source[run.source], map.units) == Array(text[run.text]))
            }
        }
        #expect(position == text.count)
    }

    @Test(arguments: [SourceUnits.utf8, .utf16, .singleByte, .opaque], 0..<40 as Range<UInt64>)
    func `follows edits in several passes`(units: SourceUnits, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = units == .singleByte ? Array("ab .é\u{85}ÿ".unicodeScalars) : Array("ab .é“д漢🙂\u{10FFFF}".unicodeScalars)
        let string = random.string(upTo: 60, from: alphabet)
        var (source, map) = encoded(string, units)
        var text = Text(string)
        expectTiles(map, text, source)
        for pass in 0..<4 {
            let edits = random.edits(of: text, names: ["a\(pass)", "b\(pass)"])
            let expected = edited(text, edits)
            (text, map) = map.applying(edits, to: text)
            #expect(text.bytes == expected, "seed \(seed)")
            expectTiles(map, text, source)
            for _ in 0..<8 where !text.isEmpty {
                let ends = (0...text.count).filter { text.isScalarEdge($0) }
                let start = ends[Int.random(in: 0..<ends.count, using: &random)]
                let end = ends[Int.random(in: 0..<ends.count, using: &random)]
                let range = map.source(of: TextSpan(min(start, end), max(start, end)), in: text)
                #expect(range.map { $0.upperBound <= source.count } ?? true)
            }
        }
    }

    @Test func `joins the names of edits that meet`() {
        let text = Text("a\r\n\r\nb")
        let first = SourceMap.identity(count: text.count).applying(
            [TextEdit(TextSpan(1, 3), "\n", name: "line-end"), TextEdit(TextSpan(3, 5), "\n", name: "line-end")], to: text)
        let second = first.map.applying([TextEdit(TextSpan(1, 3), " ", name: "line-wrap")], to: first.text)
        #expect(second.text.string == "a b")
        #expect(second.map.runs.map(\.edit) == [nil, "line-end+line-wrap", nil])
        #expect(second.map.runs[1].source == 1..<5)
        #expect(second.map.source(of: TextSpan(2, 3), in: second.text) == 5..<6)
    }

    @Test func `keeps the record of a deletion`() {
        let text = Text("US -led")
        let (result, map) = SourceMap.identity(count: text.count).applying([TextEdit(TextSpan(2, 3), "", name: "spacing")], to: text)
        #expect(result.string == "US-led")
        #expect(map.runs.map(\.edit) == [nil, "spacing", nil])
        #expect(map.source(of: result.whole, in: result) == 0..<7)
    }
}
