// SPDX-License-Identifier: Apache-2.0

import Documents
import Stages
import TestKit
import Testing

@testable import Plugins

@Suite(.timeLimit(.minutes(2))) struct `A filter` {
    private let kit: PluginKit

    init() throws { kit = try PluginKit() }

    private func applied(_ filter: FilterPlugin, _ text: String, writes: Set<Layer>) throws -> Document {
        var document = PluginKit.document(text)
        try document.apply(try filter.annotate(document), writes: writes)
        return document
    }

    @Test func `over the text keeps the way of every other word to the source`() throws {
        let text = "The colour of the Köln flag, the colour.\n"
        let result = try applied(kit.filter(["sed", "s/colour/color/g; s/^/> /"]), text, writes: [.text])
        #expect(result.text.string == "> The color of the Köln flag, the color.\n")
        let flag = TextSpan(19, 24)
        #expect(result.text.string(flag) == "Köln")
        let source = try #require(result.sourceMap.source(of: flag, in: result.text))
        #expect(Text(text).string(TextSpan(source.lowerBound, source.upperBound)) == "Köln")
    }

    @Test func `over the document changes what it changes`() throws {
        guard Confiner.program("jq") != nil else {
            print("SKIPPED: jq is not installed")
            return
        }
        let filter = kit.filter(
            ["jq", "-c", #".tags = ["wire"] | .section = (.text | split(" ")[0])"#], form: .json, writes: [.tags, .section])
        let result = try applied(filter, "World news of today.", writes: [.tags, .section])
        #expect(result.tags == ["wire"] && result.section == "World")
        let refused = kit.filter(["jq", "-c", #".headline = "x""#], form: .json, writes: [.tags])
        #expect(throws: StageFailure.self) { try refused.annotate(PluginKit.document()) }
    }

    @Test func `that fails says how`() throws {
        let failing = kit.filter(["sh", "-c", "echo no luck >&2; exit 7"])
        let failure = #expect(throws: StageFailure.self) { try failing.annotate(PluginKit.document()) }
        #expect(failure?.problem == "The filter ended with status 7: no luck")
        #expect(throws: StageFailure.self) { try kit.filter(["no-such-program"]).probe() }
        try kit.filter(["cat"]).probe()
        // One that does not read its input may still answer.
        #expect(
            try applied(kit.filter(["echo", "Short."]), String(repeating: "Long. ", count: 100_000), writes: [.text]).text.string
                == "Short.\n")
    }

    /// Any text to any other: the edits lead from the one to the other.
    @Test func `finds edits between any two texts`() throws {
        var random = SeededGenerator(seed: 7)
        let words = ["a", "Köln", " ", "\n", ",", "word", "🇩🇪", "x1"]
        for _ in 0..<2000 {
            let make = { (random: inout SeededGenerator) in
                (0..<Int.random(in: 1...12, using: &random)).map { _ in words.randomElement(using: &random)! }.joined()
            }
            let (old, new) = (make(&random), make(&random))
            var document = PluginKit.document(old)
            let edits = TextDifference.edits(from: document.text, to: Array(new.utf8), name: "test")
            if !edits.isEmpty { try document.apply([.edits(edits)], writes: [.text]) }
            #expect(document.text.string == new, "\(old) → \(new)")
        }
    }
}
