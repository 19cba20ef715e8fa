// SPDX-License-Identifier: Apache-2.0

/// A line that `copydesk-watch` says. Its file lists them.
enum WatchLine: Hashable, Sendable {
    case ready
    case file
    case scan(String)
    case blind(String)
    case gone(String)

    /// `nil` for a line that this version does not know; it counts as a wake-up.
    init?(_ line: String) {
        let parts = line.split(separator: " ", maxSplits: 1)
        let rest = parts.count > 1 ? String(parts[1]) : ""
        switch parts.first {
        case "ready": self = .ready
        case "file": self = .file
        case "scan": self = .scan(rest)
        case "blind": self = .blind(rest)
        case "gone": self = .gone(rest)
        default: return nil
        }
    }
}
