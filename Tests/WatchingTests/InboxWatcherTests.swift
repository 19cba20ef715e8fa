// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import Testing

@testable import Watching

@Suite struct `A line of the watcher` {
    @Test(arguments: [
        ("ready", WatchLine.ready), ("file desk/a%20b.txt", .file(Array("desk/a b.txt".utf8))),
        ("scan overflow of the queue", .scan("overflow of the queue")),
        ("blind nfs", .blind("nfs")), ("gone deleted", .gone("deleted")), ("scan", .scan("")),
    ])
    func `is told by its first word`(line: String, expected: WatchLine) { #expect(WatchLine(line) == expected) }

    @Test(arguments: ["", "later news", "READY"])
    func `that is not known counts only as a wake-up`(line: String) { #expect(WatchLine(line) == nil) }
}

/// Programs of a few lines stand in for `copydesk-watch`. Each wait is for a wake-up.
@Suite(.timeLimit(.minutes(1))) struct `The watcher's supervisor` {
    /// Runs a shell script as the watcher until `body` has seen enough wake-ups.
    private static func watch(_ script: String, until isEnough: @Sendable (WatchState, Int) -> Bool) async throws -> WatchState {
        let folder = FileManager.default.temporaryDirectory.appending(path: "watching-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: folder) } catch { print("\(folder.path) is left behind") } }
        let program = folder.appending(path: "watch")
        try "#!/bin/sh\n\(script)\n".write(to: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        var settings = InboxWatcher.Settings(program: program.path, folder: folder.path, poll: .milliseconds(20))
        settings.firstPause = .milliseconds(1)
        let watcher = InboxWatcher(settings: settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await watcher.run() }
            var count = 0
            for await _ in watcher.wakeUps {
                count += 1
                if isEnough(watcher.state, count) { break }
            }
            let state = watcher.state
            group.cancelAll()
            do { try await group.waitForAll() } catch is CancellationError {}
            return state
        }
    }

    @Test func `watches when the program is ready`() async throws {
        let state = try await Self.watch("echo ready; cat >/dev/null") { state, _ in state == .watching }
        #expect(state == .watching)
    }

    @Test func `watches again when events arrive again, and only then`() async throws {
        let silence = "echo 'blind a test file gave no event'"
        let state = try await Self.watch("echo ready; \(silence); echo sight; cat >/dev/null") { state, _ in
            state == .watching
        }
        #expect(state == .watching)
        let blind = try await Self.watch("echo ready; echo 'blind nfs'; echo sight; cat >/dev/null") { state, count in
            // Wake-ups by the clock come while it polls only.
            if case .polling = state { return count > 5 }
            return false
        }
        #expect(blind == .polling("events do not tell everything: nfs"))
    }

    @Test func `polls when the program is blind`() async throws {
        let state = try await Self.watch("echo 'blind nfs'; echo ready; cat >/dev/null") { state, count in
            if case .polling = state { return count > 5 }
            return false
        }
        #expect(state == .polling("events do not tell everything: nfs"))
    }

    @Test func `starts another program when one dies, and polls meanwhile`() async throws {
        let script = #"echo x >> "$0.starts"; [ "$(wc -l < "$0.starts")" -ge 3 ] || exit 7; echo ready; cat >/dev/null"#
        #expect(try await Self.watch(script) { state, _ in state == .watching } == .watching)
    }

    @Test func `polls when there is no program at all`() async throws {
        let state = try await Self.watch("rm \"$0\"; exit 1") { state, count in
            if case .polling(let why) = state { return count > 3 && why.contains("does not run") }
            return false
        }
        #expect(state != .watching)
    }
}
