// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon
internal import Glibc

/// The command line. One file a subcommand; exit status: 0 done, 1 an article or the manifest is bad, 2 usage, 3 the environment.
@main
struct Copydesk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copydesk",
        abstract: "Takes articles from a folder through a chain of stages and files the results.",
        version: "0.1.0",
        subcommands: [
            RunCommand.self, ProcessCommand.self, CheckCommand.self, StagesCommand.self,
            StatusCommand.self, WhereCommand.self, FailedCommand.self, RetryCommand.self, ReprocessCommand.self,
            DoctorCommand.self, NewPluginCommand.self, TestPluginCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            Glibc.exit(status.rawValue)
        } catch {
            let code = exitCode(for: error)
            let message = fullMessage(for: error)
            if !message.isEmpty { code.isSuccess ? Terminal.print(message) : Terminal.complain(message) }
            Glibc.exit(code.isSuccess ? 0 : ExitStatus.usage.rawValue)
        }
    }
}

/// How a command ends when it has already said why.
enum ExitStatus: Int32, Error {
    /// An article or the manifest is bad.
    case bad = 1
    case usage = 2
    /// A folder cannot be written, a file cannot be read, a program is missing.
    case environment = 3

    /// Says why there is no desk or spool.
    ///
    /// - Returns: the status to end with.
    static func told(_ failure: Desk.Failure) -> ExitStatus {
        switch failure {
        case .manifest(let findings):
            for finding in findings { Terminal.complain(finding) }
            return .bad
        case .environment(let problem):
            Terminal.complain("copydesk: \(problem)")
            return .environment
        }
    }
}
