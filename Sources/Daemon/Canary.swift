// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Files
package import Ledger
package import Manifests
internal import Pipelines
internal import Spooling

/// What a chain would make otherwise of articles that have results: they are read from the archive and compared with the outbox.
package struct Canary: Sendable {
    /// One article.
    package struct Difference: Sendable {
        /// Its path below the inbox, printable.
        package var file: String
        /// Fields of the result that would change, appear or go; empty where nothing would.
        package var fields: [String]
        /// Why it would fail.
        package var failure: String?
    }

    /// What changes with every run, or with other articles.
    private static let fleeting: Set<String> = ["provenance", "recipe", "duplicates", "reuse"]

    private let processor: ArticleProcessor
    private let spool: Spool
    private let ledger: Ledger

    /// - Parameter plan: the chain to try.
    /// - Throws: `LedgerError`, as without a ledger nobody knows which articles are the latest.
    package init(_ plan: Plan, _ desk: DeskOnDisk) throws(LedgerError) {
        self.init(ArticleProcessor(plan, clock: .live), desk.spool, try Ledger(in: desk.state))
    }

    init(_ processor: ArticleProcessor, _ spool: Spool, _ ledger: Ledger) {
        self.processor = processor
        self.spool = spool
        self.ledger = ledger
    }

    /// The latest articles whose original and result are there, at most so many.
    ///
    /// - Throws: `LedgerError`, `SpoolError`.
    package func differences(in count: Int) async throws -> [Difference] {
        var differences: [Difference] = []
        for entry in try ledger.latestDone(limit: count * 4) where differences.count < count {
            guard let path = RelativePath(entry.file), let content = entry.content,
                let bytes = try spool.original(of: path, digest: content),
                let result = entry.results.first(where: { $0.suffix == "json" }).flatMap({ RelativePath($0.path) }),
                let before = parsed(result)
            else { continue }
            differences.append(await difference(entry.file, bytes, before))
        }
        return differences
    }

    private func parsed(_ path: RelativePath) -> JSON? {
        do { return try JSONParser.parse(try spool.result(at: path)) } catch { return nil }
    }

    private func difference(_ file: String, _ bytes: [UInt8], _ before: JSON) async -> Difference {
        do {
            guard let document = try await processor.process(bytes, name: file).first else { return Difference(file: file, fields: []) }
            let after = try JSONParser.parse(DocumentEncoder.encode(document, layout: .compact))
            return Difference(file: file, fields: Self.fields(before, after))
        } catch let failure as ArticleProcessor.Failure {
            return Difference(file: file, fields: [], failure: "\(failure.stage): \(failure.problem)")
        } catch {
            return Difference(file: file, fields: [], failure: "\(error)")
        }
    }

    private static func fields(_ before: JSON, _ after: JSON) -> [String] {
        let names = Set((before.members ?? []).map(\.name)).union((after.members ?? []).map(\.name)).subtracting(fleeting)
        // When it arrived, and under which name its content came first, is no matter of the chain.
        return names.filter { $0 != "source" && before[$0] != after[$0] }.sorted()
    }
}
