// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon
internal import Documents

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Says what a running daemon is doing, and what lies where.",
        discussion: "Exit status 3 where no daemon runs on this machine for the manifest's state folder.")

    @OptionGroup var options: SpoolOptions
    @Flag(help: "One JSON object.") var json = false

    func run() throws {
        let desk = try options.open()
        let status: DeskStatus
        do {
            status = try desk.status()
        } catch {
            Terminal.complain("copydesk: \(error)")
            throw ExitStatus.environment
        }
        if json { printJSON(status) } else { printText(status) }
        if status.running.isEmpty { throw ExitStatus.environment }
    }

    private func counts(_ status: DeskStatus) -> [(String, Int)] {
        [
            ("waiting", status.waiting - status.resting), ("resting", status.resting), ("claimed", status.claimed),
            ("quarantined", status.quarantined),
        ]
    }

    private func printJSON(_ status: DeskStatus) {
        var writer = JSONWriter()
        writer.object { writer in
            for (name, count) in counts(status) { writer.member(name, max(0, count)) }
            writer.name("daemons")
            writer.array { writer in for report in status.running { writer.json(report) } }
        }
        Terminal.write(writer.bytes + [0x0A])
    }

    private func printText(_ status: DeskStatus) {
        Terminal.print(counts(status).map { "\($0.0) \(max(0, $0.1))" }.joined(separator: " · "))
        if status.running.isEmpty {
            Terminal.print("no daemon runs here\(status.died > 0 ? "; the last one died" : ""): start it by copydesk run")
        }
        for report in status.running { printText(report) }
    }

    private func printText(_ report: JSON) {
        let word = { (name: String) in report[name]?.string ?? "?" }
        let number = { (name: String) in report[name]?.integer ?? 0 }
        Terminal.print("daemon \(number("process")) since \(word("started")): \(word("watcher"))")
        if let paused = report["paused"]?.string { Terminal.print("  paused: \(paused)") }
        Terminal.print(
            "  done \(number("done")) (\(number("repeated")) repeats) · failed \(number("failed")) · in the last minute \(number("last_minute"))"
        )
        for stage in report["stages"]?.elements ?? [] {
            Terminal.print(
                "  \(stage["stage"]?.string ?? "?"): \(stage["articles"]?.integer ?? 0) articles, mean "
                    + "\(stage["mean_milliseconds"]?.integer ?? 0) ms, longest \(stage["longest_milliseconds"]?.integer ?? 0) ms")
        }
        for plugin in report["plugins"]?.elements ?? [] { printPlugin(plugin) }
        for work in report["in_work"]?.elements ?? [] {
            Terminal.print("  in work: \(work["file"]?.string ?? "?") since \(work["since"]?.string ?? "?")")
        }
        for trouble in report["troubles"]?.elements ?? [] {
            Terminal.print("  \(trouble["time"]?.string ?? "?") \(trouble["article"]?.string ?? "?"): \(trouble["problem"]?.string ?? "?")")
        }
    }

    private func printPlugin(_ plugin: JSON) {
        func count(_ name: String) -> Int { plugin[name]?.integer ?? 0 }
        var line =
            "  \(plugin["stage"]?.string ?? "?") (\(plugin["kind"]?.string ?? "?")): \(count("running")) running, \(count("calls")) calls"
        line += ", \(count("failures")) failed, \(count("restarts")) restarts"
        if plugin["paused_seconds"] != nil { line += ", left alone for \(count("paused_seconds")) s" }
        Terminal.print(line)
    }
}
