// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon
internal import Logging
internal import Manifests
internal import Plugins

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validates a manifest and the plugins that it names.",
        discussion: "Each finding is file:line:column: error: what is wrong; what would be right. Exit status 1 where there is an error.")

    @Argument(help: "The manifest.") var manifest = "plugins.json"
    @Flag(help: "Run the tests in the file beside it: plugins.tests.json for plugins.json.") var tests = false
    @Option(help: ArgumentHelp("Say what would change in the results of so many of the latest archived articles.", valueName: "count"))
    var diff: Int?
    @OptionGroup var model: ModelOption

    func validate() throws {
        if let diff, !(1...10_000).contains(diff) { throw ValidationError("--diff takes a whole number from 1 to 10000.") }
    }

    func run() async throws {
        let model = try model.load()
        let plan = try ManifestFile.load(manifest, model: model, isProbing: true, reportTo: Terminal.print)
        let names = plan.steps.map(\.name).joined(separator: " → ")
        Terminal.complain("\(manifest): good: \(names.isEmpty ? "an empty chain" : names)")
        if plan.allSteps.contains(where: { $0.model != nil }) { Terminal.complain("model: \(model.description)") }
        if plan.manifest.stages.contains(where: { $0.kind != .builtin }) { tellConfinement() }
        if tests { try await runTests(plan) }
        if let diff { try await tellDifferences(plan, diff) }
    }

    private func runTests(_ plan: Plan) async throws {
        let stem = manifest.hasSuffix(".json") ? String(manifest.dropLast(5)) : manifest
        let folder = manifest.lastIndex(of: "/").map { String(manifest[..<$0]) } ?? "."
        let outcomes: [ChainTests.Outcome]
        do {
            outcomes = try await ChainTests(plan, folder: folder).run("\(stem).tests.json")
        } catch {
            Terminal.complain("copydesk: \(error.problem)")
            throw ExitStatus.environment
        }
        for outcome in outcomes {
            Terminal.print("\(outcome.faults.isEmpty ? "good" : "bad")\t\(outcome.name)")
            for fault in outcome.faults { Terminal.print("\t→ \(fault)") }
        }
        if outcomes.contains(where: { !$0.faults.isEmpty }) { throw ExitStatus.bad }
    }

    private func tellDifferences(_ plan: Plan, _ count: Int) async throws {
        let differences: [Canary.Difference]
        do {
            differences = try await Canary(plan, try DeskOnDisk(manifest: manifest)).differences(in: count)
        } catch let failure as Desk.Failure {
            throw ExitStatus.told(failure)
        } catch {
            Terminal.complain("copydesk: \(error)")
            throw ExitStatus.environment
        }
        for difference in differences {
            let what = difference.failure ?? (difference.fields.isEmpty ? "no change" : difference.fields.joined(separator: ", "))
            Terminal.print("\(difference.file)\t\(what)")
        }
        let changed = differences.count { !$0.fields.isEmpty || $0.failure != nil }
        Terminal.complain("\(changed) of \(differences.count) articles would have another result")
    }

    private func tellConfinement() {
        switch ProgramCatalog.confinement {
        case .sandbox: Terminal.complain("programs run in a sandbox (bubblewrap), with limits")
        case .limits:
            Terminal.complain(
                "programs run with limits, but not in a sandbox, as bubblewrap is not installed or may not make namespaces here")
        case .none: Terminal.complain("programs run without limits and sandbox: sudo apt-get install bubblewrap util-linux")
        }
    }
}

/// A manifest on disk, read for a command.
enum ManifestFile {
    /// - Parameter isProbing: whether each program of the chain is started once.
    /// - Throws: `ExitStatus` after saying what is wrong.
    static func load(_ path: String, model: StageModel, isProbing: Bool = false, reportTo report: (String) -> Void) throws -> Plan {
        let logger = Logger(label: "copydesk") { _ in LineLog(level: .warning, timeOfDay: nil) }
        do {
            return try ManifestOnDisk(path, model: model, logger: logger).plan(isProbing: isProbing)
        } catch {
            for finding in error.findings { error.isMissing ? Terminal.complain("copydesk: \(finding)") : report(finding) }
            throw error.isMissing ? ExitStatus.environment : ExitStatus.bad
        }
    }
}
