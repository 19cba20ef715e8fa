// SPDX-License-Identifier: Apache-2.0

internal import Files
package import Ledger
internal import Logging
package import Manifests
package import Spooling

/// What a manifest names on the disk, for commands that look into it beside a daemon that runs, or without one.
package struct DeskOnDisk: Sendable {
    package let plan: Plan
    package let spool: Spool
    /// The state folder.
    package let state: String
    /// The manifest's own folder.
    let folder: String

    /// Every folder that the manifest names.
    var folders: [(name: String, root: String)] {
        let manifest = plan.manifest
        return [
            ("inbox", manifest.inbox), ("outbox", manifest.outbox), ("archive", manifest.archive), ("quarantine", manifest.quarantine),
            ("state", manifest.state),
        ].filter { $0.0 != "archive" || manifest.originals == .archive }.map { ($0.0, manifest.path($0.1, in: folder)) }
    }

    /// - Parameter model: for a command that goes by what the chain would make; others can do without.
    /// - Throws: `Desk.Failure` where the manifest is bad or a folder cannot be used.
    package init(manifest path: String, model: StageModel = StageModel()) throws(Desk.Failure) {
        let file = ManifestOnDisk(path, model: model, logger: Logger(label: "copydesk", factory: { _ in SwiftLogNoOpLogHandler() }))
        do {
            plan = try file.plan()
        } catch {
            throw Desk.Failure(error)
        }
        folder = file.folder
        state = plan.manifest.path(plan.manifest.state, in: file.folder)
        spool = Spool(settings: SpoolSettings(plan.manifest, folder: file.folder))
        do {
            try spool.prepare()
        } catch {
            throw .environment("\(error)")
        }
    }

    /// What became of the files of a name, the latest first; nothing where there is no ledger.
    package func history(of name: String) throws(LedgerError) -> [LedgerEntry] { try Ledger(in: state).history(of: name) }
}
