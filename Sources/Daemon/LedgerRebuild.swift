// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Files
internal import Ledger
internal import Logging
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

    func run() async throws {
        await cancelWhenGracefulShutdown { await rebuild() }
        // A service that ends would end the others.
        try await gracefulShutdown()
    }

    func rebuild() async {
        do {
            guard let ledger = register.ledger, try !ledger.isComplete() else { return }
            let shift = current.value
            let entries = try await results(shift, into: ledger) + failures(shift, into: ledger)
            if Task.isCancelled { return }
            try ledger.setComplete()
            if entries > 0 { logger.notice("ledger made anew from the folders", metadata: ["files": "\(entries)"]) }
        } catch {
            logger.warning("the ledger could not be made anew: \(error)")
        }
    }

    private func results(_ shift: Shift, into ledger: Ledger) async throws -> Int {
        var scan = shift.spool.results()
        var entries: [LedgerEntry] = []
        var count = 0
        while let result = try scan.next(), !Task.isCancelled {
            guard let entry = entry(of: result.path, shift) else { continue }
            entries.append(entry)
            count += 1
            if entries.count == Self.batch {
                try ledger.record(entries)
                entries = []
                await Task.yield()
            }
        }
        try ledger.record(entries)
        return count
    }

    /// What a result in the contract's form says of itself; `nil` for what is none, and for one of several articles of a file.
    private func entry(of path: RelativePath, _ shift: Shift) -> LedgerEntry? {
        let ending = Array(".json".utf8)
        guard let name = path.last, name.bytes.suffix(ending.count).elementsEqual(ending) else { return nil }
        let json: JSON
        do { json = try JSONParser.parse(try shift.spool.result(at: path)) } catch { return nil }
        guard json["schema"]?.string == DocumentEncoder.schema, let id = json["id"]?.string, let file = json["source"]?["name"]?.string,
            let content = json["source"]?["sha256"]?.string, id == "sha256:\(content)"
        else { return nil }
        let stem = name.bytes.dropLast(ending.count)
        let results = shift.suffixes.sorted().compactMap { suffix -> LedgerEntry.Result? in
            guard let sibling = FileName(Array(stem) + Array(".\(suffix)".utf8)) else { return nil }
            let path = path.parent.appending(sibling)
            do {
                guard try shift.spool.has([Rendition(article: id, suffix: suffix, content: .result(path))]) else { return nil }
            } catch { return nil }
            return LedgerEntry.Result(path: path.description, suffix: suffix, article: id)
        }
        let settled = json["source"]?["received"]?.string.flatMap(Timestamp.init(rfc3339:)) ?? Timestamp(secondsSince1970: 0)
        return LedgerEntry(
            file: file, content: content, recipe: json["recipe"]?.string, outcome: .done, results: results, settled: settled)
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
