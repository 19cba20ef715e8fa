// SPDX-License-Identifier: Apache-2.0

internal import Files

/// A walk through the inbox that gives one arrival at a time.
///
/// Nothing is collected or sorted, so a million waiting files cost no memory and the first is there at once. Folders are taken one
/// after another; only the names of folders still to be read are kept.
package struct InboxScan: ~Copyable, Sendable {
    /// How many errors are kept for the log.
    private static let keptErrors = 16

    /// Folders that could not be read, at most sixteen of them.
    package private(set) var errors: [SpoolError] = []

    /// How many folders were opened so far.
    package private(set) var folders = 0

    private let files: any FileSystem
    private let inbox: Place
    private let ignored: [NamePattern]
    private var pending: [RelativePath] = [RelativePath()]
    private var folder = RelativePath()
    private var listing: FolderListing?

    init(files: any FileSystem, inbox: Place, ignored: [NamePattern]) {
        self.files = files
        self.inbox = inbox
        self.ignored = ignored
        self.listing = nil
    }

    /// The next file that is not ignored, or `nil` at the end.
    ///
    /// - Throws: when the inbox itself cannot be read.
    package mutating func next() throws(SpoolError) -> Arrival? {
        while true {
            do {
                guard let entry = try nextEntry() else { return nil }
                if let arrival = try arrival(entry) { return arrival }
            } catch {
                listing = nil
                if folder.isEmpty { throw SpoolError(error) }
                // A folder that went meanwhile is nobody's error.
                if error.code != .notFound, error.code != .notAFolder, errors.count < Self.keptErrors { errors.append(SpoolError(error)) }
            }
        }
    }

    private mutating func nextEntry() throws(FileError) -> FolderListing.Entry? {
        while true {
            if listing != nil {
                if let entry = try listing!.next() { return entry }
                listing = nil
            }
            guard let next = pending.popLast() else { return nil }
            folder = next
            listing = try files.list(inbox.appending(next))
            folders += 1
        }
    }

    /// `nil` for a folder, which is put aside, and for what is ignored.
    private mutating func arrival(_ entry: FolderListing.Entry) throws(FileError) -> Arrival? {
        if ignored.contains(where: { $0.matches(entry.name) }) { return nil }
        let path = folder.appending(entry.name)
        var kind = entry.kind
        if kind == .unknown {
            guard let status = try files.statusIfAny(of: inbox.appending(path)) else { return nil }
            kind = status.kind
        }
        if kind == .folder {
            // Folders with a dot are the spool's own, whatever the patterns say.
            if entry.name.bytes.first != UInt8(ascii: ".") { pending.append(path) }
            return nil
        }
        return Arrival(path: path, kind: kind)
    }
}
