// SPDX-License-Identifier: Apache-2.0

package import Files

extension Spool {
    /// The folder that is looked through.
    package var inbox: String { settings.inbox }

    /// Makes the inbox where it is missing and takes it for this process.
    ///
    /// - Throws: with the fate `daemon`, where another process has it: two that recover each other's claims would do everything twice.
    package func lock() throws(SpoolError) -> FolderLock {
        let claims = Place(settings.inbox, HeldFile.folder)
        do {
            try files.makeRoot(settings.inbox)
            try files.makeFolders(claims)
            if let lock = try FolderLock.take(claims) { return lock }
        } catch {
            throw SpoolError(error).atStart()
        }
        throw SpoolError(
            code: .busy, fate: .daemon, problem: "Another copydesk works on this inbox",
            remedy: "Stop it first, or give this one an inbox of its own", place: settings.inbox)
    }
}

extension Spool {
    /// Makes the folders that are missing.
    ///
    /// - Throws: with the fate `daemon`, where one cannot be used.
    package func makeFolders() throws(SpoolError) {
        var roots = [settings.outbox, settings.quarantine]
        if case .archive(let archive) = settings.originals { roots.append(archive) }
        do {
            for root in roots {
                try files.makeRoot(root)
                try files.makeFolders(Place(root, Self.staging))
            }
        } catch {
            throw SpoolError(error).atStart()
        }
    }
}
