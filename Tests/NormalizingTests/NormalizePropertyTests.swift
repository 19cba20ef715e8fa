// SPDX-License-Identifier: Apache-2.0

import Documents
import Normalizing
import Stages
import TestKit
import Testing

@Suite struct `Whatever is normalized` {
    private static let seeds = [
        "The cafÃ© isnâ€™t open, “not today”, he said . It was in the US -led zone.",
        "Q&amp;A &amp;amp; AT&T: it&#39;s\\n\\nThe \\u2019end\\u2019 &nbsp; of <b>it</b><br/>all",
        "The ﬁrst govern-\nment pla\u{AD}n of the long-\nterm coun¬\ncil was in Wash-\nington, he said.The rest was not.",
        "שלום \u{202E}abc\u{202C} \u{2067}עולם\u{2069} \u{200F} and \u{FEE3}\u{FEAE}\u{FEA3} Ｔｈｅ \u{FFF9}a\u{FFFA}b\u{FFFB}",
        "> T h e  q u i c k  b r o w n\n> fox  jumped , over ( the ) dog.\r\n\r\nРџСЂРёРІРµС‚ ΓÇÖ ├⌐ √© voilÃ  10Â km",
        "e\u{301}\u{300} ÃƒÂ© ÃÆ’Ã‚Â© \u{92}s \u{85} \u{E0041} \u{FFFD} ï¿½ â€ “â€œ ‘ « ! » a\u{200B}b 👩\u{200D}🚀 \u{1F3F4}",
    ]
    private static let odd = [
        "Ã", "Â", "â€", "Â ", "\u{A0}", "&amp;", "&", ";", "amp;", "#39;", "\\u", "\\n", "<p>", "<", ">", "-\n", "\n", "\n\n", " ", "“",
        "”", "\"", "\u{AD}",
        "\u{200B}", "\u{202E}", "\u{2069}", "é", "Р", "√", "├", ".", " .", "The", "ﬁ", "\u{301}", "\u{FFFD}", "> ", "\u{92}", "Ä", "»", "ñ",
        "－", "i ",
    ]

    /// What is wrong with the document's map, in words.
    private func faults(_ document: Document, _ source: [UInt8]) -> [String] {
        var faults: [String] = []
        var position = 0
        var read = 0
        for run in document.sourceMap.runs {
            if run.text.start != position { faults.append("runs do not tile at \(position)") }
            if run.source.upperBound > source.count || run.source.lowerBound < read { faults.append("\(run.source) is out of order") }
            if run.edit == nil, run.source.upperBound <= source.count, !document.text[run.text].elementsEqual(source[run.source]) {
                faults.append("\(run.text) is not its source")
            }
            position = run.text.end
            read = run.source.upperBound
        }
        if position != document.text.count { faults.append("runs end at \(position)") }
        if Text(validating: document.text.bytes) == nil { faults.append("not UTF-8") }
        return faults
    }

    private func check(_ string: String, _ name: String, isWhole: Bool = false) throws {
        let once = try normalized(string)
        #expect(faults(once, Array(string.utf8)) == [], "\(name)")
        // What a line break means depends on the lines around it, which are others once some are joined.
        // A tag that is taken out leaves a blank behind, which may be just what a damaged letter next to it lacked.
        guard isWhole || !string.contains("\n") && !once.text.string.contains("\n") && !string.contains("<") else { return }
        let twice = try normalized(once.text.string)
        #expect(twice.text.string == once.text.string, "\(name): \(string.debugDescription)")
    }

    @Test(arguments: seeds.indices)
    func `leads back to its bytes and stays as it is`(index: Int) throws { try check(Self.seeds[index], "seed \(index)", isWhole: true) }

    @Test(arguments: seeds.indices, [UInt64(1), 2, 3, 4])
    func `does so when it is damaged`(index: Int, state: UInt64) throws {
        var generator = SeededGenerator(seed: Fuzzing.seed(state))
        for round in 0..<Fuzzing.rounds(60) {
            var scalars = Array(Self.seeds[index].unicodeScalars)
            for _ in 0..<Int.random(in: 1...5, using: &generator) where scalars.count > 4 {
                let at = Int.random(in: 0..<scalars.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: scalars.remove(at: at)
                case 1: scalars.swapAt(at, Int.random(in: 0..<scalars.count, using: &generator))
                default: scalars.insert(contentsOf: Array((Self.odd.randomElement(using: &generator) ?? "").unicodeScalars), at: at)
                }
            }
            var string = ""
            string.unicodeScalars.append(contentsOf: scalars)
            try check(string, "seed \(state), text \(index), round \(round)")
        }
    }

    /// Four times the text must not take much more than four times as long; what is quadratic takes sixteen times.
    @Test(arguments: [
        "Ã", "Ã©", "ÃƒÂ©", "&amp;", "&amp", "- \n", "-\na", "\\u", "\\n", "<p ", "<b>", "\u{202E}", "\u{2066}ש", "\u{2069}", "ﬁ", "Ａ", "a ",
        "> \n", "\u{AD}\n", "â€",
        "\u{E0041}", "Рі", "├", "“ﬁ", "a.The ", "о", "\u{92}", "\u{FFF9}",
    ])
    func `takes time linear in the text`(unit: String) throws {
        func time(_ count: Int) throws -> Duration {
            let string = String(repeating: unit, count: count)
            return try processorTime { _ = try normalized(string) }
        }
        let small = 60_000 / unit.utf8.count
        let short = min(try time(small), try time(small))
        let long = try time(small * 4)
        #expect(long < short * 10 + .milliseconds(60), "\(short) and \(long)")
    }
}
