// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The same content dropped again, through the real program.
@Suite(.timeLimit(.minutes(5))) struct `Content that comes again` {
    private static func manifest(_ repeats: String, _ stages: String = #"{"plugin": "normalize"}"#) -> String {
        #"{"repeats": "\#(repeats)", "formats": ["json", "html"], "stages": [\#(stages)]}"#
    }

    private static func write(_ text: String, to url: URL) throws { try text.write(to: url, atomically: false, encoding: .utf8) }

    private static func inode(_ url: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: url.path)[.systemFileNumber] as? Int
    }

    private static func sameFile(_ desk: RunningDesk, _ one: String, _ other: String) throws -> Bool {
        try inode(desk.outbox.appending(path: one)) == inode(desk.outbox.appending(path: other))
    }

    @Test func `is answered from the first result, also after the ledger was deleted`() throws {
        let desk = try RunningDesk(manifest: Self.manifest("link"))
        try desk.line(with: "ready")
        for name in ["a.txt", "b.txt", "a.txt", "c.md"] {
            try Self.write("The same words.", to: desk.inbox.appending(path: name))
            let line = try desk.line(with: "done", "article=\(name)")
            // Another ending may mean another way of reading.
            #expect(line.contains("repeats=") == (desk.log.filter { $0.contains("done") }.count > 1 && name != "c.md"), "\(line)")
        }
        #expect(try Self.sameFile(desk, "a.txt.json", "b.txt.json") && Self.sameFile(desk, "a.txt.html", "b.txt.html"))
        #expect(try !Self.sameFile(desk, "a.txt.json", "c.md.json"))
        #expect(desk.stop() == 0)
        #expect(RunningDesk.files(in: desk.archive) == ["a.txt", "b.txt", "c.md"])

        try FileManager.default.removeItem(at: desk.folder.appending(path: "state"))
        let second = try RunningDesk(sharing: desk)
        try second.line(with: "ledger made anew", "files=3")
        try Self.write("The same words.", to: desk.inbox.appending(path: "d.txt"))
        #expect(try second.line(with: "done", "article=d.txt").contains("repeats="))
        #expect(try Self.sameFile(desk, "a.txt.json", "d.txt.json"))

        // Another chain has other results, and so does one whose results are gone.
        try Self.write(
            Self.manifest("link", #"{"plugin": "normalize"}, {"plugin": "summarize"}"#), to: desk.folder.appending(path: "plugins.json"))
        try second.line(with: "manifest taken over")
        try Self.write("The same words.", to: desk.inbox.appending(path: "e.txt"))
        #expect(try !second.line(with: "done", "article=e.txt").contains("repeats="))
        try FileManager.default.removeItem(at: desk.outbox.appending(path: "e.txt.html"))
        try Self.write("The same words.", to: desk.inbox.appending(path: "f.txt"))
        #expect(try !second.line(with: "done", "article=f.txt").contains("repeats="))
        #expect(second.stop() == 0)
        #expect(RunningDesk.files(in: desk.outbox.appending(path: ".staging")).isEmpty)
    }

    @Test func `under many names at once is processed once`() throws {
        let desk = try RunningDesk(manifest: #"{"concurrency": 16, "stages": [\#(RunningDesk.chain)]}"#, arguments: ["--drain"]) { folder in
            for number in 0..<100 { try Self.write("The same words, again.", to: folder.appending(path: "inbox/\(number).txt")) }
        }
        #expect(desk.ending() == 0)
        let done = desk.log.filter { $0.contains(" done ") && $0.contains("article=") }
        #expect(done.count == 100)
        #expect(done.filter { !$0.contains("repeats=") }.count == 1)
        #expect(RunningDesk.files(in: desk.outbox) == Set((0..<100).map { "\($0).txt.json" }))
    }

    @Test func `goes to quarantine, or is processed again, where the manifest says so`() throws {
        let desk = try RunningDesk(manifest: Self.manifest("reject"))
        try desk.line(with: "ready")
        try Self.write("The same words.", to: desk.inbox.appending(path: "a.txt"))
        try desk.line(with: "done", "article=a.txt")
        try Self.write("The same words.", to: desk.inbox.appending(path: "b.txt"))
        try desk.line(with: "quarantined", "article=b.txt", "code=repeat")
        #expect(try desk.command("failed").output.contains("a.txt.json"))
        try Self.write(Self.manifest("reprocess"), to: desk.folder.appending(path: "plugins.json"))
        try desk.line(with: "manifest taken over")
        #expect(try desk.command("retry", "b.txt").status == 0)
        #expect(try !desk.line(with: "done", "article=b.txt").contains("repeats="))
        #expect(try !Self.sameFile(desk, "a.txt.json", "b.txt.json"))
        #expect(try desk.command("where", "b.txt").output.contains("failed (repeat)"))
    }
}
