// SPDX-License-Identifier: Apache-2.0

internal import Pipelines
internal import ServiceLifecycle
internal import Synchronization

/// Wake-ups from anywhere, any number of which before the next look count as one.
final class WakeUps: Sendable {
    let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    /// When the earliest alarm goes off.
    private let alarm = Mutex<Duration?>(nil)
    private let clock: PipelineClock

    init(clock: PipelineClock) {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.clock = clock
    }

    func wake() { continuation.yield() }

    /// Wakes after a time, or sooner. A later alarm is part of an earlier one, as every look tells anew what it has to wait for: a
    /// thousand files that wait make one look, not a thousand.
    func wake(after duration: Duration) async {
        let due = clock.elapsed() + duration
        let isEarliest = alarm.withLock { alarm in
            if let alarm, alarm <= due { return false }
            alarm = due
            return true
        }
        guard isEarliest else { return }
        let clock = clock
        // At a shutdown it ends at once.
        await cancelWhenGracefulShutdown { do { try await clock.sleep(duration) } catch {} }
        alarm.withLock { if $0 == due { $0 = nil } }
        wake()
    }
}
