// SPDX-License-Identifier: Apache-2.0

import Files
import Testing

@testable import Spooling

@Suite struct `An attempt` {
    let desk: Desk
    let arrival = Arrival(path: RelativePath("desk/a.txt")!, kind: .regular)
    let failure = SpoolError(code: .full, fate: .retry, problem: "The disk is full", remedy: "Free space", place: "outbox")

    init() throws {
        desk = try Desk()
        try desk.drop("desk/a.txt", "flood")
    }

    private struct NotClaimed: Error {}

    private func claim(_ spool: Spool) throws -> Claim {
        switch try spool.claim(arrival) {
        case .claimed(let claim): return claim
        default: throw NotClaimed()
        }
    }

    private func rest(_ spool: Spool) throws -> Duration? {
        if case .resting(let rest, _) = try spool.claim(arrival) { return rest }
        return nil
    }

    @Test func `that failed for the moment's sake is made again later and later, by whoever comes next`() throws {
        var now = 0
        var rests: [Duration] = []
        for attempt in 1...8 {
            let spool = desk.spool(owner: "run \(attempt)", at: now)
            let claim = try claim(spool)
            claim.retry(after: failure)
            let rest = try #require(try rest(desk.spool(owner: "other", at: now)))
            rests.append(rest)
            #expect(try spool.notes().map(\.attempts) == [attempt])
            now += Int(rest.components.seconds) + 1
        }
        #expect(rests[0] >= .milliseconds(1500) && rests[0] <= .milliseconds(2500), "\(rests)")
        for (earlier, later) in zip(rests, rests.dropFirst()) { #expect(later > earlier, "\(rests)") }
        #expect(try desk.spool().notes().first?.problem == "The disk is full")
        #expect(try desk.work(desk.spool(at: now)).isEmpty)
        #expect(try desk.spool().notes().isEmpty)
    }

    @Test func `is counted before it begins, so that a file which kills the program thrice goes to quarantine`() throws {
        for death in 1...3 {
            let spool = desk.spool(owner: "run \(death)", at: death * 10_000)
            let claim = try claim(spool)
            // Dead between claiming and settling: whatever the claim would still do, the next run sees the folder as it is now.
            let next = desk.spool(owner: "next \(death)", at: death * 10_000)
            let recovery = try next.recover()
            #expect(recovery.errors.isEmpty)
            #expect(recovery.returned == (death < 3 ? 1 : 0))
            #expect(recovery.poisoned.map(\.place) == (death < 3 ? [] : ["desk/a.txt"]))
            claim.release()
        }
        let reason = try #require(try desk.tree("quarantine")["desk/a.txt.reason.json"])
        #expect(reason.contains("\"poison\"") && reason.contains("\"attempts\": 3"))
        #expect(try desk.tree("inbox", withOwn: true).isEmpty)
    }

    @Test func `of a mended file of the same name is the first`() throws {
        let first = try claim(desk.spool())
        first.retry(after: failure)
        #expect(try rest(desk.spool()) != nil)
        try desk.live.remove(Place(desk.path("inbox"), arrival.path))
        try desk.drop("desk/a.txt", "mended")
        #expect(try desk.work(desk.spool()).isEmpty)
    }

    @Test func `that another owner is at stays with it as long as it lives`() throws {
        let claim = try claim(desk.spool(owner: "first"))
        let alive = Spool(settings: desk.settings(owner: "second"), life: { _ in .alive })
        #expect(try alive.recover().returned == 0)
        let clock = ManualTime()
        let remote = Spool(settings: desk.settings(owner: "third"), time: clock.source, life: { _ in .elsewhere })
        for beat in 1...3 {
            try desk.spool(owner: "first", at: beat).giveSign()
            #expect(try remote.recover().returned == 0)
            clock.advance(by: .seconds(50))
        }
        #expect(try remote.recover().returned == 0)
        clock.advance(by: .seconds(61))
        #expect(try remote.recover().returned == 1)
        claim.release()
        #expect(try desk.tree("inbox", withOwn: true) == ["desk/a.txt": "flood"])
    }
}

@Suite struct `What failed` {
    let desk: Desk

    init() throws { desk = try Desk() }

    @Test func `is listed with its reason and put back on request`() throws {
        try desk.drop("desk/a.txt", "flood")
        try desk.drop("b.txt", "drought")
        try desk.work(desk.spool(), .quarantine)
        let failed = try desk.spool().failed()
        #expect(failed.map(\.path.description).sorted() == ["b.txt", "desk/a.txt"])
        #expect(failed.allSatisfy { $0.reason.problem == "It is bad" && $0.reason.stage == "extract" })
        for file in failed where file.path.description == "desk/a.txt" { #expect(try desk.spool().retry(file) == "desk/a.txt") }
        #expect(try desk.tree("inbox") == ["desk/a.txt": "flood"])
        #expect(try desk.tree("quarantine").keys.sorted() == ["b.txt", "b.txt.reason.json"])
    }

    @Test func `and all else can be found by its name`() throws {
        for name in ["done/a.txt", "failed/a.txt", "waiting/a.txt"] { try desk.drop(name, name) }
        let spool = desk.spool()
        for (name, settling) in [("done", Desk.Settling.commit), ("failed", .quarantine)] {
            guard case .claimed(let claim) = try spool.claim(Arrival(path: RelativePath("\(name)/a.txt")!, kind: .regular)) else { return }
            let bytes = try claim.bytes()
            switch settling {
            case .commit, .link: _ = try claim.commit([Desk.rendition(bytes)])
            case .quarantine: _ = try claim.quarantine(Reason(code: "bad", problem: "It is bad", remedy: "Mend it"))
            }
        }
        let found = try spool.whereabouts(of: "a.txt").map { "\($0.state.rawValue) \($0.path)" }
        #expect(found.sorted() == ["archived done/a.txt", "failed failed/a.txt", "result done/a.txt.json", "waiting waiting/a.txt"])
        #expect(try spool.whereabouts(of: "done/a.txt").count == 2)
        #expect(try spool.whereabouts(of: "b.txt").isEmpty)
    }
}
