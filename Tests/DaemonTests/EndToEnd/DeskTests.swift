// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The real program with real inotify. Every wait is for a line of its log.
@Suite(.timeLimit(.minutes(5))) struct `A running desk` {
    private static let article = "GENEVA — At least 20 people were killed on Friday, the United Nations said.\n\nAid has not arrived.\n"

    private static func write(_ text: String, to url: URL) throws { try text.write(to: url, atomically: false, encoding: .utf8) }

    @Test func `takes what is written, moved and copied into the inbox, each once`() throws {
        let desk = try RunningDesk()
        try desk.line(with: "ready")
        try Self.write(Self.article, to: desk.inbox.appending(path: "written.txt"))
        try desk.line(with: "done", "article=written.txt")

        let outside = desk.folder.appending(path: "moved.txt")
        try Self.write(Self.article + "Moved.", to: outside)
        try FileManager.default.moveItem(at: outside, to: desk.inbox.appending(path: "moved.txt"))
        try desk.line(with: "done", "article=moved.txt")

        let folder = desk.folder.appending(path: "many")
        try FileManager.default.createDirectory(at: folder.appending(path: "deep"), withIntermediateDirectories: true)
        for number in 0..<100 {
            try Self.write("\(Self.article)\nNumber \(number).", to: folder.appending(path: "\(number).txt"))
            try Self.write("\(Self.article)\nDeep number \(number).", to: folder.appending(path: "deep/\(number).txt"))
        }
        try FileManager.default.copyItem(at: folder, to: desk.inbox.appending(path: "many"))
        _ = try desk.lines(200, with: "done")

        #expect(desk.stop() == 0)
        #expect(desk.log.filter { $0.contains("done") && $0.contains("article=") }.count == 202)
        let expected = ["written.txt", "moved.txt"] + (0..<100).flatMap { ["many/\($0).txt", "many/deep/\($0).txt"] }
        #expect(RunningDesk.files(in: desk.outbox) == Set(expected.map { "\($0).json" }))
        #expect(RunningDesk.files(in: desk.archive) == Set(expected))
        #expect(RunningDesk.files(in: desk.inbox).isEmpty)
        #expect(try desk.result("many/deep/7.txt.json")["schema"] as? String == "copydesk/1")
    }

    @Test func `does not take a file before its writer has closed it`() throws {
        let desk = try RunningDesk()
        try desk.line(with: "ready")
        let slow = desk.inbox.appending(path: "slow.txt")
        #expect(FileManager.default.createFile(atPath: slow.path, contents: nil))
        let handle = try FileHandle(forWritingTo: slow)
        for part in 1...5 {
            try handle.write(contentsOf: Data("Part \(part) of a slow article. ".utf8))
            // Another article goes through meanwhile: the desk has looked at the inbox, and left the slow one alone.
            try Self.write("\(Self.article) \(part)", to: desk.inbox.appending(path: "other\(part).txt"))
            #expect(try desk.line(with: "done", "article=").contains("article=other\(part).txt"))
        }
        try handle.close()
        try desk.line(with: "done", "article=slow.txt")
        let text = try desk.result("slow.txt.json")["text"] as? String
        #expect(text?.hasSuffix("Part 5 of a slow article.") == true)
    }

    @Test func `refuses what is no article with a reason, loses nothing and follows nothing`() throws {
        let desk = try RunningDesk(manifest: #"{"maximum_size": "1MB", "stages": [\#(RunningDesk.chain)]}"#) { folder in
            let inbox = folder.appending(path: "inbox")
            let files = FileManager.default
            try Self.write("", to: inbox.appending(path: "empty.txt"))
            try files.createDirectory(at: inbox.appending(path: "folder.txt"), withIntermediateDirectories: true)
            try Self.write("Secret.", to: folder.appending(path: "secret"))
            try files.createSymbolicLink(at: inbox.appending(path: "link.txt"), withDestinationURL: folder.appending(path: "secret"))
            try files.createSymbolicLink(at: inbox.appending(path: "away"), withDestinationURL: folder)
            #expect(unsafe mkfifo(inbox.appending(path: "pipe.txt").path, 0o644) == 0)
            try Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37) }).write(to: inbox.appending(path: "noise.txt"))
            try Data(count: 2 << 20).write(to: inbox.appending(path: "large.txt"))
            try Self.write(Self.article, to: inbox.appending(path: "closed.txt"))
            try files.setAttributes([.posixPermissions: 0], ofItemAtPath: inbox.appending(path: "closed.txt").path)
            try Self.write(Self.article + "break", to: inbox.appending(path: "line\nbreak.txt"))
            try Self.write(Self.article + "long", to: inbox.appending(path: String(repeating: "n", count: 251) + ".txt"))
            try Data(Array("Caf".utf8) + [0xE9, 0xFF, 0xFE] + Array(" is open. \(Self.article)".utf8)).write(
                to: inbox.appending(path: "bytes.txt"))
        }
        _ = try desk.lines(10, with: "article=")
        try Self.write(Self.article + "after", to: desk.inbox.appending(path: "after.txt"))
        try desk.line(with: "done", "article=after.txt")
        #expect(desk.stop() == 0)

        let refused = ["empty.txt", "link.txt", "away", "pipe.txt", "noise.txt", "large.txt", "closed.txt"]
        for name in refused {
            let reason = try JSONSerialization.jsonObject(with: Data(contentsOf: desk.quarantine.appending(path: "\(name).reason.json")))
            let fields = try #require(reason as? [String: Any])
            #expect((fields["problem"] as? String)?.isEmpty == false && (fields["remedy"] as? String)?.isEmpty == false, "\(name)")
        }
        let results = RunningDesk.files(in: desk.outbox)
        #expect(results.count == 4)
        #expect(results.contains("line\nbreak.txt.json") && results.contains("bytes.txt.json") && results.contains("after.txt.json"))
        #expect(try String(contentsOf: desk.folder.appending(path: "secret"), encoding: .utf8) == "Secret.")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: desk.quarantine.appending(path: "link.txt").path).hasSuffix("secret"))
        #expect(RunningDesk.files(in: desk.inbox).isEmpty)
    }

    @Test func `keeps both results of two articles of one name`() throws {
        let desk = try RunningDesk()
        try desk.line(with: "ready")
        for text in ["First article.", "Second article."] {
            try Self.write(text, to: desk.inbox.appending(path: "same.txt"))
            try desk.line(with: "done", "article=same.txt")
        }
        let names = RunningDesk.files(in: desk.outbox)
        #expect(names.count == 2)
        #expect(Set(try names.map { try desk.result($0)["text"] as? String }) == ["First article.", "Second article."])
    }

    @Test func `takes an edited manifest over and keeps the last good chain`() throws {
        let desk = try RunningDesk(manifest: #"{"stages": [{"plugin": "normalize"}]}"#)
        try desk.line(with: "ready")
        let manifest = desk.folder.appending(path: "plugins.json")
        try Self.write(#"{"stages": [{"plugin": "normalise"}]}"#, to: manifest)
        try desk.line(with: #"did you mean "normalize"?"#)
        try desk.line(with: "the chain stays as it was")
        try Self.write(Self.article, to: desk.inbox.appending(path: "before.txt"))
        try desk.line(with: "done", "article=before.txt")
        try Self.write(#"{"stages": [{"plugin": "normalize"}, {"plugin": "summarize"}]}"#, to: manifest)
        try desk.line(with: "manifest taken over")
        try Self.write(Self.article + "Later.", to: desk.inbox.appending(path: "after.txt"))
        try desk.line(with: "done", "article=after.txt")
        #expect(try desk.result("before.txt.json")["summary"] == nil)
        #expect(try desk.result("after.txt.json")["summary"] != nil)
    }

    @Test func `survives the death of its watcher`() throws {
        let desk = try RunningDesk()
        try desk.line(with: "ready")
        try Self.write("One.", to: desk.inbox.appending(path: "one.txt"))
        try desk.line(with: "done", "article=one.txt")
        try desk.killWatcher()
        try Self.write("Two.", to: desk.inbox.appending(path: "two.txt"))
        try desk.line(with: "done", "article=two.txt")
        #expect(desk.stop() == 0)
    }

    @Test func `takes up what a killed run had in work`() throws {
        let desk = try RunningDesk { folder in
            let claim = folder.appending(path: "inbox/.claimed/99-1-0-1/desk")
            try FileManager.default.createDirectory(at: claim, withIntermediateDirectories: true)
            try Self.write(Self.article, to: claim.appending(path: "orphan.txt"))
        }
        try desk.line(with: "done", "article=desk/orphan.txt")
        #expect(desk.stop() == 0)
        #expect(RunningDesk.files(in: desk.archive) == ["desk/orphan.txt"])
    }

    @Test func `drains the inbox and exits by whether all went well`() throws {
        let good = try RunningDesk(arguments: ["--drain"]) { try Self.write(Self.article, to: $0.appending(path: "inbox/a.txt")) }
        #expect(good.ending() == 0)
        #expect(RunningDesk.files(in: good.outbox) == ["a.txt.json"])
        let bad = try RunningDesk(arguments: ["--drain"]) { try Self.write("", to: $0.appending(path: "inbox/a.txt")) }
        #expect(bad.ending() == 1)
        #expect(RunningDesk.files(in: bad.quarantine) == ["a.txt", "a.txt.reason.json"])
    }

    @Test func `exits by 1 for a bad manifest and by 3 for a folder that cannot be used`() throws {
        #expect(try RunningDesk(manifest: "{").ending() == 1)
        #expect(try RunningDesk(manifest: #"{"outbox": "inbox/out", "quarantine": "/proc/nowhere", "stages": []}"#).ending() != 0)
    }

    @Test func `shares its inbox with another, and takes over what that one was killed at`() throws {
        let first = try RunningDesk()
        try first.line(with: "ready")
        let second = try RunningDesk(sharing: first)
        try second.line(with: "ready")
        for number in 0..<200 { try Self.write("\(Self.article) \(number)", to: first.inbox.appending(path: "\(number).txt")) }
        try first.line(with: "done")
        first.signal(SIGKILL)
        _ = first.ending()
        #expect(second.stop() == 0)
        let last = try RunningDesk(sharing: first, arguments: ["--drain"])
        #expect(last.ending() == 0)
        let names = Set((0..<200).map { "\($0).txt" })
        #expect(RunningDesk.files(in: first.archive) == names)
        #expect(RunningDesk.files(in: first.outbox) == Set(names.map { "\($0).json" }))
        #expect(RunningDesk.files(in: first.inbox).isEmpty)
    }

    @Test func `says what it is doing while it runs, and that it does not run afterwards`() throws {
        let desk = try RunningDesk { try Self.write("", to: $0.appending(path: "inbox/empty.txt")) }
        try desk.line(with: "ready")
        try Self.write(Self.article, to: desk.inbox.appending(path: "good.txt"))
        try desk.line(with: "done", "article=good.txt")
        // The file is written once a second.
        var report: [String: Any] = [:]
        for _ in 0..<200 where report["done"] as? Int != 1 || report["watcher"] as? String != "watching" {
            let (output, status) = try desk.command("status", "--json")
            let json = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
            #expect(json?["quarantined"] as? Int == 1 && json?["waiting"] as? Int == 0)
            guard status == 0 else { continue }
            report = (json?["daemons"] as? [[String: Any]])?.first ?? [:]
        }
        #expect(report["failed"] as? Int == 1)
        #expect((report["stages"] as? [[String: Any]])?.count == 5)
        #expect(try desk.command("status").output.contains("empty.txt: The file has no content"))
        let doctor = try desk.command("doctor")
        #expect(doctor.status == 0 && doctor.output.contains("good\tinbox: ") && !doctor.output.contains("bad\t"), "\(doctor)")
        #expect(desk.stop() == 0)
        let stopped = try desk.command("status")
        #expect(stopped.status == 3 && stopped.output.contains("no daemon runs here"))
    }

    @Test func `is told by the doctor what is wrong, and how to mend it`() throws {
        let desk = try RunningDesk(manifest: #"{"min_free": "1000TB", "stages": []}"#, arguments: ["--drain"]) { folder in
            try Self.write(Self.article, to: folder.appending(path: "inbox/a.txt"))
        }
        #expect(desk.ending() == 0)
        #expect(desk.log.contains { $0.contains("pausing: ") })
        #expect(RunningDesk.files(in: desk.inbox) == ["a.txt"])
        let doctor = try desk.command("doctor")
        #expect(doctor.status == 3 && doctor.output.contains("\t→ df -h "), "\(doctor)")
    }

    @Test func `tells where a file is and puts back what failed`() throws {
        let desk = try RunningDesk(arguments: ["--drain"]) { folder in
            try Self.write("", to: folder.appending(path: "inbox/empty.txt"))
            try Self.write(Self.article, to: folder.appending(path: "inbox/good.txt"))
        }
        #expect(desk.ending() == 1)
        #expect(try desk.command("failed").output.hasPrefix("empty.txt\tread\t"))
        let places = try desk.command("where", "good.txt").output
        #expect(places.hasPrefix("archived\tgood.txt\nresult\tgood.txt.json\nhistory\tgood.txt\t"), "\(places)")
        #expect(places.hasSuffix(" done, attempt 1, results good.txt.json\n"), "\(places)")
        #expect(try desk.command("where", "nowhere.txt").status == 1)
        #expect(try desk.command("retry", "nothing.txt").status == 1)
        #expect(try desk.command("retry", "--all").status == 0)
        #expect(RunningDesk.files(in: desk.inbox) == ["empty.txt"])
        #expect(RunningDesk.files(in: desk.quarantine).isEmpty)
    }
}
