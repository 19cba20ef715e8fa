// SPDX-License-Identifier: Apache-2.0

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

    package func matches(_ name: FileName) -> Bool {
        let name = name.bytes
        var position = 0
        var at = 0
        // Where to go on when what follows the last star does not fit. Only the last star needs trying again, so the time is at most
        // the product of both lengths.
        var afterStar: Int?
        var resume = 0
        while position < name.count {
            if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
                at += 1
                afterStar = at
                resume = position
            } else if at < pattern.count, pattern[at] == UInt8(ascii: "?") {
                at += 1
                position += max(1, FileName.scalarLength(at: name[position...]))
            } else if at < pattern.count, pattern[at] == name[position] {
                at += 1
                position += 1
            } else if let star = afterStar {
                at = star
                resume += 1
                position = resume
            } else {
                return false
            }
        }
        return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
