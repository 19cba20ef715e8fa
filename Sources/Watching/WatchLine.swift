// SPDX-License-Identifier: Apache-2.0

/// A line that `copydesk-watch` says. Its file lists them.
enum WatchLine: Hashable, Sendable {
    case ready
    /// Relative to the folder, in bytes.
    case file([UInt8])
    case scan(String)
    case blind(String)
    /// Events arrive again.
    case sight
    case gone(String)

    /// `nil` for a line that this version does not know; it counts as a wake-up.
    init?(_ line: String) {
        let parts = line.split(separator: " ", maxSplits: 1)
        let rest = parts.count > 1 ? String(parts[1]) : ""
        switch parts.first {
        case "ready": self = .ready
        case "file": self = .file(Self.unescaped(rest))
        case "scan": self = .scan(rest)
        case "blind": self = .blind(rest)
        case "sight": self = .sight
        case "gone": self = .gone(rest)
        default: return nil
        }
    }

    /// Undoes `%XX`.
    private static func unescaped(_ path: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = path.utf8[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(String(Substring(digits)), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
