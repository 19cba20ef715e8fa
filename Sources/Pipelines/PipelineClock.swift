// SPDX-License-Identifier: Apache-2.0

/// What a pipeline knows of time. It arrives from outside so that tests need not wait.
package struct PipelineClock: Sendable {
    /// The time of day as RFC 3339, UTC.
    package var timeOfDay: @Sendable () -> String
    /// Time since some fixed point, for measuring.
    package var elapsed: @Sendable () -> Duration
    /// Returns after the time has passed; throws when the task is cancelled.
    package var sleep: @Sendable (Duration) async throws -> Void

    package init(
        timeOfDay: @escaping @Sendable () -> String, elapsed: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.timeOfDay = timeOfDay
        self.elapsed = elapsed
        self.sleep = sleep
    }

    /// The machine's clocks.
    ///
    /// - Parameter timeOfDay: RFC 3339, UTC.
    package static func live(timeOfDay: @escaping @Sendable () -> String) -> PipelineClock {
        let start = ContinuousClock.now
        return PipelineClock(timeOfDay: timeOfDay, elapsed: { ContinuousClock.now - start }, sleep: { try await Task.sleep(for: $0) })
    }
}
