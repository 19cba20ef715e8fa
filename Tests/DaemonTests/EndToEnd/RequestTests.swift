// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Requests on standard input` {
    private static func start(_ arguments: [String]) throws -> (process: Process, input: FileHandle, output: FileHandle) {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = RunningDesk.program
        process.arguments = ["process", "--input-ndjson"] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        return (process, input.fileHandleForWriting, output.fileHandleForReading)
    }

    private static func answers(to requests: String, _ arguments: [String] = []) throws -> (lines: [[String: Any]], status: Int32) {
        let (process, input, output) = try start(arguments)
        try input.write(contentsOf: Data(requests.utf8))
        try input.close()
        let said = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        let lines = try said.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        return (lines, process.terminationStatus)
    }

    @Test func `are each answered before the next one is sent`() throws {
        let (process, input, output) = try Self.start(["--jobs", "4"])
        for number in 1...3 {
            try input.write(contentsOf: Data("{\"id\": \(number), \"text\": \"A short article.\"}\n".utf8))
            var line = Data()
            while line.last != 0x0A { line.append(output.availableData) }
            let answer = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
            #expect(answer["id"] as? Int == number)
        }
        try input.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func `are answered in order, and a bad one ends nothing`() throws {
        let good = (0..<50).map { "{\"id\": \"a\($0)\", \"text\": \"\(String(repeating: "A sentence of an article. ", count: 50 - $0))\"}" }
        let (lines, status) = try Self.answers(to: (good[..<25] + ["not json", "{\"id\": 7}"] + good[25...]).joined(separator: "\n"))
        #expect(status == 1)
        #expect(lines.count == 52)
        #expect(lines[25]["error"] != nil && lines[26]["error"] != nil && lines[26]["id"] as? Int == 7)
        #expect(lines.compactMap { $0["id"] as? String } == (0..<50).map { "a\($0)" })
    }

    @Test func `may date their article`() throws {
        let (lines, _) = try Self.answers(to: #"{"id": 1, "text": "He left on Friday.", "published": "2026-11-24"}"#)
        let times = lines.first?["times"] as? [[String: Any]]
        #expect(times?.first?["value"] as? String == "2026-11-20")
        #expect(lines.first?["published"] as? String == "2026-11-24")
    }

    @Test func `may be empty lines or none`() throws {
        #expect(try Self.answers(to: "\n\n  \n").lines.isEmpty)
        #expect(try Self.answers(to: "").status == 0)
    }
}
