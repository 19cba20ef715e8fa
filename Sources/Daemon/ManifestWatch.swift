// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Ledger
internal import Logging
internal import Manifests
internal import Pipelines
internal import ServiceLifecycle
internal import Spooling
internal import UnixSignals

/// Takes over an edited manifest: at SIGHUP, and within a second of its being saved.
///
/// The new chain is built and checked beside the running one. Where anything is wrong with it nothing changes and the log says what;
/// articles in work end on the chain they began with.
struct ManifestWatch: Service {
    private enum Trigger { case signal, tick }

    private static let interval: Duration = .seconds(1)

    let file: ManifestOnDisk
    let current: CurrentShift
    let register: Register
    let slots: Slots
    let wakeUps: WakeUps
    let clock: PipelineClock
    let logger: Logger

    func run() async throws {
        let (triggers, continuation) = AsyncStream.makeStream(of: Trigger.self, bufferingPolicy: .bufferingNewest(1))
        let clock = clock
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { continuation.yield(.signal) }
            }
            group.addTask {
                while !Task.isCancelled {
                    do { try await clock.sleep(Self.interval) } catch { return }
                    continuation.yield(.tick)
                }
            }
            await reload(at: triggers)
            group.cancelAll()
        }
    }

    private func reload(at triggers: AsyncStream<Trigger>) async {
        var seen = file.look()
        for await trigger in triggers.cancelOnGracefulShutdown() {
            let now = file.look()
            guard let now, trigger == .signal || now != seen else { continue }
            seen = now
            await reload()
        }
    }

    private func reload() async {
        let plan: Plan
        do throws(ManifestOnDisk.Unusable) {
            plan = try file.plan(isProbing: true)
        } catch {
            for finding in error.findings { logger.error("\(finding)") }
            logger.error("the manifest was not taken over; the chain stays as it was")
            return
        }
        let shift = Shift(plan, folder: file.folder, clock: clock)
        guard shift.inbox == current.value.inbox else {
            logger.error("the manifest was not taken over: \"inbox\" changed, which needs a restart; the chain stays as it was")
            return
        }
        do {
            try shift.spool.prepare()
        } catch {
            logger.error("the manifest was not taken over: \(error)")
            return
        }
        if let count = plan.manifest.canary, let ledger = register.ledger { await tryOut(shift, on: count, ledger) }
        current.value = shift
        slots.setWidth(plan.manifest.concurrency ?? Machine.processors)
        logger.info("manifest taken over", metadata: ["chain": "\(plan.steps.map(\.name).joined(separator: ","))"])
        wakeUps.wake()
    }

    /// Says what the new chain makes otherwise. It is taken over all the same: who wants to look first runs `copydesk check --diff`.
    private func tryOut(_ shift: Shift, on count: Int, _ ledger: Ledger) async {
        do {
            let differences = try await Canary(shift.processor, shift.spool, ledger).differences(in: count)
            let changed = differences.filter { !$0.fields.isEmpty || $0.failure != nil }
            for difference in changed {
                logger.notice(
                    "canary: \(difference.failure ?? "another result")",
                    metadata: ["article": "\(difference.file)", "fields": "\(difference.fields.joined(separator: ","))"])
            }
            logger.notice("canary: \(changed.count) of the \(differences.count) latest articles have another result by the new chain")
        } catch {
            logger.warning("canary: the new chain could not be tried: \(error)")
        }
    }
}
