// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Other programs as stages of the real program.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `A chain with programs in it` {
    private static func write(_ text: String, to url: URL) throws {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: false, encoding: .utf8)
    }

    /// The example of the repository, beside a manifest of its own.
    private static func copyExample(_ name: String, to folder: URL) throws {
        let target = folder.appending(path: "examples/plugins/\(name)")
        try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Repository.root.appending(path: "examples/plugins/\(name)"), to: target)
        // The plugin runs as nobody where the test is root.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    }

    private static let redact = """
        {"kind": "process", "name": "redact", "command": ["python3", "examples/plugins/redact.py"],
         "writes": ["text", "notices", "x_redacted"], "options": {"mark": "[gone]"}}
        """
    private static let manifest = #"{"stages": [\#(redact), \#(RunningDesk.chain)]}"#

    /// Processes that the program has started, and those that they have.
    private static func descendants(of parent: Int32) -> [Int32] {
        var parents: [Int32: Int32] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
            guard let number = Int32(name), let status = FileManager.default.contents(atPath: "/proc/\(name)/stat") else { continue }
            let fields = String(decoding: status, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
            if fields.count > 1, fields[0] != "Z", let parent = Int32(fields[1]) { parents[number] = parent }
        }
        var found: [Int32] = []
        var pending = [parent]
        while let next = pending.popLast() {
            let children = parents.filter { $0.value == next }.map(\.key)
            found += children
            pending += children
        }
        return found
    }

    @Test func `redacts an article, and every offset still leads to its source`() throws {
        let article = "KÖLN — Call +49 221 123 4567 or write to desk@example.org by 2026. At least 20 people were hurt, Ärzte said.\n"
        let desk = try RunningDesk(manifest: Self.manifest, arguments: ["--drain"]) { folder in
            try Self.copyExample("redact.py", to: folder)
            try Self.write(article, to: folder.appending(path: "inbox/a.txt"))
        }
        #expect(desk.ending() == 0, "\(desk.log)")
        let result = try desk.result("a.txt.json")
        let text = try #require(result["text"] as? String)
        #expect(text.contains("Call [gone] or write to [gone] by 2026"), "\(text)")
        #expect(result["x_redacted"] as? [String: Int] == ["address": 1, "telephone": 1])
        #expect((result["provenance"] as? [[String: Any]])?.first?["plugin"] as? String == "redact")
        let bytes = Array(article.utf8)
        let scalars = Array(text.unicodeScalars)
        for run in try #require(result["source_map"] as? [[String: Any]]) where run["edit"] == nil {
            let (start, length) = (run["start"] as! Int, run["length"] as! Int)
            let (source, count) = (run["source"] as! Int, run["bytes"] as! Int)
            var words = String.UnicodeScalarView()
            words.append(contentsOf: scalars[start..<(start + length)])
            #expect(String(words) == String(decoding: bytes[source..<(source + count)], as: UTF8.self))
        }
    }

    @Test func `is checked before it is used, and a bad one changes nothing`() throws {
        let desk = try RunningDesk(manifest: Self.manifest) { try Self.copyExample("redact.py", to: $0) }
        try desk.line(with: "ready")
        let manifest = desk.folder.appending(path: "plugins.json")
        let check = try desk.check()
        #expect(check.status == 0, "\(check)")
        for (bad, problem) in [
            (#"{"kind": "process", "name": "x", "command": ["python3", "-c", "import sys; sys.exit('no model')"]}"#, "no model"),
            (#"{"kind": "process", "name": "x", "command": ["plugins/none"]}"#, "there is no program"),
            (#"{"kind": "process", "name": "x", "command": ["no-such-program"]}"#, #""x": The plugin"#),
            (#"{"kind": "filter", "name": "x", "command": ["cat"], "writes": ["figure"]}"#, "did you mean \"figures\""),
            (#"{"kind": "filter", "name": "x"}"#, "has no command"),
            (
                #"{"kind": "process", "name": "x", "command": ["cat"], "reads": ["entities"]}"#,
                "which extract gives: put extract before it"
            ),
        ] {
            try Self.write("{\"stages\": [\(bad)]}", to: manifest)
            try desk.line(with: problem)
            try desk.line(with: "the chain stays as it was")
            #expect(try desk.check().status == 1, "\(bad)")
        }
        try Self.write("Write to desk@example.org now.", to: desk.inbox.appending(path: "a.txt"))
        try desk.line(with: "done", "article=a.txt")
        #expect((try desk.result("a.txt.json")["text"] as? String)?.contains("[gone]") == true)
        #expect(desk.stop() == 0)
    }

    @Test func `serves other articles while a plugin hangs at one`() throws {
        let plugin = """
            import json, sys, time
            for line in sys.stdin:
                request = json.loads(line)
                if request["method"] == "process" and "hang" in request["params"]["document"]["text"]: time.sleep(1000)
                print(json.dumps({"jsonrpc": "2.0", "id": request["id"], "result": {}}), flush=True)
            """
        let desk = try RunningDesk(
            manifest:
                #"{"concurrency": 4, "stages": [{"kind": "process", "name": "slow", "command": ["python3", "plugins/slow.py"], "workers": 2, "timeout": "2s"}]}"#
        ) { folder in
            let file = folder.appending(path: "plugins/slow.py")
            try Self.write(plugin, to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        }
        try desk.line(with: "ready")
        try Self.write("This will hang.", to: desk.inbox.appending(path: "hang.txt"))
        for number in 0..<40 { try Self.write("Article \(number).", to: desk.inbox.appending(path: "\(number).txt")) }
        _ = try desk.lines(40, with: "done")
        let line = try desk.log.first { $0.contains("quarantined") } ?? desk.line(with: "quarantined")
        #expect(line.contains("article=hang.txt") && line.contains("stage=slow"), "\(line)")
        #expect(desk.stop() == 0)
        #expect(RunningDesk.files(in: desk.quarantine) == ["hang.txt", "hang.txt.reason.json"])
        #expect(RunningDesk.files(in: desk.archive).count == 40)
    }

    /// `RELOADS=1000 make torture` for long.
    @Test func `is reloaded again and again under load, and leaves nothing behind`() throws {
        let reloads = ProcessInfo.processInfo.environment["RELOADS"].flatMap { Int($0) } ?? 20
        let chain = { (number: Int) in
            let redact = Self.redact.replacingOccurrences(of: "[gone]", with: "[\(number)]")
            return #"{"concurrency": 2, "repeats": "reprocess", "stages": [\#(redact), {"plugin": "normalize"}]}"#
        }
        let desk = try RunningDesk(manifest: chain(0)) { try Self.copyExample("redact.py", to: $0) }
        try desk.line(with: "ready")
        let manifest = desk.folder.appending(path: "plugins.json")
        var before = 0
        for number in 1...reloads {
            for part in 0..<3 {
                try Self.write(
                    "Write to desk@example.org, part \(number) \(part).", to: desk.inbox.appending(path: "\(number)-\(part).txt"))
            }
            try Self.write(chain(number), to: manifest)
            desk.signal(SIGHUP)
            try desk.line(with: "manifest taken over")
            if number == max(1, reloads / 4) { before = desk.memory }
        }
        let after = desk.memory
        try Self.write("Write to last@example.org.", to: desk.inbox.appending(path: "last.txt"))
        try desk.line(with: "done", "article=last.txt")
        // What is still there belongs to the chain in force: the watcher, and two redactors with what confines them.
        let children = Self.descendants(of: desk.processIdentifier)
        print("reloads: \(reloads), memory \(before) → \(after) kB, \(children.count) processes")
        #expect(children.count <= 1 + 2 * 4, "\(children)")
        #expect(desk.stop() == 0)
        let names = Set((1...reloads).flatMap { number in (0..<3).map { "\(number)-\($0).txt" } } + ["last.txt"])
        #expect(RunningDesk.files(in: desk.archive) == names)
        #expect(RunningDesk.files(in: desk.outbox) == Set(names.map { "\($0).json" }))
        #expect(after < before + 20_000, "memory grew from \(before) to \(after) kB")
        #expect(Self.descendants(of: desk.processIdentifier).isEmpty)
    }
}
