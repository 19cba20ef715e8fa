// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Glibc
package import Pipelines

/// What the program asks of the machine it runs on.
package enum Machine {
    /// Processors that this process may use.
    package static let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// The path of the running program, links resolved; `nil` without /proc.
    package static let program: String? = {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = unsafe readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
        return count > 0 ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }()

    /// The folder of the sources that this program was built from, where it still lies in their build folder.
    package static var ownSources: String? {
        guard let program else { return nil }
        let names = program.split(separator: "/")
        guard let build = names.lastIndex(of: ".build"), let manifest = FileName("Package.swift") else { return nil }
        let folder = "/" + names[..<build].joined(separator: "/")
        do { return try LiveFileSystem().statusIfAny(of: Place(folder).appending(manifest)) == nil ? nil : folder } catch { return nil }
    }

    /// How many files this process may have open.
    static var openFiles: Int {
        var limit = rlimit()
        return unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 ? Int(clamping: limit.rlim_cur) : 0
    }

    /// A path from the root, links resolved as far as the system does.
    static func absolute(_ path: String) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        guard unsafe realpath(path, &buffer) != nil else { return path }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The folder in which systemd puts the credentials of this service; `nil` where it gives none.
    static let credentials: String? = unsafe getenv("CREDENTIALS_DIRECTORY").map { unsafe String(cString: $0) }

    /// Whether the journal reads standard error: it keeps the time of each line itself.
    package static let isUnderJournal = unsafe getenv("JOURNAL_STREAM") != nil

    /// The time of day as RFC 3339, UTC.
    package static let timeOfDay: @Sendable () -> String = {
        let time = TimeSource.live
        return { time.now().rfc3339 }
    }()
}

extension PipelineClock {
    /// The machine's clocks.
    package static let live = PipelineClock.live(timeOfDay: Machine.timeOfDay)
}
