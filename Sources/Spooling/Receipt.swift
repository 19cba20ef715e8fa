// SPDX-License-Identifier: Apache-2.0

package import Files

/// What a commit did.
package struct Receipt: Sendable {
    /// Paths of the results below the outbox, in the order of the renditions.
    package var results: [RelativePath]
    /// Why the original could not be retired although its results are written. It lies in the inbox again, and the results are then
    /// written once more, onto themselves.
    package var unfinished: SpoolError?
}
