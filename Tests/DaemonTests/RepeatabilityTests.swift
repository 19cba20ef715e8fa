// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite(.timeLimit(.minutes(5))) struct `The same articles` {
    private static let samples = Repository.root.appending(path: "docs/samples").path

    private static func articles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: samples).filter { $0 != "README.md" }.sorted().map { "\(samples)/\($0)" }
    }

    /// The output with what may differ taken out: when and how long.
    private static func process(_ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = RunningDesk.program
        process.arguments = ["process", "--format", "ndjson"] + arguments
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return withoutTimes(String(decoding: data, as: UTF8.self))
    }

    private static func withoutTimes(_ json: String) -> String {
        json.replacing(/"started":"[^"]*","milliseconds":[0-9.]+/, with: "").replacing(/,"received":"[^"]*"/, with: "")
    }

    @Test func `give the same bytes on every run and with any number of jobs`() throws {
        let articles = try Self.articles()
        #expect(articles.count >= 5)
        let first = try Self.process(["--jobs", "1"] + articles)
        #expect(first.split(separator: "\n").count == articles.count)
        for jobs in ["1", "2", "8"] { #expect(try Self.process(["--jobs", jobs] + articles) == first, "with \(jobs) jobs") }
    }

    @Test(arguments: [1, 8])
    func `give the same bytes through the folders`(concurrency: Int) throws {
        let articles = try Self.articles()
        // What the folders alone can say depends on other articles.
        let manifest = #"{"formats": ["ndjson"], "concurrency": \#(concurrency), "duplicates": false, "stages": [\#(RunningDesk.chain)]}"#
        let desk = try RunningDesk(manifest: manifest, arguments: ["--drain"]) { folder in
            for article in articles {
                let name = article.split(separator: "/").last ?? ""
                try FileManager.default.copyItem(atPath: article, toPath: folder.appending(path: "inbox/\(name)").path)
            }
        }
        #expect(desk.ending() == 0)
        for article in articles {
            let name = String(article.split(separator: "/").last ?? "")
            let written = try String(contentsOf: desk.outbox.appending(path: "\(name).ndjson"), encoding: .utf8)
            #expect(Self.withoutTimes(written) == (try Self.process([article])), "\(name)")
        }
    }
}
