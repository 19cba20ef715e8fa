// SPDX-License-Identifier: GPL-2.0-only

internal import Glibc

/// Proves from time to time that events arrive: makes a dot-file and waits for its event.
///
/// Silence is said as `blind`, and taken back as `sight` by the first event that comes after all, as when a folder that was mounted over is
/// there again.
struct Probing {
    /// How long the event may take while nothing else happens.
    private static let patience = 3
    private static let silence = "a test file gave no event"

    private let folder: String
    /// Seconds.
    private let interval: Int
    private let name: [UInt8]
    private var path: String { "\(folder)/\(String(decoding: name, as: UTF8.self))" }
    /// Seconds of the monotonic clock.
    private var next = 0
    private var madeAt: Int?
    private var isSilent = false

    /// - Parameter interval: seconds from one test to the next.
    init(folder: String, interval: Int) {
        self.folder = folder
        self.interval = interval
        name = Array(".copydesk-watch-\(getpid())".utf8)
    }

    func isProbe(_ name: [UInt8]) -> Bool { name == self.name }

    /// Makes a test file where it is time for one, and notices that an earlier one was not told of. Call it when no event waits.
    mutating func look() {
        if let madeAt, Self.now() - madeAt >= Self.patience {
            end()
            if !isSilent { Output.say("blind \(Self.silence)") }
            isSilent = true
        }
        if madeAt == nil, Self.now() >= next { begin() }
    }

    /// Makes a new test file: the event of an earlier one may be among those that were dropped.
    mutating func begin() {
        end()
        next = Self.now() + interval
        // Where no file can be made nothing is proven.
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        close(file)
        madeAt = Self.now()
    }

    /// The event is there.
    mutating func arrived() {
        end()
        if isSilent { Output.say("sight") }
        isSilent = false
    }

    /// Removes the test file.
    mutating func end() {
        if madeAt != nil { _ = unsafe unlink(path) }
        madeAt = nil
    }

    private static func now() -> Int {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_BOOTTIME, &time)
        return Int(time.tv_sec)
    }
}
