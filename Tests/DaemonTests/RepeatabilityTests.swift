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

    /// What a command says on standard error, and how it ends.
    private static func complaint(_ arguments: [String], environment: [String: String]) throws -> (text: String, status: Int32) {
        let process = Process()
        let said = Pipe()
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.executableURL = RunningDesk.program
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = said
        try process.run()
        let text = String(decoding: try said.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (text, process.terminationStatus)
    }

    /// Ends the case, where a person sees it: a cancelled case has no line of its own.
    private static func skip(_ reason: String) throws -> Never {
        FileHandle.standardError.write(Data("SKIPPED: \(reason)\n".utf8))
        try Test.cancel(Comment(rawValue: reason))
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
        guard KernelPath.runnable.contains(kernels) else { try Self.skip("this machine cannot run \(kernels.rawValue)") }
        let folder = try TemporaryFolder()
        guard let path = try model.path(in: folder) else {
            try Self.skip("there is no model file; COPYDESK_MODEL says where one lies")
        }
        let articles = try Self.articles()
        let fastest = try Self.process(["--jobs", "1"] + articles, environment: ["COPYDESK_MODEL": path])
        #expect(fastest.contains(#""model":{"name":"#), "the model is not in use")
        let environment = ["COPYDESK_MODEL": path, "COPYDESK_KERNELS": kernels.rawValue]
        let manifest = Repository.root.appending(path: "plugins.json").path
        #expect(try Self.complaint(["check", manifest], environment: environment).text.contains(", \(kernels.rawValue)\n"))
        for jobs in ["1", "8"] {
            #expect(try Self.process(["--jobs", jobs] + articles, environment: environment) == fastest, "with \(jobs) jobs")
        }
        try compareFolders(concurrency: 8, environment: environment)
    }

    @Test func `are not begun where the instruction set is unknown`() throws {
        let folder = try TemporaryFolder()
        let model = try ModelFile.tiny.path(in: folder)
        let environment = ["COPYDESK_MODEL": model ?? "", "COPYDESK_KERNELS": "abacus"]
        let (complaint, status) = try Self.complaint(["process"] + Self.articles(), environment: environment)
        #expect(status != 0)
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
