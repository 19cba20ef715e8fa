// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Synchronization

/// A program that runs beside us, in a session of its own so that it can be ended with everything that it started.
///
/// Own code rather than swift-subprocess: a plugin is spoken to from the worker's thread, line by line, with a time limit for each answer and
/// no hop to another thread; that library's streams take one or two hops a line.
final class ChildProcess: Sendable {
    enum Failure: Error {
        case cannotStart(String)
        /// It closed its output or ended.
        case ended
        case tookTooLong
        case saidTooMuch
        case cancelled
    }

    /// How often a waiting thread looks whether its task was cancelled. Milliseconds.
    private static let lookEvery: Int32 = 50
    private static let portion = 1 << 16

    let process: pid_t
    private let input: Int32
    private let output: Int32
    private let errors: Int32
    private let hasEnded = Atomic(false)

    /// - Parameters:
    ///   - words: program and arguments; the program is looked for on `PATH`.
    ///   - environment: all of it, as `NAME=value`.
    ///   - folder: where it starts.
    init(_ words: [String], environment: [String], folder: String) throws(Failure) {
        // A program that ended while it was written to is an error of one call, not the end of us.
        _ = Self.ignoresBrokenPipes
        var toChild: [Int32] = [-1, -1]
        var fromChild: [Int32] = [-1, -1]
        var complaints: [Int32] = [-1, -1]
        guard unsafe pipe2(&toChild, O_CLOEXEC) == 0, unsafe pipe2(&fromChild, O_CLOEXEC) == 0, unsafe pipe2(&complaints, O_CLOEXEC) == 0
        else {
            for descriptor in toChild + fromChild + complaints where descriptor >= 0 { close(descriptor) }
            throw .cannotStart("no pipes (errno \(errno))")
        }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        _ = unsafe posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
        _ = unsafe posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
        _ = unsafe posix_spawn_file_actions_adddup2(&actions, complaints[1], 2)
        _ = unsafe posix_spawn_file_actions_addchdir_np(&actions, folder)
        _ = unsafe posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        // A session of its own is a process group of its own: one signal reaches all.
        unsafe posix_spawnattr_setflags(&attributes, Self.newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
        var all = sigset_t()
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        var pid: pid_t = 0
        let arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        let variables = unsafe environment.map { unsafe strdup($0) } + [nil]
        let result = unsafe posix_spawnp(&pid, words.first ?? "", &actions, &attributes, arguments, variables)
        unsafe (arguments + variables).forEach { unsafe free($0) }
        unsafe posix_spawn_file_actions_destroy(&actions)
        unsafe posix_spawnattr_destroy(&attributes)
        for descriptor in [toChild[0], fromChild[1], complaints[1]] { close(descriptor) }
        guard result == 0 else {
            for descriptor in [toChild[1], fromChild[0], complaints[0]] { close(descriptor) }
            throw .cannotStart(unsafe String(cString: strerror(result)))
        }
        (process, input, output, errors) = (pid, toChild[1], fromChild[0], complaints[0])
        for descriptor in [input, output, errors] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    }

    deinit {
        end()
        for descriptor in [input, output, errors] { close(descriptor) }
    }

    private static let newSession: Int16 = 0x80
    private static let ignoresBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

    /// Ends it and everything that it started, and waits for it.
    func end() {
        guard !hasEnded.exchange(true, ordering: .acquiringAndReleasing) else { return }
        kill(-process, SIGKILL)
        kill(process, SIGKILL)
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// Waits for its end, ends what it started, and gives its exit status, or 128 and the number of the signal that killed it.
    ///
    /// - Parameter deadline: until then it may take; then it is killed.
    func status(by deadline: ContinuousClock.Instant) -> Int {
        var status: Int32 = 0
        guard !hasEnded.exchange(true, ordering: .acquiringAndReleasing) else { return 0 }
        while true {
            let found = unsafe waitpid(process, &status, WNOHANG)
            if found == process || found < 0 && errno != EINTR { break }
            if Task.isCancelled || ContinuousClock.now >= deadline { kill(-process, SIGKILL) }
            usleep(500)
        }
        kill(-process, SIGKILL)
        return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(status & 0x7F)
    }

    /// Asks it to end by closing its input, and ends it where it does not.
    ///
    /// - Parameter patience: milliseconds.
    func finish(patience: Int) {
        guard !hasEnded.load(ordering: .acquiring) else { return }
        shutdownInput()
        for _ in 0..<max(1, patience / 10) {
            var status: Int32 = 0
            if unsafe waitpid(process, &status, WNOHANG) == process {
                // What it started and left behind.
                kill(-process, SIGKILL)
                hasEnded.store(true, ordering: .releasing)
                return
            }
            usleep(10_000)
        }
        end()
    }

    private func shutdownInput() {
        // The descriptor stays ours until `deinit`; a pipe to nowhere takes its place, so that the program reads the end.
        let nowhere = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
        if nowhere >= 0 {
            _ = dup3(nowhere, input, O_CLOEXEC)
            close(nowhere)
        }
    }

    /// Writes all of `request` and reads until `isComplete` says that the answer is there, both at once: neither side can block the other.
    ///
    /// - Parameters:
    ///   - closing: whether its input ends with the request.
    ///   - deadline: by the monotonic clock.
    ///   - complain: is given what it writes to standard error.
    ///   - isComplete: is given all that was read so far, and whether its output has ended.
    func exchange(
        _ request: [UInt8], closing: Bool = false, limit: Int, deadline: ContinuousClock.Instant, complain: ([UInt8]) -> Void,
        isComplete: ([UInt8], _ atEnd: Bool) -> Bool
    ) throws(Failure) -> [UInt8] {
        var written = 0
        var answer: [UInt8] = []
        var isOutputOpen = true
        if request.isEmpty, closing { shutdownInput() }
        while true {
            if Task.isCancelled { throw .cancelled }
            guard ContinuousClock.now < deadline else { throw .tookTooLong }
            var descriptors = [
                pollfd(fd: written < request.count ? input : -1, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: isOutputOpen ? output : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
            ]
            let ready = unsafe poll(&descriptors, 3, Self.lookEvery)
            if ready < 0, errno != EINTR { throw .ended }
            if ready <= 0 { continue }
            if descriptors[2].revents != 0 { drainErrors(complain) }
            if descriptors[0].revents != 0 {
                let count = unsafe request.withUnsafeBytes {
                    unsafe Glibc.write(input, $0.baseAddress! + written, min(Self.portion, $0.count - written))
                }
                if count > 0 { written += count }
                if count < 0, errno != EAGAIN, errno != EINTR {
                    // It does not want all of it: that is its right if it answers nevertheless.
                    if !closing { throw .ended }
                    written = request.count
                }
                if written == request.count, closing { shutdownInput() }
            }
            if descriptors[1].revents != 0 {
                switch read(output, into: &answer, limit: limit) {
                case .some(true): if isComplete(answer, false) { return answer }
                case .some(false):
                    isOutputOpen = false
                    if isComplete(answer, true) { return answer }
                    throw .ended
                case nil: throw .saidTooMuch
                }
            }
        }
    }

    /// - Returns: whether its output is still open; `nil` where it says more than it may.
    private func read(_ descriptor: Int32, into bytes: inout [UInt8], limit: Int) -> Bool? {
        while true {
            let count = unsafe withUnsafeTemporaryAllocation(byteCount: Self.portion, alignment: 1) { buffer in
                let count = unsafe Glibc.read(descriptor, buffer.baseAddress!, Self.portion)
                if count > 0 { unsafe bytes.append(contentsOf: buffer.prefix(count)) }
                return count
            }
            if bytes.count > limit { return nil }
            if count == 0 { return false }
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            if count < Self.portion { return true }
        }
    }

    /// What stands on standard error now.
    func drainErrors(_ complain: ([UInt8]) -> Void) {
        var bytes: [UInt8] = []
        // A flood is read so far that the program is not held up, and no further at a time.
        _ = read(errors, into: &bytes, limit: Self.portion)
        if !bytes.isEmpty { complain(bytes) }
    }
}
