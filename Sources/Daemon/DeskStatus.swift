// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import Files
internal import Spooling

/// What lies where, and what the daemons on this machine say of themselves.
package struct DeskStatus: Sendable {
    /// The content of each living daemon's status file.
    package var running: [JSON] = []
    /// Status files of daemons that died without taking leave.
    package var died = 0
    /// In the inbox, those that rest included.
    package var waiting = 0
    /// In the inbox, to be tried again later.
    package var resting = 0
    package var claimed = 0
    package var quarantined = 0
}

extension DeskOnDisk {
    private static let reportLimit = 1 << 20

    /// - Throws: `SpoolError` where a folder cannot be read.
    package func status() throws -> DeskStatus {
        var status = DeskStatus()
        try readReports(into: &status)
        var scan = spool.arrivals()
        while try scan.next() != nil { status.waiting += 1 }
        status.resting = try spool.notes().count
        status.claimed = try spool.claimedCount()
        status.quarantined = try spool.failed().count
        return status
    }

    private func readReports(into status: inout DeskStatus) throws {
        let files = LiveFileSystem()
        let folder = Place(state, StatusFile.folder)
        guard try files.statusIfAny(of: folder) != nil else { return }
        var listing = try files.list(folder)
        while let entry = try listing.next() {
            let name = entry.name.description
            guard name.hasSuffix(".json"), let owner = ProcessIdentity(String(name.dropLast(5))) else { continue }
            guard owner.life == .alive else {
                status.died += 1
                continue
            }
            do {
                status.running.append(try JSONParser.parse(try files.read(folder.appending(entry.name), limit: Self.reportLimit)))
            } catch {}  // It ended just now.
        }
    }

    /// Removes the status files of daemons that died.
    static func sweepReports(in state: String) throws(FileError) {
        let files = LiveFileSystem()
        let folder = Place(state, StatusFile.folder)
        guard try files.statusIfAny(of: folder) != nil else { return }
        var listing = try files.list(folder)
        while let entry = try listing.next() {
            let word = entry.name.description.prefix { $0 != "." }
            if let owner = ProcessIdentity(String(word)), owner.life == .dead { try files.remove(folder.appending(entry.name)) }
        }
    }
}
