// SPDX-License-Identifier: Apache-2.0

import Documents
import Files
import Glibc
import Spooling
import Testing

@Suite struct `A spool` {
    let desk: Desk

    init() throws { desk = try Desk() }

    @Test func `takes a file to the outbox and its original to the archive`() throws {
        try desk.drop("desk/flood.txt", "water")
        #expect(try desk.work(desk.spool()).isEmpty)
        #expect(try desk.tree("outbox", withOwn: true).keys.sorted() == ["desk/flood.txt.2.json", "desk/flood.txt.json"])
        #expect(try desk.tree("archive", withOwn: true) == ["desk/flood.txt": "water"])
        #expect(try desk.tree("inbox", withOwn: true).isEmpty)
    }

    @Test func `deletes originals where the manifest says so`() throws {
        var settings = desk.settings()
        settings.originals = .delete
        try desk.drop("a.txt", "water")
        try desk.work(Spool(settings: settings))
        #expect(try desk.tree("inbox", withOwn: true).isEmpty)
        #expect(try desk.tree("archive").isEmpty)
        #expect(try desk.tree("outbox").count == 2)
    }

    static let names: [[UInt8]] = [
        Array("two\nlines.txt".utf8), [0x61, 0xFF, 0x2E, 0x74, 0x78, 0x74], Array(repeating: UInt8(ascii: "n"), count: 255),
        Array(String(repeating: "ü", count: 127).utf8), Array("-rf".utf8), Array("what?*[a].txt".utf8), Array(" ".utf8),
    ]

    @Test(arguments: names) func `takes any name that a file can have`(bytes: [UInt8]) throws {
        let name = try #require(FileName(bytes))
        for settling in [Desk.Settling.commit, .quarantine] {
            try desk.drop(RelativePath([name]), "water \(settling)")
            #expect(try desk.work(desk.spool(), settling).isEmpty)
        }
        #expect(try desk.tree("inbox", withOwn: true).isEmpty)
        #expect(try desk.tree("archive") == [name.description: "water commit"])
        #expect(try desk.tree("outbox").count == 2)
        let quarantine = try desk.tree("quarantine")
        #expect(quarantine[name.description] == "water quarantine")
        #expect(quarantine.count == 2)
        #expect(quarantine.keys.contains { $0.hasSuffix(".reason.json") })
    }

    @Test func `keeps both results of two articles of one name, and one of the same article twice`() throws {
        for text in ["first", "second", "first"] {
            try desk.drop("a.txt", text)
            #expect(try desk.work(desk.spool()).isEmpty)
        }
        let outbox = try desk.tree("outbox")
        #expect(outbox.count == 4)
        #expect(Set(outbox.values).count == 2)
        #expect(outbox["a.txt.json"].map { Rendition.Content.bytes(Array($0.utf8)) } == Desk.rendition(Array("first".utf8)).content)
        let archive = try desk.tree("archive")
        #expect(archive.count == 2)
        #expect(archive["a.txt"] == "first")
        #expect(Set(archive.values) == ["first", "second"])
    }

    @Test func `keeps both originals of one name in quarantine`() throws {
        for text in ["first", "second"] {
            try desk.drop("a.txt", text)
            try desk.work(desk.spool(), .quarantine)
        }
        let quarantine = try desk.tree("quarantine", withOwn: true)
        #expect(quarantine.keys.sorted() == ["a.2.txt", "a.2.txt.reason.json", "a.txt", "a.txt.reason.json"])
        #expect(quarantine["a.txt"] == "first")
        #expect(quarantine["a.2.txt"] == "second")
    }

    @Test func `writes a reason that a program can read`() throws {
        try desk.drop("desk/\"a\".txt", "water")
        try desk.work(desk.spool(), .quarantine)
        let reason = try JSONParser.parse(try #require(try desk.tree("quarantine")["desk/\"a\".txt.reason.json"]))
        #expect(reason["file"]?.string == "desk/\"a\".txt")
        #expect(reason["stage"]?.string == "extract")
        #expect(reason["code"]?.string == "bad")
        #expect(reason["problem"]?.string == "It is bad")
        #expect(reason["remedy"]?.string == "Mend it")
        #expect(reason["failed"]?.string == "2001-09-09T01:46:40.000Z")
        #expect(reason["attempts"]?.integer == 1)
    }

    @Test func `refuses what is no file, without opening or following it`() throws {
        let inbox = desk.path("inbox")
        try desk.live.makeFolders(Place(desk.path("elsewhere")))
        try desk.live.create(Place(desk.path("elsewhere"), RelativePath("secret.txt")!), holding: [1])
        #expect(unsafe symlink(desk.path("elsewhere/secret.txt"), "\(inbox)/link.txt") == 0)
        #expect(unsafe symlink(desk.path("elsewhere"), "\(inbox)/folder") == 0)
        #expect(unsafe mkfifo("\(inbox)/pipe.txt", 0o644) == 0)
        try desk.drop("closed.txt", "water")
        #expect(unsafe chmod("\(inbox)/closed.txt", 0) == 0)
        #expect(
            try desk.work(desk.spool()) == [
                "link.txt": "link link.txt", "folder": "link folder", "pipe.txt": "pipe pipe.txt", "closed.txt": "unreadable closed.txt",
            ])
        #expect(try desk.tree("inbox", withOwn: true).isEmpty)
        #expect(try desk.tree("outbox").isEmpty)
        #expect(unsafe access(desk.path("elsewhere/secret.txt"), F_OK) == 0)
        #expect(try desk.tree("quarantine").keys.count == 8)
    }

    @Test func `refuses what is too large and takes what is empty`() throws {
        var settings = desk.settings()
        settings.maximumSize = 5
        try desk.drop("large.txt", "123456")
        try desk.drop("fits.txt", "12345")
        try desk.drop("empty.txt", "")
        #expect(try desk.work(Spool(settings: settings)) == ["large.txt": "too-large large.txt"])
        #expect(try desk.tree("archive").keys.sorted() == ["empty.txt", "fits.txt"])
        #expect(try desk.tree("quarantine")["large.txt"] == "123456")
    }

    @Test func `leaves a file that somebody writes to`() throws {
        try desk.drop("slow.txt", "begin")
        let writer = unsafe open(desk.path("inbox/slow.txt"), O_WRONLY | O_APPEND | O_CLOEXEC)
        #expect(try desk.work(desk.spool()) == ["slow.txt": "still written"])
        #expect(try desk.tree("inbox", withOwn: true) == ["slow.txt": "begin"])
        close(writer)
        #expect(try desk.work(desk.spool()).isEmpty)
    }

    @Test func `leaves what is ignored, and folders with a dot`() throws {
        for name in [".hidden", "a.part", "b.tmp", "c~", "d.txt.swp", "#e#", "4913", "@eaDir/f.txt", ".git/g.txt", "Thumbs.db"] {
            try desk.drop(name, "x")
        }
        try desk.drop("part.txt", "water")
        #expect(try desk.work(desk.spool()).isEmpty)
        #expect(try desk.tree("inbox", withOwn: true).count == 10)
        #expect(try desk.tree("archive").keys.sorted() == ["part.txt"])
    }

    @Test func `gives a claim to one only`() throws {
        try desk.drop("a.txt", "water")
        let spool = desk.spool()
        let other = desk.spool(owner: "other")
        var scan = spool.arrivals()
        let arrival = try #require(try scan.next())
        guard case .claimed(let claim) = try spool.claim(arrival) else {
            Issue.record("not claimed")
            return
        }
        guard case .gone = try other.claim(arrival) else {
            Issue.record("claimed twice")
            return
        }
        #expect(claim.name == "a.txt")
        claim.release()
        #expect(try desk.tree("inbox", withOwn: true) == ["a.txt": "water"])
    }

    @Test func `leaves a file alone for a while that went back, since its return wakes the daemon`() throws {
        try desk.drop("a.txt", "water")
        let clock = ManualTime()
        let spool = Spool(settings: desk.settings(), time: clock.source)
        let arrival = Arrival(path: RelativePath("a.txt")!, kind: .regular)
        if case .claimed(let claim) = try spool.claim(arrival) { claim.release() }
        clock.advance(by: .milliseconds(1500))
        guard case .resting(let pause, afterDeath: false) = try spool.claim(arrival) else {
            Issue.record("taken at once")
            return
        }
        #expect(pause == .milliseconds(500))
        clock.advance(by: pause)
        guard case .claimed = try spool.claim(arrival) else {
            Issue.record("never taken again")
            return
        }
    }

    @Test func `puts a file back beside a newer one of its name`() throws {
        try desk.drop("desk/a.txt", "old")
        let spool = desk.spool()
        var scan = spool.arrivals()
        let arrival = try #require(try scan.next())
        switch try spool.claim(arrival) {
        case .claimed(let claim):
            try desk.drop("desk/a.txt", "new")
            claim.release()
        default: Issue.record("not claimed")
        }
        #expect(try desk.tree("inbox", withOwn: true) == ["desk/a.txt": "new", "desk/a.2.txt": "old"])
    }

    @Test func `takes up what a killed run has left`() throws {
        let claimed = ".claimed/dead-7/desk/a.txt"
        try desk.drop(claimed, "flood")
        try desk.live.makeFolders(Place(desk.path("outbox"), RelativePath(".staging")!))
        try desk.live.create(Place(desk.path("outbox"), RelativePath(".staging/dead-7.0")!), holding: [1, 2])
        let recovery = try desk.spool().recover()
        #expect(recovery.returned == 1)
        #expect(recovery.swept == 1)
        #expect(try desk.tree("inbox", withOwn: true) == ["desk/a.txt": "flood"])
        #expect(try desk.tree("outbox", withOwn: true).isEmpty)
    }

    @Test func `writes beside a file that has a folder's name`() throws {
        try desk.live.create(Place(desk.path("outbox"), RelativePath("desk")!), holding: [1])
        try desk.drop("desk/a.txt", "water")
        #expect(try desk.work(desk.spool()).isEmpty)
        #expect(try desk.tree("outbox").keys.sorted() == ["desk", "desk_/a.txt.2.json", "desk_/a.txt.json"])
    }

    @Test func `moves over the border of a file system by a whole copy`() throws {
        try desk.drop("a.txt", "water")
        let calls = FaultyFileSystem(.error, failing: 0)
        try desk.work(desk.spool(on: calls))
        for failing in 1...calls.calls {
            let desk = try Desk()
            try desk.drop("a.txt", "water")
            do { try desk.work(desk.spool(on: FaultyFileSystem(.error, failing: failing, code: .otherFileSystem))) } catch {}
            _ = try desk.spool(owner: "next").recover()
            let homes = Array(try desk.tree("inbox", withOwn: true)) + Array(try desk.tree("archive", withOwn: true))
            #expect(homes.filter { $0.value == "water" }.count == 1, "call \(failing): \(homes)")
        }
    }

    @Test(arguments: ["inbox", "inbox/done"]) func `does not start where its results would be articles`(outbox: String) throws {
        var settings = desk.settings()
        settings.outbox = desk.path(outbox)
        #expect { try Spool(settings: settings).prepare() } throws: { ($0 as? SpoolError)?.fate == .daemon }
    }
}

@Suite struct `A name pattern` {
    @Test(arguments: [
        ("*.part", "a.part", true), ("*.part", "a.part.txt", false), (".*", ".x", true), (".*", "x.", false), ("#*#", "#a#", true),
        ("#*#", "#", false), ("?", "ü", true), ("?", "ab", false), ("a*b*c", "aXbXbXc", true), ("a*b*c", "aXbX", false), ("*", "", false),
        ("4913", "4913", true), ("~$*", "~$report.docx", true),
    ]) func `matches what it says`(pattern: String, name: String, matches: Bool) {
        guard let name = FileName(name) else { return }
        #expect(NamePattern(pattern).matches(name) == matches)
    }

    @Test func `takes no longer for hostile names`() throws {
        let pattern = NamePattern(String(repeating: "*a", count: 100) + "b")
        #expect(!pattern.matches(try #require(FileName(String(repeating: "a", count: 255)))))
    }
}
