// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Files

/// A pattern for file names: `*` stands for any bytes, also none, `?` for one character.
package struct NamePattern: Hashable, Sendable {
    /// What editors, browsers, synchronizers and network shares leave lying, and files still under way.
    package static let standard = [
        ".*", "*.part", "*.partial", "*.tmp", "*.crdownload", "*.download", "*.filepart", "*.swp", "*.swx", "*.swo", "*~", "#*#",
        ".~lock.*",
        "~$*", "4913", "Thumbs.db", "desktop.ini", "@eaDir", "lost+found",
    ].map(NamePattern.init)

    private let pattern: [UInt8]

    package init(_ pattern: String) { self.pattern = Array(pattern.utf8) }

    package func matches(_ name: FileName) -> Bool { Wildcard.matches(pattern, name.bytes) }
}
