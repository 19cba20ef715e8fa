// SPDX-License-Identifier: Apache-2.0

/// What was found of owners that are dead.
package struct Recovery: Sendable {
    /// A file that went to quarantine because the program died at it too often.
    package struct Poisoned: Sendable {
        package var file: String
        package var reason: Reason
        /// Below the quarantine folder, printable.
        package var place: String
    }

    /// Files put back into the inbox.
    package var returned = 0
    /// Half-written results removed.
    package var swept = 0
    package var poisoned: [Poisoned] = []
    /// What could not be put back or removed; it stays where it is.
    package var errors: [SpoolError] = []
}
