// SPDX-License-Identifier: Apache-2.0

internal import Logging
internal import Pipelines
internal import Spooling
internal import Synchronization

/// Whether results still fit on the disk. Says once that they do not, and once that they do again.
final class Room: Sendable {
    /// How long a look is good for.
    private static let interval: Duration = .milliseconds(250)

    private struct State {
        var checked: Duration?
        var isLacking = false
    }

    private let state = Mutex(State())
    private let clock: PipelineClock
    private let logger: Logger

    init(clock: PipelineClock, logger: Logger) {
        self.clock = clock
        self.logger = logger
    }

    var isLacking: Bool { state.withLock(\.isLacking) }

    /// Looks again where the last look is too old.
    func isThere(for spool: Spool) -> Bool {
        let now = clock.elapsed()
        let isFresh = state.withLock { state in
            if let checked = state.checked, now - checked < Self.interval { return true }
            state.checked = now
            return false
        }
        if isFresh { return !isLacking }
        let lack = spool.lackOfRoom()
        let before = state.withLock { state in
            defer { state.isLacking = lack != nil }
            return state.isLacking
        }
        if let lack, !before { logger.warning("pausing: \(lack)") }
        if lack == nil, before { logger.notice("there is room again: work goes on") }
        return lack == nil
    }
}
