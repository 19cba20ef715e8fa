// SPDX-License-Identifier: GPL-2.0-only

internal import Glibc

/// Lines for the parent, each written at once: nothing lies in a buffer while the loop waits.
enum Output {
    /// Ends the process where nobody reads any more.
    static func say(_ line: String) {
        if !write(line + "\n", to: STDOUT_FILENO) { exit(Status.done) }
    }

    static func complain(_ line: String) { _ = write("copydesk-watch: \(line)\n", to: STDERR_FILENO) }

    /// A path on one line of ASCII, whatever bytes it has.
    static func escaped(_ path: ArraySlice<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in path {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "-"):
                result.append(byte)
            default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func write(_ text: String, to file: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress!, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
