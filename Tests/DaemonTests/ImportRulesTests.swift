// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The repository's own files, from the place of this one.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String { try String(contentsOf: root.appending(path: path), encoding: .utf8) }

    /// Swift files below a folder, as paths from the root, sorted.
    static func sources(below folder: String) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }.sorted()
    }
}

@Suite struct `The architecture's table` {
    /// Target and the modules that it may import.
    static func rows() throws -> [String: Set<String>] {
        var rows: [String: Set<String>] = [:]
        for line in try Repository.text("docs/ARCHITECTURE.md").split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let modules = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0 != "–" }
            rows[cells[0].trimmingCharacters(in: ["`"])] = Set(modules)
        }
        return rows
    }

    @Test func `names every target that has Swift files`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "Sources").path)
        let targets = try folders.filter { !(try Repository.sources(below: "Sources/\($0)")).isEmpty }
        #expect(Set(try Self.rows().keys) == Set(targets))
    }

    @Test func `is what the sources import`() throws {
        for (target, allowed) in try Self.rows() {
            var used: Set<String> = []
            for path in try Repository.sources(below: "Sources/\(target)") {
                // An indented one stands in a text that the program writes.
                for line in try Repository.text(path).split(separator: "\n") where !line.hasPrefix(" ") {
                    let words = line.split(separator: " ")
                    guard let place = words.firstIndex(of: "import"),
                        words[..<place].allSatisfy({ ["package", "public", "internal", "private", "@preconcurrency"].contains($0) }),
                        place + 1 < words.count
                    else { continue }
                    let module = String(words[place + 1])
                    if ["Swift", "Synchronization"].contains(module) { continue }
                    used.insert(module)
                    #expect(allowed.contains(module), "\(path) imports \(module), which the row of \(target) does not name")
                }
            }
            #expect(allowed.subtracting(used).isEmpty, "The row of \(target) names what it does not import")
        }
    }
}

@Suite struct `The house rules` {
    @Test func `keep files small and licensed`() throws {
        for path in try Repository.sources(below: "Sources") + Repository.sources(below: "Tests") {
            let lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
            let limit = path.hasPrefix("Tests/") ? 600 : 500
            #expect(lines.count <= limit, "\(path) has \(lines.count) lines")
            let licence = path.hasPrefix("Sources/copydesk-watch/") ? "GPL-2.0-only" : "Apache-2.0"
            #expect(lines.first == "// SPDX-License-Identifier: \(licence)", "\(path) opens without its licence")
        }
    }

    @Test func `keep sleeps out of the tests and hidden failures out of the sources`() throws {
        let sleep = "Task" + ".sleep"
        for path in try Repository.sources(below: "Tests") {
            #expect(try !Repository.text(path).contains(sleep), "\(path) sleeps; wait for a condition")
        }
        for path in try Repository.sources(below: "Sources") {
            let text = try Repository.text(path)
            #expect(!text.contains(" try? "), "\(path) swallows an error by try?")
            #expect(!text.contains("import Foundation"), "\(path) imports Foundation")
            #expect(path.hasPrefix("Sources/Files/") || !text.contains("@unchecked"), "\(path) claims Sendable unchecked")
        }
    }

    /// A path in `docs` that no longer exists sends the reader astray.
    @Test func `keep the documentation true to the tree`() throws {
        let folder = Repository.root.appending(path: "docs").path
        let pages =
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }.map { "docs/\($0)" } + ["README.md"]
        for page in pages {
            for piece in try Repository.text(page).split(separator: "`") {
                let isPath = ["Sources/", "Tests/", "docs/", "Models/", "systemd/"].contains { piece.hasPrefix($0) }
                guard isPath, !piece.contains(where: { " *<\n".contains($0) }) else { continue }
                #expect(
                    FileManager.default.fileExists(atPath: Repository.root.appending(path: String(piece)).path), "\(page) names \(piece)")
            }
        }
    }
}
