// SPDX-License-Identifier: Apache-2.0

internal import Logging
internal import Pipelines
internal import Spooling
internal import Synchronization

/// Whether results still fit on the disk. Says once that they do not, and once that they do again.
final class Room: Sendable {
    /// How long nothing is taken after a write found the disk full.
    private static let rest: Duration = .seconds(2)

    private struct State {
        /// What is lacking.
        var lack: String?
        /// A write found the disk full although there seemed to be room, as where a quota or the file system's own needs take the rest.
        var isFull = false
        var fullUntil: Duration = .zero
    }

    private let state = Mutex(State())
    private let clock: PipelineClock
    private let logger: Logger

    init(clock: PipelineClock, logger: Logger) {
        self.clock = clock
        self.logger = logger
    }

    /// Why nothing is taken; `nil` where there is room.
    var lack: String? { state.withLock(\.lack) }

    /// Looks at the file systems; costs a few microseconds.
    func isThere(for spool: Spool) -> Bool {
        let now = clock.elapsed()
        // Until the next try shows whether it is still full.
        if state.withLock({ $0.isFull && now < $0.fullUntil }) { return false }
        let lack = spool.lackOfRoom()
        if let lack { say(lack) } else if !state.withLock(\.isFull) { sayEnough() }
        return lack == nil
    }

    /// A write found the disk full.
    func wasFull(_ error: SpoolError) {
        let until = clock.elapsed() + Self.rest
        state.withLock { state in
            state.isFull = true
            state.fullUntil = until
        }
        say(error)
    }

    /// A result was written.
    func sufficed() {
        state.withLock { $0.isFull = false }
        sayEnough()
    }

    private func say(_ lack: SpoolError) {
        let isNew = state.withLock { state in
            defer { state.lack = "\(lack.problem) (\(lack.place))" }
            return state.lack == nil
        }
        if isNew { logger.warning("pausing: \(lack)") }
    }

    private func sayEnough() {
        let wasLacking = state.withLock { state in
            defer { state.lack = nil }
            return state.lack != nil
        }
        if wasLacking { logger.notice("there is room again: work goes on") }
    }
}
