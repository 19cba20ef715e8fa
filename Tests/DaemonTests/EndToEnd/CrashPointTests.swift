// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The real program killed at every call that changes the disk, killed there again while it recovers, and then left to work.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `A desk that is killed at a named point` {
    private static let manifest = #"{"retry_delay": "1ms", "attempts": 50, "stages": [{"plugin": "normalize"}]}"#
    private static let articles = ["desk/one.txt": "One article.", "two.txt": "Two articles."]

    private static func fill(_ folder: URL) throws {
        let inbox = folder.appending(path: "inbox")
        try FileManager.default.createDirectory(at: inbox.appending(path: "desk"), withIntermediateDirectories: true)
        for (name, text) in articles { try text.write(to: inbox.appending(path: name), atomically: false, encoding: .utf8) }
        try "".write(to: inbox.appending(path: "bad.txt"), atomically: false, encoding: .utf8)
    }

    /// Every point that an undisturbed run passes, with how often.
    private static func points() throws -> [String: Int] {
        let list = FileManager.default.temporaryDirectory.appending(path: "points-\(UUID().uuidString)")
        let desk = try RunningDesk(
            manifest: manifest, arguments: ["--drain"], environment: ["COPYDESK_CRASH_LIST": list.path], prepare: fill)
        #expect(desk.ending() == 1)
        let lines = try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init)
        try FileManager.default.removeItem(at: list)
        return Dictionary(lines.map { ($0, 1) }, uniquingKeysWith: +)
    }

    @Test func `settles every article once, wherever it is killed`() throws {
        let points = try Self.points()
        #expect(points.count >= 15, "\(points)")
        var kills = 0
        for (point, count) in points.sorted(by: { $0.key < $1.key }) {
            for side in ["before", "after"] {
                for which in 1...count {
                    let armed = ["COPYDESK_CRASH": "\(side) \(point) \(which)"]
                    let first = try RunningDesk(manifest: Self.manifest, arguments: ["--drain"], environment: armed, prepare: Self.fill)
                    _ = first.ending()
                    if first.wasKilled(by: SIGKILL) { kills += 1 }
                    try account(first, settled: false, "\(armed)")
                    let again = try RunningDesk(sharing: first, arguments: ["--drain"], environment: armed)
                    _ = again.ending()
                    if again.wasKilled(by: SIGKILL) { kills += 1 }
                    try account(first, settled: false, "\(armed) again")
                    try "A fresh article.".write(
                        to: first.inbox.appending(path: "fresh.txt"), atomically: false, encoding: .utf8)
                    let last = try RunningDesk(sharing: first, arguments: ["--drain"])
                    _ = last.ending()
                    try account(first, settled: true, "\(armed), at the end: \(last.log)")
                }
            }
        }
        print("killed at \(points.count) named points, \(kills) times; nothing lost, nothing doubled")
        #expect(kills > points.count * 2)
    }

    private func account(_ desk: RunningDesk, settled: Bool, _ when: String) throws {
        let waiting = RunningDesk.files(in: desk.inbox)
        let claimed = RunningDesk.claimed(in: desk.inbox)
        let archived = RunningDesk.files(in: desk.archive)
        let failed = RunningDesk.files(in: desk.quarantine)
        for name in Array(Self.articles.keys) + ["bad.txt"] {
            let homes = [waiting, archived, failed].filter { $0.contains(name) }.count + claimed.filter { $0 == name }.count
            #expect(homes == 1, "\(when): \(name) in \(homes) places")
        }
        for result in RunningDesk.files(in: desk.outbox) { #expect(try desk.result(result)["schema"] != nil, "\(when): \(result)") }
        guard settled else { return }
        let done = Set(Self.articles.keys).union(["fresh.txt"])
        #expect(archived == done, "\(when): \(archived)")
        #expect(RunningDesk.files(in: desk.outbox) == Set(done.map { "\($0).json" }), "\(when)")
        #expect(failed == ["bad.txt", "bad.txt.reason.json"], "\(when): \(failed)")
        #expect(waiting.isEmpty && claimed.isEmpty, "\(when): \(waiting) \(claimed)")
        for folder in [desk.outbox, desk.archive, desk.quarantine] {
            #expect(RunningDesk.files(in: folder.appending(path: ".staging")).isEmpty, "\(when)")
        }
    }
}
