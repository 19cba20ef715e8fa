// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

@testable import Rendering

@Suite struct MarkedTextTests {
    private func html(_ string: String, _ marks: [TextMark], paragraphs: [TextSpan]? = nil) -> String {
        var html = HTMLWriter()
        var text = MarkedText(Text(string), MarkLayout(marks))
        text.write(paragraphs: paragraphs, to: &html)
        return String(decoding: html.bytes, as: UTF8.self)
    }

    private func mark(_ start: Int, _ end: Int, _ track: TextMark.Track) -> TextMark {
        TextMark(span: TextSpan(start, end), track: track, look: .name, title: "<t>")
    }

    @Test(arguments: 0..<200)
    func `gives back the text and nests well, whatever crosses what`(seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alphabet = ["a", "<", "&", "\"", "'", ">", "\n\n", "\n", "\u{2028}", "\u{202E}", "é", "\u{0}", "x", " "]
        let characters = (0..<(next(60) + 1)).map { _ in alphabet[next(alphabet.count)] }
        let string = characters.joined()
        var edges = [0]
        for character in characters { edges.append(edges[edges.count - 1] + character.utf8.count) }
        let marks = (0..<next(20)).map { _ in
            let ends = [edges[next(edges.count)], edges[next(edges.count)]].sorted()
            return mark(ends[0], ends[1], TextMark.Track.allCases[next(5)])
        }
        let written = html(string, marks)
        let read = strip(written)
        #expect(read.isWellFormed, "seed \(seed): \(written)")
        #expect(Array(read.text.utf8) == Array(string.utf8), "seed \(seed): \(written)")
    }

    @Test func `stays linear under very many marks that all overlap`() {
        let string = String(repeating: "a", count: 100_000)
        let marks = (0..<100_000).map { mark($0, 100_000, TextMark.Track.allCases[$0 % 5]) }
        #expect(html(string, marks).utf8.count < 1_000_000)
    }

    /// Text without tags, and whether every tag closes what was opened last.
    private func strip(_ html: String) -> (text: String, isWellFormed: Bool) {
        var text = String.UnicodeScalarView()
        var open: [String] = []
        var isWellFormed = true
        let scalars = Array(html.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            guard scalar == "<" || scalar == "&", let end = scalars[index...].firstIndex(of: scalar == "<" ? ">" : ";") else {
                text.append(scalar)
                index += 1
                continue
            }
            let inside = String(String.UnicodeScalarView(scalars[(index + 1)..<end]))
            if scalar == "<" {
                let name = String(inside.prefix { $0 != " " })
                if name.hasPrefix("/") {
                    isWellFormed = isWellFormed && open.popLast() == String(name.dropFirst())
                } else {
                    open.append(name)
                }
            } else {
                let named: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\""]
                text.append(named[inside] ?? Unicode.Scalar(UInt32(inside.dropFirst())!)!)
            }
            index = end + 1
        }
        return (String(text), isWellFormed && open.isEmpty)
    }
}
