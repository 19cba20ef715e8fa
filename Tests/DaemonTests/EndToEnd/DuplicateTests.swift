// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Articles that say nearly what an earlier one said, through the real program.
@Suite(.timeLimit(.minutes(5))) struct `An article that came before in other words` {
    private static func paragraphs(_ count: Int, seed: UInt64) -> [String] {
        var random = SeededGenerator(seed: seed)
        let words = [
            "river", "minister", "school", "harvest", "border", "market", "doctor", "engine", "winter", "council", "letter", "bridge",
        ]
        return (0..<count).map { _ in
            (0..<30).map { _ in "\(words.randomElement(using: &random)!)\(Int.random(in: 0...9, using: &random) == 0 ? "s" : "")" }
                .joined(separator: " ").capitalized + "."
        }
    }

    private static let wire = paragraphs(5, seed: 1)
    private static let edited = ["A new first paragraph by the desk, which nobody has sent before."] + wire[1...] + paragraphs(1, seed: 2)

    private static func drop(_ paragraphs: [String], _ name: String, in inbox: URL) throws {
        try paragraphs.joined(separator: "\n\n").write(to: inbox.appending(path: name), atomically: false, encoding: .utf8)
    }

    private static func named(_ desk: RunningDesk, _ file: String) throws -> [String]? {
        (try desk.result("\(file).json")["duplicates"] as? [[String: Any]])?.compactMap { $0["id"] as? String }
    }

    private static func id(_ desk: RunningDesk, _ file: String) throws -> String { try desk.result("\(file).json")["id"] as? String ?? "" }

    private static func stages(_ result: [String: Any]) -> [String] {
        (result["provenance"] as? [[String: Any]])?.compactMap { $0["stage"] as? String } ?? []
    }

    private static func manifest(_ members: String) -> String { #"{\#(members), "stages": [{"plugin": "normalize"}]}"# }

    @Test func `names that one and where its paragraphs stood, and leaves its result as it was`() throws {
        let desk = try RunningDesk(manifest: Self.manifest(#""formats": ["json", "html"]"#))
        try desk.line(with: "ready")
        try Self.drop(Self.wire, "wire.txt", in: desk.inbox)
        try desk.line(with: "done", "article=wire.txt")
        let before = try Data(contentsOf: desk.outbox.appending(path: "wire.txt.json"))
        try Self.drop(Self.edited, "edited.txt", in: desk.inbox)
        try Self.drop(Self.paragraphs(5, seed: 9), "other.txt", in: desk.inbox)
        _ = try desk.lines(2, with: " done ")

        let result = try desk.result("edited.txt.json")
        let duplicate = try #require((result["duplicates"] as? [[String: Any]])?.first)
        #expect(try Self.named(desk, "edited.txt") == [Self.id(desk, "wire.txt")])
        #expect(duplicate["part_of_that"] as? Double == 0.8)
        let text = try #require(result["text"] as? String).unicodeScalars.map(String.init)
        let reuse = try #require(result["reuse"] as? [[String: Any]])
        let reused = reuse.map { text[($0["start"] as? Int ?? 0)..<($0["end"] as? Int ?? 0)].joined() }
        #expect(reused == Array(Self.wire[1...]))
        #expect(Self.stages(result) == ["normalize", "duplicates"])
        #expect(try Self.named(desk, "other.txt") == [])
        #expect(try Data(contentsOf: desk.outbox.appending(path: "wire.txt.json")) == before)

        // The same content is answered as before.
        try Self.drop(Self.edited, "edited again.txt", in: desk.inbox)
        #expect(try desk.line(with: "done", "edited again.txt").contains("repeats=edited.txt"))
        #expect(desk.stop() == 0)
    }

    @Test func `is found again after the ledger was deleted, and finds the same when it is processed again`() throws {
        let desk = try RunningDesk(manifest: Self.manifest(#""repeats": "reprocess""#))
        try desk.line(with: "ready")
        for (name, text) in [("a", Self.wire), ("b", Self.edited)] {
            try Self.drop(text, "\(name).txt", in: desk.inbox)
            try desk.line(with: "done", "article=\(name).txt")
        }
        #expect(desk.stop() == 0)
        try FileManager.default.removeItem(at: desk.folder.appending(path: "state"))
        let second = try RunningDesk(sharing: desk)
        try second.line(with: "ledger made anew")
        try Self.drop(Self.wire.reversed(), "c.txt", in: desk.inbox)
        try second.line(with: "done", "article=c.txt")
        #expect(Set(try Self.named(desk, "c.txt") ?? []) == Set([try Self.id(desk, "a.txt"), try Self.id(desk, "b.txt")]))
        // Neither itself, nor what came later.
        for (name, text) in [("a", Self.wire), ("b", Self.edited)] {
            try Self.drop(text, "\(name).txt", in: desk.inbox)
            try second.line(with: "done", "article=\(name).txt")
        }
        #expect(try Self.named(desk, "a.txt") == [])
        #expect(try Self.named(desk, "b.txt") == [Self.id(desk, "a.txt")])
        #expect(second.stop() == 0)
    }

    @Test func `is found by one of each two, in whatever order many come at once`() throws {
        let desk = try RunningDesk(manifest: Self.manifest(#""concurrency": 8"#), arguments: ["--drain"]) { folder in
            for number in 0..<10 {
                try Self.drop(Self.wire + ["Version \(number) of it."], "\(number).txt", in: folder.appending(path: "inbox"))
            }
        }
        #expect(desk.ending() == 0)
        let counts = try (0..<10).map { try Self.named(desk, "\($0).txt")?.count ?? -1 }
        #expect(counts.sorted() == Array(0..<10))
    }

    @Test func `is not looked for where the manifest says so, and is from the next start that wants it`() throws {
        let desk = try RunningDesk(manifest: Self.manifest(#""duplicates": false"#), arguments: ["--drain"]) { folder in
            try Self.drop(Self.wire, "a.txt", in: folder.appending(path: "inbox"))
        }
        #expect(desk.ending() == 0)
        #expect(try Self.named(desk, "a.txt") == nil && Self.stages(try desk.result("a.txt.json")) == ["normalize"])
        let manifest = Self.manifest(#""duplicates": {"paragraphs": false}"#)
        try manifest.write(to: desk.folder.appending(path: "plugins.json"), atomically: true, encoding: .utf8)
        let second = try RunningDesk(sharing: desk)
        try second.line(with: "ledger made anew")
        try Self.drop(Self.edited, "b.txt", in: desk.inbox)
        try second.line(with: "done", "article=b.txt")
        #expect(try Self.named(desk, "b.txt") == [Self.id(desk, "a.txt")])
        #expect(try desk.result("b.txt.json")["reuse"] == nil)
        #expect(second.stop() == 0)
    }

    @Test func `is forgotten with its result, or with its time`() throws {
        let desk = try RunningDesk(manifest: Self.manifest(#""keep_outbox": {"size": "1B"}"#))
        try Self.drop(Self.wire, "a.txt", in: desk.inbox)
        try desk.line(with: "done", "article=a.txt")
        #expect(desk.stop() == 0)
        let second = try RunningDesk(sharing: desk)
        try second.line(with: "removed what is not kept", "results=1")
        try Self.drop(Self.edited, "b.txt", in: desk.inbox)
        try second.line(with: "done", "article=b.txt")
        #expect(try Self.named(desk, "b.txt") == [])
        #expect(second.stop() == 0)
        try Self.manifest(#""duplicates": {"within": "1ms"}"#)
            .write(to: desk.folder.appending(path: "plugins.json"), atomically: true, encoding: .utf8)
        let third = try RunningDesk(sharing: desk)
        try Self.drop(Self.edited.reversed(), "c.txt", in: desk.inbox)
        try third.line(with: "done", "article=c.txt")
        #expect(try Self.named(desk, "c.txt") == [])
    }
}
