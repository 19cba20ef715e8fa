// SPDX-License-Identifier: Apache-2.0

internal import Files
package import Logging
internal import Manifests
internal import Pipelines
internal import ServiceLifecycle
internal import Spooling
internal import UnixSignals
internal import Watching

/// The daemon: the inbox watched, a manifest in force, workers at work.
package struct Desk: Sendable {
    package enum Failure: Error, Sendable {
        /// The manifest is bad; one finding a line.
        case manifest([String])
        /// A folder or a program that cannot be used.
        case environment(String)

        init(_ unusable: ManifestOnDisk.Unusable) {
            self = unusable.isMissing ? .environment(unusable.findings.joined(separator: "\n")) : .manifest(unusable.findings)
        }
    }

    private let file: ManifestOnDisk
    private let current: CurrentShift
    private let register: Register
    private let worker: ArticleWorker
    /// The state folder.
    private let state: String
    private let width: Int
    private let poll: Duration
    private let clock: PipelineClock
    private let logger: Logger

    /// Checks the manifest, makes the folders, and takes up what an earlier run has left.
    ///
    /// - Throws: `Failure`, before anything was touched where the manifest is bad.
    package init(manifest path: String, model: StageModel, logger: Logger) throws(Failure) {
        clock = .live
        file = ManifestOnDisk(path, model: model, logger: logger)
        self.logger = logger
        let plan: Plan
        do {
            plan = try file.plan(isProbing: true)
        } catch {
            throw Failure(error)
        }
        if plan.allSteps.contains(where: { $0.model != nil }) { logger.info("model: \(model.description)") }
        let shift = Shift(plan, folder: file.folder, clock: clock)
        do throws(SpoolError) {
            try shift.spool.prepare()
            try shift.spool.giveSign()
        } catch {
            throw .environment("\(error)")
        }
        current = CurrentShift(shift)
        state = plan.manifest.path(plan.manifest.state, in: file.folder)
        register = Register(state: state, logger: logger)
        worker = ArticleWorker(
            current: current, register: register, activity: Activity(), room: Room(clock: clock, logger: logger), clock: clock,
            logger: logger)
        Housekeeping(current: current, state: state, wakeUps: nil, clock: clock, logger: logger).recover()
        width = plan.manifest.concurrency ?? Machine.processors
        poll = plan.manifest.poll
    }

    /// Watches and works until SIGTERM or SIGINT.
    ///
    /// - Parameters:
    ///   - watcher: the path of `copydesk-watch`.
    ///   - grace: how long articles in work may take to end; then they are stopped and put back.
    package func run(watcher: String, grace: Duration) async throws {
        let wakeUps = WakeUps(clock: clock)
        let slots = Slots(width: width)
        let inbox = current.value.inbox
        let watch = InboxWatcher(settings: .init(program: watcher, folder: inbox, poll: poll), logger: logger)
        let intake = Intake(
            current, hints: watch.wakeUps,
            newest: { watch.nextArrival().flatMap(RelativePath.init(bytes:)).map { Arrival(path: $0, kind: .unknown) } },
            wakeUps: wakeUps, slots: slots, worker: worker, clock: clock, logger: logger)
        var services = ServiceGroupConfiguration(
            services: [
                .init(service: watch),
                .init(service: intake),
                .init(
                    service: StatusFile(
                        state: state, current: current, activity: worker.activity, watch: watch, room: worker.room, clock: clock,
                        logger: logger)),
                .init(service: LedgerRebuild(register: register, current: current, logger: logger)),
                .init(service: Retention(register: register, current: current, time: .live, clock: clock, logger: logger)),
                .init(service: Housekeeping(current: current, state: state, wakeUps: wakeUps, clock: clock, logger: logger)),
                .init(
                    service: ManifestWatch(
                        file: file, current: current, register: register, slots: slots, wakeUps: wakeUps, clock: clock, logger: logger)),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        services.maximumGracefulShutdownDuration = grace
        wakeUps.wake()
        defer { current.value.spool.removeSign() }
        try await ServiceGroup(configuration: services).run()
    }

    /// Works through what is in the inbox now.
    package func drain() async -> (done: Int, failed: Int, left: Int) {
        let intake = Intake(
            current, hints: nil, wakeUps: WakeUps(clock: clock), slots: Slots(width: width), worker: worker, clock: clock,
            logger: logger)
        let rebuild = Task { await LedgerRebuild(register: register, current: current, logger: logger).rebuild() }
        defer { rebuild.cancel() }
        defer { current.value.spool.removeSign() }
        let counts = await intake.drain()
        return (counts.done, counts.failed, counts.left)
    }
}
