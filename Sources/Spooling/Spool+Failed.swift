// SPDX-License-Identifier: Apache-2.0

package import Files

/// A file in quarantine.
package struct FailedFile: Hashable, Sendable {
    /// Below the quarantine folder.
    package var path: RelativePath
    package var reason: Reason
}

extension Spool {
    private static let reasonLimit = 1 << 20

    /// What lies in quarantine with a reason beside it, in the folder's order.
    package func failed() throws(SpoolError) -> [FailedFile] {
        var found: [FailedFile] = []
        var scan = InboxScan(files: files, inbox: Place(settings.quarantine), ignored: [])
        while let file = try scan.next() {
            if let reason = try reason(of: file.path) { found.append(FailedFile(path: file.path, reason: reason)) }
        }
        return found
    }

    /// `nil` for a file that has none, as the reasons themselves.
    func reason(of path: RelativePath) throws(SpoolError) -> Reason? {
        guard let name = path.last else { return nil }
        let place = Place(settings.quarantine, path.parent).appending(TargetName.beside(name, Self.reasonSuffix))
        return try spooling { () throws(FileError) -> Reason? in
            do throws(FileError) {
                return Reason(json: try files.read(place, limit: Self.reasonLimit))
            } catch {
                if error.code == .notFound { return nil }
                throw error
            }
        }
    }

    /// Puts a file from quarantine back into the inbox, beside a newer one of its name under a number; its attempts begin anew.
    ///
    /// The original goes first: at every moment it is in one of the two. A reason that is left alone by a crash says nothing false, and
    /// the next file of that name that fails takes another.
    ///
    /// - Returns: its path below the inbox, printable.
    package func retry(_ file: FailedFile) throws(SpoolError) -> String {
        try spooling { () throws(FileError) -> String in
            guard let name = file.path.last, let tag = nextTag(attempt: 0) else { throw FileError(.unsupported, at: Place(settings.inbox)) }
            let source = Place(settings.quarantine, file.path)
            let folder = try folder(file.path.parent, in: settings.inbox)
            try takeBackCompanions(of: file.path, from: source.parent, to: folder, tag: tag)
            let place = try firstFree(name, tag, in: folder) { place throws(FileError) in try move(source, to: place, tag: tag) }
            try files.sync(folder)
            try files.remove(source.parent.appending(TargetName.beside(name, Self.reasonSuffix)))
            return place.path.description
        }
    }
}
