// SPDX-License-Identifier: Apache-2.0

internal import Logging
internal import Pipelines
internal import ServiceLifecycle
internal import Spooling

/// What has to be done from time to time: a sign of life given, and the work of copydesks that died taken up.
struct Housekeeping: Service {
    private static let interval: Duration = .seconds(10)

    let current: CurrentShift
    /// The state folder.
    let state: String
    let wakeUps: WakeUps?
    let clock: PipelineClock
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await clock.sleep(Self.interval) } catch { return }
                do { try current.value.spool.giveSign() } catch { logger.debug("no sign of life could be given: \(error)") }
                recover()
                do { try DeskOnDisk.sweepReports(in: state) } catch { logger.debug("old status files could not be removed: \(error)") }
            }
        }
    }

    func recover() {
        do throws(SpoolError) {
            let recovery = try current.value.spool.recover()
            for error in recovery.errors { logger.warning("left by an earlier run: \(error)") }
            for poisoned in recovery.poisoned {
                logger.error(
                    "quarantined: \(poisoned.reason.problem). \(poisoned.reason.remedy).",
                    metadata: ["article": "\(poisoned.file)", "code": "\(poisoned.reason.code)", "place": "\(poisoned.place)"])
            }
            if recovery.returned > 0 {
                logger.info("put back what an earlier run had in work", metadata: ["articles": "\(recovery.returned)"])
                wakeUps?.wake()
            }
        } catch {
            logger.warning("what an earlier run has left could not be looked at: \(error)")
        }
    }
}
