// SPDX-License-Identifier: Apache-2.0

internal import Files

extension Spool {
    /// How soon to look again at a file that somebody has open. Mostly the watcher tells sooner.
    private static let secondLook: Duration = .seconds(1)

    /// How soon to look again at a file without its marker. Mostly the watcher tells sooner.
    private static let markerLook: Duration = .seconds(60)

    /// Where a file's marker lies; `nil` where it needs none.
    private func marker(of path: RelativePath) -> Place? {
        guard let marker = settings.marker, let name = path.last, let beside = FileName(name.bytes + Array(marker.utf8)) else { return nil }
        return Place(settings.inbox, path.parent.appending(beside))
    }

    /// For a file that is settled.
    func removeMarker(of held: HeldFile) {
        guard let marker = marker(of: held.path) else { return }
        do { try files.remove(marker) } catch {}
    }

    /// Takes a file out of the inbox by renaming it, which only one can win.
    ///
    /// Whether somebody still writes to it is asked before, so that it is not moved to and fro, and after, because somebody may have
    /// opened it in between; then nobody can any more.
    ///
    /// - Throws: where the disk or a permission stands in the way; the file is where it was.
    package func claim(_ arrival: Arrival) throws(SpoolError) -> ClaimAnswer {
        do {
            return try claimFile(arrival)
        } catch {
            if error.code == .notFound { return .gone }
            throw SpoolError(error)
        }
    }

    private func claimFile(_ arrival: Arrival) throws(FileError) -> ClaimAnswer {
        // A hint comes straight from the watcher, which knows no patterns.
        if isIgnored(arrival.path) { return .gone }
        if let rest = rest(of: arrival.path) { return .resting(for: rest, afterDeath: false) }
        let place = Place(settings.inbox, arrival.path)
        guard let status = try files.statusIfAny(of: place), status.kind != .folder else { return .gone }
        if let marker = marker(of: arrival.path), try files.statusIfAny(of: marker) == nil {
            return .stillWritten(lookAgainAfter: Self.markerLook)
        }
        let note = try note(of: arrival.path, status)
        if let note, let rest = note.rest(at: time.now(), longest: settings.longestDelay) {
            return .resting(for: rest, afterDeath: note.deaths > 0)
        }
        let attempt = (note?.attempts ?? 0) + 1
        if isRefusedUnopened(status) { return try refuse(try hold(arrival.path, attempt)) }
        switch try writers(of: place) {
        case .readable(.some): return .stillWritten(lookAgainAfter: Self.secondLook)
        case .readable(let writers) where (writers == .unknown || settings.settlesAlways) && !hasSettled(arrival.path, status):
            return .stillWritten(lookAgainAfter: settings.settle)
        case .readable, .unreadable: break
        }
        let held = try hold(arrival.path, attempt)
        do {
            try takeCompanions(of: held)
            if try writers(of: held.place) == .readable(.some) {
                try putBack(held)
                return .stillWritten(lookAgainAfter: Self.secondLook)
            }
            if try reasonToRefuse(held) != nil { return try refuse(held) }
            let size = try files.status(of: held.place).size
            return .claimed(Claim(held, size: size, received: time.now(), spool: self))
        } catch {
            putBackIfPossible(held)
            throw error
        }
    }

    /// As a scan has it: folders with a dot are the spool's own, whatever the patterns say.
    private func isIgnored(_ path: RelativePath) -> Bool {
        path.parent.names.contains { $0.bytes.first == UInt8(ascii: ".") }
            || path.names.contains { name in settings.ignored.contains { $0.matches(name) } }
    }

    private enum Access: Equatable {
        case readable(Writers)
        /// By us, or it stopped being a regular file.
        case unreadable
    }

    private func writers(of place: Place) throws(FileError) -> Access {
        do {
            return .readable(try files.writers(of: place))
        } catch {
            if error.code == .denied || error.code == .notRegular { return .unreadable }
            throw error
        }
    }

    /// Whether the look from outside is enough: opening a pipe or device can do harm, and root can read what nobody may.
    private func isRefusedUnopened(_ status: FileStatus) -> Bool {
        status.kind != .regular || status.permissions & 0o444 == 0
    }

    private func reasonToRefuse(_ held: HeldFile) throws(FileError) -> Reason? {
        let status = try files.status(of: held.place)
        if status.kind != .regular { return .notRegular(status.kind) }
        if status.permissions & 0o444 == 0 { return .unreadable(status.permissions) }
        if status.size > settings.maximumSize { return .tooLarge(status.size, limit: settings.maximumSize) }
        return try writers(of: held.place) == .unreadable ? .unreadable(status.permissions) : nil
    }

    private func refuse(_ held: HeldFile) throws(FileError) -> ClaimAnswer {
        do {
            guard let reason = try reasonToRefuse(held) else {
                // It became an ordinary file between two looks.
                try putBack(held)
                return .stillWritten(lookAgainAfter: Self.secondLook)
            }
            return .refused(reason, quarantined: try putIntoQuarantine(held, reason))
        } catch {
            putBackIfPossible(held)
            throw error
        }
    }

    /// Renames into a folder of its own. Not synced: after a loss of power the file is at one of the two places, and both are looked at.
    private func hold(_ path: RelativePath, _ attempt: Int) throws(FileError) -> HeldFile {
        while true {
            guard let tag = nextTag(attempt: attempt) else { throw FileError(.unsupported, at: Place(settings.inbox)) }
            let held = HeldFile(tag: tag, path: path, inbox: settings.inbox)
            let claim = Place(settings.inbox, HeldFile.folder.appending(tag))
            do {
                try files.makeFolder(claim)
            } catch {
                if error.code == .exists { continue }
                guard error.code == .notFound else { throw error }
                // Somebody tidied up `.claimed`.
                try files.makeFolders(claim.parent)
                continue
            }
            do {
                for count in 1..<max(1, path.names.count) {
                    try files.makeFolder(claim.appending(RelativePath(Array(path.names.prefix(count)))))
                }
                try files.move(held.home, to: held.place, replacing: false)
                return held
            } catch {
                removeFolders(of: held)
                throw error
            }
        }
    }

    /// Puts a file back where it was; beside a newer one of its name, under a number.
    func putBack(_ held: HeldFile) throws(FileError) {
        guard let name = held.path.last else { return }
        let folder = try folder(held.path.parent, in: settings.inbox)
        _ = try firstFree(name, held.tag, in: folder) { place throws(FileError) in
            try files.move(held.place, to: place, replacing: false)
        }
        try moveCompanions(of: held, to: folder)
        removeFolders(of: held)
    }

    /// Tries the name, then numbered ones, until one is not taken.
    ///
    /// - Parameter take: throws `exists` where the place is taken.
    func firstFree(
        _ name: FileName, _ tag: FileName, in folder: Place, _ take: (Place) throws(FileError) -> Void
    ) throws(FileError) -> Place {
        for candidate in Self.numbered(name, tag: tag) {
            let place = folder.appending(candidate)
            do {
                try take(place)
                return place
            } catch {
                guard error.code == .exists else { throw error }
            }
        }
        throw FileError(.exists, at: folder.appending(name))
    }

    /// For those who can do no more about a failure: the file then lies in `.claimed` until somebody recovers it.
    func putBackIfPossible(_ held: HeldFile) {
        rest(held.path)
        do { try putBack(held) } catch {}
    }

    /// Puts a file back for another try, which is noted first. Where not even the note can be written, as on a full disk, it rests in memory.
    func putBackForRetry(_ held: HeldFile, _ error: SpoolError) {
        putBackForRetry(held, error.code.rawValue, error.problem, error.remedy)
    }

    func putBackForRetry(_ held: HeldFile, _ code: String, _ problem: String, _ remedy: String) {
        do {
            let note = try note(of: held, died: false, code, problem, remedy)
            try write(note, of: held.path, tag: held.tag)
            try putBack(held)
        } catch {
            putBackIfPossible(held)
        }
    }

    /// The name, then with numbers, then with a tag that nothing else has.
    static func numbered(_ name: FileName, tag: FileName) -> [FileName] {
        let words = (2...9).map(String.init) + [tag.description]
        return [name] + words.map { TargetName.inserting($0, into: name) }
    }
}
