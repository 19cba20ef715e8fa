// SPDX-License-Identifier: GPL-2.0-only

internal import CInotifyTools
internal import Glibc

/// Watches a folder and those below it, and says what happens in them.
///
/// The library could watch recursively by itself, but does not tell which folders it left out. So each is added here, first watched
/// and then looked through: what comes in between is seen twice rather than not at all.
struct FolderWatcher {
    private static let interesting = Int32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
    /// How many events may go by before standard input is looked at.
    private static let eventsBetweenLooks = 512

    private let root: [UInt8]
    private let folder: String
    private let excluded: Set<[UInt8]>
    private var pathOfWatch: [Int32: [UInt8]] = [:]
    private var watchOfPath: [[UInt8]: Int32] = [:]
    private var saidBlind: Set<String> = []
    private var probing: Probing

    init(_ request: Request) {
        folder = request.folder
        probing = Probing(folder: request.folder, interval: request.probe)
        root = Array(request.folder.utf8)
        excluded = Set(request.excluded.map { Array($0.utf8) })
    }

    /// Returns the exit status.
    mutating func run() -> Int32 {
        guard inotifytools_initialize() != 0 else { return cannotStart(errno) }
        guard let failure = add(root, isRoot: true) else {
            if let kind = Blindness.remoteFileSystem(of: folder) { blind("\(kind) does not tell what other machines write") }
            probing.look()
            Output.say("ready")
            return loop()
        }
        return cannotStart(failure)
    }

    private mutating func loop() -> Int32 {
        var events = 0
        while true {
            switch Event.next() {
            case .event(let event):
                if let status = take(event) { return end(status) }
                events += 1
                if events % Self.eventsBetweenLooks != 0 { continue }
            case .nothing: probing.look()
            case .failed(EINTR): break
            case .failed(let number):
                Output.say("scan reading events failed (errno \(number))")
                return end(Status.cannotWatch)
            }
            if hasParentGone() { return end(Status.done) }
        }
    }

    private mutating func end(_ status: Int32) -> Int32 {
        probing.end()
        return status
    }

    /// Returns an exit status where the watch is over.
    private mutating func take(_ event: Event) -> Int32? {
        // An overflow belongs to no watch, so it comes before anything that looks for one.
        if event.has(Int32(IN_Q_OVERFLOW)) {
            probing.begin()
            Output.say("scan overflow")
            return nil
        }
        guard let folder = pathOfWatch[event.watch] else { return nil }
        if event.has(Int32(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) {
            guard folder == root else { return nil }
            Output.say("gone \(event.has(Int32(IN_MOVE_SELF)) ? "moved" : event.has(Int32(IN_UNMOUNT)) ? "unmounted" : "deleted")")
            return Status.gone
        }
        if event.has(Int32(IN_IGNORED)) {
            pathOfWatch[event.watch] = nil
            if watchOfPath[folder] == event.watch { watchOfPath[folder] = nil }
            return nil
        }
        if probing.isProbe(event.name) {
            if event.has(Int32(IN_CLOSE_WRITE)) { probing.arrived() }
            return nil
        }
        let path = folder + [UInt8(ascii: "/")] + event.name
        if event.isFolder {
            takeFolder(event, path)
        } else if event.has(Int32(IN_CLOSE_WRITE | IN_MOVED_TO)) || isLinkedIn(event, path) {
            Output.say("file \(relative(path))")
        }
        return nil
    }

    private mutating func takeFolder(_ event: Event, _ path: [UInt8]) {
        guard isWatched(event.name) else { return }
        if event.has(Int32(IN_MOVED_FROM)) {
            forget(path)
        } else if event.has(Int32(IN_CREATE | IN_MOVED_TO)) {
            _ = add(path, isRoot: false)
            Output.say("scan folder \(relative(path))")
        }
    }

    /// A hard or symbolic link, a pipe and a socket are made whole: nobody closes them after writing.
    private func isLinkedIn(_ event: Event, _ path: [UInt8]) -> Bool {
        guard event.has(Int32(IN_CREATE)) else { return false }
        var status = stat()
        guard unsafe lstat(path.terminated, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFREG || status.st_nlink > 1
    }

    /// Watches a folder and those below it.
    ///
    /// - Returns: the error's number where the folder itself could not be watched.
    private mutating func add(_ path: [UInt8], isRoot: Bool) -> Int32? {
        var failure: Int32?
        var pending = [path]
        while let next = pending.popLast() {
            let mask = Self.interesting | (next == root ? 0 : Int32(IN_DONT_FOLLOW))
            let name = next.terminated
            guard unsafe inotifytools_watch_file(name, mask) != 0 else {
                let number = inotifytools_error()
                if next == path { failure = number }
                tellFailure(number, next)
                continue
            }
            let watch = unsafe inotifytools_wd_from_filename((next + [UInt8(ascii: "/")]).terminated)
            if watch >= 0 {
                pathOfWatch[watch] = next
                watchOfPath[next] = watch
            }
            pending += subfolders(of: next)
        }
        return failure
    }

    private mutating func tellFailure(_ number: Int32, _ path: [UInt8]) {
        switch number {
        case ENOENT, ENOTDIR: break  // It went again.
        case ENOSPC: blind("watch limit reached, raise it: sysctl fs.inotify.max_user_watches=1048576")
        default: blind("folder \(relative(path)) cannot be watched (errno \(number))")
        }
    }

    /// Forgets a folder that was moved away, and those below it: the kernel's watches would follow it.
    private mutating func forget(_ path: [UInt8]) {
        let below = path + [UInt8(ascii: "/")]
        for (known, watch) in watchOfPath where known == path || known.starts(with: below) {
            _ = inotifytools_remove_watch_by_wd(watch)
            watchOfPath[known] = nil
            pathOfWatch[watch] = nil
        }
    }

    private func subfolders(of path: [UInt8]) -> [[UInt8]] {
        guard let listing = unsafe opendir(path.terminated) else { return [] }
        defer { unsafe closedir(listing) }
        var found: [[UInt8]] = []
        while let entry = unsafe readdir(listing) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe Array(bytesOf: $0) }
            }
            // 4 is a folder; 0 where the file system does not say.
            let type = unsafe entry.pointee.d_type
            guard type == 4 || type == 0, isWatched(name) else { continue }
            let full = path + [UInt8(ascii: "/")] + name
            var status = stat()
            if unsafe type == 4 || lstat(full.terminated, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR { found.append(full) }
        }
        return found
    }

    private func isWatched(_ name: [UInt8]) -> Bool { name.first != UInt8(ascii: ".") && !excluded.contains(name) }

    private func relative(_ path: [UInt8]) -> String { Output.escaped(path.dropFirst(root.count + 1)) }

    /// Each thing once: a thousand folders beyond the limit are one finding.
    private mutating func blind(_ why: String) {
        if saidBlind.insert(why).inserted { Output.say("blind \(why)") }
    }

    private func cannotStart(_ number: Int32) -> Int32 {
        let why =
            switch number {
            case EMFILE: "instance limit reached, raise it: sysctl fs.inotify.max_user_instances=1024"
            case ENOSPC: "watch limit reached, raise it: sysctl fs.inotify.max_user_watches=1048576"
            case ENOENT: "there is no such folder"
            default: "errno \(number)"
            }
        Output.say("blind \(why)")
        Output.complain("\(folder) cannot be watched: \(why)")
        return Status.cannotWatch
    }

    /// Standard input ends when the parent does, also when it was killed.
    private func hasParentGone() -> Bool {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&input, 1, 0) > 0 else { return false }
        var byte: UInt8 = 0
        return unsafe read(STDIN_FILENO, &byte, 1) <= 0
    }
}
