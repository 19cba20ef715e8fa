// SPDX-License-Identifier: Apache-2.0

/// The calls that a spool makes, and no more, so that a test can fail each of them.
///
/// None follows a link below a place's root. Each is one step that either happened or did not, as far as the system allows.
package protocol FileSystem: Sendable {
    /// Opens a folder to read its entries one by one.
    func list(_ folder: Place) throws(FileError) -> FolderListing
    /// Kind, size and times; of a link itself.
    func status(of place: Place) throws(FileError) -> FileStatus
    /// The whole of a regular file.
    ///
    /// - Throws: `tooLarge` for more than `limit` bytes, `notRegular` for a link, pipe, socket or device, which is never waited for.
    func read(_ place: Place, limit: Int) throws(FileError) -> [UInt8]
    /// At most the first `count` bytes of a regular file.
    func readStart(of place: Place, count: Int) throws(FileError) -> [UInt8]
    /// Whether a process has the file open for writing.
    func writers(of place: Place) throws(FileError) -> Writers
    /// Makes a new file and brings its bytes to the disk. A file that could not be completed is removed.
    ///
    /// - Throws: `exists`.
    func create(_ place: Place, holding bytes: [UInt8]) throws(FileError)
    /// Makes a new file with the bytes of another, or a link with the same target, and brings it to the disk.
    ///
    /// - Throws: `exists`, `notRegular` for what is neither.
    func copy(_ source: Place, to target: Place) throws(FileError)
    /// Gives a file another name on the same file system.
    ///
    /// - Throws: `exists`, and `unsupported`, `denied` or `otherFileSystem` where there can be no such name.
    func link(_ source: Place, to target: Place) throws(FileError)
    /// Renames.
    ///
    /// - Parameter replacing: whether a file of that name is replaced; otherwise it is left and `exists` is thrown.
    func move(_ source: Place, to target: Place, replacing: Bool) throws(FileError)
    /// Brings a folder's entries to the disk.
    func sync(_ folder: Place) throws(FileError)
    /// - Throws: `exists`, whatever it is that exists.
    func makeFolder(_ place: Place) throws(FileError)
    /// Removes a file or a link.
    func remove(_ place: Place) throws(FileError)
    /// Removes an empty folder.
    func removeFolder(_ place: Place) throws(FileError)
    /// What the file system of a root holds.
    func space(of root: String) throws(FileError) -> FileSystemSpace
}

/// Bytes of a file system.
package struct FileSystemSpace: Hashable, Sendable {
    /// Open to this user.
    package var free: Int
    package var total: Int

    package init(free: Int, total: Int) {
        self.free = free
        self.total = total
    }
}

extension FileSystem {
    /// Makes a folder and those above it, and brings their entries to the disk.
    package func makeFolders(_ folder: Place) throws(FileError) {
        if folder.path.isEmpty { return try makeRoot(folder.root) }
        if try isFolder(folder) { return }
        for count in 1...folder.path.names.count {
            let part = Place(folder.root, RelativePath(Array(folder.path.names.prefix(count))))
            do {
                try makeFolder(part)
                try sync(part.parent)
            } catch {
                guard error.code == .exists else { throw error }
                guard try isFolder(part) else { throw FileError(.notAFolder, at: part) }
            }
        }
    }

    /// Makes a root that the operator named, and those above it.
    package func makeRoot(_ root: String) throws(FileError) {
        do {
            try makeFolder(Place(root))
        } catch {
            if error.code == .exists { return }
            guard error.code == .notFound, let slash = root.utf8.lastIndex(of: UInt8(ascii: "/")), slash > root.utf8.startIndex else {
                throw error
            }
            try makeRoot(String(root[..<slash]))
            try makeFolder(Place(root))
        }
    }

    /// Whether there is a folder; a link to one is none.
    package func isFolder(_ place: Place) throws(FileError) -> Bool {
        guard let status = try statusIfAny(of: place) else { return false }
        return status.kind == .folder
    }

    /// `nil` where there is nothing.
    package func statusIfAny(of place: Place) throws(FileError) -> FileStatus? {
        do {
            return try status(of: place)
        } catch {
            if error.code == .notFound || error.code == .notAFolder { return nil }
            throw error
        }
    }

    /// Writes a file so that a reader sees the old one or the whole new one, also after a loss of power.
    ///
    /// - Parameter staging: a name beside the target that nobody else uses.
    package func write(_ bytes: [UInt8], to target: Place, staging: FileName) throws(FileError) {
        let staged = target.parent.appending(staging)
        do {
            try create(staged, holding: bytes)
        } catch {
            // Left by a run that was cut off: nobody else uses the name.
            guard error.code == .exists else { throw error }
            try remove(staged)
            try create(staged, holding: bytes)
        }
        do {
            try move(staged, to: target, replacing: true)
        } catch {
            do { try remove(staged) } catch {}  // The first error is the one to tell.
            throw error
        }
        try sync(target.parent)
    }
}
