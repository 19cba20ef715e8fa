// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Lines of standard input, and whole answers to standard output.
final class StandardStreams {
    private static let block = 1 << 16
    private var bytes: [UInt8] = []
    /// Where the next line begins.
    private var start = 0

    /// The next line with its line break; `nil` at the end of standard input.
    func next() -> [UInt8]? {
        var searched = start
        while true {
            if let end = bytes[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return Array(bytes[start...end])
            }
            bytes.removeFirst(start)
            start = 0
            searched = bytes.count
            guard fill() else { return nil }
        }
    }

    /// Ends the program where nobody reads any more.
    func write(_ answer: [UInt8]) {
        var rest = answer[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { exit(1) }
            rest = rest.dropFirst(count)
        }
    }

    private func fill() -> Bool {
        let held = bytes.count
        while true {
            bytes.append(contentsOf: repeatElement(0, count: Self.block))
            let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(STDIN_FILENO, $0.baseAddress! + held, Self.block) }
            bytes.removeLast(Self.block - max(0, count))
            if count < 0, errno == EINTR { continue }
            return count > 0
        }
    }
}
