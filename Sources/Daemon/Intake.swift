// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Files
internal import Logging
internal import Pipelines
internal import ServiceLifecycle
internal import Spooling
internal import Synchronization

/// Looks through the inbox at every wake-up and gives what it finds to workers, at most as many at one time as the manifest says.
///
/// What travels to a worker is the arrival; the claim is born and settled inside it. A second look may hand out a file that a
/// worker is about to claim: one of the two gets it, the other finds it gone.
struct Intake: Service {
    /// Articles since the start.
    struct Counts: Sendable {
        var done = 0
        var failed = 0
        /// Left in the inbox: still being written, or put back for a later try.
        var left = 0
        /// How long the first of those rests during which an earlier run died.
        var due: Duration?
    }

    /// How long a file that failed for the moment's sake rests.
    private static let rest: Duration = .seconds(2)

    let current: CurrentShift
    /// From the watcher; `nil` where nothing watches.
    let hints: AsyncStream<Void>?
    /// The newest arrivals that the watcher told of, one at each call.
    let newest: @Sendable () -> Arrival?
    let wakeUps: WakeUps
    let slots: Slots
    let workers: WorkerExecutor
    let clock: PipelineClock
    let logger: Logger
    private let counts = Counter()
    private let room: Room

    init(
        _ current: CurrentShift, hints: AsyncStream<Void>?, newest: @escaping @Sendable () -> Arrival? = { nil }, wakeUps: WakeUps,
        slots: Slots, clock: PipelineClock, logger: Logger
    ) {
        self.current = current
        self.hints = hints
        self.newest = newest
        self.wakeUps = wakeUps
        self.slots = slots
        self.workers = WorkerExecutor()
        self.room = Room(clock: clock, logger: logger)
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
        let total = counts.value
        logger.info("stopped", metadata: ["done": "\(total.done)", "failed": "\(total.failed)"])
    }

    /// Works through what is in the inbox now, until a whole look finds nothing more that can be taken. What rests only because an earlier
    /// run died is waited for; what failed is not.
    func drain() async -> Counts {
        let workers = workers
        return await withTaskExecutorPreference(workers) {
            var before = -1
            while before != counts.value.done + counts.value.failed, !Task.isCancelled {
                before = counts.value.done + counts.value.failed
                counts.forgetLeft()
                await withDiscardingTaskGroup { group in await look(&group) }
                if let due = counts.value.due {
                    do { try await clock.sleep(due) } catch { break }
                    before = -1
                }
            }
            return counts.value
        }
    }

    private func look(_ group: inout DiscardingTaskGroup) async {
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

    /// Waits for a worker and gives it the arrival.
    ///
    /// - Returns: whether to go on.
    private func hand(_ arrival: Arrival, _ group: inout DiscardingTaskGroup) async -> Bool {
        await slots.take()
        if Task.isCancelled || Task.isShuttingDownGracefully || !room.isThere(for: current.value.spool) {
            slots.give()
            if room.isLacking, hints != nil { group.addTask { await wakeUps.wake(after: Self.rest) } }
            return false
        }
        group.addTask(executorPreference: workers) {
            let pause = await work(on: arrival)
            slots.give()
            if let pause, hints != nil { await wakeUps.wake(after: pause) }
        }
        return true
    }

    /// - Returns: when to look again, where the file stays in the inbox.
    private func work(on arrival: Arrival) async -> Duration? {
        let shift = current.value
        do throws(SpoolError) {
            switch try shift.spool.claim(arrival) {
            case .gone:
                return nil
            case .stillWritten(let pause):
                counts.left()
                return pause
            case .resting(let pause, let afterDeath):
                counts.left(dueIn: afterDeath ? pause : nil)
                return pause
            case .refused(let reason, let place):
                failed(arrival.description, reason, place)
                return nil
            case .claimed(let claim):
                return await process(claim, shift)
            }
        } catch {
            return later(arrival.description, error)
        }
    }

    private func process(_ claim: consuming Claim, _ shift: Shift) async -> Duration? {
        let begin = clock.elapsed()
        let name = claim.name
        let bytes: [UInt8]
        do throws(SpoolError) {
            bytes = try claim.bytes()
        } catch {
            guard error.fate == .document else {
                claim.retry(after: error)
                return later(name, error)
            }
            return quarantine(claim, Reason(code: error.code.rawValue, problem: error.problem, remedy: error.remedy))
        }
        let documents: [Document]
        do throws(ArticleProcessor.Failure) {
            documents = try await shift.processor.process(bytes, name: name, received: claim.received.rfc3339)
        } catch {
            // Stopped, not failed: the claim goes back to the inbox as it falls out of scope.
            if error.isCancelled { return nil }
            return quarantine(
                claim, Reason(code: error.code, problem: error.problem, remedy: error.remedy, stage: error.stage, attempts: error.attempts))
        }
        do throws(SpoolError) {
            report(try claim.commit(shift.renditions(of: documents)), name, documents, begin)
            return nil
        } catch {
            return later(name, error)
        }
    }

    private func quarantine(_ claim: consuming Claim, _ reason: Reason) -> Duration? {
        let name = claim.name
        do throws(SpoolError) {
            failed(name, reason, try claim.quarantine(reason))
            return nil
        } catch {
            return later(name, error)
        }
    }

    private func report(_ receipt: Receipt, _ name: String, _ documents: [Document], _ begin: Duration) {
        counts.done()
        let results = receipt.results.joined(separator: ",")
        let id = documents.first?.id ?? ""
        logger.info(
            "done",
            metadata: ["article": "\(name)", "id": "\(id)", "results": "\(results)", "milliseconds": "\(milliseconds(since: begin))"])
        if let error = receipt.unfinished { logger.error("the original could not be retired: \(error)", metadata: ["article": "\(name)"]) }
    }

    private func failed(_ name: String, _ reason: Reason, _ place: String) {
        counts.failed()
        logger.warning(
            "quarantined: \(reason.problem). \(reason.remedy).",
            metadata: ["article": "\(name)", "stage": "\(reason.stage ?? "claim")", "code": "\(reason.code)", "place": "\(place)"])
    }

    private func later(_ name: String, _ error: SpoolError) -> Duration? {
        counts.left()
        logger.error("put back: \(error)", metadata: ["article": "\(name)"])
        return Self.rest
    }

    private func milliseconds(since begin: Duration) -> Int {
        let spent = (clock.elapsed() - begin).components
        return Int(spent.seconds) * 1000 + Int(spent.attoseconds / 1_000_000_000_000_000)
    }
}

/// What became of the articles, counted from several threads.
private final class Counter: Sendable {
    private let counts = Mutex(Intake.Counts())

    var value: Intake.Counts { counts.withLock { $0 } }
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
