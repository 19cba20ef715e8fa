// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Order, markers, tags, and what is removed or done again long after the work, through the real program.
@Suite(.timeLimit(.minutes(5))) struct `A desk that keeps house` {
    private static func write(_ text: String, to url: URL) throws {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: false, encoding: .utf8)
    }

    private static func manifest(_ members: String, _ stages: String = #"{"plugin": "normalize"}"#) -> String {
        "{\(members), \"stages\": [\(stages)]}"
    }

    private static func age(_ url: URL, seconds: Double) throws {
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: url.path)
    }

    @Test(arguments: ["oldest", "newest"]) func `takes files in the order of their times`(order: String) throws {
        let desk = try RunningDesk(manifest: Self.manifest(#""order": "\#(order)", "concurrency": 1"#), arguments: ["--drain"]) { folder in
            for number in [3, 1, 2, 5, 4] {
                let file = folder.appending(path: "inbox/desk\(number % 2)/\(number).txt")
                try Self.write("Article \(number).", to: file)
                try Self.age(file, seconds: 1000 - Double(number))
            }
        }
        #expect(desk.ending() == 0)
        let taken = desk.log.filter { $0.contains(" done ") }.compactMap { line in (1...5).first { line.contains("/\($0).txt ") } }
        #expect(taken == (order == "oldest" ? [1, 2, 3, 4, 5] : [5, 4, 3, 2, 1]), "\(desk.log)")
    }

    @Test func `waits for a marker where the manifest wants one, and removes it`() throws {
        let desk = try RunningDesk(manifest: Self.manifest(#""marker": ".done""#))
        try desk.line(with: "ready")
        try Self.write("Half of an article", to: desk.inbox.appending(path: "a.txt"))
        try Self.write("Another.", to: desk.inbox.appending(path: "b.txt"))
        try Self.write("", to: desk.inbox.appending(path: "b.txt.done"))
        try desk.line(with: "done", "article=b.txt")
        #expect(RunningDesk.files(in: desk.inbox) == ["a.txt"])
        try Self.write("The whole article.", to: desk.inbox.appending(path: "a.txt"))
        try Self.write("", to: desk.inbox.appending(path: "a.txt.done"))
        try desk.line(with: "done", "article=a.txt")
        #expect(try desk.result("a.txt.json")["text"] as? String == "The whole article.")
        #expect(desk.stop() == 0)
        #expect(RunningDesk.files(in: desk.inbox).isEmpty)
    }

    @Test func `leaves temporary files alone, also those that were closed a moment ago`() throws {
        let desk = try RunningDesk(manifest: Self.manifest(#""formats": ["json"]"#))
        try desk.line(with: "ready")
        try Self.write("Not yet.", to: desk.inbox.appending(path: "a.txt.part"))
        try Self.write("An article.", to: desk.inbox.appending(path: "b.txt"))
        try desk.line(with: "done", "article=b.txt")
        #expect(desk.stop() == 0)
        #expect(RunningDesk.files(in: desk.inbox) == ["a.txt.part"])
    }

    @Test func `makes folders tags, and keeps the answers of folders apart`() throws {
        let desk = try RunningDesk(manifest: Self.manifest(#""folder_tags": true, "concurrency": 1"#), arguments: ["--drain"]) { folder in
            for name in ["africa/sudan/a.txt", "africa/sudan/b.txt", "asia/c.txt", "d.txt"] {
                try Self.write("The same article.", to: folder.appending(path: "inbox/\(name)"))
            }
        }
        #expect(desk.ending() == 0)
        #expect(try desk.result("africa/sudan/b.txt.json")["tags"] as? [String] == ["africa", "sudan"])
        #expect(try desk.result("asia/c.txt.json")["tags"] as? [String] == ["asia"])
        #expect(try desk.result("d.txt.json")["tags"] == nil)
        #expect(desk.log.filter { $0.contains("repeats=") }.count == 1)
    }

    @Test func `takes what goes with a file along, and reads what it says`() throws {
        let manifest = Self.manifest(#""companions": [".meta.json"], "retry_delay": "1ms""#)
        let desk = try RunningDesk(manifest: manifest, arguments: ["--drain"]) { folder in
            let inbox = folder.appending(path: "inbox")
            try Self.write("The same words.", to: inbox.appending(path: "desk/a.txt"))
            try Self.write(
                #"{"headline": "Flood", "byline": "A. Writer", "published": "2026-11-24", "tags": ["water"], "secret": 7}"#,
                to: inbox.appending(path: "desk/a.txt.meta.json"))
            try Self.write("The same words.", to: inbox.appending(path: "b.txt"))
            try Self.write("", to: inbox.appending(path: "empty.txt"))
            try Self.write("{", to: inbox.appending(path: "empty.txt.meta.json"))
            // As a killed run leaves them: claimed together, and one whose file is settled already.
            let claim = inbox.appending(path: ".claimed/99-1-0-1")
            try Self.write("Orphaned words.", to: claim.appending(path: "orphan.txt"))
            try Self.write(#"{"headline": "Orphan"}"#, to: claim.appending(path: "orphan.txt.meta.json"))
            try Self.write(#"{"headline": "Alone"}"#, to: inbox.appending(path: ".claimed/99-1-0-2/alone.txt.meta.json"))
        }
        #expect(desk.ending() == 1)
        let result = try desk.result("desk/a.txt.json")
        #expect(result["headline"] as? String == "Flood" && result["published"] as? String == "2026-11-24")
        #expect(result["byline"] as? [String] == ["A. Writer"] && result["tags"] as? [String] == ["water"])
        let notices = result["notices"] as? [[String: Any]] ?? []
        #expect(notices.contains { ($0["message"] as? String)?.hasSuffix("secret") == true })
        #expect(try desk.result("b.txt.json")["headline"] == nil)
        #expect(try desk.result("orphan.txt.json")["headline"] as? String == "Orphan")
        #expect(
            RunningDesk.files(in: desk.archive) == ["desk/a.txt", "desk/a.txt.meta.json", "b.txt", "orphan.txt", "orphan.txt.meta.json"])
        #expect(RunningDesk.files(in: desk.quarantine) == ["empty.txt", "empty.txt.meta.json", "empty.txt.reason.json"])
        #expect(RunningDesk.files(in: desk.inbox) == ["alone.txt.meta.json"])
        #expect(try desk.command("retry", "--all").status == 0)
        #expect(RunningDesk.files(in: desk.inbox) == ["alone.txt.meta.json", "empty.txt", "empty.txt.meta.json"])
    }

    @Test func `removes what is old, and nothing that it did not write`() throws {
        let desk = try RunningDesk(manifest: Self.manifest(#""formats": ["json", "html"]"#), arguments: ["--drain"]) { folder in
            for name in ["desk/a.txt", "b.txt", "c.txt"] { try Self.write("Article \(name).", to: folder.appending(path: "inbox/\(name)")) }
        }
        #expect(desk.ending() == 0)
        // Somebody else's, or changed by somebody else.
        try Self.write("Mine.", to: desk.archive.appending(path: "mine.txt"))
        try Self.write("Mine.", to: desk.outbox.appending(path: "mine.json"))
        try Self.write("Article b.txt, and my notes.", to: desk.archive.appending(path: "b.txt"))
        try Self.write("My version.", to: desk.outbox.appending(path: "b.txt.json"))
        let empty = desk.inbox.appending(path: "old/empty")
        try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
        try Self.age(empty, seconds: 100)
        try Self.write(
            Self.manifest(#""keep_archive": {"age": "1ms"}, "keep_outbox": {"size": "1B"}, "empty_folders": "remove""#),
            to: desk.folder.appending(path: "plugins.json"))
        let second = try RunningDesk(sharing: desk)
        try second.line(with: "removed what is not kept", "originals=2")
        try second.line(with: "removed what is not kept", "results=3")
        #expect(second.stop() == 0)
        #expect(RunningDesk.files(in: desk.archive) == ["mine.txt", "b.txt"])
        #expect(RunningDesk.files(in: desk.outbox) == ["mine.json", "b.txt.json"])
        #expect(!FileManager.default.fileExists(atPath: desk.outbox.appending(path: "desk").path))
        #expect(!FileManager.default.fileExists(atPath: empty.path))
    }

    @Test func `does again what another chain made, and only that`() throws {
        let desk = try RunningDesk(manifest: Self.manifest(#""formats": ["json"]"#), arguments: ["--drain"]) { folder in
            for name in ["desk/a.txt", "b.txt"] {
                try Self.write("Article \(name). It is short.", to: folder.appending(path: "inbox/\(name)"))
            }
            try Self.write("", to: folder.appending(path: "inbox/empty.txt"))
        }
        #expect(desk.ending() == 1)
        #expect(try desk.command("reprocess", "--changed").output == "")
        let changed = Self.manifest(#""formats": ["json"]"#, #"{"plugin": "normalize"}, {"plugin": "summarize"}"#)
        try Self.write(changed, to: desk.folder.appending(path: "plugins.json"))
        let third = try RunningDesk(sharing: desk, arguments: ["--drain"])
        _ = third.ending()
        try Self.write("Made by the new chain.", to: desk.inbox.appending(path: "c.txt"))
        #expect(try RunningDesk(sharing: desk, arguments: ["--drain"]).ending() == 0)
        // Also after the ledger is gone.
        try FileManager.default.removeItem(at: desk.folder.appending(path: "state"))
        let trial = try desk.command("reprocess", "--changed", "--dry-run").output.split(separator: "\n").sorted()
        #expect(trial == ["b.txt", "desk/a.txt"])
        #expect(RunningDesk.files(in: desk.inbox).isEmpty)
        #expect(try desk.command("reprocess", "--changed").status == 0)
        #expect(RunningDesk.files(in: desk.inbox) == ["b.txt", "desk/a.txt"])
        #expect(try RunningDesk(sharing: desk, arguments: ["--drain"]).ending() == 0)
        for name in ["desk/a.txt", "b.txt", "c.txt"] { #expect(try desk.result("\(name).json")["summary"] != nil, "\(name)") }
        #expect(RunningDesk.files(in: desk.outbox) == ["desk/a.txt.json", "b.txt.json", "c.txt.json"])
        #expect(RunningDesk.files(in: desk.archive) == ["desk/a.txt", "b.txt", "c.txt"])
        #expect(try desk.command("reprocess", "--changed", "--dry-run").output == "")
    }
}
