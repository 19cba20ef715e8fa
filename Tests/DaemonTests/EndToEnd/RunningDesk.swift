// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The real program on folders of its own, heard through its log. Nothing here sleeps: each wait ends with a line of the log.
final class RunningDesk {
    let folder: URL
    private let process = Process()
    private let pipe = Pipe()
    private var pending = Data()
    private(set) var log: [String] = []

    static let chain = #"{"plugin": "normalize"}, {"plugin": "extract"}, {"plugin": "summarize"}, {"plugin": "classify"}"#

    private let ownsFolder: Bool

    /// The program beside the test bundle.
    static var program: URL {
        Bundle(for: RunningDesk.self).bundleURL.appending(path: "copydesk")
    }

    /// - Parameter prepare: fills the folders before the start.
    init(
        manifest: String = #"{"stages": [\#(RunningDesk.chain)]}"#, arguments: [String] = [], environment: [String: String] = [:],
        prepare: (URL) throws -> Void = { _ in }
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "copydesk-\(UUID().uuidString)")
        ownsFolder = true
        try FileManager.default.createDirectory(at: folder.appending(path: "inbox"), withIntermediateDirectories: true)
        try manifest.write(to: folder.appending(path: "plugins.json"), atomically: true, encoding: .utf8)
        try prepare(folder)
        try start(arguments, environment)
    }

    /// A second program on the folders of another.
    init(sharing other: RunningDesk, arguments: [String] = [], environment: [String: String] = [:]) throws {
        folder = other.folder
        ownsFolder = false
        try start(arguments, environment)
    }

    var processIdentifier: Int32 { process.processIdentifier }

    /// Resident, in kB.
    var memory: Int {
        let status = FileManager.default.contents(atPath: "/proc/\(processIdentifier)/status") ?? Data()
        let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmRSS") }
        return line.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
    }

    /// `copydesk check` of the same manifest.
    func check(_ words: String...) throws -> (output: String, status: Int32) {
        try run(["check", folder.appending(path: "plugins.json").path] + words)
    }

    /// Another command of the program on the same manifest.
    func command(_ words: String...) throws -> (output: String, status: Int32) {
        try run(words + ["--manifest", folder.appending(path: "plugins.json").path])
    }

    private func run(_ words: [String]) throws -> (output: String, status: Int32) {
        let command = Process()
        let said = Pipe()
        command.executableURL = Self.program
        command.arguments = words
        command.standardOutput = said
        command.standardError = FileHandle.nullDevice
        try command.run()
        let output = try said.fileHandleForReading.readToEnd() ?? Data()
        command.waitUntilExit()
        return (String(decoding: output, as: UTF8.self), command.terminationStatus)
    }

    /// Whether the program was killed by this signal.
    func wasKilled(by signal: Int32) -> Bool { process.terminationReason == .uncaughtSignal && process.terminationStatus == signal }

    private func start(_ arguments: [String], _ environment: [String: String] = [:]) throws {
        if !environment.isEmpty { process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 } }
        process.executableURL = Self.program
        process.arguments = ["run", "--manifest", folder.appending(path: "plugins.json").path] + arguments
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        if process.isRunning {
            process.terminate()
            drain()
            process.waitUntilExit()
        }
        guard ownsFolder else { return }
        do { try FileManager.default.removeItem(at: folder) } catch { print("\(folder.path) is left behind: \(error)") }
    }

    var inbox: URL { folder.appending(path: "inbox") }
    var outbox: URL { folder.appending(path: "outbox") }
    var quarantine: URL { folder.appending(path: "quarantine") }
    var archive: URL { folder.appending(path: "archive") }

    struct Ended: Error { var log: [String] }

    /// The next line of the log that holds all the words. Earlier lines are passed over.
    @discardableResult
    func line(with words: String...) throws -> String {
        while let line = nextLine() {
            if words.allSatisfy(line.contains) { return line }
        }
        throw Ended(log: log)
    }

    /// Waits for as many lines with the words.
    func lines(_ count: Int, with word: String) throws -> [String] { try (0..<count).map { _ in try line(with: word) } }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Kills the watcher: every process whose parent the program is.
    func killWatcher() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
            guard let number = Int32(name), let status = FileManager.default.contents(atPath: "/proc/\(name)/stat") else { continue }
            // "12 (name) S 11 …": the name may hold anything, so what counts is behind its last bracket.
            let fields = String(decoding: status, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
            if fields.count > 1, Int32(fields[1]) == process.processIdentifier { kill(number, SIGKILL) }
        }
    }

    var isRunning: Bool { process.isRunning }

    /// Paths below the inbox of what lies in `.claimed`.
    static func claimed(in inbox: URL) -> [String] {
        let claims = inbox.appending(path: ".claimed")
        let tags = FileManager.default.enumerator(atPath: claims.path)?.compactMap { $0 as? String }.filter { !$0.contains("/") } ?? []
        return tags.filter { !$0.contains(".") }.flatMap { files(in: claims.appending(path: $0)) }
    }

    /// Asks the program to stop and gives its exit status.
    func stop() -> Int32 {
        process.terminate()
        return ending()
    }

    /// The exit status of a program that ends by itself.
    func ending() -> Int32 {
        drain()
        process.waitUntilExit()
        return process.terminationStatus
    }

    func result(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: outbox.appending(path: path))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// Regular files below a folder, as paths from it, without dot-folders.
    static func files(in folder: URL) -> Set<String> {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return Set(
            names.filter { name in
                var isFolder: ObjCBool = false
                let exists = unsafe FileManager.default.fileExists(atPath: folder.appending(path: name).path, isDirectory: &isFolder)
                return exists && !isFolder.boolValue && !name.split(separator: "/").contains { $0.hasPrefix(".") }
            })
    }

    /// Reads what the program says for so long, and no longer.
    func listen(for duration: Duration) {
        let end = ContinuousClock.now + duration
        while case let rest = end - ContinuousClock.now, rest > .zero, nextLine(within: rest) != nil {}
    }

    /// The longest that a line may take: a program that hangs fails its test rather than the run.
    private static let patience: Duration = .seconds(120)

    private func hasMore(within duration: Duration) -> Bool {
        var input = pollfd(fd: pipe.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&input, 1, Int32(duration / .milliseconds(1))) > 0
    }

    /// `nil` where the program has ended or says nothing for so long.
    private func nextLine(within patience: Duration = RunningDesk.patience) -> String? {
        while true {
            if let end = pending.firstIndex(of: 0x0A) {
                let line = String(decoding: pending[pending.startIndex..<end], as: UTF8.self)
                pending = Data(pending[pending.index(after: end)...])
                log.append(line)
                return line
            }
            guard hasMore(within: patience) else { return nil }
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            pending.append(more)
        }
    }

    private func drain() { while nextLine() != nil {} }
}
