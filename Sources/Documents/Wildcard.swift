// SPDX-License-Identifier: Apache-2.0

/// Patterns in which `*` stands for any bytes, also none, and `?` for one character.
package enum Wildcard {
    package static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
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
                position += 1
                while position < name.count, name[position] & 0xC0 == 0x80 { position += 1 }
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

    package static func matches(_ pattern: String, _ name: String) -> Bool { matches(Array(pattern.utf8), Array(name.utf8)) }
}
