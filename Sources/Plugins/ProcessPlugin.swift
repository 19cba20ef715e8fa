// SPDX-License-Identifier: Apache-2.0

internal import Dispatch
package import Documents
package import Stages
internal import Synchronization

/// A stage that a program does, started once and kept: several processes of it, each at one article at a time.
package final class ProcessPlugin: ExternalStage {
    /// How long the first answer may take at least: interpreters and models load.
    private static let leastStart: Duration = .seconds(30)
    private static let longestPause: Duration = .seconds(30)
    /// A pause up to this is waited for; a longer one fails the document at once.
    private static let waitsFor: Duration = .seconds(1)

    private struct State {
        var idle: [PluginWorker] = []
        /// In a row.
        var failures = 0
        var notBefore = ContinuousClock.now
        var requests = 0
        var health = PluginHealth()
    }

    private let setup: PluginSetup
    private let timeout: Duration
    private let state = Mutex(State())
    private let free: DispatchSemaphore

    init(_ setup: PluginSetup, workers: Int, timeout: Duration) {
        self.setup = setup
        self.timeout = timeout
        free = DispatchSemaphore(value: workers)
    }

    deinit {
        for worker in state.withLock({ $0.idle }) { worker.shutdown() }
    }

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        let request = DocumentEncoder.encode(document.keeping(setup.reads), layout: .compact)
        state.withLock { $0.health.calls += 1 }
        let answer = try use { worker, number throws(StageFailure) in
            try worker.process(request, number: number, deadline: ContinuousClock.now + timeout)
        }
        return try setup.patch.annotations(answer, for: document)
    }

    package var health: PluginHealth {
        state.withLock { state in
            var health = state.health
            health.failuresInRow = state.failures
            let pause = state.notBefore - ContinuousClock.now
            health.pause = pause > .zero ? pause : nil
            return health
        }
    }

    package func probe() throws(StageFailure) {
        _ = try use { _, _ throws(StageFailure) in JSON(.null) }
    }

    /// Gives a process to the body and takes it back, unless it failed.
    private func use(_ body: (PluginWorker, Int) throws(StageFailure) -> JSON) throws(StageFailure) -> JSON {
        while free.wait(timeout: .now() + .milliseconds(50)) == .timedOut { if Task.isCancelled { throw .cancelled } }
        defer { free.signal() }
        let (idle, number) = state.withLock { state in
            state.requests += 1
            return (state.idle.popLast(), state.requests)
        }
        do throws(StageFailure) {
            let worker: PluginWorker
            if let idle { worker = idle } else { worker = try start() }
            do throws(StageFailure) {
                let answer = try body(worker, number)
                keep(worker)
                return answer
            } catch {
                // What it says of an article does not speak against its process.
                if PluginFailure.isReported(error) {
                    keep(worker)
                } else {
                    worker.child.end()
                    state.withLock { $0.health.running -= 1 }
                }
                throw error
            }
        } catch {
            if error.code != .cancelled { state.withLock { $0.health.failures += 1 } }
            if !PluginFailure.isReported(error), error.code != .cancelled { countFailure() }
            throw error
        }
    }

    private func keep(_ worker: PluginWorker) {
        state.withLock { state in
            state.failures = 0
            state.idle.append(worker)
        }
    }

    /// Pauses double with every failure in a row, so that a plugin that always dies does not eat the machine.
    private func countFailure() {
        state.withLock { state in
            state.failures += 1
            let pause: Duration = state.failures < 2 ? .zero : .milliseconds(100) * (1 << min(state.failures - 2, 10))
            state.notBefore = ContinuousClock.now + min(pause, Self.longestPause)
        }
    }

    private func start() throws(StageFailure) -> PluginWorker {
        let (notBefore, failures) = state.withLock { ($0.notBefore, $0.failures) }
        let pause = notBefore - ContinuousClock.now
        if pause > Self.waitsFor {
            throw StageFailure(
                .moment, "The plugin failed \(failures) times in a row and is left alone for \(Int(pause / .seconds(1)) + 1) seconds",
                remedy: "Look into the log for why, and mend the plugin")
        }
        while ContinuousClock.now < notBefore {
            if Task.isCancelled { throw .cancelled }
            // Nothing to wait on but time.
            _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(20))
        }
        let worker = try PluginWorker(setup)
        do {
            _ = try worker.initialize(deadline: ContinuousClock.now + max(timeout, Self.leastStart))
        } catch {
            worker.child.end()
            throw error
        }
        state.withLock { state in
            state.health.running += 1
            if failures > 0 { state.health.restarts += 1 }
        }
        return worker
    }
}
