// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Glibc

/// An empty folder of one plugin process, removed with all that is in it when the process has ended.
final class Scratch: Sendable {
    let path: String

    /// `nil` where no folder can be made.
    ///
    /// - Parameter owner: whose it is to be; `nil` for ours.
    init?(owner: UInt32?) {
        var template = Array("/tmp/copydesk-plugin-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if let owner { _ = unsafe chown(path, owner, owner) }
    }

    deinit {
        do { try Self.empty(Place(path)) } catch {}
        _ = unsafe rmdir(path)
    }

    private static func empty(_ folder: Place) throws(FileError) {
        let files = LiveFileSystem()
        var names: [FileName] = []
        var listing = try files.list(folder)
        while let entry = try listing.next() { names.append(entry.name) }
        for place in names.map(folder.appending) {
            if try files.isFolder(place) {
                try empty(place)
                try files.removeFolder(place)
            } else {
                try files.remove(place)
            }
        }
    }
}
