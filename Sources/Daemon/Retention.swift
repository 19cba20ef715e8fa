// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Ledger
internal import Logging
internal import Manifests
internal import Pipelines
internal import ServiceLifecycle
internal import Spooling

/// Removes what the manifest does not want kept: old originals and results, and folders left empty in the inbox.
///
/// What may go is what the ledger says was settled here, and each file is known by its content before it is removed: nobody else's
/// file is. Without a ledger nothing is removed.
struct Retention: Service {
    private static let interval: Duration = .seconds(600)
    private static let batch = 256

    let register: Register
    let current: CurrentShift
    let time: TimeSource
    let clock: PipelineClock
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await keepHouse()
                do { try await clock.sleep(Self.interval) } catch { return }
            }
        }
    }

    private func keepHouse() async {
        let shift = current.value
        let manifest = shift.plan.manifest
        do {
            if manifest.emptyFolders == .remove { _ = try shift.spool.removeEmptyFolders() }
            guard let ledger = register.ledger else { return }
            try await keep(manifest.keepArchive, .archived, "originals", ledger, size: shift.spool.archiveSize) { entry in
                guard let path = RelativePath(entry.file), let content = entry.content else { return nil }
                return try shift.spool.removeArchived(path, digest: content)
            }
            try await keep(manifest.keepOutbox, .filed, "results", ledger, size: shift.spool.outboxSize) { entry in
                try entry.results.reduce(into: Int?.none) { total, result in
                    guard let path = RelativePath(result.path), let size = try shift.spool.removeResult(path, of: result.article) else {
                        return
                    }
                    total = (total ?? 0) + size
                }
            }
            if let age = manifest.duplicates?.within {
                let before = time.now().advanced(by: .zero - age)
                while !Task.isCancelled, try ledger.forgetFingerprints(before: before, limit: Self.batch) == Self.batch {
                    await Task.yield()
                }
            }
        } catch {
            logger.warning("what is old could not be removed: \(error)")
        }
    }

    /// - Parameter remove: what an entry stands for; gives the bytes that it had, or `nil` where it was not there.
    private func keep(
        _ retention: Manifest.Retention, _ holding: Ledger.Holding, _ what: String, _ ledger: Ledger, size: () throws -> Int,
        _ remove: (LedgerEntry) throws -> Int?
    ) async throws {
        var removed = 0
        if let age = retention.age {
            let before = time.now().advanced(by: .zero - age)
            while !Task.isCancelled, case let lines = try ledger.oldest(holding, before: before, limit: Self.batch), !lines.isEmpty {
                for line in lines where !line.isSuperseded { if try remove(line.entry) != nil { removed += 1 } }
                try forget(lines, holding, in: ledger)
                await Task.yield()
            }
        }
        if let limit = retention.size {
            var total = try size()
            while !Task.isCancelled, total > limit, case let lines = try ledger.oldest(holding, before: nil, limit: 16), !lines.isEmpty {
                for line in lines where !line.isSuperseded {
                    if let bytes = try remove(line.entry) {
                        total -= bytes
                        removed += 1
                    }
                }
                try forget(lines, holding, in: ledger)
                await Task.yield()
            }
        }
        if removed > 0 { logger.info("removed what is not kept any longer", metadata: ["\(what)": "\(removed)"]) }
    }

    private func forget(_ lines: [Ledger.Line], _ holding: Ledger.Holding, in ledger: Ledger) throws {
        try ledger.forget(lines, holding)
        guard holding == .filed else { return }
        try ledger.forgetFingerprints(of: lines.filter { !$0.isSuperseded }.map(\.entry))
    }
}
