// SPDX-License-Identifier: Apache-2.0

/// How the inbox is being looked at.
package enum WatchState: Hashable, Sendable {
    case starting
    /// The system tells of every file.
    case watching
    /// The inbox is looked at from time to time, for this reason.
    case polling(String)
}
