// SPDX-License-Identifier: Apache-2.0

internal import Files

extension Spool {
    static let reasonSuffix = "reason.json"

    func quarantine(_ held: HeldFile, _ reason: Reason) throws(SpoolError) -> String {
        try spooling { () throws(FileError) -> String in try putIntoQuarantine(held, reason) }
    }

    /// The reason goes first and takes the name for both; so an original in quarantine always has its reason. If we are cut off between
    /// the two, `recover()` removes the reason that has no original.
    ///
    /// - Returns: the path below the quarantine folder, printable.
    func putIntoQuarantine(_ held: HeldFile, _ reason: Reason) throws(FileError) -> String {
        guard let name = held.path.last else { throw FileError(.unsupported, at: held.place) }
        let staging = Place(settings.quarantine, Self.staging)
        try files.makeFolders(staging)
        let folder = try folder(held.path.parent, in: settings.quarantine)
        let staged = staging.appending(held.tag)
        var reason = reason
        reason.attempts = max(reason.attempts, held.attempt)
        try files.create(staged, holding: reason.json(file: held.path, failed: time.now()))
        do {
            for candidate in Self.numbered(name, tag: held.tag) where try take(held, candidate, staged, folder) {
                let place = folder.appending(candidate)
                finishQuarantine(held, folder)
                return place.path.description
            }
        } catch {
            do { try files.remove(staged) } catch {}  // Named already, or left to the next start.
            throw error
        }
        do { try files.remove(staged) } catch {}
        throw FileError(.exists, at: folder.appending(name))
    }

    /// - Returns: whether both names were free and are taken now.
    private func take(_ held: HeldFile, _ name: FileName, _ staged: Place, _ folder: Place) throws(FileError) -> Bool {
        let reason = folder.appending(TargetName.beside(name, Self.reasonSuffix))
        do {
            try files.move(staged, to: reason, replacing: false)
        } catch {
            if error.code == .exists { return false }
            throw error
        }
        do {
            // Until here the reason may be lost with the power, and the original is still claimed.
            try files.sync(folder)
            try move(held.place, to: folder.appending(name), tag: held.tag)
            return true
        } catch {
            try files.move(reason, to: staged, replacing: false)
            if error.code == .exists { return false }
            throw error
        }
    }

    /// The file is settled; what fails here is only that its place is not yet known to survive a loss of power.
    private func finishQuarantine(_ held: HeldFile, _ folder: Place) {
        do {
            try files.sync(folder)
            try files.sync(held.place.parent)
            try moveCompanions(of: held, to: folder)
        } catch {}
        removeFolders(of: held)
        forgetNote(of: held)
        removeMarker(of: held)
    }
}
