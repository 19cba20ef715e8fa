// SPDX-License-Identifier: Apache-2.0

import Documents
import Duplicates
import Files
import Ledger
import TestKit
import Testing

@Suite struct `The ledger's index of fingerprints` {
    private let folder: TemporaryFolder
    private let start = 1_800_000_000_000

    init() throws { folder = try TemporaryFolder() }

    private func time(_ seconds: Int) -> Timestamp { Timestamp(milliseconds: start + seconds * 1000) }

    /// Of a text of its own, and what it shares with all of one group.
    private func fingerprint(_ own: Int, group: Int = 0) -> Fingerprint {
        let words = { (prefix: String, count: Int) in (0..<count).map { "\(prefix)x\($0)" }.joined(separator: " ") }
        return ShingledText(Text("\(words("own\(own)", 60)) \(words("group\(group)", 60))"), paragraphs: nil).fingerprint
    }

    private func enter(_ ledger: Ledger, _ id: Int, at seconds: Int, group: Int = 0, within: Duration = .seconds(1000)) throws -> [String] {
        try ledger.enter(fingerprint(id, group: group), of: "\(id)", at: time(seconds), within: within).neighbours.map(\.id).sorted()
    }

    @Test func `gives the earlier articles that share a key, whole, to another that opens it too`() throws {
        #expect(try enter(Ledger(in: folder.path), 1, at: 1).isEmpty)
        #expect(try enter(Ledger(in: folder.path), 2, at: 2, group: 5).isEmpty)
        let found = try Ledger(in: folder.path).enter(fingerprint(3), of: "3", at: time(3), within: .seconds(10))
        #expect(found.neighbours == [Neighbour(id: "1", order: time(1).milliseconds, fingerprint: fingerprint(1))])
        #expect(found.commonKeys.isEmpty)
    }

    @Test(arguments: [[], [0], [31, 32], [0, 1, 63, 64, 1 << 30, (1 << 31) - 1], (0..<4096).map { $0 * 500_000 }] as [[UInt32]])
    func `gives every hash back`(hashes: [UInt32]) throws {
        let ledger = try Ledger(in: folder.path)
        let kept = Fingerprint(sketch: hashes, keys: [7], shingles: hashes.count)
        _ = try ledger.enter(kept, of: "a", at: time(0), within: .seconds(1))
        #expect(try ledger.enter(kept, of: "b", at: time(0), within: .seconds(1)).neighbours.map(\.fingerprint) == [kept])
    }

    @Test func `keeps an article's place in the order, and never gives it itself`() throws {
        let ledger = try Ledger(in: folder.path)
        for number in 1...3 { #expect(try enter(ledger, number, at: number).count == number - 1) }
        #expect(try enter(ledger, 2, at: 9) == ["1"])
        #expect(try enter(ledger, 4, at: 10) == ["1", "2", "3"])
        // Another text under the same identity is found by that text alone.
        #expect(try enter(ledger, 1, at: 11, group: 8).isEmpty)
        #expect(try enter(ledger, 5, at: 12) == ["2", "3", "4"])
    }

    @Test func `keeps the order though the clock is set back`() throws {
        let ledger = try Ledger(in: folder.path)
        #expect(try enter(ledger, 1, at: 100).isEmpty)
        #expect(try enter(ledger, 2, at: 3) == ["1"])
        #expect(try enter(ledger, 1, at: 4).isEmpty)
    }

    @Test func `leaves out and forgets what is old`() throws {
        let ledger = try Ledger(in: folder.path)
        for number in 1...3 { _ = try enter(ledger, number, at: number * 10) }
        #expect(try enter(ledger, 4, at: 40, within: .seconds(20)) == ["2", "3"])
        #expect(try ledger.forgetFingerprints(before: time(30), limit: 1) == 1)
        #expect(try ledger.forgetFingerprints(before: time(30), limit: 5) == 1)
        #expect(try ledger.forgetFingerprints(before: time(30), limit: 5) == 0)
        #expect(try enter(ledger, 5, at: 50) == ["3", "4"])
    }

    @Test func `forgets articles whose results are gone, unless another file has them too`() throws {
        let ledger = try Ledger(in: folder.path)
        let entry = { (file: String, id: String) in
            LedgerEntry(
                file: file, content: id, outcome: .done, results: [.init(path: "\(file).json", suffix: "json", article: id)],
                settled: self.time(0))
        }
        for number in 1...2 { _ = try enter(ledger, number, at: number) }
        try ledger.record([entry("a", "1"), entry("b", "2"), entry("c", "2")])
        let lines = try ledger.oldest(.filed, before: nil, limit: 2)
        try ledger.forget(lines, .filed)
        try ledger.forgetFingerprints(of: lines.map(\.entry))
        #expect(try enter(ledger, 3, at: 3) == ["2"])
    }

    @Test func `tells boilerplate, and still finds what is sent again and again`() throws {
        let ledger = try Ledger(in: folder.path)
        for number in 0..<40 { _ = try enter(ledger, number, at: number) }
        let found = try ledger.enter(fingerprint(7), of: "again", at: time(100), within: .seconds(1000))
        #expect(!found.commonKeys.isEmpty && found.neighbours.count == 32)
        #expect(found.commonKeys.isSubset(of: fingerprint(99).keys))
        #expect(found.neighbours.first?.id == "7")
    }

    @Test func `takes articles as they were known, in any order`() throws {
        let ledger = try Ledger(in: folder.path)
        #expect(try !ledger.hasAllFingerprints())
        _ = try enter(ledger, 1, at: 50)
        try ledger.enter([3, 2, 1].map { ("\($0)", time($0), fingerprint($0)) })
        try ledger.setHasAllFingerprints(true)
        let again = try Ledger(in: folder.path)
        #expect(try again.hasAllFingerprints())
        #expect(try enter(again, 2, at: 60) == ["1"])
        #expect(try enter(again, 4, at: 61) == ["1", "2", "3"])
    }

    @Test func `has one of two that come at the same time find the other, also from two programs`() async throws {
        let ledgers = [try Ledger(in: folder.path), try Ledger(in: folder.path)]
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<20 {
                let print = fingerprint(number)
                group.addTask { try ledgers[number % 2].enter(print, of: "\(number)", at: time(0), within: .seconds(10)).neighbours.count }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts.sorted() == Array(0..<20))
    }
}
