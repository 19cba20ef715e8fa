// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Synchronization

/// The live file system with a point at which the process kills itself: how it is proven that a crash anywhere loses nothing.
///
/// Armed by `COPYDESK_CRASH`, such as `before move outbox` or `after sync archive 2`: the call, the kind of place, and which such call
/// it is. `COPYDESK_CRASH_LIST` names a file to which every point that is passed is appended, so that a test knows them all.
package final class CrashingFileSystem: InterposedFileSystem {
    private let armed: (isBefore: Bool, point: String, count: Int)?
    /// Kept open until the process ends; -1 where no list is wanted.
    private let list: Int32
    private let passed = Atomic<Int>(0)

    /// The plain file system where the environment arms nothing.
    package static func ifArmed() -> any FileSystem {
        let point = variable("COPYDESK_CRASH")
        let list = variable("COPYDESK_CRASH_LIST")
        return point == nil && list == nil ? LiveFileSystem() : CrashingFileSystem(point, list)
    }

    private init(_ point: String?, _ list: String?) {
        let words = (point ?? "").split(separator: " ").map(String.init)
        armed = words.count >= 3 ? (words[0] == "before", "\(words[1]) \(words[2])", words.count > 3 ? Int(words[3]) ?? 1 : 1) : nil
        self.list = list.map { unsafe open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600) } ?? -1
    }

    private static func variable(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }

    /// The kind of place, by its root's name and the spool's own folder.
    private static func role(of place: Place) -> String {
        if let first = place.path.names.first, first.bytes.first == UInt8(ascii: ".") { return first.description.dropFirst().description }
        return place.root.split(separator: "/").last.map(String.init) ?? "root"
    }

    package func interpose<Value: ~Copyable>(
        _ call: FileCall, at place: Place, _ body: () throws(FileError) -> Value
    ) throws(FileError) -> Value {
        guard call.isChange else { return try body() }
        let name = "\(call.rawValue) \(Self.role(of: place))"
        if list >= 0 { _ = unsafe Array("\(name)\n".utf8).withUnsafeBytes { unsafe Glibc.write(list, $0.baseAddress!, $0.count) } }
        guard let armed, armed.point == name, passed.add(1, ordering: .relaxed).newValue == armed.count else { return try body() }
        if armed.isBefore { die() }
        let value = try body()
        die()
        return value
    }

    private func die() { kill(getpid(), SIGKILL) }
}
