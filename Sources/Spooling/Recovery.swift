// SPDX-License-Identifier: Apache-2.0

/// What was found at start from a run that was cut off.
package struct Recovery: Sendable {
    /// Files put back into the inbox.
    package var returned = 0
    /// Half-written results removed.
    package var swept = 0
    /// What could not be put back or removed; it stays where it is.
    package var errors: [SpoolError] = []
}
