// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon
internal import Documents
internal import Files
internal import Ledger
internal import Spooling

/// What the commands that look into the folders share.
struct SpoolOptions: ParsableArguments {
    @Option(help: "The manifest.") var manifest = "plugins.json"

    func open(model: StageModel = StageModel()) throws -> DeskOnDisk {
        do { return try DeskOnDisk(manifest: manifest, model: model) } catch { throw ExitStatus.told(error) }
    }

    /// Runs what may fail on the disk.
    func attempt<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as SpoolError {
            Terminal.complain("copydesk: \(error)")
            throw ExitStatus.environment
        }
    }
}

struct FailedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "failed", abstract: "Lists what is in quarantine, and why.",
        discussion: "The first word of a line is what `copydesk retry` takes.")

    @OptionGroup var options: SpoolOptions
    @Flag(help: "One JSON object a line.") var json = false

    func run() throws {
        let spool = try options.open().spool
        for file in try options.attempt({ try spool.failed() }) {
            let reason = file.reason
            if json {
                var writer = JSONWriter()
                writer.object { writer in
                    writer.member("id", file.path.description)
                    reason.writeMembers(to: &writer, failed: reason.failed)
                }
                Terminal.write(writer.bytes + [0x0A])
            } else {
                let attempts = reason.attempts == 1 ? "" : " (\(reason.attempts) attempts)"
                Terminal.print("\(file.path)\t\(reason.stage ?? "claim")\t\(reason.code)\(attempts)\t\(reason.problem). \(reason.remedy).")
            }
        }
    }
}

struct RetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Puts files from quarantine back into the inbox, where a running daemon takes them at once.")

    @OptionGroup var options: SpoolOptions
    @Flag(help: "Everything that is in quarantine.") var all = false
    @Argument(help: "Paths as `copydesk failed` lists them.") var ids: [String] = []

    func validate() throws {
        if all != ids.isEmpty { throw ValidationError("Name what is to be tried again, or say --all.") }
    }

    func run() throws {
        let spool = try options.open().spool
        let failed = try options.attempt { try spool.failed() }
        let unknown = ids.filter { id in !failed.contains { $0.path.description == id } }
        for id in unknown { Terminal.complain("copydesk: \(id) is not in quarantine; `copydesk failed` lists what is") }
        for file in failed where all || ids.contains(file.path.description) {
            let place = try options.attempt { try spool.retry(file) }
            Terminal.complain("put back: \(place)")
        }
        if !unknown.isEmpty { throw ExitStatus.bad }
    }
}

struct WhereCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "where",
        abstract: "Says where a file is: waiting, resting after a failure, in work, failed or done, and where its results lie.",
        discussion: "Exit status 1 where nothing of that name is known.")

    @OptionGroup var options: SpoolOptions
    @Argument(help: "The file's path below the inbox, or its name alone.") var name: String

    func run() throws {
        let desk = try options.open()
        let found = try options.attempt { try desk.spool.whereabouts(of: name) }
        let history = history(desk)
        if found.isEmpty, history.isEmpty {
            Terminal.complain("copydesk: nothing named \(name) is in the inbox, in work, in quarantine, in the archive or in the outbox")
            throw ExitStatus.bad
        }
        for place in found { Terminal.print("\(place.state.rawValue)\t\(place.path)\(details(place))") }
        for entry in history {
            let what = entry.code.map { "\(entry.outcome.rawValue) (\($0))" } ?? entry.outcome.rawValue
            let results = entry.results.isEmpty ? "" : ", results \(entry.results.map(\.path).joined(separator: ", "))"
            Terminal.print("history\t\(entry.file)\t\(entry.settled.rfc3339) \(what), attempt \(entry.attempts)\(results)")
        }
    }

    private func history(_ desk: DeskOnDisk) -> [LedgerEntry] {
        do {
            return try desk.history(of: name)
        } catch {
            Terminal.complain("copydesk: \(error)")
            return []
        }
    }

    private func details(_ place: Whereabouts) -> String {
        if let note = place.note {
            return "\t\(note.attempts) attempts, last \(note.last.rfc3339): \(note.problem). Next try not before \(note.next.rfc3339)"
        }
        if let reason = place.reason {
            return "\t\(reason.stage ?? "claim"): \(reason.problem). \(reason.remedy). Attempts: \(reason.attempts)"
        }
        return place.attempt.map { $0 > 0 ? "\tattempt \($0)" : "" } ?? ""
    }
}
