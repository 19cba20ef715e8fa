// SPDX-License-Identifier: Apache-2.0

import Files
import Synchronization

/// Time that passes when a test says so.
final class ManualTime: Sendable {
    private let passed = Mutex(Duration.zero)

    func advance(by duration: Duration) { passed.withLock { $0 += duration } }

    var source: TimeSource {
        TimeSource(now: { Timestamp(secondsSince1970: 1_000_000_000) }, elapsed: { self.passed.withLock { $0 } })
    }
}
