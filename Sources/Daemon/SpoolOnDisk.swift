// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Manifests
package import Spooling

extension Spool {
    /// The spool that a manifest names, for commands that look into it beside a daemon that runs, or without one.
    ///
    /// - Throws: `Desk.Failure` where the manifest is bad or a folder cannot be used.
    package static func open(manifest path: String) throws(Desk.Failure) -> Spool {
        let file = ManifestOnDisk(path)
        do {
            let spool = Spool(settings: SpoolSettings(try file.plan().manifest, folder: file.folder))
            try spool.prepare()
            return spool
        } catch let error as ManifestOnDisk.Unusable {
            throw Desk.Failure(error)
        } catch {
            throw .environment("\(error)")
        }
    }
}
