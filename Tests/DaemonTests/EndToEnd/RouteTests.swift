// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Several chains, and stages that are not for every article, through the real program.
@Suite(.timeLimit(.minutes(5))) struct `Chains and conditions` {
    private static let manifest = """
        {"routes": [{"when": {"path": "sport/*"}, "chain": "short", "outbox": "desks/sport"},
                    {"when": {"media_type": ["text/html", "application/xhtml*"]}, "outbox": "web"}],
         "chains": {"short": [{"plugin": "normalize"}]},
         "stages": [{"plugin": "normalize"},
                    {"plugin": "summarize", "when": {"language": "en"}},
                    {"plugin": "classify", "when": {"has": ["summary", "headline"]}}]}
        """
    private static let english = "The council met on Tuesday. It said that the bridge would be closed. Nobody was hurt in the flood."
    private static let german = "Der Rat tagte am Dienstag. Er sagte, dass die Brücke gesperrt werde. Niemand wurde bei der Flut verletzt."

    private static func write(_ text: String, to url: URL) throws {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: false, encoding: .utf8)
    }

    private static func reasons(_ result: [String: Any]) -> [String: String] {
        let entries = result["provenance"] as? [[String: Any]] ?? []
        return Dictionary(
            entries.compactMap { entry in (entry["reason"] as? String).map { (entry["stage"] as? String ?? "", $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func `are chosen by path and media type, language and fields`() throws {
        let desk = try RunningDesk(manifest: Self.manifest, arguments: ["--drain"]) { folder in
            let inbox = folder.appending(path: "inbox")
            try Self.write(Self.english, to: inbox.appending(path: "a.txt"))
            try Self.write(Self.english, to: inbox.appending(path: "b.txt"))
            try Self.write(Self.english, to: inbox.appending(path: "sport/uk/a.txt"))
            try Self.write(Self.german, to: inbox.appending(path: "de.txt"))
            try Self.write(
                "<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1><p>\(Self.english)</p></article></body></html>",
                to: inbox.appending(path: "page.html"))
        }
        #expect(desk.ending() == 0, "\(desk.log)")
        #expect(
            RunningDesk.files(in: desk.outbox) == [
                "a.txt.json", "b.txt.json", "de.txt.json", "desks/sport/sport/uk/a.txt.json", "web/page.html.json",
            ])
        // Another chain has other results, though the content is the same.
        #expect(desk.log.filter { $0.contains("repeats=") }.count == 1)
        let plain = try desk.result("a.txt.json")
        #expect(plain["summary"] != nil && plain["topics"] == nil)
        #expect(Self.reasons(plain) == ["classify": "there is no headline"])
        let sport = try desk.result("desks/sport/sport/uk/a.txt.json")
        #expect(
            sport["summary"] == nil
                && (sport["provenance"] as? [[String: Any]])?.map { $0["stage"] as? String } == ["normalize", "duplicates"])
        #expect(sport["recipe"] as? String != plain["recipe"] as? String)
        #expect(Self.reasons(try desk.result("de.txt.json"))["summarize"] == "the language is de")
        #expect(try desk.result("web/page.html.json")["topics"] != nil)
    }

    @Test func `that cannot be are told by place and remedy`() throws {
        let desk = try RunningDesk(arguments: ["--drain"])
        #expect(desk.ending() == 0)
        for (manifest, problem) in [
            (#"{"routes": [{"chain": "shrt"}], "chains": {"short": []}, "stages": []}"#, "did you mean \"short\""),
            (#"{"routes": [{"when": {"language": "en"}}], "stages": []}"#, "there is no \"language\" here"),
            (#"{"routes": [{"outbox": "../elsewhere"}], "stages": []}"#, "a folder below the outbox"),
            (#"{"stages": [{"plugin": "normalize", "when": {"has": "figure"}}]}"#, "did you mean \"figures\""),
            (#"{"chains": {"short": [{"plugin": "sumarize"}]}, "stages": []}"#, "did you mean \"summarize\""),
            (#"{"stages": [{"plugin": "normalize", "when": {"path": 7}}]}"#, "a string or a list of strings"),
        ] {
            try Self.write(manifest, to: desk.folder.appending(path: "plugins.json"))
            let check = try desk.check()
            #expect(check.status == 1 && check.output.contains(problem), "\(check)")
        }
    }
}
