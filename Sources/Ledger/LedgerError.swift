// SPDX-License-Identifier: Apache-2.0

/// Why the ledger cannot be used. Nothing depends on it: whoever gets this works on without.
package struct LedgerError: Error, Hashable, Sendable {
    package var problem: String
    package var remedy: String
    package var place: String
}

extension LedgerError: CustomStringConvertible {
    package var description: String { "\(problem) (\(place)). \(remedy)." }
}
