// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Logging
internal import Manifests
internal import Pipelines
internal import ServiceLifecycle
internal import Spooling

/// Looks through the inbox at every wake-up and gives what it finds to workers, at most as many at one time as the manifest says.
///
/// What travels to a worker is the arrival; the claim is born and settled inside it. A second look may hand out a file that a
/// worker is about to claim: one of the two gets it, the other finds it gone.
struct Intake: Service {
    /// How long until the next look at an inbox that cannot be used.
    private static let rest: Duration = .seconds(2)

    let current: CurrentShift
    /// From the watcher; `nil` where nothing watches.
    let hints: AsyncStream<Void>?
    /// The newest arrivals that the watcher told of, one at each call.
    let newest: @Sendable () -> Arrival?
    let wakeUps: WakeUps
    let slots: Slots
    let workers: WorkerExecutor
    let worker: ArticleWorker
    let clock: PipelineClock
    let logger: Logger
    private var activity: Activity { worker.activity }
    private var room: Room { worker.room }

    init(
        _ current: CurrentShift, hints: AsyncStream<Void>?, newest: @escaping @Sendable () -> Arrival? = { nil }, wakeUps: WakeUps,
        slots: Slots, worker: ArticleWorker, clock: PipelineClock, logger: Logger
    ) {
        self.current = current
        self.worker = worker
        self.hints = hints
        self.newest = newest
        self.wakeUps = wakeUps
        self.slots = slots
        self.workers = WorkerExecutor()
        self.clock = clock
        self.logger = logger
    }

    /// Works until the service group shuts down; then takes nothing more and ends what is in work.
    func run() async throws {
        let (hints, workers, wakeUps) = (hints, workers, wakeUps)
        await withTaskExecutorPreference(workers) {
            await withDiscardingTaskGroup { group in
                if let hints { group.addTask { for await _ in hints.cancelOnGracefulShutdown() { wakeUps.wake() } } }
                for await _ in wakeUps.stream.cancelOnGracefulShutdown() { await look(&group) }
            }
        }
        let total = activity.counts
        logger.info("stopped", metadata: ["done": "\(total.done)", "failed": "\(total.failed)"])
    }

    /// Works through what is in the inbox now, until a whole look finds nothing more that can be taken. What rests only because an earlier
    /// run died is waited for; what failed is not.
    func drain() async -> Activity.Counts {
        let workers = workers
        return await withTaskExecutorPreference(workers) {
            var before = -1
            while before != activity.counts.done + activity.counts.failed, !Task.isCancelled {
                before = activity.counts.done + activity.counts.failed
                activity.forgetLeft()
                await withDiscardingTaskGroup { group in await look(&group) }
                if let due = activity.counts.due {
                    do { try await clock.sleep(due) } catch { break }
                    before = -1
                }
            }
            return activity.counts
        }
    }

    private func look(_ group: inout DiscardingTaskGroup) async {
        let order = current.value.plan.manifest.order
        guard order == .fair else { return await look(oldestFirst: order == .oldest, &group) }
        var scan = current.value.spool.arrivals()
        do {
            while let arrival = try scan.next() {
                guard await hand(arrival, &group) else { return }
                // One from the backlog, one from what came just now: neither starves the other.
                if let fresh = newest() { guard await hand(fresh, &group) else { return } }
            }
        } catch {
            logger.error("the inbox cannot be read: \(error)")
            group.addTask { await wakeUps.wake(after: Self.rest) }
        }
        for error in scan.errors { logger.warning("a folder was passed over: \(error)") }
    }

    /// In the order of the files' times. Where more wait than fit into a window, the next look takes the next.
    private func look(oldestFirst: Bool, _ group: inout DiscardingTaskGroup) async {
        do {
            let window = try current.value.spool.window(oldestFirst: oldestFirst)
            let before = activity.counts
            for arrival in window.arrivals {
                if !oldestFirst { while let fresh = newest() { guard await hand(fresh, &group) else { return } } }
                guard await hand(arrival, &group) else { return }
            }
            guard window.isPart else { return }
            let now = activity.counts
            if now.done + now.failed > before.done + before.failed {
                wakeUps.wake()
            } else {
                group.addTask { await wakeUps.wake(after: Self.rest) }
            }
        } catch {
            logger.error("the inbox cannot be read: \(error)")
            group.addTask { await wakeUps.wake(after: Self.rest) }
        }
    }

    /// Waits for a worker and gives it the arrival.
    ///
    /// - Returns: whether to go on.
    private func hand(_ arrival: Arrival, _ group: inout DiscardingTaskGroup) async -> Bool {
        await slots.take()
        if Task.isCancelled || Task.isShuttingDownGracefully || !room.isThere(for: current.value.spool) {
            slots.give()
            if room.lack != nil, hints != nil { group.addTask { await wakeUps.wake(after: Self.rest) } }
            return false
        }
        group.addTask(executorPreference: workers) {
            let pause = await worker.work(on: arrival)
            slots.give()
            if let pause, hints != nil { await wakeUps.wake(after: pause) }
        }
        return true
    }
}
