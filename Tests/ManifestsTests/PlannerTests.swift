// SPDX-License-Identifier: Apache-2.0

import Documents
import Manifests
import Stages
import TestKit
import Testing

@Suite struct `A manifest` {
    /// Each finding in the form that editors and scripts read.
    @Test(arguments: [
        (#"{"stages": [{"plugin": "cut"}]"#, #"m:1:31: error: "," or "}" is missing; put a comma between members, or close the object"#),
        (
            "{\"stages\": [\n  {'plugin'}]}",
            #"m:2:4: error: a member name in double quotes is missing; write "name": value, and no comma after the last member"#
        ),
        (#"[]"#, #"m:1:1: error: a manifest is an object, not a list; write { "stages": [ … ] }"#),
        (#"{}"#, #"m:1:1: error: "stages" is missing; add "stages": [ { "plugin": "normalize" } ]"#),
        (#"{"stages": {}}"#, #"m:1:12: error: "stages" cannot be an object; write a list of stages, each { "plugin": … }"#),
        (#"{"stages": [3]}"#, #"m:1:13: error: a stage is an object, not a whole number; write { "plugin": "normalize" }"#),
        (
            #"{"stages": [{"name": "x"}]}"#,
            #"m:1:13: error: this stage names no plugin; add "plugin": "normalize" or another of `copydesk stages`"#
        ),
        (#"{"stages": [{"plugin": "cot"}]}"#, #"m:1:24: error: there is no plugin "cot"; did you mean "cut"?"#),
        (#"{"stages": [{"plugin": "telescope"}]}"#, #"m:1:24: error: there is no plugin "telescope"; known are "cut", "count""#),
        (#"{"stags": [], "stages": []}"#, #"m:1:2: error: there is no "stags" here; did you mean "stages"?"#),
        (#"{"stages": [{"plugin": "cut", "options": {"sice": 4}}]}"#, #"m:1:43: error: "cut" has no option "sice"; did you mean "size"?"#),
        (
            #"{"stages": [{"plugin": "cut", "options": {"size": 21}}]}"#,
            #"m:1:51: error: "size" cannot be 21; write a whole number from 1 to 20"#
        ),
        (
            #"{"stages": [{"plugin": "cut", "options": {"mode": "fansy"}}]}"#,
            #"m:1:51: error: "mode" cannot be "fansy"; write one of "plain", "fancy""#
        ),
        (
            #"{"stages": [{"plugin": "cut", "options": {"words": ["a", 1]}}]}"#,
            #"m:1:52: error: "words" cannot be ["a",1]; write a list of strings"#
        ),
        (
            #"{"stages": [{"plugin": "cut", "options": {"share": 1.5}}]}"#,
            #"m:1:52: error: "share" cannot be 1.5; write a number from 0.0 to 1.0"#
        ),
        (
            #"{"stages": [{"plugin": "cut", "options": {"table": "missing"}}]}"#,
            #"m:1:52: error: "missing" is not there; name a file that is"#
        ),
        (
            #"{"stages": [{"plugin": "cut", "on_error": "quarantined"}]}"#,
            #"m:1:43: error: "on_error" cannot be "quarantined"; did you mean "quarantine"?"#
        ),
        (
            #"{"stages": [{"plugin": "cut", "timeout": "3 weeks"}]}"#,
            #"m:1:42: error: "timeout" cannot be this string; write a time such as "500ms", "30s" or "2m", at most 24h"#
        ),
        (#"{"stages": [{"plugin": "count"}]}"#, #"m:1:13: error: "count" needs sentences; which cut gives: put cut before it"#),
        (#"{"stages": [{"plugin": "cut"}, {"plugin": "cut"}]}"#, #"m:1:32: error: two stages are named "cut"; give each its own "name""#),
        (
            #"{"outbox": "inbox/done", "stages": []}"#,
            #"m:1:2: error: "outbox" and "inbox" lie in one another (inbox/done, inbox); give each a folder of its own"#
        ),
        (
            #"{"concurrency": 0, "stages": []}"#,
            #"m:1:17: error: "concurrency" cannot be a whole number; write a whole number from 1 to 256"#
        ),
        (
            #"{"maximum_size": "99TB", "stages": []}"#,
            #"m:1:18: error: "maximum_size" cannot be this string; write a size such as "64MB" or "512kB""#
        ),
        (#"{"stages": [], "stages": []}"#, #"m:1:16: error: "stages" stands twice in this object; keep one of them"#),
    ])
    func `is refused with the place, what is wrong and what would be right`(manifest: String, finding: String) {
        let (plan, diagnostics) = Planner.plan(Array(manifest.utf8), file: "m", catalog: .sample)
        #expect(plan == nil)
        #expect(diagnostics.map(\.description).contains(finding), "\(diagnostics)")
    }

    @Test func `has all its errors reported in one run`() {
        let manifest = #"{"poll": 3, "stages": [{"plugin": "cot", "timeout": 1}, {"plugin": "cut", "options": {"size": "x"}}]}"#
        let (_, diagnostics) = Planner.plan(Array(manifest.utf8), file: "m", catalog: .sample)
        #expect(diagnostics.count == 4)
    }

    @Test func `becomes a plan with standard values where it says nothing`() throws {
        let manifest =
            #"{"concurrency": 3, "poll": "500ms", "maximum_size": "1MB", "stages": [{"plugin": "cut", "name": "first", "options": {"size": 7}}, {"plugin": "count", "on_error": "skip", "timeout": "2m"}]}"#
        let (plan, diagnostics) = Planner.plan(Array(manifest.utf8), file: "m", catalog: .sample)
        let checked = try #require(plan)
        #expect(diagnostics.isEmpty)
        #expect(checked.manifest.inbox == "inbox")
        #expect(checked.manifest.concurrency == 3)
        #expect(checked.manifest.poll == .milliseconds(500))
        #expect(checked.manifest.maximumSize == 1 << 20)
        #expect(checked.manifest.formats == [.json])
        #expect(checked.steps.map(\.name) == ["first", "count"])
        #expect(checked.steps.map(\.onError) == [.quarantine, .skip])
        #expect(checked.steps.map(\.timeout) == [.seconds(30), .seconds(120)])
        #expect((checked.steps[0].stage as? CutStage)?.size == 7)
        let options = String(decoding: checked.steps[0].options, as: UTF8.self)
        #expect(options == #"{"size":7,"mode":"plain","words":[],"share":0.5,"deep":false,"table":null}"#)
    }

    @Test func `counts columns in characters and lines from one`() {
        let manifest = "{\n  \"$comment\": \"Größe\", \"größe\": 1,\n  \"stages\": []\n}"
        let (_, diagnostics) = Planner.plan(Array(manifest.utf8), file: "m", catalog: .sample)
        #expect(diagnostics.map { [$0.line, $0.column] } == [[2, 24]])
    }

    @Test(arguments: [0, 1, 2, 3, 4])
    func `never crashes on broken bytes`(seed: UInt64) {
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        let good = Array(
            #"{"inbox": "a", "formats": ["json"], "stages": [{"plugin": "cut", "options": {"words": ["ü"]}, "timeout": "3s"}]}"#.utf8)
        for _ in 0..<2000 {
            var bytes = good
            for _ in 0...(random.next() % 3) {
                let index = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: index)
                default: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: index)
                }
            }
            let (plan, diagnostics) = Planner.plan(bytes, file: "m", catalog: .sample)
            #expect(plan != nil || !diagnostics.isEmpty)
        }
    }
}
