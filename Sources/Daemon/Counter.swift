// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// What became of the articles, counted from several threads.
final class Counter: Sendable {
    /// Articles since the start.
    struct Counts: Sendable {
        var done = 0
        var failed = 0
        /// Left in the inbox: still being written, or put back for a later try.
        var left = 0
        /// How long the first of those rests during which an earlier run died.
        var due: Duration?
    }

    private let counts = Mutex(Counts())

    var value: Counts { counts.withLock { $0 } }
    func done() { counts.withLock { $0.done += 1 } }
    func failed() { counts.withLock { $0.failed += 1 } }
    func left(dueIn due: Duration? = nil) {
        counts.withLock { counts in
            counts.left += 1
            if let due { counts.due = min(due, counts.due ?? due) }
        }
    }
    func forgetLeft() {
        counts.withLock { counts in
            counts.left = 0
            counts.due = nil
        }
    }
}
