// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import TestKit

/// Drops articles on a thread of its own, as many as it is allowed, in every way that people do; some lie half-written meanwhile.
final class Dropper: Sendable {
    private struct State {
        var allowed = 0
        var dropped = 0
        var problem: String?
    }

    private enum Way: CaseIterable { case written, moved, linked, slow }

    private let state = Mutex(State())
    private let permission = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let inbox: URL
    private let outside: URL
    private let count: Int
    private let seed: UInt64

    init(_ count: Int, into inbox: URL, from outside: URL, seed: UInt64) {
        (self.count, self.inbox, self.outside, self.seed) = (count, inbox, outside, seed)
    }

    static func text(_ number: Int) -> String {
        "GENEVA — At least \(number) people were killed on Friday, the United Nations said.\n\nAid has not arrived in \(number) places.\n"
    }

    static func name(_ number: Int) -> String { number % 5 == 0 ? "\(number).txt" : "desk\(number % 7)/deep/\(number).txt" }

    var problem: String? { state.withLock(\.problem) }

    func start() {
        Thread.detachNewThread { [self] in
            do { try run() } catch { state.withLock { $0.problem = "\(error)" } }
            ended.signal()
        }
    }

    /// Lets it drop up to this many articles in all.
    func allow(_ count: Int) {
        state.withLock { $0.allowed = count }
        permission.signal()
    }

    func wait() { ended.wait() }

    private func run() throws {
        var random = SeededGenerator(seed: seed)
        // Open files, and what is still to be written to them.
        var open: [(handle: FileHandle, rest: [Substring])] = []
        for number in 0..<count {
            while state.withLock({ $0.dropped >= $0.allowed }) { permission.wait() }
            let target = inbox.appending(path: Self.name(number))
            try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            switch Way.allCases.randomElement(using: &random)! {
            case .written: try Self.text(number).write(to: target, atomically: false, encoding: .utf8)
            case .moved: try FileManager.default.moveItem(at: try write(number), to: target)
            case .linked:
                let away = try write(number)
                try FileManager.default.linkItem(at: away, to: target)
                try FileManager.default.removeItem(at: away)
            case .slow:
                guard FileManager.default.createFile(atPath: target.path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
                let pieces = Self.text(number).split(separator: " ").enumerated().map { $0.offset == 0 ? $0.element : " " + $0.element }
                open.append((try FileHandle(forWritingTo: target), pieces))
            }
            state.withLock { $0.dropped += 1 }
            for index in open.indices.reversed() {
                if try !write(one: &open[index]) { open.remove(at: index) }
            }
        }
        for index in open.indices { while try write(one: &open[index]) {} }
    }

    private func write(_ number: Int) throws -> URL {
        let away = outside.appending(path: "\(number)")
        try Self.text(number).write(to: away, atomically: false, encoding: .utf8)
        return away
    }

    /// - Returns: whether there is more.
    private func write(one file: inout (handle: FileHandle, rest: [Substring])) throws -> Bool {
        guard !file.rest.isEmpty else {
            try file.handle.close()
            return false
        }
        try file.handle.write(contentsOf: Data(file.rest.removeFirst().utf8))
        return true
    }
}

/// Reads every result as soon as it is there, on a thread of its own, again and again.
final class ResultReader: Sendable {
    private struct State {
        var isEnding = false
        var read = 0
        var partial: [String] = []
    }

    private let state = Mutex(State())
    private let ended = DispatchSemaphore(value: 0)
    private let outbox: URL

    init(_ outbox: URL) { self.outbox = outbox }

    func start() {
        Thread.detachNewThread { [self] in
            var random = SystemRandomNumberGenerator()
            var seen: Set<String> = []
            while !state.withLock(\.isEnding) {
                for name in RunningDesk.files(in: outbox) where seen.insert(name).inserted || random.next() % 64 == 0 { read(name) }
            }
            ended.signal()
        }
    }

    private func read(_ name: String) {
        var isWhole = false
        do {
            let bytes = try Data(contentsOf: outbox.appending(path: name))
            let json = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
            isWhole = json?["provenance"] != nil
        } catch {}
        state.withLock { state in
            state.read += 1
            if !isWhole { state.partial.append(name) }
        }
    }

    /// - Returns: how many looks there were, and which results were not whole.
    func stop() -> (read: Int, partial: [String]) {
        state.withLock { $0.isEnding = true }
        ended.wait()
        return state.withLock { ($0.read, $0.partial) }
    }
}
