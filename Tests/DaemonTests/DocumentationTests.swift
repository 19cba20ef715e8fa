// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite(.timeLimit(.minutes(2))) struct `The documentation's examples` {
    /// The fenced blocks of one language, in order.
    private static func blocks(_ language: String, in page: String) throws -> [String] {
        try Repository.text(page).components(separatedBy: "```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
    }

    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(.enabled(if: python != nil, "there is no python3 on this machine"))
    func `in Python run on a real result`() throws {
        let desk = try RunningDesk(arguments: ["--drain"]) { folder in
            let sample = Repository.root.appending(path: "docs/samples/aune-flood.txt")
            try FileManager.default.copyItem(at: sample, to: folder.appending(path: "inbox/flood.txt"))
        }
        #expect(desk.ending() == 0)
        let blocks = try Self.blocks("python", in: "docs/RESULTS.md")
        #expect(blocks.count == 2)
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.python))
        process.arguments = ["-c", blocks.joined(separator: "\n")]
        process.currentDirectoryURL = desk.folder
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let said = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(said.contains("said:"))
    }

    @Test func `name options that the stages have`() throws {
        let page = try Repository.text("docs/MANIFEST.md")
        let schema = try Repository.text("docs/plugins.schema.json")
        for line in page.split(separator: "\n") where line.hasPrefix("| `") {
            let name = line.split(separator: "`")[1]
            #expect(schema.contains("\"\(name)\""), "\(name)")
        }
    }
}
