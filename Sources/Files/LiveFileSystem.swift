// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The machine's own file system.
///
/// Every call walks from the root of its place component by component without following links, so that nobody who may write into
/// a folder can lead us out of it by swapping one for a link.
package struct LiveFileSystem: FileSystem {
    package init() {}

    package func list(_ folder: Place) throws(FileError) -> FolderListing {
        FolderListing(try Descriptor.open(folder, O_RDONLY | O_DIRECTORY), at: folder)
    }

    package func status(of place: Place) throws(FileError) -> FileStatus {
        guard let last = place.path.last else { return try Descriptor.folder(place).status(place) }
        let folder = try Descriptor.folder(place.parent)
        let name = last.terminated
        var buffer = stat()
        try checked(place) { Int(unsafe fstatat(folder.raw, name, &buffer, AT_SYMLINK_NOFOLLOW)) }
        return FileStatus(buffer)
    }

    package func link(_ source: Place, to target: Place) throws(FileError) {
        guard let sourceName = source.path.last?.terminated, let targetName = target.path.last?.terminated else {
            throw FileError(.unsupported, at: source)
        }
        let from = try Descriptor.folder(source.parent)
        let to = try Descriptor.folder(target.parent)
        try checked(target) { Int(unsafe linkat(from.raw, sourceName, to.raw, targetName, 0)) }
    }

    package func move(_ source: Place, to target: Place, replacing: Bool) throws(FileError) {
        guard let sourceName = source.path.last?.terminated, let targetName = target.path.last?.terminated else {
            throw FileError(.unsupported, at: source)
        }
        let from = try Descriptor.folder(source.parent)
        let to = try Descriptor.folder(target.parent)
        if replacing {
            try checked(target) { Int(unsafe renameat(from.raw, sourceName, to.raw, targetName)) }
            return
        }
        do {
            try checked(target) { Int(unsafe renameat2(from.raw, sourceName, to.raw, targetName, GNU.renameNoReplace)) }
        } catch {
            guard error.code == .unsupported else { throw error }
            try linkAndUnlink(from.raw, sourceName, to.raw, targetName, target)
        }
    }

    /// Where the file system cannot rename without replacing: a hard link never replaces. Where it has no links either, a look before the
    /// rename has to do.
    private func linkAndUnlink(
        _ from: Int32, _ source: [CChar], _ to: Int32, _ target: [CChar], _ place: Place
    ) throws(FileError) {
        do {
            try checked(place) { Int(unsafe linkat(from, source, to, target, 0)) }
        } catch {
            guard error.code == .denied || error.code == .unsupported else { throw error }
            guard try statusIfAny(of: place) == nil else { throw FileError(.exists, at: place) }
            try checked(place) { Int(unsafe renameat(from, source, to, target)) }
            return
        }
        try checked(place) { Int(unsafe unlinkat(from, source, 0)) }
    }

    package func sync(_ folder: Place) throws(FileError) {
        let descriptor = try Descriptor.open(folder, O_RDONLY | O_DIRECTORY)
        do {
            try checked(folder) { Int(fsync(descriptor.raw)) }
        } catch {
            // Some file systems (SMB among them) have no such thing as syncing a folder.
            if error.code != .unsupported { throw error }
        }
    }

    package func makeFolder(_ place: Place) throws(FileError) {
        guard let name = place.path.last?.terminated else {
            let root = place.root
            try checked(place) { Int(unsafe mkdir(root, 0o777)) }
            return
        }
        let folder = try Descriptor.folder(place.parent)
        try checked(place) { Int(unsafe mkdirat(folder.raw, name, 0o777)) }
    }

    package func remove(_ place: Place) throws(FileError) { try unlink(place, 0) }
    package func removeFolder(_ place: Place) throws(FileError) { try unlink(place, AT_REMOVEDIR) }

    package func space(of root: String) throws(FileError) -> FileSystemSpace {
        var facts = statvfs()
        try checked(Place(root)) { Int(unsafe statvfs(root, &facts)) }
        let unit = Int(facts.f_frsize)
        return FileSystemSpace(free: Int(facts.f_bavail) * unit, total: Int(facts.f_blocks) * unit)
    }

    private func unlink(_ place: Place, _ flags: Int32) throws(FileError) {
        guard let name = place.path.last?.terminated else { throw FileError(.unsupported, at: place) }
        let folder = try Descriptor.folder(place.parent)
        try checked(place) { Int(unsafe unlinkat(folder.raw, name, flags)) }
    }
}
