// SPDX-License-Identifier: Apache-2.0

package import Stages
internal import Synchronization

/// A stage that is done outside this program.
package protocol ExternalStage: Annotator {
    /// Starts what does the work and speaks to it, so that a fault shows before the first article.
    ///
    /// - Throws: `StageFailure`, which says what is wrong.
    func probe() throws(StageFailure)

    /// How it is doing now.
    var health: PluginHealth { get }
}

/// What is counted of a stage that is done outside this program, since its chain came into force.
package struct PluginHealth: Hashable, Sendable {
    /// Articles that it was given.
    package var calls = 0
    /// Calls that did not end well, whosever fault it was.
    package var failures = 0
    /// In a row, its own fault alone.
    package var failuresInRow = 0
    /// Processes that were started after the first ones failed.
    package var restarts = 0
    /// Processes (or requests) that are there now.
    package var running = 0
    /// How long it is left alone, after it failed again and again; `nil` where it is not.
    package var pause: Duration?
}

extension Mutex<PluginHealth> {
    /// Counts one call and how it ends.
    func counting<Answer>(_ call: () throws(StageFailure) -> Answer) throws(StageFailure) -> Answer {
        withLock { health in
            health.calls += 1
            health.running += 1
        }
        defer { withLock { $0.running -= 1 } }
        do {
            let answer = try call()
            withLock { $0.failuresInRow = 0 }
            return answer
        } catch {
            guard error.code != .cancelled else { throw error }
            withLock { health in
                health.failures += 1
                health.failuresInRow += 1
            }
            throw error
        }
    }
}
