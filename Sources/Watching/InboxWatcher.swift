// SPDX-License-Identifier: Apache-2.0

package import Logging
internal import ServiceLifecycle
internal import Subprocess
internal import Synchronization
internal import SystemPackage

/// Keeps `copydesk-watch` running and turns what it says into wake-ups.
///
/// A wake-up says only that it is worth looking: the disk is the queue. So one waiting is as good as many, nothing piles up when
/// ten thousand files arrive, and nothing is lost when the program dies: its death is a wake-up too, and another is started.
package final class InboxWatcher: Service, Sendable {
    package struct Settings: Sendable {
        /// Path of `copydesk-watch`.
        package var program: String
        /// The inbox.
        package var folder: String
        /// How often to look where events do not tell everything.
        package var poll: Duration
        /// How often to look in any case.
        package var safety: Duration = .seconds(60)
        /// Between the program's end and its next start; doubled each time, up to `longestPause`.
        package var firstPause: Duration = .milliseconds(100)
        package var longestPause: Duration = .seconds(30)

        package init(program: String, folder: String, poll: Duration) {
            self.program = program
            self.folder = folder
            self.poll = poll
        }
    }

    /// Ends when the watcher does.
    package let wakeUps: AsyncStream<Void>

    private let settings: Settings
    private let logger: Logger
    private let clock: any Clock<Duration>
    private let wakeUp: AsyncStream<Void>.Continuation
    private let current = Mutex<WatchState>(.starting)
    private let newest = Mutex<[[UInt8]]>([])
    private static let keptArrivals = 1024

    package init(settings: Settings, logger: Logger, clock: any Clock<Duration> = ContinuousClock()) {
        self.settings = settings
        self.logger = logger
        self.clock = clock
        (wakeUps, wakeUp) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// The newest file that was told of and not yet asked for, as bytes of its path below the folder.
    package func nextArrival() -> [UInt8]? { newest.withLock { $0.popLast() } }

    package var state: WatchState { current.withLock { $0 } }

    /// Runs until the service is shut down; then the program is ended.
    package func run() async throws {
        wakeUp.yield()
        defer { wakeUp.finish() }
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask { await self.supervise() }
                group.addTask { await self.tick() }
            }
        }
    }

    /// Starts the program again and again.
    private func supervise() async {
        var pause = settings.firstPause
        while !Task.isCancelled {
            let lasted = await clock.measure { await runProgram() }
            if Task.isCancelled { return }
            // One that ran for long did not die of what ails a new one.
            if lasted > settings.longestPause { pause = settings.firstPause }
            wakeUp.yield()
            do { try await clock.sleep(for: pause) } catch { return }
            pause = min(pause * 2, settings.longestPause)
        }
    }

    private func runProgram() async {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]
        do {
            // Standard input stays open as long as the closure runs: its end tells the program that we are gone.
            let result = try await Subprocess.run(
                .path(FilePath(settings.program)), arguments: Arguments([settings.folder]), platformOptions: options,
                input: .inputWriter, output: .sequence, error: .discarded
            ) { execution in
                for try await line in execution.standardOutput.strings() { take(line) }
            }
            if !Task.isCancelled { pollBecause("the watcher ended: \(result.terminationStatus)") }
        } catch {
            if !Task.isCancelled { pollBecause("the watcher does not run: \(error)") }
        }
    }

    private func take(_ line: String) {
        switch WatchLine(line) {
        case .ready:
            // What came before it was ready, it has not seen; blindness said before stays true.
            let isNew = current.withLock { state in
                if case .polling(let why) = state, why.hasPrefix(Self.blindness) { return false }
                state = .watching
                return true
            }
            if isNew { logger.info("ready: watching the inbox", metadata: ["folder": "\(settings.folder)"]) }
        case .blind(let why): pollBecause(Self.blindness + why)
        case .scan(let why) where why.hasPrefix("overflow"):
            logger.warning("More files arrived than the system's queue of events holds; the inbox is scanned instead")
        case .sight:
            let isBack = current.withLock { state in
                guard state == .polling(Self.blindness + "a test file gave no event") else { return false }
                state = .watching
                return true
            }
            if isBack { logger.notice("events arrive again: watching the inbox") }
        case .gone(let why): pollBecause("the inbox was \(why)")
        case .file(let path):
            newest.withLock { newest in
                // Forgetting only means that the scan finds it.
                if newest.count >= Self.keptArrivals { newest.removeFirst(Self.keptArrivals / 2) }
                newest.append(path)
            }
        case .scan, nil: break
        }
        wakeUp.yield()
    }

    private static let blindness = "events do not tell everything: "

    private func pollBecause(_ why: String) {
        let before = current.withLock { state in
            defer { state = .polling(why) }
            return state
        }
        if before != .polling(why) {
            let ready = before == .starting ? "ready: " : ""
            logger.warning("\(ready)looking into the inbox from time to time", metadata: ["why": "\(why)", "every": "\(settings.poll)"])
        }
    }

    /// Wakes up at the interval of polling while that is needed, and now and then in any case.
    private func tick() async {
        var sinceWakeUp: Duration = .zero
        while !Task.isCancelled {
            let step = min(settings.poll, settings.safety)
            do { try await clock.sleep(for: step) } catch { return }
            sinceWakeUp += step
            let interval = state == .watching ? settings.safety : settings.poll
            if sinceWakeUp >= interval {
                wakeUp.yield()
                sinceWakeUp = .zero
            }
        }
    }
}
