// SPDX-License-Identifier: Apache-2.0

package import Files

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
    /// Whether every file must not have changed for `settle`: for writers that close a file and open it again.
    package var settlesAlways = false
    /// How long a file rests after a first failure of the moment; doubled with every other.
    package var firstDelay: Duration = .seconds(2)
    package var longestDelay: Duration = .seconds(3600)
    /// A file during whose attempts the program died this many times goes to quarantine.
    package var attempts = 3
    /// Nothing is claimed while the outbox's file system has less free. Bytes; `nil`: a fiftieth of it, at most 64 MiB.
    package var minimumFree: Int?
    /// An owner on another machine that has given no sign for this long is taken for dead.
    package var lease: Duration = .seconds(60)
    /// What a file's name has behind it in the name of the marker that says that the file is complete; `nil`: no file needs one.
    package var marker: String?
    /// What the name of a file has behind it in the names of those that go with it.
    package var companions: [String] = []
    /// In whose name files are claimed.
    package var owner: ProcessIdentity

    package init(
        inbox: String, outbox: String, quarantine: String, originals: Originals, owner: ProcessIdentity = .current
    ) {
        self.inbox = inbox
        self.outbox = outbox
        self.quarantine = quarantine
        self.originals = originals
        self.owner = owner
    }
}
