// SPDX-License-Identifier: Apache-2.0

internal import Files

extension Spool {
    static let attemptsFolder = RelativePath(".attempts")!
    /// The largest note that is read. Bytes.
    private static let noteLimit = 1 << 16
    /// Notes of files that went away are removed this long after they fell due.
    private static let staleAfter: Duration = .seconds(7 * 86_400)

    private func place(ofNote path: RelativePath) -> Place {
        let name = FileName("\(TargetName.hexadecimal(path.bytes)).json")!
        return Place(settings.inbox, Self.attemptsFolder).appending(name)
    }

    /// What is remembered of a file that lies in the inbox; `nil` for one that was never tried.
    func note(of path: RelativePath, _ status: FileStatus) throws(FileError) -> AttemptNote? {
        guard let note = try note(at: place(ofNote: path)), note.belongs(to: status) else { return nil }
        return note
    }

    private func note(at place: Place) throws(FileError) -> AttemptNote? {
        do {
            return AttemptNote(json: try files.read(place, limit: Self.noteLimit))
        } catch {
            switch error.code {
            case .notFound, .notAFolder, .tooLarge, .notRegular, .isAFolder: return nil
            default: throw error
            }
        }
    }

    func write(_ note: AttemptNote, of path: RelativePath, tag: FileName) throws(FileError) {
        try files.makeFolders(Place(settings.inbox, Self.attemptsFolder))
        try files.write(note.json, to: place(ofNote: path), staging: tag)
    }

    /// For a file that is settled. A note that stays belongs to no file that lies in the inbox, and is swept some day.
    func forgetNote(of held: HeldFile) {
        guard held.attempt != 1 else { return }
        do { try files.remove(place(ofNote: held.path)) } catch {}
    }

    /// The note of an attempt that ended without a result. Does not count an attempt that it knows already.
    func note(of held: HeldFile, died: Bool, _ code: String, _ problem: String, _ remedy: String) throws(FileError) -> AttemptNote {
        let status = try files.status(of: held.place)
        let earlier = try note(of: held.path, status)
        let claim = held.tag.description
        let deaths = earlier?.deaths ?? 0
        if let earlier, earlier.claim == claim { return earlier }
        let attempts = max(held.attempt, (earlier?.attempts ?? 0) + 1)
        let now = time.now()
        return AttemptNote(
            file: held.path.description, attempts: attempts, deaths: deaths + (died ? 1 : 0), code: code, problem: problem, remedy: remedy,
            last: now, next: now.advanced(by: delay(after: died ? deaths : attempts, of: held.path)), claim: claim, size: status.size,
            modified: status.modified)
    }

    /// Doubled with every failure, and shifted by up to a quarter so that files that failed together do not come back together. After
    /// the first death of the program there is none: mostly it was not the file's fault.
    func delay(after failures: Int, of path: RelativePath) -> Duration {
        guard failures > 0 else { return .zero }
        let doubled = settings.firstDelay * (1 << min(failures - 1, 30))
        let jitter = path.bytes.reduce(into: UInt64(failures)) { $0 = ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return min(doubled, settings.longestDelay) * (0.75 + Double(jitter >> 32 & 0xFFFF) / 0x1_FFFF)
    }

    /// Every file that was tried and waits for another time.
    package func notes() throws(SpoolError) -> [AttemptNote] {
        try spooling { () throws(FileError) -> [AttemptNote] in
            var notes: [AttemptNote] = []
            let folder = Place(settings.inbox, Self.attemptsFolder)
            for name in try names(in: folder) { if let note = try note(at: folder.appending(name)) { notes.append(note) } }
            return notes
        }
    }

    func sweepNotes() throws(FileError) {
        let folder = Place(settings.inbox, Self.attemptsFolder)
        let now = time.now()
        for name in try names(in: folder) {
            let place = folder.appending(name)
            // What was written later cannot be stale: this runs often, and there may be many.
            guard let status = try files.statusIfAny(of: place), now.duration(since: status.modified) >= Self.staleAfter else { continue }
            guard let note = try note(at: place), now.duration(since: note.next) < Self.staleAfter else {
                // Half-written ones have their claim's name and are swept with its owner's; what is no note at all is of no use.
                if name.description.hasSuffix(".json") { try files.remove(place) }
                continue
            }
        }
    }

    /// Of a folder of the spool's own, which stays small; empty where there is none.
    func names(in folder: Place) throws(FileError) -> [FileName] {
        var names: [FileName] = []
        do {
            var listing = try files.list(folder)
            while let entry = try listing.next() { names.append(entry.name) }
        } catch {
            guard error.code == .notFound else { throw error }
        }
        return names
    }
}
