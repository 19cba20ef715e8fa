// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Ledger
internal import Logging
internal import Manifests
internal import ServiceLifecycle
internal import Spooling

/// Fills a ledger that was made anew with what the folders know: results in the outbox and reasons in the quarantine.
///
/// Runs beside the work. Until it is through, content that was seen before may be processed again, which is always right.
struct LedgerRebuild: Service {
    private static let batch = 256

    let register: Register
    let current: CurrentShift
    let logger: Logger
    var time = TimeSource.live

    func run() async throws {
        await cancelWhenGracefulShutdown { await rebuild() }
        // A service that ends would end the others.
        try await gracefulShutdown()
    }

    func rebuild() async {
        do {
            guard let ledger = register.ledger else { return }
            let shift = current.value
            let lacksLines = try !ledger.isComplete()
            let lacksFingerprints = try lacksFingerprints(ledger, shift)
            guard lacksLines || lacksFingerprints else { return }
            var entries = try await results(shift, into: ledger, lacksLines, lacksFingerprints)
            if lacksLines { entries += try failures(shift, into: ledger) }
            if Task.isCancelled { return }
            try ledger.setComplete()
            if lacksFingerprints { try ledger.setHasAllFingerprints(true) }
            if entries > 0 { logger.notice("ledger made anew from the folders", metadata: ["files": "\(entries)"]) }
        } catch {
            logger.warning("the ledger could not be made anew: \(error)")
        }
    }

    /// While articles are not compared none is entered, and all are when they are compared again.
    private func lacksFingerprints(_ ledger: Ledger, _ shift: Shift) throws -> Bool {
        let hasAll = try ledger.hasAllFingerprints()
        if shift.plan.manifest.duplicates != nil { return !hasAll }
        if hasAll { try ledger.setHasAllFingerprints(false) }
        return false
    }

    private func results(_ shift: Shift, into ledger: Ledger, _ lacksLines: Bool, _ lacksFingerprints: Bool) async throws -> Int {
        let comparison = lacksFingerprints ? shift.plan.manifest.duplicates : nil
        let oldest = comparison.map { time.now().advanced(by: .zero - $0.within) }
        var scan = shift.spool.results()
        var entries: [LedgerEntry] = []
        var articles: [FiledArticle.Entry] = []
        var count = 0
        while let result = try scan.next(), !Task.isCancelled {
            guard let article = FiledArticle(at: result.path, shift) else { continue }
            let entry = lacksLines ? article.ledgerEntry(shift) : nil
            let fingerprinted = oldest.flatMap { oldest in article.fingerprinted().flatMap { $0.entered >= oldest ? $0 : nil } }
            if let entry { entries.append(entry) }
            if let fingerprinted { articles.append(fingerprinted) }
            if entry != nil || fingerprinted != nil { count += 1 }
            if entries.count == Self.batch || articles.count == Self.batch {
                try ledger.record(entries)
                try ledger.enter(articles)
                (entries, articles) = ([], [])
                await Task.yield()
            }
        }
        try ledger.record(entries)
        try ledger.enter(articles)
        return count
    }

    private func failures(_ shift: Shift, into ledger: Ledger) throws -> Int {
        let entries = try shift.spool.failed().map { failure in
            LedgerEntry(
                file: failure.path.description, content: nil, outcome: .failed, code: failure.reason.code,
                attempts: failure.reason.attempts,
                settled: failure.reason.failed.flatMap(Timestamp.init(rfc3339:)) ?? Timestamp(secondsSince1970: 0))
        }
        try ledger.record(entries)
        return entries.count
    }
}
