// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// What is known of time, from outside, so that tests need not wait.
package struct TimeSource: Sendable {
    /// The time of day.
    package var now: @Sendable () -> Timestamp
    /// Time since some fixed point, never set back.
    package var elapsed: @Sendable () -> Duration

    package init(now: @escaping @Sendable () -> Timestamp, elapsed: @escaping @Sendable () -> Duration) {
        self.now = now
        self.elapsed = elapsed
    }

    /// The machine's clocks.
    package static var live: TimeSource {
        let start = ContinuousClock.now
        return TimeSource(
            now: {
                var time = timespec()
                _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
                return Timestamp(secondsSince1970: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
            },
            elapsed: { ContinuousClock.now - start })
    }
}
