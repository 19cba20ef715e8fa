// SPDX-License-Identifier: Apache-2.0

import Encoding
import Foundation
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `The same articles` {
    private static let samples = Repository.root.appending(path: "docs/samples").path

    private static func articles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: samples).filter { $0 != "README.md" }.sorted().map { "\(samples)/\($0)" }
    }

    /// The output with what may differ taken out: when and how long.
    private static func process(_ arguments: [String], environment: [String: String] = [:]) throws -> String {
        let process = Process()
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
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
        try compareFolders(concurrency: concurrency)
    }

    @Test(arguments: ModelFile.allCases, KernelPath.allCases)
    func `give the same bytes by a model on every instruction set`(model: ModelFile, kernels: KernelPath) throws {
        guard KernelPath.runnable.contains(kernels) else { try Test.cancel("SKIPPED: this machine cannot run \(kernels.rawValue)") }
        let folder = try TemporaryFolder()
        guard let path = try model.path(in: folder) else {
            try Test.cancel("SKIPPED: there is no model file; COPYDESK_MODEL says where one lies")
        }
        let articles = try Self.articles()
        let fastest = try Self.process(["--jobs", "1"] + articles, environment: ["COPYDESK_MODEL": path])
        #expect(fastest.contains(#""model":{"name":"#), "the model is not in use")
        let environment = ["COPYDESK_MODEL": path, "COPYDESK_KERNELS": kernels.rawValue]
        for jobs in ["1", "8"] {
            #expect(try Self.process(["--jobs", jobs] + articles, environment: environment) == fastest, "with \(jobs) jobs")
        }
        try compareFolders(concurrency: 8, environment: environment)
    }

    @Test func `are not begun where the instruction set is unknown`() throws {
        let folder = try TemporaryFolder()
        let model = try ModelFile.tiny.path(in: folder)
        let process = Process()
        process.environment = ["COPYDESK_MODEL": model ?? "", "COPYDESK_KERNELS": "abacus"]
        process.executableURL = RunningDesk.program
        process.arguments = ["process"] + (try Self.articles())
        process.standardOutput = FileHandle.nullDevice
        let said = Pipe()
        process.standardError = said
        try process.run()
        let complaint = String(decoding: try said.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus != 0)
        #expect(complaint.contains("there is no path abacus. This machine can run "))
    }

    private func compareFolders(concurrency: Int, environment: [String: String] = [:]) throws {
        let articles = try Self.articles()
        // What the folders alone can say depends on other articles.
        let manifest = #"{"formats": ["ndjson"], "concurrency": \#(concurrency), "duplicates": false, "stages": [\#(RunningDesk.chain)]}"#
        let desk = try RunningDesk(manifest: manifest, arguments: ["--drain"], environment: environment) { folder in
            for article in articles {
                let name = article.split(separator: "/").last ?? ""
                try FileManager.default.copyItem(atPath: article, toPath: folder.appending(path: "inbox/\(name)").path)
            }
        }
        #expect(desk.ending() == 0)
        for article in articles {
            let name = String(article.split(separator: "/").last ?? "")
            let written = try String(contentsOf: desk.outbox.appending(path: "\(name).ndjson"), encoding: .utf8)
            #expect(Self.withoutTimes(written) == (try Self.process([article], environment: environment)), "\(name)")
        }
    }
}
