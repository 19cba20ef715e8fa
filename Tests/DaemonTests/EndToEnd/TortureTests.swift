// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// A flood of articles through a program that is killed again and again while they are dropped. `make torture` runs it for long.
@Suite(.serialized, .timeLimit(.minutes(90))) struct `A desk under torture` {
    private static func number(_ name: String, _ standard: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
    }

    /// What does not depend on when an article was processed.
    private static func timeless(_ result: [String: Any]) throws -> Data {
        var result = result
        var source = result["source"] as? [String: Any] ?? [:]
        source["received"] = nil
        result["source"] = source
        result["provenance"] = (result["provenance"] as? [[String: Any]])?.map { entry in
            var entry = entry
            entry["started"] = nil
            entry["milliseconds"] = nil
            return entry
        }
        return try JSONSerialization.data(withJSONObject: result, options: .sortedKeys)
    }

    @Test func `has one result for each article, the same as undisturbed`() throws {
        let rounds = Self.number("TORTURE_ROUNDS", 12)
        let files = Self.number("TORTURE_FILES", 240)
        let seed = UInt64(Self.number("TORTURE_SEED", Int.random(in: 1...1_000_000)))
        print("torture: seed \(seed), \(rounds) rounds, \(files) files")
        var random = SeededGenerator(seed: seed)
        let manifest = #"{"retry_delay": "1ms", "attempts": 1000, "stages": [{"plugin": "normalize"}, {"plugin": "extract"}]}"#
        let first = try RunningDesk(manifest: manifest) { folder in
            for name in ["outside", "outbox"] {
                try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
            }
        }
        let dropper = Dropper(files, into: first.inbox, from: first.folder.appending(path: "outside"), seed: seed)
        let reader = ResultReader(first.outbox)
        dropper.start()
        reader.start()
        var desk = first
        var kills = 0
        for round in 1...rounds {
            dropper.allow(files * round / rounds)
            desk.listen(for: .milliseconds(Int.random(in: 0...400, using: &random)))
            switch Int.random(in: 0..<8, using: &random) {
            case 0: _ = desk.stop()
            case 1: try desk.killWatcher()
            default:
                desk.signal(SIGKILL)
                kills += 1
                _ = desk.ending()
            }
            if !desk.isRunning { desk = try RunningDesk(sharing: first) }
        }
        dropper.wait()
        #expect(dropper.problem == nil)
        // Perhaps before it listens to signals: that too is a way to end.
        _ = desk.stop()
        let last = try RunningDesk(sharing: first, arguments: ["--drain"])
        #expect(last.ending() == 0, "\(last.log.suffix(5))")
        let (looks, partial) = reader.stop()

        let names = Set((0..<files).map(Dropper.name))
        let results = RunningDesk.files(in: first.outbox)
        let expected = Set(names.map { "\($0).json" })
        let archived = RunningDesk.files(in: first.archive)
        let lost = names.subtracting(archived).count + expected.subtracting(results).count
        let doubled = results.subtracting(expected).count + archived.subtracting(names).count
        let different = try expected.intersection(results).subtracting(undisturbed(first, files, manifest)).count
        print(
            "torture: \(files) files, \(kills) kills, \(results.count) results, \(looks) looks at them; "
                + "lost \(lost), doubled \(doubled), different \(different), partial \(partial.count)")
        #expect(lost == 0 && doubled == 0 && different == 0)
        #expect(partial.isEmpty)
        #expect(RunningDesk.files(in: first.inbox).isEmpty && RunningDesk.claimed(in: first.inbox).isEmpty)
        #expect(RunningDesk.files(in: first.quarantine).isEmpty)
        #expect(RunningDesk.files(in: first.outbox.appending(path: ".staging")).isEmpty)
    }

    /// The results that a desk which nobody kills makes just so.
    private func undisturbed(_ disturbed: RunningDesk, _ files: Int, _ manifest: String) throws -> Set<String> {
        let desk = try RunningDesk(manifest: manifest, arguments: ["--drain"]) { folder in
            for number in 0..<files {
                let target = folder.appending(path: "inbox/\(Dropper.name(number))")
                try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Dropper.text(number).write(to: target, atomically: false, encoding: .utf8)
            }
        }
        #expect(desk.ending() == 0)
        return try RunningDesk.files(in: desk.outbox).filter { name in
            guard FileManager.default.fileExists(atPath: disturbed.outbox.appending(path: name).path) else { return true }
            return try Self.timeless(disturbed.result(name)) == Self.timeless(desk.result(name))
        }
    }
}
