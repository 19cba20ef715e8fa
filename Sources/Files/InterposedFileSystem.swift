// SPDX-License-Identifier: Apache-2.0

/// A file system in front of the machine's own that one function stands between: to fail a call, or to die at it.
package protocol InterposedFileSystem: FileSystem {
    /// Makes the call, or does not.
    ///
    /// - Parameters:
    ///   - place: what the call is about; the target of a move or copy.
    func interpose<Value: ~Copyable>(
        _ call: FileCall, at place: Place, _ body: () throws(FileError) -> Value
    ) throws(FileError) -> Value
}

/// The calls of `FileSystem`.
package enum FileCall: String, Sendable {
    case list, status, read, readStart, writers, space
    case create, copy, link, move, sync, makeFolder, remove, removeFolder

    /// Whether it changes the disk or what survives a loss of power.
    package var isChange: Bool {
        switch self {
        case .list, .status, .read, .readStart, .writers, .space: false
        case .create, .copy, .link, .move, .sync, .makeFolder, .remove, .removeFolder: true
        }
    }
}

extension InterposedFileSystem {
    private var live: LiveFileSystem { LiveFileSystem() }

    package func list(_ folder: Place) throws(FileError) -> FolderListing {
        try interpose(.list, at: folder) { () throws(FileError) -> FolderListing in try live.list(folder) }
    }
    package func status(of place: Place) throws(FileError) -> FileStatus {
        try interpose(.status, at: place) { () throws(FileError) -> FileStatus in try live.status(of: place) }
    }
    package func read(_ place: Place, limit: Int) throws(FileError) -> [UInt8] {
        try interpose(.read, at: place) { () throws(FileError) -> [UInt8] in try live.read(place, limit: limit) }
    }
    package func readStart(of place: Place, count: Int) throws(FileError) -> [UInt8] {
        try interpose(.readStart, at: place) { () throws(FileError) -> [UInt8] in try live.readStart(of: place, count: count) }
    }
    package func writers(of place: Place) throws(FileError) -> Writers {
        try interpose(.writers, at: place) { () throws(FileError) -> Writers in try live.writers(of: place) }
    }
    package func space(of root: String) throws(FileError) -> FileSystemSpace {
        try interpose(.space, at: Place(root)) { () throws(FileError) -> FileSystemSpace in try live.space(of: root) }
    }
    package func create(_ place: Place, holding bytes: [UInt8]) throws(FileError) {
        try interpose(.create, at: place) { () throws(FileError) in try live.create(place, holding: bytes) }
    }
    package func copy(_ source: Place, to target: Place) throws(FileError) {
        try interpose(.copy, at: target) { () throws(FileError) in try live.copy(source, to: target) }
    }
    package func link(_ source: Place, to target: Place) throws(FileError) {
        try interpose(.link, at: target) { () throws(FileError) in try live.link(source, to: target) }
    }
    package func move(_ source: Place, to target: Place, replacing: Bool) throws(FileError) {
        try interpose(.move, at: target) { () throws(FileError) in try live.move(source, to: target, replacing: replacing) }
    }
    package func sync(_ folder: Place) throws(FileError) {
        try interpose(.sync, at: folder) { () throws(FileError) in try live.sync(folder) }
    }
    package func makeFolder(_ place: Place) throws(FileError) {
        try interpose(.makeFolder, at: place) { () throws(FileError) in try live.makeFolder(place) }
    }
    package func remove(_ place: Place) throws(FileError) {
        try interpose(.remove, at: place) { () throws(FileError) in try live.remove(place) }
    }
    package func removeFolder(_ place: Place) throws(FileError) {
        try interpose(.removeFolder, at: place) { () throws(FileError) in try live.removeFolder(place) }
    }
}
