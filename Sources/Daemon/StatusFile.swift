// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Files
internal import Logging
internal import Manifests
internal import Pipelines
internal import Plugins
internal import ServiceLifecycle
internal import Watching

/// Writes what the daemon is doing to `state/status/PROCESS.json`, where `copydesk status` reads it.
struct StatusFile: Service {
    private static let interval: Duration = .seconds(1)
    static let folder = RelativePath("status")!

    /// The state folder.
    let state: String
    let current: CurrentShift
    let activity: Activity
    let watch: InboxWatcher
    let room: Room
    let clock: PipelineClock
    let logger: Logger
    private let files = LiveFileSystem()
    private let started: Timestamp

    init(state: String, current: CurrentShift, activity: Activity, watch: InboxWatcher, room: Room, clock: PipelineClock, logger: Logger) {
        self.state = state
        self.current = current
        self.activity = activity
        self.watch = watch
        self.room = room
        self.clock = clock
        self.logger = logger
        started = activity.time.now()
    }

    private var place: Place { Place(state, Self.folder).appending(FileName("\(ProcessIdentity.current.word).json")!) }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var written: [UInt8] = []
            while !Task.isCancelled {
                let now = report()
                if now != written, write(now) { written = now }
                do { try await clock.sleep(Self.interval) } catch { return }
            }
        }
        do { try files.remove(place) } catch { logger.debug("the status could not be removed: \(error)") }
    }

    private func write(_ report: [UInt8]) -> Bool {
        do {
            try files.makeFolders(Place(state, Self.folder))
            try files.write(report, to: place, staging: FileName("\(ProcessIdentity.current.word).new")!)
            return true
        } catch {
            logger.debug("the status could not be written: \(error)")
            return false
        }
    }

    private func report() -> [UInt8] {
        let snapshot = activity.value
        var writer = JSONWriter(layout: .readable)
        writer.object { writer in
            writer.member("process", ProcessIdentity.current.process)
            writer.member("started", started.rfc3339)
            writer.member("watcher", watch.state.description)
            writer.member("paused", room.lack)
            let counts = snapshot.counts
            for (name, count) in [
                ("done", counts.done), ("repeated", counts.repeated), ("failed", counts.failed),
                ("last_minute", snapshot.lastMinute(at: activity.time.now())),
            ] {
                writer.member(name, count)
            }
            writer.name("in_work")
            writer.array { writer in
                for (name, since) in snapshot.working.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
                    writer.object(inline: true) { writer in
                        writer.member("file", name)
                        writer.member("since", since.rfc3339)
                    }
                }
            }
            writer.name("stages")
            writer.array { writer in
                for (name, times) in snapshot.stages.sorted(by: { $0.key < $1.key }) {
                    writer.object(inline: true) { writer in
                        writer.member("stage", name)
                        writer.member("articles", times.articles)
                        writer.member("mean_milliseconds", Int(times.milliseconds / Double(max(1, times.articles)) + 0.5))
                        writer.member("longest_milliseconds", Int(times.longest + 0.5))
                    }
                }
            }
            writer.plugins(current.value.plan)
            writer.name("troubles")
            writer.array { writer in
                for trouble in snapshot.troubles {
                    writer.object(inline: true) { writer in
                        for (name, value) in [("time", trouble.time.rfc3339), ("article", trouble.article), ("problem", trouble.problem)] {
                            writer.member(name, value)
                        }
                    }
                }
            }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}

extension WatchState {
    fileprivate var description: String {
        switch self {
        case .starting: "starting"
        case .watching: "watching"
        case .polling(let why): "polling: \(why)"
        }
    }
}

extension JSONWriter {
    fileprivate mutating func plugins(_ plan: Plan) {
        name("plugins")
        array { writer in
            for (name, kind, health) in plan.plugins {
                writer.object(inline: true) { writer in
                    writer.member("stage", name)
                    writer.member("kind", kind)
                    for (name, count) in [
                        ("running", health.running), ("calls", health.calls), ("failures", health.failures), ("restarts", health.restarts),
                    ] {
                        writer.member(name, count)
                    }
                    writer.member("paused_seconds", health.pause.map { Int($0 / .seconds(1)) + 1 })
                }
            }
        }
    }
}
