// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon
internal import Logging

struct ReprocessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reprocess",
        abstract: "Puts archived originals back into the inbox whose results the chain in force would make otherwise.",
        discussion: """
            A result tells by its recipe which stages, versions and options made it. A running daemon takes the files at once and \
            replaces their results; otherwise run copydesk run --drain afterwards.
            """)

    @OptionGroup var options: SpoolOptions
    @OptionGroup var model: ModelOption
    @Flag(help: "Those that another chain made; the only choice so far, and to be said.") var changed = false
    @Flag(help: "Only say which they are.") var dryRun = false

    func validate() throws {
        if !changed { throw ValidationError("Say --changed: what the chain in force would make otherwise.") }
    }

    func run() async throws {
        let desk = try options.open(model: try model.load())
        let logger = Logger(label: "copydesk") { _ in LineLog(level: .warning, timeOfDay: nil) }
        let (found, missing): (Int, Int)
        do {
            (found, missing) = try await desk.reprocessChanged(isTrial: dryRun, logger: logger, tell: Terminal.print)
        } catch {
            Terminal.complain("copydesk: \(error)")
            throw ExitStatus.environment
        }
        let lacking = missing > 0 ? "; of \(missing) more the archive has no original" : ""
        Terminal.complain("\(found) files \(dryRun ? "would be" : "were") put back\(lacking)")
    }
}
