// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon
internal import Logging
internal import Manifests
internal import Plugins

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validates a manifest and the plugins that it names.",
        discussion: "Each finding is file:line:column: error: what is wrong; what would be right. Exit status 1 where there is an error.")

    @Argument(help: "The manifest.") var manifest = "plugins.json"

    func run() throws {
        let plan = try ManifestFile.load(manifest, isProbing: true, reportTo: Terminal.print)
        let names = plan.steps.map(\.name).joined(separator: " → ")
        Terminal.complain("\(manifest): good: \(names.isEmpty ? "an empty chain" : names)")
        guard plan.manifest.stages.contains(where: { $0.kind != .builtin }) else { return }
        switch ProgramCatalog.confinement {
        case .sandbox: Terminal.complain("programs run in a sandbox (bubblewrap), with limits")
        case .limits: Terminal.complain("programs run with limits, but not in a sandbox: sudo apt-get install bubblewrap")
        case .none: Terminal.complain("programs run without limits and sandbox: sudo apt-get install bubblewrap util-linux")
        }
    }
}

/// A manifest on disk, read for a command.
enum ManifestFile {
    /// - Parameter isProbing: whether each program of the chain is started once.
    /// - Throws: `ExitStatus` after saying what is wrong.
    static func load(_ path: String, isProbing: Bool = false, reportTo report: (String) -> Void) throws -> Plan {
        let logger = Logger(label: "copydesk") { _ in LineLog(level: .warning, timeOfDay: nil) }
        do {
            return try ManifestOnDisk(path, logger: logger).plan(isProbing: isProbing)
        } catch {
            for finding in error.findings { error.isMissing ? Terminal.complain("copydesk: \(finding)") : report(finding) }
            throw error.isMissing ? ExitStatus.environment : ExitStatus.bad
        }
    }
}
