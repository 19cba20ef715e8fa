// SPDX-License-Identifier: Apache-2.0

internal import Files

extension Spool {
    /// Takes up what owners that are dead have left: their claims go back to the inbox, or to quarantine where too many died of them, and
    /// their half-written results are removed. May be called at any time, by any number of owners at once: every step is a rename or a
    /// removal that one of them wins.
    ///
    /// - Throws: where a folder of the spool's own cannot be read. A single file that cannot be put back stops nothing.
    package func recover() throws(SpoolError) -> Recovery {
        var recovery = Recovery()
        try spooling { () throws(FileError) in
            for root in [settings.inbox] + roots { try sweep(Place(root, Self.staging), &recovery) }
            try sweep(Place(settings.inbox, Self.attemptsFolder), &recovery)
            try returnClaims(&recovery)
            try sweepNotes()
        }
        return recovery
    }

    /// Removes what the dead have staged; everything in these folders is the spool's own.
    private func sweep(_ folder: Place, _ recovery: inout Recovery) throws(FileError) {
        for name in try names(in: folder) where !name.description.hasSuffix(".json") {
            do {
                if let owner = Self.owner(in: name), try !isDead(owner) { continue }
                try files.remove(folder.appending(name))
                recovery.swept += 1
            } catch {
                if error.code != .notFound { recovery.errors.append(SpoolError(error)) }
            }
        }
    }

    private func returnClaims(_ recovery: inout Recovery) throws(FileError) {
        let claims = Place(settings.inbox, HeldFile.folder)
        let names = try names(in: claims)
        var dead: Set<ProcessIdentity> = []
        for name in names {
            do {
                let owner = Self.owner(in: name)
                if let owner, try !isDead(owner) { continue }
                if let owner { dead.insert(owner) }
                if try files.isFolder(claims.appending(name)) { try returnClaim(name, &recovery) }
            } catch {
                // Another recovers it at the same time.
                if error.code != .notFound { recovery.errors.append(SpoolError(error)) }
            }
        }
        // Their signs go last: claims that could not be returned are to be found dead again.
        guard recovery.errors.isEmpty else { return }
        for name in names {
            guard let owner = Self.owner(in: name), dead.contains(owner) else { continue }
            do { try files.remove(claims.appending(name)) } catch {}
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
            let names = try names(in: claim.appending(folder))
            for path in names.map(folder.appending) {
                if isCompanion(path, among: names) { continue }
                if try files.isFolder(claim.appending(path)) {
                    pending.append(path)
                } else {
                    try giveBack(HeldFile(tag: tag, path: path, inbox: settings.inbox), &recovery)
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

    /// The attempt that was cut off is noted before the file can be taken again.
    private func giveBack(_ held: HeldFile, _ recovery: inout Recovery) throws(FileError) {
        try removeOrphanedReasons(of: held)
        if held.attempt > 0, !isCompanion(held.path) {
            let note = try note(
                of: held, died: true, "died", "The program died while it was at work on this file",
                "Nothing; it is tried again, and put into quarantine if that happens \(settings.attempts) times")
            try write(note, of: held.path, tag: held.tag)
            if note.deaths >= settings.attempts {
                let reason = Reason.poison(note.deaths, attempts: note.attempts)
                recovery.poisoned.append(
                    Recovery.Poisoned(file: held.path.description, reason: reason, place: try putIntoQuarantine(held, reason)))
                return
            }
        }
        try putBack(held)
        recovery.returned += 1
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
