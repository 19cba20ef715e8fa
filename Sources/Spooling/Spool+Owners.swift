// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Synchronization

extension Spool {
    private static let beatSuffix = ".alive"

    private func beat(of owner: ProcessIdentity) -> Place {
        Place(settings.inbox, HeldFile.folder).appending(FileName(owner.word + Self.beatSuffix)!)
    }

    /// Gives a sign of life, for copydesks on other machines that work on the same inbox. Call it several times a lease.
    package func giveSign() throws(SpoolError) {
        let beat = Array("\(time.now().milliseconds)\n".utf8)
        try spooling { () throws(FileError) in
            try files.write(beat, to: self.beat(of: settings.owner), staging: FileName(settings.owner.word + ".beat")!)
        }
    }

    /// At an orderly end, when nothing is claimed any more.
    package func removeSign() { do { try files.remove(beat(of: settings.owner)) } catch {} }

    /// Whether nobody will settle the claims of this owner any more. Of one on another machine we know only that its sign has not
    /// changed for the time of a lease, by our own clock.
    func isDead(_ owner: ProcessIdentity) throws(FileError) -> Bool {
        if owner == settings.owner { return false }
        switch life(owner) {
        case .alive: return false
        case .dead: return true
        case .elsewhere: break
        }
        var sign: [UInt8] = []
        do { sign = try files.read(beat(of: owner), limit: 64) } catch { if error.code != .notFound { throw error } }
        let now = time.elapsed()
        return signs.withLock { signs in
            if let known = signs[owner], known.beat == sign { return now - known.since >= settings.lease }
            signs[owner] = Sign(beat: sign, since: now)
            return false
        }
    }

    /// The owner that a name in `.claimed` or `.staging` begins with.
    static func owner(in name: FileName) -> ProcessIdentity? {
        ProcessIdentity(String(name.description.prefix { $0 != "." }))
    }
}
