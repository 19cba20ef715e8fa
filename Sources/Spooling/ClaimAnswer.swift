// SPDX-License-Identifier: Apache-2.0

/// What became of the attempt to claim an arrival.
package enum ClaimAnswer: ~Copyable, Sendable {
    case claimed(Claim)
    /// Somebody still writes to it. It lies where it was; look again after this time, as no event may tell.
    case stillWritten(lookAgainAfter: Duration)
    /// It was tried and failed for the moment's sake, or the program died at it. It lies where it was.
    case resting(for: Duration, afterDeath: Bool)
    /// Another worker or another process took it, or its owner removed it.
    case gone
    /// It is nothing that can be read, and lies in quarantine now.
    ///
    /// - Parameter quarantined: its path below the quarantine folder, printable.
    case refused(Reason, quarantined: String)
}
