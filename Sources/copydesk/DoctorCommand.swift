// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Looks for what would keep a desk from working well here, each with the command that mends it.",
        discussion: "Exit status 3 where something is bad.")

    @OptionGroup var options: SpoolOptions

    func run() throws {
        let findings = Doctor(try options.open(), watcher: RunCommand.watcherPath).examine()
        for finding in findings {
            Terminal.print("\(finding.verdict.rawValue)\t\(finding.what)")
            if let remedy = finding.remedy { Terminal.print("\t→ \(remedy)") }
        }
        if findings.contains(where: { $0.verdict == .bad }) { throw ExitStatus.environment }
    }
}
