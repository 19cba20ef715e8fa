// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Ledger
package import Logging
internal import Pipelines
internal import Reading
internal import Spooling

extension DeskOnDisk {
    private static let page = 256

    /// Puts every archived original whose latest result another chain made back into the inbox.
    ///
    /// - Parameters:
    ///   - isTrial: nothing is moved.
    ///   - tell: is given each file, by its path below the inbox.
    /// - Returns: how many there were, and how many of them the archive does not have.
    /// - Throws: `LedgerError`, `SpoolError`.
    package func reprocessChanged(isTrial: Bool, logger: Logger, tell: (String) -> Void) async throws -> (found: Int, missing: Int) {
        let ledger = try Ledger(in: state)
        let shift = Shift(plan, folder: folder, clock: .live)
        await LedgerRebuild(register: Register(state: state, logger: logger), current: CurrentShift(shift), logger: logger).rebuild()
        var last: Int64 = 0
        var (found, missing) = (0, 0)
        while case let lines = try ledger.made(notBy: shift.processor.recipes, after: last, limit: Self.page), !lines.isEmpty {
            for line in lines {
                last = line.id
                guard let path = RelativePath(line.entry.file), let content = line.entry.content else { continue }
                let place = isTrial ? try spool.archived(path, digest: content)?.description : try spool.takeBack(path, digest: content)
                if let place {
                    found += 1
                    tell(place)
                } else {
                    missing += 1
                }
            }
        }
        return (found, missing)
    }
}
