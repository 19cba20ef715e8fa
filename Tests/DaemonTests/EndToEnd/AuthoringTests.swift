// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// From nothing to a plugin that is tested, by the program's own commands.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `An author of plugins` {
    private static func write(_ text: String, to url: URL) throws {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: false, encoding: .utf8)
        // What lies in the inbox may be gone by now.
        guard !url.path.contains("/inbox/") else { return }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: url.path)
    }

    private static func desk() throws -> RunningDesk {
        let desk = try RunningDesk(manifest: #"{"stages": [{"plugin": "normalize"}]}"#, arguments: ["--drain"]) { folder in
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
            for number in 1...3 { try write("Article \(number). It has two sentences.", to: folder.appending(path: "inbox/\(number).txt")) }
        }
        #expect(desk.ending() == 0)
        return desk
    }

    @Test(arguments: ["python", "shell"]) func `gets one that works and passes its checks`(language: String) throws {
        let desk = try Self.desk()
        let made = try desk.command("new-plugin", "clean-up", "--language", language)
        #expect(made.status == 0)
        // There is one already.
        #expect(try desk.command("new-plugin", "clean-up", "--language", language).status == 3)
        #expect(try desk.command("new-plugin", "../evil").status == 2)
        try Self.write("{\"stages\": [\(made.output), {\"plugin\": \"normalize\"}]}", to: desk.folder.appending(path: "plugins.json"))
        #expect(try desk.check().status == 0)
        let tested = try desk.command("test-plugin", "clean-up")
        #expect(tested.status == 0, "\(tested.output)")
        #expect(tested.output.split(separator: "\n").count == 7 && !tested.output.contains("bad"))
        #expect(try desk.command("test-plugin", "other").status == 2)
        try Self.write("“Help,” she said.", to: desk.inbox.appending(path: "new.txt"))
        #expect(try RunningDesk(sharing: desk, arguments: ["--drain"]).ending() == 0)
        let result = try desk.result("new.txt.json")
        if language == "python" {
            #expect(result["x_words"] as? Int == 3)
        } else {
            #expect(result["text"] as? String == "\"Help,\" she said.")
        }
    }

    @Test func `gets a package in Swift that builds, works and passes its checks`() throws {
        let desk = try Self.desk()
        let made = try desk.command("new-plugin", "long-winded", "--language", "swift")
        #expect(made.status == 0)
        let build = Process()
        let said = Pipe()
        build.executableURL = URL(filePath: "/usr/bin/env")
        build.arguments = [
            "swift", "build", "-c", "release", "--static-swift-stdlib", "--package-path",
            desk.folder.appending(path: "plugins/long-winded").path,
        ]
        build.standardOutput = said
        build.standardError = said
        try build.run()
        let output = String(decoding: try said.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        build.waitUntilExit()
        try #require(build.terminationStatus == 0, "\(output)")
        let entry = made.output.replacing(#""most": 60"#, with: #""most": 5"#)
        try Self.write("{\"stages\": [{\"plugin\": \"normalize\"}, \(entry)]}", to: desk.folder.appending(path: "plugins.json"))
        #expect(try desk.check().status == 0)
        let tested = try desk.command("test-plugin", "long-winded")
        #expect(tested.status == 0, "\(tested.output)")
        try Self.write("“Ärzte helfen,” she said. Nobody knew what this would come to.", to: desk.inbox.appending(path: "new.txt"))
        #expect(try RunningDesk(sharing: desk, arguments: ["--drain"]).ending() == 0)
        let result = try desk.result("new.txt.json")
        #expect(result["x_longest"] as? Int == 7)
        let notice = try #require((result["notices"] as? [[String: Any]])?.first { $0["code"] as? String == "long-sentence" })
        #expect(notice["start"] as? Int == 26 && notice["end"] as? Int == 62)
    }

    @Test func `is told what a plugin does wrong`() throws {
        let desk = try Self.desk()
        try Self.write(
            """
            import json, random, sys
            for line in sys.stdin:
                request = json.loads(line)
                patch = {"tags": [str(random.random())]} if request["method"] == "process" else {}
                print(json.dumps({"jsonrpc": "2.0", "id": request["id"], "result": {"patch": patch}}), flush=True)
            """, to: desk.folder.appending(path: "plugins/dice.py"))
        try Self.write(
            #"{"stages": [{"kind": "process", "name": "dice", "command": ["python3", "plugins/dice.py"], "writes": ["tags"]}]}"#,
            to: desk.folder.appending(path: "plugins.json"))
        let tested = try desk.command("test-plugin", "dice")
        #expect(tested.status == 1 && tested.output.contains("two results"), "\(tested.output)")
    }

    @Test func `is told at a reload what changes, where the manifest asks for it`() throws {
        let desk = try RunningDesk(manifest: #"{"stages": [{"plugin": "normalize"}]}"#)
        try desk.line(with: "ready")
        for number in 1...3 {
            try Self.write("Article \(number). It has two sentences.", to: desk.inbox.appending(path: "\(number).txt"))
            try desk.line(with: "done")
        }
        try Self.write(
            #"{"canary": 2, "stages": [{"plugin": "normalize"}, {"plugin": "summarize"}]}"#, to: desk.folder.appending(path: "plugins.json")
        )
        try desk.line(with: "canary: another result", "article=3.txt", "fields=summary")
        try desk.line(with: "canary: 2 of the 2 latest articles")
        try desk.line(with: "manifest taken over")
        #expect(desk.stop() == 0)
    }

    @Test func `sees what a chain would change before it is in force, and tests it`() throws {
        let desk = try Self.desk()
        let manifest = desk.folder.appending(path: "plugins.json")
        #expect(try desk.check("--diff", "5").output.split(separator: "\n").sorted() == (1...3).map { "\($0).txt\tno change" })
        try Self.write(#"{"stages": [{"plugin": "normalize"}, {"plugin": "summarize"}]}"#, to: manifest)
        let differences = try desk.check("--diff", "2").output.split(separator: "\n")
        #expect(differences.count == 2 && differences.allSatisfy { $0.hasSuffix(".txt\tsummary") }, "\(differences)")
        let tests = desk.folder.appending(path: "plugins.tests.json")
        try Self.write(
            """
            [{"name": "summarizes", "text": "One sentence. Another one.", "expect": {"summary": {"method": null}, "tags": null}},
             {"name": "reads", "file": "archive/1.txt", "expect": {"text": "Article 1. It has two sentences.", "sentences": [{"start": 0}, {"end": 32}]}}]
            """, to: tests)
        let bad = try desk.check("--tests")
        #expect(bad.status == 1)
        #expect(bad.output.hasPrefix("bad\tsummarizes\n\t→ summary.method is ") && bad.output.hasSuffix("good\treads\n"), "\(bad.output)")
        try Self.write(#"[{"text": "One sentence.", "expect": {"paragraphs": [{"end": 13, "start": 0}]}}]"#, to: tests)
        let good = try desk.check("--tests")
        #expect(good.output == "good\ttest 1\n", "\(good)")
        // Nothing of this touched the folders.
        #expect(RunningDesk.files(in: desk.archive).count == 3 && RunningDesk.files(in: desk.inbox).isEmpty)
    }
}
