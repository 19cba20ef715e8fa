// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Files
internal import Spooling
internal import Synchronization

/// What the workers have done and are doing, counted from several threads.
final class Activity: Sendable {
    /// Articles since the start.
    struct Counts: Sendable {
        var done = 0
        /// Of those, answered from the results of an earlier file.
        var repeated = 0
        var failed = 0
        /// Left in the inbox: still being written, or put back for a later try.
        var left = 0
        /// How long the first of those rests during which an earlier run died.
        var due: Duration?
    }

    /// The time that a stage took.
    struct StageTimes: Sendable {
        var articles = 0
        var milliseconds = 0.0
        var longest = 0.0
    }

    struct Trouble: Sendable {
        var time: Timestamp
        /// Printable.
        var article: String
        var problem: String
    }

    struct Snapshot: Sendable {
        var counts = Counts()
        /// What is in work, and since when.
        var working: [String: Timestamp] = [:]
        /// By the stage's name.
        var stages: [String: StageTimes] = [:]
        /// The last ones, oldest first.
        var troubles: [Trouble] = []
        /// Settled in each of the last sixty seconds, by the second modulo sixty.
        fileprivate var seconds = [(second: Int, articles: Int)](repeating: (0, 0), count: 60)

        /// Articles settled in the last minute.
        func lastMinute(at now: Timestamp) -> Int {
            seconds.reduce(0) { now.secondsSince1970 - $1.second < 60 ? $0 + $1.articles : $0 }
        }
    }

    private static let keptTroubles = 10

    private let snapshot = Mutex(Snapshot())
    let time: TimeSource

    init(time: TimeSource = .live) { self.time = time }

    var value: Snapshot { snapshot.withLock { $0 } }
    var counts: Counts { snapshot.withLock(\.counts) }

    func began(_ name: String) {
        let now = time.now()
        snapshot.withLock { $0.working[name] = now }
    }

    func ended(_ name: String) { snapshot.withLock { $0.working[name] = nil } }

    func done(_ provenance: [ProvenanceEntry], isRepeated: Bool) {
        settle { snapshot in
            snapshot.counts.done += 1
            if isRepeated { snapshot.counts.repeated += 1 }
            for entry in provenance {
                snapshot.stages[entry.stage, default: StageTimes()].articles += 1
                snapshot.stages[entry.stage]!.milliseconds += entry.milliseconds
                snapshot.stages[entry.stage]!.longest = max(snapshot.stages[entry.stage]!.longest, entry.milliseconds)
            }
        }
    }

    func failed(_ name: String, _ reason: Reason) {
        settle { $0.counts.failed += 1 }
        trouble(name, reason.problem)
    }

    func left(dueIn due: Duration? = nil) {
        snapshot.withLock { snapshot in
            snapshot.counts.left += 1
            if let due { snapshot.counts.due = min(due, snapshot.counts.due ?? due) }
        }
    }

    func forgetLeft() {
        snapshot.withLock { snapshot in
            snapshot.counts.left = 0
            snapshot.counts.due = nil
        }
    }

    func trouble(_ name: String, _ problem: String) {
        let trouble = Trouble(time: time.now(), article: name, problem: problem)
        snapshot.withLock { snapshot in
            snapshot.troubles.append(trouble)
            if snapshot.troubles.count > Self.keptTroubles { snapshot.troubles.removeFirst() }
        }
    }

    private func settle(_ change: (inout Snapshot) -> Void) {
        let second = time.now().secondsSince1970
        snapshot.withLock { snapshot in
            let slot = ((second % 60) + 60) % 60
            if snapshot.seconds[slot].second != second { snapshot.seconds[slot] = (second, 0) }
            snapshot.seconds[slot].articles += 1
            change(&snapshot)
        }
    }
}
