// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon
internal import Logging
internal import SystemPackage

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Watches the inbox and processes what arrives.",
        discussion: """
            Runs until SIGTERM or SIGINT, then ends what is in work. SIGHUP, or saving the manifest, takes a changed manifest over. \
            Exit status: 0 done, 1 the manifest is bad (with --drain: an article failed), 2 usage, 3 the environment.
            """)

    @Option(help: "The manifest.") var manifest = "plugins.json"
    @OptionGroup var model: ModelOption
    @Flag(help: "Process what is in the inbox now, then exit.") var drain = false
    @Option(help: "Seconds that articles in work may take to end at a shutdown; then they are stopped and put back.") var grace = 20
    @Option(help: "trace, debug, info, notice, warning, error or critical.", transform: Self.level) var logLevel: Logger.Level = .info
    @Option(help: ArgumentHelp("The watcher program.", visibility: .hidden)) var watcher: String?

    func validate() throws {
        if !(0...3600).contains(grace) { throw ValidationError("--grace takes a whole number from 0 to 3600.") }
    }

    func run() async throws {
        let timeOfDay = Machine.isUnderJournal ? nil : Machine.timeOfDay
        let logger = Logger(label: "copydesk") { _ in LineLog(level: logLevel, timeOfDay: timeOfDay) }
        let model = try model.load()
        do {
            let desk = try Desk(manifest: manifest, model: model, logger: logger)
            if drain {
                let (done, failed, left) = await desk.drain()
                logger.info("drained", metadata: ["done": "\(done)", "failed": "\(failed)", "left": "\(left)"])
                if failed > 0 { throw ExitStatus.bad }
            } else {
                try await desk.run(watcher: try watcher ?? Self.watcherBesideProgram(), grace: .seconds(grace))
            }
        } catch let failure as Desk.Failure {
            throw ExitStatus.told(failure)
        }
    }

    private static func level(_ name: String) throws -> Logger.Level {
        guard let level = Logger.Level(rawValue: name) else {
            throw ValidationError("--log-level takes \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return level
    }

    /// Beside this program.
    static var watcherPath: String? { Machine.program.map { FilePath($0).removingLastComponent().appending("copydesk-watch").string } }

    private static func watcherBesideProgram() throws -> String {
        guard let watcherPath else {
            Terminal.complain("copydesk: /proc/self/exe cannot be read; mount /proc, or name the watcher by --watcher")
            throw ExitStatus.environment
        }
        return watcherPath
    }
}
