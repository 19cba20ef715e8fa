// SPDX-License-Identifier: Apache-2.0

internal import Files

extension Spool {
    /// Makes the folders that are missing and takes up what a run that was cut off has left: claimed files go back to the inbox, and
    /// half-written results are removed. Call it once, before anything is claimed.
    ///
    /// - Throws: with the fate `daemon`, where a folder cannot be used. A single file that cannot be put back stops nothing.
    package func recover() throws(SpoolError) -> Recovery {
        try checkLayout()
        var recovery = Recovery()
        do {
            var roots = [settings.outbox, settings.quarantine]
            if case .archive(let archive) = settings.originals { roots.append(archive) }
            for root in [settings.inbox] + roots { try files.makeRoot(root) }
            try files.makeFolders(Place(settings.inbox, HeldFile.folder))
            for root in roots {
                try files.makeFolders(Place(root, Self.staging))
                try sweepStaging(root, &recovery)
            }
            try returnClaims(&recovery)
        } catch {
            throw SpoolError(error).atStart()
        }
        return recovery
    }

    /// A result that lies in the inbox would be taken for an article, and so on without end.
    private func checkLayout() throws(SpoolError) {
        var folders = [("outbox", settings.outbox), ("quarantine", settings.quarantine)]
        if case .archive(let archive) = settings.originals { folders.append(("archive", archive)) }
        for (name, folder) in folders where folder == settings.inbox || folder.hasPrefix(settings.inbox + "/") {
            throw SpoolError(
                code: .layout, fate: .daemon, problem: "The \(name) folder lies in the inbox, so its files would be taken for articles",
                remedy: "Choose a folder beside the inbox for \"\(name)\" in the manifest", place: folder)
        }
    }

    private func sweepStaging(_ root: String, _ recovery: inout Recovery) throws(FileError) {
        let folder = Place(root, Self.staging)
        var listing = try files.list(folder)
        while let entry = try listing.next() {
            guard entry.kind != .folder else { continue }
            do {
                try files.remove(folder.appending(entry.name))
                recovery.swept += 1
            } catch {
                recovery.errors.append(SpoolError(error))
            }
        }
    }

    private func returnClaims(_ recovery: inout Recovery) throws(FileError) {
        let claims = Place(settings.inbox, HeldFile.folder)
        var tags: [FileName] = []
        var listing = try files.list(claims)
        while let entry = try listing.next() {
            if entry.kind == .folder || entry.kind == .unknown { tags.append(entry.name) }
        }
        for tag in tags {
            do {
                try returnClaim(tag, &recovery)
            } catch {
                recovery.errors.append(SpoolError(error))
            }
        }
    }

    /// A claim's folder holds one file at most, somewhere down its path; it is put back, and the folders are removed from below.
    private func returnClaim(_ tag: FileName, _ recovery: inout Recovery) throws(FileError) {
        let claim = Place(settings.inbox, HeldFile.folder.appending(tag))
        var pending = [RelativePath()]
        var folders: [RelativePath] = []
        while let folder = pending.popLast() {
            folders.append(folder)
            // All names first: putting the file back removes the folders that it leaves empty.
            var names: [FileName] = []
            var listing = try files.list(claim.appending(folder))
            while let entry = try listing.next() { names.append(entry.name) }
            for path in names.map(folder.appending) {
                if try files.isFolder(claim.appending(path)) {
                    pending.append(path)
                } else {
                    let held = HeldFile(tag: tag, path: path, inbox: settings.inbox)
                    try removeOrphanedReasons(of: held)
                    try putBack(held)
                    recovery.returned += 1
                }
            }
        }
        for folder in folders.reversed() {
            do {
                try files.removeFolder(claim.appending(folder))
            } catch {
                // Putting back removed it already.
                guard error.code == .notFound else { throw error }
            }
        }
    }

    private func removeOrphanedReasons(of held: HeldFile) throws(FileError) {
        guard let name = held.path.last else { return }
        let folder = Place(settings.quarantine, held.path.parent)
        for candidate in Self.numbered(name, tag: held.tag) {
            let name = TargetName.beside(candidate, Self.reasonSuffix)
            guard try files.statusIfAny(of: folder.appending(name)) != nil,
                try files.statusIfAny(of: folder.appending(candidate)) == nil,
                // Somebody may have dropped a file of such a name, and it failed: then it has a reason of its own.
                try files.statusIfAny(of: folder.appending(TargetName.beside(name, Self.reasonSuffix))) == nil
            else { continue }
            try files.remove(folder.appending(name))
        }
    }
}
