// SPDX-License-Identifier: Apache-2.0

internal import Files
package import Ledger
package import Manifests
package import Spooling

/// What a manifest names on the disk, for commands that look into it beside a daemon that runs, or without one.
package struct DeskOnDisk: Sendable {
    package let plan: Plan
    package let spool: Spool
    /// The state folder.
    package let state: String

    /// - Throws: `Desk.Failure` where the manifest is bad or a folder cannot be used.
    package init(manifest path: String) throws(Desk.Failure) {
        let file = ManifestOnDisk(path)
        do {
            plan = try file.plan()
        } catch {
            throw Desk.Failure(error)
        }
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
