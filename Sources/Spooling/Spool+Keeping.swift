// SPDX-License-Identifier: Apache-2.0

package import Files

/// What the spool removes, or takes back, long after the work: only what it wrote itself, known by its content.
extension Spool {
    /// Folders that were changed less long ago may be about to be filled.
    private static let emptyFor: Duration = .seconds(60)

    /// Where the original of a settled file lies below the archive; `nil` where there is none of this content.
    ///
    /// - Parameters:
    ///   - path: the file's own, below the inbox.
    ///   - digest: SHA-256 of its content, hexadecimal.
    package func archived(_ path: RelativePath, digest: String) throws(SpoolError) -> RelativePath? {
        guard case .archive(let root) = settings.originals, let name = path.last else { return nil }
        return try spooling { () throws(FileError) -> RelativePath? in
            let names = [name] + [8, 16, 64].map { TargetName.inserting(String(digest.prefix($0)), into: name) }
            for candidate in names.map(path.parent.appending) where try hasDigest(Place(root, candidate), digest) { return candidate }
            return nil
        }
    }

    /// The whole of an archived original; `nil` where there is none of this content.
    package func original(of path: RelativePath, digest: String) throws(SpoolError) -> [UInt8]? {
        guard case .archive(let root) = settings.originals, let found = try archived(path, digest: digest) else { return nil }
        return try spooling { () throws(FileError) -> [UInt8] in try files.read(Place(root, found), limit: settings.maximumSize) }
    }

    /// Removes an original from the archive, and the folders that it leaves empty.
    ///
    /// - Returns: the bytes that it had; `nil` where there is none of this content.
    package func removeArchived(_ path: RelativePath, digest: String) throws(SpoolError) -> Int? {
        guard case .archive(let root) = settings.originals, let found = try archived(path, digest: digest) else { return nil }
        return try remove(Place(root, found))
    }

    /// Removes a result from the outbox if it is one of this article, and the folders that it leaves empty.
    ///
    /// - Returns: the bytes that it had; `nil` where it is gone or something else.
    package func removeResult(_ path: RelativePath, of article: String) throws(SpoolError) -> Int? {
        let place = Place(settings.outbox, path)
        guard try spooling({ () throws(FileError) -> Bool in try holds(article, place) }) else { return nil }
        return try remove(place)
    }

    private func remove(_ place: Place) throws(SpoolError) -> Int {
        try spooling { () throws(FileError) -> Int in
            let size = try files.status(of: place).size
            try files.remove(place)
            var folder = place.parent
            do {
                while !folder.path.isEmpty {
                    try files.removeFolder(folder)
                    folder = folder.parent
                }
            } catch {}  // It is not empty.
            return size
        }
    }

    /// Bytes of all files in the archive, or 0 where there is none.
    package func archiveSize() throws(SpoolError) -> Int {
        guard case .archive(let root) = settings.originals else { return 0 }
        return try size(of: root)
    }

    /// Bytes of all files in the outbox.
    package func outboxSize() throws(SpoolError) -> Int { try size(of: settings.outbox) }

    private func size(of root: String) throws(SpoolError) -> Int {
        var scan = InboxScan(files: files, inbox: Place(root), ignored: [])
        var total = 0
        while let file = try scan.next() {
            total += try spooling { () throws(FileError) -> Int in try files.statusIfAny(of: Place(root, file.path))?.size ?? 0 }
        }
        return total
    }

    /// Puts the original of a settled file back into the inbox, to be processed again.
    ///
    /// - Returns: its path below the inbox, printable; `nil` where the archive has none of this content.
    package func takeBack(_ path: RelativePath, digest: String) throws(SpoolError) -> String? {
        guard case .archive(let root) = settings.originals, let found = try archived(path, digest: digest), let name = path.last,
            let tag = nextTag(attempt: 0)
        else { return nil }
        return try spooling { () throws(FileError) -> String in
            let source = Place(root, found)
            let folder = try folder(path.parent, in: settings.inbox)
            try takeBackCompanions(of: path, from: source.parent, to: folder, tag: tag)
            let place = try firstFree(name, tag, in: folder) { place throws(FileError) in try move(source, to: place, tag: tag) }
            try files.sync(folder)
            try files.sync(source.parent)
            return place.path.description
        }
    }

    /// Removes the folders of the inbox that have been empty for a minute.
    ///
    /// - Returns: how many.
    package func removeEmptyFolders() throws(SpoolError) -> Int {
        var pending = [RelativePath()]
        var folders: [RelativePath] = []
        return try spooling { () throws(FileError) -> Int in
            while let folder = pending.popLast() {
                do throws(FileError) {
                    var listing = try files.list(Place(settings.inbox, folder))
                    while let entry = try listing.next() {
                        guard entry.kind == .folder, entry.name.bytes.first != UInt8(ascii: ".") else { continue }
                        pending.append(folder.appending(entry.name))
                        folders.append(folder.appending(entry.name))
                    }
                } catch {
                    guard error.code == .notFound else { throw error }
                }
            }
            var removed = 0
            let now = time.now()
            // Those below first; one that became empty by that is left to the next time.
            for folder in folders.reversed() {
                let place = Place(settings.inbox, folder)
                guard let status = try files.statusIfAny(of: place), now.duration(since: status.modified) >= Self.emptyFor else { continue }
                do throws(FileError) {
                    try files.removeFolder(place)
                    removed += 1
                } catch {
                    guard error.code == .notEmpty || error.code == .notFound || error.code == .exists else { throw error }
                }
            }
            return removed
        }
    }
}
