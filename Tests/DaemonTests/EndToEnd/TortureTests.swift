// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// A flood of articles through a program that is killed again and again. `make torture` runs it for long.
@Suite(.serialized, .timeLimit(.minutes(60))) struct `A desk under torture` {
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

    private static func text(_ number: Int) -> String {
        "GENEVA — At least \(number) people were killed on Friday, the United Nations said.\n\nAid has not arrived in \(number) places.\n"
    }

    private static func name(_ number: Int) -> String { number % 3 == 0 ? "\(number).txt" : "desk\(number % 7)/deep/\(number).txt" }

    /// Written in place, moved in, or linked in, as people do.
    private static func drop(_ number: Int, into inbox: URL, from outside: URL) throws {
        let target = inbox.appending(path: name(number))
        try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        switch number % 3 {
        case 0: try text(number).write(to: target, atomically: false, encoding: .utf8)
        case 1:
            let away = outside.appending(path: "\(number)")
            try text(number).write(to: away, atomically: false, encoding: .utf8)
            try FileManager.default.moveItem(at: away, to: target)
        default:
            let handle = try { () throws -> FileHandle in
                #expect(FileManager.default.createFile(atPath: target.path, contents: nil))
                return try FileHandle(forWritingTo: target)
            }()
            for part in text(number).split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                try handle.write(contentsOf: Data(((part.offset == 0 ? "" : " ") + part.element).utf8))
            }
            try handle.close()
        }
    }

    @Test func `has one result for each article, the same as undisturbed`() throws {
        let rounds = Self.number("TORTURE_ROUNDS", 12)
        let files = Self.number("TORTURE_FILES", 240)
        let seed = UInt64(Self.number("TORTURE_SEED", Int.random(in: 1...1_000_000)))
        print("torture: seed \(seed), \(rounds) rounds, \(files) files")
        var random = SeededGenerator(seed: seed)
        let manifest = #"{"retry_delay": "1ms", "attempts": 1000, "stages": [{"plugin": "normalize"}, {"plugin": "extract"}]}"#
        let first = try RunningDesk(manifest: manifest) { folder in
            try FileManager.default.createDirectory(at: folder.appending(path: "outside"), withIntermediateDirectories: true)
        }
        let outside = first.folder.appending(path: "outside")
        var desk = first
        var dropped = 0
        var kills = 0
        for round in 1...rounds {
            while dropped < files * round / rounds {
                try Self.drop(dropped, into: first.inbox, from: outside)
                dropped += 1
            }
            let waits = Int.random(in: 0...(files / rounds), using: &random)
            // Until some articles are done, then death in the middle of the others.
            do { for _ in 0..<waits { try desk.line(with: "done", "article=") } } catch {}
            switch Int.random(in: 0..<8, using: &random) {
            case 0: _ = desk.stop()
            case 1: try desk.killWatcher()
            default:
                desk.signal(SIGKILL)
                kills += 1
                _ = desk.ending()
            }
            // No result is ever seen in part.
            for result in RunningDesk.files(in: first.outbox) where Int.random(in: 0..<8, using: &random) == 0 {
                #expect(try first.result(result)["schema"] != nil)
            }
            if !desk.isRunning { desk = try RunningDesk(sharing: first) }
        }
        // Perhaps before it listens to signals: that too is a way to end.
        _ = desk.stop()
        let last = try RunningDesk(sharing: first, arguments: ["--drain"])
        #expect(last.ending() == 0, "\(last.log.suffix(5))")

        let names = Set((0..<files).map(Self.name))
        let results = RunningDesk.files(in: first.outbox)
        let expected = Set(names.map { "\($0).json" })
        let archived = RunningDesk.files(in: first.archive)
        let lost = names.subtracting(archived).count + expected.subtracting(results).count
        let doubled = results.subtracting(expected).count + archived.subtracting(names).count
        let undisturbed = try RunningDesk(manifest: manifest, arguments: ["--drain"]) { folder in
            for number in 0..<files { try Self.drop(number, into: folder.appending(path: "inbox"), from: folder) }
        }
        #expect(undisturbed.ending() == 0)
        var different = 0
        for name in expected.intersection(results) {
            if try Self.timeless(first.result(name)) != Self.timeless(undisturbed.result(name)) { different += 1 }
        }
        print("torture: \(files) files, \(kills) kills, \(results.count) results, lost \(lost), doubled \(doubled), different \(different)")
        #expect(lost == 0 && doubled == 0 && different == 0)
        #expect(RunningDesk.files(in: first.inbox).isEmpty && RunningDesk.claimed(in: first.inbox).isEmpty)
        #expect(RunningDesk.files(in: first.quarantine).isEmpty)
        #expect(RunningDesk.files(in: first.outbox.appending(path: ".staging")).isEmpty)
    }
}
