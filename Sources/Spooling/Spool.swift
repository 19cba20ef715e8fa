// SPDX-License-Identifier: Apache-2.0

package import Files
internal import Synchronization

/// The queue on disk: folders are its states and a rename is the step from one to the next.
///
/// ```
/// inbox/desk/a.txt ─▶ inbox/.claimed/TAG/desk/a.txt ─▶ archive/desk/a.txt and outbox/desk/a.txt.json
///                                                   └▶ quarantine/desk/a.txt and quarantine/desk/a.txt.reason.json
/// ```
/// A file is at every moment in one of them, whatever crashes. All verbs may be called from several tasks at once; they block on the disk.
package final class Spool: Sendable {
    let files: any FileSystem
    let time: TimeSource
    let settings: SpoolSettings

    /// Numbers the claims of this process, whichever manifest is in force.
    private static let counter = Atomic<Int>(0)
    /// Files that nobody can say are complete, as they looked when first seen.
    private let sightings = Mutex<[RelativePath: Sighting]>([:])

    /// Files put back a moment ago whose note could not be written, and until when they are left alone.
    private let resting = Mutex<[RelativePath: Duration]>([:])

    /// Whether another owner still lives.
    let life: @Sendable (ProcessIdentity) -> ProcessIdentity.Life
    /// The last sign that owners on other machines gave, and when it was first seen: their clocks need not agree with ours.
    let signs = Mutex<[ProcessIdentity: Sign]>([:])

    struct Sign {
        var beat: [UInt8]
        var since: Duration
    }

    struct Sighting {
        var size: Int
        var modified: Timestamp
        var since: Duration
    }

    package init(
        settings: SpoolSettings, files: any FileSystem = LiveFileSystem(), time: TimeSource = .live,
        life: @escaping @Sendable (ProcessIdentity) -> ProcessIdentity.Life = \.life
    ) {
        self.settings = settings
        self.files = files
        self.time = time
        self.life = life
    }

    /// A walk through what waits in the inbox now.
    package func arrivals() -> InboxScan {
        InboxScan(files: files, inbox: Place(settings.inbox), ignored: settings.ignored)
    }

    func bytes(of held: HeldFile) throws(SpoolError) -> [UInt8] {
        do {
            return try files.read(held.place, limit: settings.maximumSize)
        } catch {
            var told = SpoolError(error)
            // Its own folder is ours, so it is the file that may not be read.
            if error.code == .denied { told.fate = .document }
            throw told
        }
    }

    /// A name that no other claim on this disk has.
    func nextTag(attempt: Int) -> FileName? {
        FileName(ClaimTag(owner: settings.owner, serial: Self.counter.add(1, ordering: .relaxed).newValue, attempt: attempt).name)
    }

    /// Whether a file kept its size and time for long enough, counted from the first look: copies carry old times with them.
    func hasSettled(_ path: RelativePath, _ status: FileStatus) -> Bool {
        let now = time.elapsed()
        return sightings.withLock { sightings in
            if let seen = sightings[path], seen.size == status.size, seen.modified == status.modified {
                guard now - seen.since >= settings.settle else { return false }
                sightings[path] = nil
                return true
            }
            // Forgetting only means looking again.
            if sightings.count >= 10_000 { sightings.removeAll() }
            sightings[path] = Sighting(size: status.size, modified: status.modified, since: now)
            return false
        }
    }

    /// Leaves a file alone for a while. Putting it back is itself an event that wakes the daemon up; without a rest a full disk
    /// would have it work on the same article without end.
    func rest(_ path: RelativePath) {
        let until = time.elapsed() + settings.firstDelay
        resting.withLock { resting in
            // Forgetting only means trying sooner.
            if resting.count >= 10_000 { resting.removeAll() }
            resting[path] = until
        }
    }

    /// How much longer the file is left alone; `nil` for one that may be taken.
    func rest(of path: RelativePath) -> Duration? {
        let now = time.elapsed()
        return resting.withLock { resting in
            guard let until = resting[path] else { return nil }
            if until > now { return until - now }
            resting[path] = nil
            return nil
        }
    }

    /// A folder of the same path below another root. Where a file has a folder's name, the folder gets an underscore.
    func folder(_ path: RelativePath, in root: String) throws(FileError) -> Place {
        let plain = Place(root, path)
        do {
            try files.makeFolders(plain)
            return plain
        } catch {
            guard error.code == .notAFolder else { throw error }
        }
        var place = Place(root)
        for name in path.names {
            var bytes = name.bytes
            while try files.statusIfAny(of: place.appending(name.with(bytes))).map({ $0.kind != .folder }) ?? false {
                bytes.append(UInt8(ascii: "_"))
            }
            place = place.appending(name.with(bytes))
        }
        try files.makeFolders(place)
        return place
    }

    /// Moves without replacing, over the border of a file system too: there by a copy that is complete and synced before the original goes.
    func move(_ source: Place, to target: Place, tag: FileName) throws(FileError) {
        do {
            try files.move(source, to: target, replacing: false)
        } catch {
            guard error.code == .otherFileSystem else { throw error }
            let staging = Place(target.root, Self.staging)
            try files.makeFolders(staging)
            let staged = staging.appending(tag)
            try files.copy(source, to: staged)
            do {
                try files.move(staged, to: target, replacing: false)
            } catch {
                do { try files.remove(staged) } catch {}  // The sweep removes it; the first error is the one to tell.
                throw error
            }
            try files.sync(target.parent)
            try files.remove(source)
        }
    }

    /// Removes the claim's empty folders. What cannot be removed, the next start removes.
    func removeFolders(of held: HeldFile) {
        var path = held.path.parent
        let claim = Place(held.inbox, HeldFile.folder.appending(held.tag))
        do {
            while !path.isEmpty {
                try files.removeFolder(claim.appending(path))
                path = path.parent
            }
            try files.removeFolder(claim)
        } catch {}
    }

    static let staging = RelativePath(".staging")!
}

extension FileName {
    /// The name of these bytes, or the name itself where they make none.
    func with(_ bytes: [UInt8]) -> FileName { FileName(bytes) ?? self }
}
