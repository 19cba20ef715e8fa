// SPDX-License-Identifier: Apache-2.0

package import Files

extension Spool {
    /// The folder that is looked through.
    package var inbox: String { settings.inbox }

    /// The inbox and the folders that files leave it for.
    private var targets: [(name: String, root: String)] {
        var targets = [("outbox", settings.outbox), ("quarantine", settings.quarantine)]
        if case .archive(let archive) = settings.originals { targets.append(("archive", archive)) }
        return targets
    }

    /// The roots that files leave the inbox for.
    var roots: [String] { targets.map(\.root) }

    /// A walk through the results in the outbox.
    package func results() -> InboxScan { InboxScan(files: files, inbox: Place(settings.outbox), ignored: []) }

    /// The whole of a result.
    package func result(at path: RelativePath) throws(SpoolError) -> [UInt8] {
        try spooling { () throws(FileError) -> [UInt8] in try files.read(Place(settings.outbox, path), limit: .max) }
    }

    /// Makes the folders that are missing. Call it before anything else.
    ///
    /// - Throws: with the fate `daemon`, where one cannot be used.
    package func prepare() throws(SpoolError) {
        try checkLayout()
        do {
            try files.makeRoot(settings.inbox)
            try files.makeFolders(Place(settings.inbox, HeldFile.folder))
            for root in roots {
                try files.makeRoot(root)
                try files.makeFolders(Place(root, Self.staging))
            }
        } catch {
            throw SpoolError(error).atStart()
        }
    }

    /// A result that lies in the inbox would be taken for an article, and so on without end.
    private func checkLayout() throws(SpoolError) {
        for (name, folder) in targets where folder == settings.inbox || folder.hasPrefix(settings.inbox + "/") {
            throw SpoolError(
                code: .layout, fate: .daemon, problem: "The \(name) folder lies in the inbox, so its files would be taken for articles",
                remedy: "Choose a folder beside the inbox for \"\(name)\" in the manifest", place: folder)
        }
    }
}
