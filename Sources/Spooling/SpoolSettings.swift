// SPDX-License-Identifier: Apache-2.0

/// Where the spool lies and by which rules it takes files.
package struct SpoolSettings: Sendable {
    /// What becomes of the original of an article whose result is written.
    package enum Originals: Hashable, Sendable {
        /// Moved to a folder, under the path it had in the inbox.
        case archive(String)
        case delete
    }

    package var inbox: String
    package var outbox: String
    package var quarantine: String
    package var originals: Originals
    /// Files and folders of these names stay where they are.
    package var ignored: [NamePattern] = NamePattern.standard
    /// Larger files are refused. Bytes.
    package var maximumSize = 64 << 20
    /// How long a file must not have changed where the system does not say whether somebody writes to it.
    package var settle: Duration = .seconds(2)
    /// How long a file that was put back is left alone.
    package var rest: Duration = .seconds(2)
    /// Begins the names of this process's claims; no other process that uses the inbox may have the same.
    package var owner: String

    package init(inbox: String, outbox: String, quarantine: String, originals: Originals, owner: String) {
        self.inbox = inbox
        self.outbox = outbox
        self.quarantine = quarantine
        self.originals = originals
        self.owner = owner
    }
}
