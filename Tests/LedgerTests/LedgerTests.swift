// SPDX-License-Identifier: Apache-2.0

import Files
import Ledger
import TestKit
import Testing

@Suite struct `A ledger` {
    private let folder: TemporaryFolder
    private let now = Timestamp(milliseconds: 1_800_000_000_250)

    init() throws { folder = try TemporaryFolder() }

    private func entry(_ file: String, _ content: String, _ recipe: String = "r", _ outcome: LedgerEntry.Outcome = .done) -> LedgerEntry {
        LedgerEntry(
            file: file, content: content, recipe: recipe, outcome: outcome,
            results: [.init(path: "\(file).json", suffix: "json", article: "sha256:\(content)")], settled: now)
    }

    @Test func `gives back what was written, the latest first, to another that opens it too`() throws {
        let first = try Ledger(in: folder.path)
        let second = try Ledger(in: folder.path)
        try first.record(entry("desk/a.txt", "1"))
        try second.record([entry("b \"quoted\".txt", "1"), entry("c.txt", "2", "other"), entry("a.txt", "3", "r", .failed)])
        #expect(try second.done(content: "1", recipe: "r") == [entry("b \"quoted\".txt", "1"), entry("desk/a.txt", "1")])
        #expect(try first.done(content: "2", recipe: "r").isEmpty)
        #expect(try first.done(content: "3", recipe: "r").isEmpty)
        #expect(try first.history(of: "a.txt").map(\.file) == ["a.txt", "desk/a.txt"])
        #expect(try first.history(of: "desk/a.txt").map(\.file) == ["desk/a.txt"])
        #expect(try first.counts() == [.done: 3, .failed: 1])
    }

    @Test func `says whether it knows what the folders know`() throws {
        #expect(try !Ledger(in: folder.path).isComplete())
        try Ledger(in: folder.path).setComplete()
        #expect(try Ledger(in: folder.path).isComplete())
    }

    @Test func `that is damaged is put aside and made anew`() throws {
        let place = { (name: String) in Place(folder.path, RelativePath(name)!) }
        let noise = Array("This is no database. ".utf8)
        try LiveFileSystem().create(place("ledger.sqlite"), holding: noise + noise)
        let ledger = try Ledger(in: folder.path)
        try ledger.record(entry("a.txt", "1"))
        #expect(try ledger.history(of: "a.txt").count == 1)
        #expect(try LiveFileSystem().read(place("ledger.sqlite.damaged"), limit: 100) == noise + noise)
    }

    @Test func `that cannot be opened says what to do`() throws {
        let file = "\(folder.path)/file"
        try LiveFileSystem().create(Place(folder.path, RelativePath("file")!), holding: [])
        let error = #expect(throws: LedgerError.self) { try Ledger(in: file) }
        #expect(error?.remedy.isEmpty == false)
    }
}
