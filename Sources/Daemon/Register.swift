// SPDX-License-Identifier: Apache-2.0

internal import Duplicates
internal import Files
internal import Ledger
internal import Logging
internal import Spooling
internal import Synchronization

/// The ledger as the daemon uses it: where it cannot be used, that is said once, and work goes on without.
final class Register: Sendable {
    /// An earlier file of the same content, and its results as those of another file.
    struct Earlier: Sendable {
        var entry: LedgerEntry
        var renditions: [Rendition]
    }

    let ledger: Ledger?
    private let time: TimeSource
    private let logger: Logger
    private let hasComplained = Atomic(false)

    init(state folder: String, time: TimeSource = .live, logger: Logger) {
        self.time = time
        self.logger = logger
        do {
            ledger = try Ledger(in: folder)
        } catch {
            ledger = nil
            complain(error)
        }
    }

    /// Results that stand for those of a file: of the same content, made by the chain in force, in its formats, and still there.
    ///
    /// - Parameter path: of the file; its ending has a say in how it is read.
    func earlier(_ content: String, _ recipe: String, like path: RelativePath, _ shift: Shift) -> Earlier? {
        let candidates = attempt { ledger throws(LedgerError) in try ledger.done(content: content, recipe: recipe) } ?? []
        for entry in candidates where Self.ending(entry.file) == Self.ending(path.description) {
            guard Set(entry.results.map { Self.format($0.suffix) }) == shift.suffixes else { continue }
            let renditions = entry.results.compactMap { result in
                RelativePath(result.path).map { Rendition(article: result.article, suffix: result.suffix, content: .result($0)) }
            }
            do {
                if renditions.count == entry.results.count, try shift.spool.has(renditions) {
                    return Earlier(entry: entry, renditions: renditions)
                }
            } catch {
                // Processing it again is always right.
                logger.debug("earlier results could not be looked at: \(error)")
            }
        }
        return nil
    }

    func done(_ article: Done, _ attempts: Int, _ renditions: [Rendition], _ receipt: Receipt) {
        let results = zip(renditions, receipt.results).map { rendition, path in
            LedgerEntry.Result(path: path.description, suffix: rendition.suffix, article: rendition.article)
        }
        record(
            LedgerEntry(
                file: article.name, content: article.content, recipe: article.recipe,
                outcome: article.repeats == nil ? .done : .repeated, results: results, attempts: attempts, settled: time.now()))
    }

    func failed(_ name: String, _ content: String?, _ reason: Reason) {
        record(
            LedgerEntry(
                file: name, content: content, outcome: .failed, code: reason.code, attempts: reason.attempts, settled: time.now()))
    }

    /// Enters an article among those that later ones are compared with; `nil` where the ledger cannot be used.
    func enter(_ fingerprint: Fingerprint, of id: String, at now: Timestamp, within age: Duration) -> Neighbourhood? {
        attempt { ledger throws(LedgerError) in try ledger.enter(fingerprint, of: id, at: now, within: age) }
    }

    private func record(_ entry: LedgerEntry) { _ = attempt { ledger throws(LedgerError) in try ledger.record(entry) } }

    private func attempt<Value>(_ body: (Ledger) throws(LedgerError) -> Value) -> Value? {
        guard let ledger else { return nil }
        do {
            return try body(ledger)
        } catch {
            complain(error)
            return nil
        }
    }

    private func complain(_ error: LedgerError) {
        guard !hasComplained.exchange(true, ordering: .relaxed) else { return }
        logger.warning("working without the ledger, so repeats are processed again and duplicates not found: \(error)")
    }

    /// `2.json` of a second article is `json` too.
    private static func format(_ suffix: String) -> String {
        guard let dot = suffix.firstIndex(of: "."), Int(suffix[..<dot]) != nil else { return suffix }
        return String(suffix[suffix.index(after: dot)...])
    }

    private static func ending(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map { $0.lowercased() } ?? ""
    }
}
