// SPDX-License-Identifier: Apache-2.0

internal import Files

/// One place where a file, or what was made of it, was found.
package struct Whereabouts: Sendable {
    package enum State: String, Sendable {
        /// In the inbox.
        case waiting
        /// In the inbox, after an attempt that ended without a result.
        case resting
        /// Claimed by a program that lives.
        case working
        /// Claimed by a program that died, or on a machine that gives no sign.
        case abandoned
        case failed, archived, result
    }

    package var state: State
    /// Printable, below the folder of the state.
    package var path: String
    /// Of what is resting.
    package var note: AttemptNote?
    /// Of what failed.
    package var reason: Reason?
    /// Of what is claimed.
    package var attempt: Int?
}

extension Spool {
    /// Looks through all folders for a file.
    ///
    /// - Parameter name: its path below the inbox, or its name alone.
    package func whereabouts(of name: String) throws(SpoolError) -> [Whereabouts] {
        let wanted = RelativePath(name) ?? RelativePath()
        guard let last = wanted.last else { return [] }
        var found: [Whereabouts] = []
        for claim in try claims() where Self.matches(claim.path, wanted) {
            let isDead = try spooling { () throws(FileError) -> Bool in
                guard let owner = Self.owner(in: claim.tag) else { return true }
                return life(owner) == .dead
            }
            found.append(Whereabouts(state: isDead ? .abandoned : .working, path: claim.path.description, attempt: claim.attempt))
        }
        try scan(settings.inbox) { path throws(SpoolError) in
            guard Self.matches(path, wanted) else { return }
            let note = try spooling { () throws(FileError) -> AttemptNote? in
                guard let status = try files.statusIfAny(of: Place(settings.inbox, path)) else { return nil }
                return try self.note(of: path, status)
            }
            found.append(Whereabouts(state: note == nil ? .waiting : .resting, path: path.description, note: note))
        }
        try scan(settings.quarantine) { path throws(SpoolError) in
            if Self.matches(path, wanted), let reason = try reason(of: path) {
                found.append(Whereabouts(state: .failed, path: path.description, reason: reason))
            }
        }
        if case .archive(let archive) = settings.originals {
            try scan(archive) { path throws(SpoolError) in
                if Self.matches(path, wanted) { found.append(Whereabouts(state: .archived, path: path.description)) }
            }
        }
        let results = last.bytes + [UInt8(ascii: ".")]
        try scan(settings.outbox) { path throws(SpoolError) in
            guard let name = path.last, name.bytes.starts(with: results), wanted.parent.isEmpty || wanted.parent == path.parent else {
                return
            }
            found.append(Whereabouts(state: .result, path: path.description))
        }
        return found
    }

    private func scan(_ root: String, _ body: (RelativePath) throws(SpoolError) -> Void) throws(SpoolError) {
        var scan = InboxScan(files: files, inbox: Place(root), ignored: [])
        while let file = try scan.next() { try body(file.path) }
    }

    /// The same path, or the same name where no folder was given.
    private static func matches(_ path: RelativePath, _ wanted: RelativePath) -> Bool {
        wanted.parent.isEmpty ? path.last == wanted.last : path == wanted
    }

    /// How many files are claimed now, by anybody.
    package func claimedCount() throws(SpoolError) -> Int { try claims().count }

    private func claims() throws(SpoolError) -> [HeldFile] {
        let folder = Place(settings.inbox, HeldFile.folder)
        let tags = try spooling { () throws(FileError) -> [FileName] in try names(in: folder) }
        var held: [HeldFile] = []
        for tag in tags {
            guard try spooling({ () throws(FileError) -> Bool in try files.isFolder(folder.appending(tag)) }) else { continue }
            var scan = InboxScan(files: files, inbox: folder.appending(tag), ignored: [])
            do {
                while let file = try scan.next() {
                    held.append(HeldFile(tag: tag, path: file.path, inbox: settings.inbox))
                }
            } catch {
                // Settled meanwhile.
                if error.code != .vanished { throw error }
            }
        }
        return held
    }
}
