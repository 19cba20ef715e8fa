// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// An open file, closed when it goes out of scope.
struct Descriptor: ~Copyable, Sendable {
    let raw: Int32

    init(_ raw: Int32) { self.raw = raw }
    deinit { _ = close(raw) }
}

/// Calls again what a signal interrupted, and turns -1 into an error.
@discardableResult
func checked(_ place: Place, _ call: () -> Int) throws(FileError) -> Int {
    while true {
        let result = call()
        if result >= 0 { return result }
        let number = errno
        if number != EINTR { throw FileError(errno: number, at: place) }
    }
}

extension Descriptor {
    /// Opens a place below its root, following no link on the way.
    static func open(_ place: Place, _ flags: Int32, _ mode: mode_t = 0) throws(FileError) -> Descriptor {
        guard let last = place.path.last else { return try root(place.root, flags) }
        let folder = try folder(place.parent)
        let name = last.terminated
        return Descriptor(
            Int32(try checked(place) { Int(unsafe openat(folder.raw, name, flags | O_NOFOLLOW | O_CLOEXEC, mode)) }))
    }

    /// A folder as a base for calls that take a name in it.
    static func folder(_ place: Place) throws(FileError) -> Descriptor {
        let flags = GNU.openPath | O_DIRECTORY
        var current = try root(place.root, flags)
        for component in place.path.names {
            let name = component.terminated
            let below = current.raw
            let next = try checked(place) { Int(unsafe openat(below, name, flags | O_NOFOLLOW | O_CLOEXEC, 0)) }
            current = Descriptor(Int32(next))
        }
        return current
    }

    private static func root(_ root: String, _ flags: Int32) throws(FileError) -> Descriptor {
        Descriptor(Int32(try checked(Place(root)) { Int(unsafe Glibc.open(root, flags | O_CLOEXEC, 0)) }))
    }

    func status(_ place: Place) throws(FileError) -> FileStatus {
        var buffer = stat()
        try checked(place) { Int(unsafe fstat(raw, &buffer)) }
        return FileStatus(buffer)
    }
}

extension FileStatus {
    init(_ status: stat) {
        let kind: FileKind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
        self.init(
            kind: kind, size: Int(status.st_size), permissions: UInt32(status.st_mode) & 0o7777,
            modified: Timestamp(secondsSince1970: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec)))
    }
}
