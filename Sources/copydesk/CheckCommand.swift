// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon
internal import Manifests

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validates a manifest and the plugins that it names.",
        discussion: "Each finding is file:line:column: error: what is wrong; what would be right. Exit status 1 where there is an error.")

    @Argument(help: "The manifest.") var manifest = "plugins.json"

    func run() throws {
        let plan = try ManifestFile.load(manifest, reportTo: Terminal.print)
        let names = plan.steps.map(\.name).joined(separator: " → ")
        Terminal.complain("\(manifest): good: \(names.isEmpty ? "an empty chain" : names)")
    }
}

/// A manifest on disk, read for a command.
enum ManifestFile {
    /// - Throws: `ExitStatus` after saying what is wrong.
    static func load(_ path: String, reportTo report: (String) -> Void) throws -> Plan {
        let bytes: [UInt8]
        do {
            bytes = try InputFile.read(path)
        } catch {
            Terminal.complain("copydesk: \(error)")
            throw ExitStatus.environment
        }
        let (plan, diagnostics) = Planner.plan(bytes, file: path, catalog: .standard)
        for diagnostic in diagnostics { report(diagnostic.description) }
        guard let plan else { throw ExitStatus.bad }
        return plan
    }
}
