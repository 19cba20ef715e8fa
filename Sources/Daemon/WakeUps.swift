// SPDX-License-Identifier: Apache-2.0

internal import Pipelines
internal import Synchronization

/// Wake-ups from anywhere, any number of which before the next look count as one.
final class WakeUps: Sendable {
    let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let isAlarmSet = Mutex(false)
    private let clock: PipelineClock

    init(clock: PipelineClock) {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.clock = clock
    }

    func wake() { continuation.yield() }

    /// Wakes after a time. While one alarm is set, others are part of it: a thousand files that wait make one look, not a thousand.
    func wake(after duration: Duration) async {
        let isFirst = isAlarmSet.withLock { isSet in
            defer { isSet = true }
            return !isSet
        }
        guard isFirst else { return }
        do { try await clock.sleep(duration) } catch {}  // Cut short by a shutdown, when an early look does no harm.
        isAlarmSet.withLock { $0 = false }
        wake()
    }
}
