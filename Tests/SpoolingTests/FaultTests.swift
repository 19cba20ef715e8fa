// SPDX-License-Identifier: Apache-2.0

import Files
import Spooling
import Testing

@Suite struct `A spool on a failing disk` {
    static let cases: [(FaultyFileSystem.Fault, Desk.Settling, FileError.Code)] = [Desk.Settling.commit, .link, .quarantine].flatMap {
        settling in
        // `other` is what an error has that nobody thought of, such as EINTR where the system should have gone on.
        [FileError.Code.noSpace, .inputOutput, .tooManyOpen, .readOnly, .noMemory, .other].map { (.error, settling, $0) }
            + [(.crashBefore, settling, .inputOutput), (.crashAfter, settling, .inputOutput), (.crashWithin, settling, .inputOutput)]
    }

    /// A desk with an article that waits, and results that it may be answered from.
    private func prepared(_ settling: Desk.Settling) throws -> Desk {
        let desk = try Desk()
        try desk.drop("desk/a.txt", "flood")
        if settling == .link {
            for suffix in ["json", "2.json"] {
                guard case .bytes(let bytes) = Desk.rendition(Array("flood".utf8)).content else { continue }
                try desk.live.create(Place(desk.path("outbox"), RelativePath("earlier.\(suffix)")!), holding: bytes)
            }
        }
        return desk
    }

    /// How many calls a run without faults makes, so that each of them can fail.
    private func calls(_ settling: Desk.Settling) throws -> Int {
        let desk = try prepared(settling)
        let disk = FaultyFileSystem(.error, failing: 0)
        try desk.work(desk.spool(on: disk), settling)
        return disk.calls
    }

    @Test(arguments: cases) func `keeps a document in exactly one place, whichever call fails`(
        fault: FaultyFileSystem.Fault, settling: Desk.Settling, code: FileError.Code
    ) throws {
        let calls = try calls(settling)
        #expect(calls > 15)
        for failing in 1...calls {
            let desk = try prepared(settling)
            do {
                try desk.work(desk.spool(on: FaultyFileSystem(fault, failing: failing, code: code)), settling)
            } catch {}  // The fault is expected; losing the document is not.
            let recovery = try desk.spool(owner: "next").recover()
            #expect(recovery.errors.isEmpty)
            try check(desk, "\(fault), \(code), \(settling), call \(failing)")
            // A fresh article, and the old one, go through afterwards.
            try desk.drop("desk/b.txt", "drought")
            #expect(try desk.work(desk.spool(owner: "next", at: 10_000), settling == .quarantine ? .quarantine : .commit).isEmpty)
            try checkDone(desk, settling, "\(fault), \(code), \(settling), call \(failing)")
        }
    }

    /// A recovery that is itself cut off, anywhere, and run again.
    @Test(arguments: FaultyFileSystem.Fault.allCases) func `recovers from a recovery that failed`(fault: FaultyFileSystem.Fault) throws {
        for failing in 1...40 {
            let desk = try Desk()
            try desk.drop("desk/a.txt", "flood")
            // Dies between claiming and settling.
            do { try desk.work(desk.spool(on: FaultyFileSystem(.crashBefore, failing: 12)), .commit) } catch {}
            do { _ = try desk.spool(on: FaultyFileSystem(fault, failing: failing), owner: "second").recover() } catch {}
            #expect(try desk.spool(owner: "third").recover().errors.isEmpty)
            try check(desk, "recovery, \(fault), call \(failing)")
        }
    }

    private func check(_ desk: Desk, _ when: String) throws {
        let inbox = try desk.tree("inbox", withOwn: true)
        let archive = try desk.tree("archive", withOwn: true)
        let quarantine = try desk.tree("quarantine", withOwn: true)
        let outbox = try desk.tree("outbox", withOwn: true).filter { !$0.key.hasPrefix("earlier.") }
        let homes = (Array(inbox) + Array(archive) + Array(quarantine)).filter { $0.value == "flood" }
        #expect(homes.count == 1, "\(when): \(homes)")
        #expect(inbox.keys.allSatisfy { $0 == "desk/a.txt" }, "\(when): \(inbox)")
        if !archive.isEmpty { #expect(outbox.count == 2, "\(when): \(outbox)") }
        for (name, text) in outbox { #expect(text.hasSuffix("\"}"), "\(when): \(name) is half-written") }
        #expect(quarantine.isEmpty || quarantine.keys.sorted() == ["desk/a.txt", "desk/a.txt.reason.json"], "\(when): \(quarantine)")
    }

    private func checkDone(_ desk: Desk, _ settling: Desk.Settling, _ when: String) throws {
        #expect(try desk.tree("inbox", withOwn: true).isEmpty, "\(when)")
        switch settling {
        case .commit, .link:
            let results = try desk.tree("outbox", withOwn: true).keys.filter { !$0.hasPrefix("earlier.") }
            #expect(results.sorted() == ["desk/a.txt.2.json", "desk/a.txt.json", "desk/b.txt.2.json", "desk/b.txt.json"], "\(when)")
            #expect(try desk.tree("archive", withOwn: true) == ["desk/a.txt": "flood", "desk/b.txt": "drought"], "\(when)")
        case .quarantine:
            #expect(
                try desk.tree("quarantine", withOwn: true).keys.sorted() == [
                    "desk/a.txt", "desk/a.txt.reason.json", "desk/b.txt", "desk/b.txt.reason.json",
                ], "\(when)")
        }
    }
}
