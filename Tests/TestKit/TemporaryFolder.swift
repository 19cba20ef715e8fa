// SPDX-License-Identifier: Apache-2.0

package import Files
import Glibc

/// A folder of a test's own, removed with all that is in it when the test ends.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        var template = Array("/tmp/copydesk-test-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw FileError(.other, at: Place("/tmp")) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? Self.empty(Place(path), removingItself: true) }

    package var place: Place { Place(path) }

    package static func empty(_ folder: Place, removingItself: Bool = false) throws(FileError) {
        let files = LiveFileSystem()
        var names: [FileName] = []
        var listing = try files.list(folder)
        while let entry = try listing.next() { names.append(entry.name) }
        for name in names {
            let place = folder.appending(name)
            if try files.isFolder(place) { try empty(place, removingItself: true) } else { try files.remove(place) }
        }
        if !removingItself { return }
        if folder.path.isEmpty { _ = unsafe rmdir(folder.root) } else { try files.removeFolder(folder) }
    }
}
