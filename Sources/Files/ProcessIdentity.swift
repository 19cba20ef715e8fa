// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Tells one process from every other, now and later, here and on other machines that see the same folder.
///
/// A process number alone comes back. With the time of the process's start it is unique until the machine starts anew; the machine's
/// word stands for the run of the kernel (`boot_id`) and for the space in which its process numbers count, as in a container.
package struct ProcessIdentity: Hashable, Sendable {
    package enum Life: Hashable, Sendable {
        case alive, dead
        /// It lives or lived where its process number says nothing to us.
        case elsewhere
    }

    /// 16 hexadecimal digits.
    package let machine: String
    package let process: Int
    /// Clock ticks from the kernel's start to the process's.
    package let started: Int

    package init(machine: String, process: Int, started: Int) {
        self.machine = machine
        self.process = process
        self.started = started
    }

    /// Reads what `word` gives; what follows its third part is left to the caller. `nil` for anything else.
    package init?(_ word: String) {
        let parts = word.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].utf8.count == 16, let process = Int(parts[1]), let started = Int(parts[2]) else { return nil }
        self.init(machine: String(parts[0]), process: process, started: started)
    }

    /// `MACHINE-PROCESS-START`, fit for a file name.
    package var word: String { "\(machine)-\(process)-\(started)" }

    /// This process.
    package static let current = ProcessIdentity(
        machine: here, process: Int(getpid()), started: start(of: Int(getpid())) ?? 0)

    package var life: Life {
        guard machine == Self.here else { return .elsewhere }
        return Self.start(of: process) == started ? .alive : .dead
    }

    private static let here: String = {
        var hash: UInt64 = 14_695_981_039_346_656_037  // FNV-1a
        for byte in content(of: "/proc/sys/kernel/random/boot_id") + target(of: "/proc/self/ns/pid") {
            hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }()

    /// Field 22 of `/proc/PID/stat`. `nil` where there is no such process, or one that has ended and was not yet waited for.
    private static func start(of process: Int) -> Int? {
        let status = String(decoding: content(of: "/proc/\(process)/stat"), as: UTF8.self)
        // The second field, the name in brackets, may hold anything.
        guard let bracket = status.lastIndex(of: ")") else { return nil }
        let fields = status[status.index(after: bracket)...].split(separator: " ")
        guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
        return Int(fields[19])
    }

    private static func content(of path: String) -> [UInt8] {
        do { return try LiveFileSystem().read(Place(path), limit: 4096) } catch { return [] }
    }

    private static func target(of link: String) -> [UInt8] {
        var buffer = [CChar](repeating: 0, count: 256)
        let count = unsafe readlink(link, &buffer, buffer.count)
        return buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }
    }
}
