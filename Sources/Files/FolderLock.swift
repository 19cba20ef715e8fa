// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Says to other processes that this one works on a folder. The kernel gives it up when the process ends, however it ends.
package final class FolderLock: Sendable {
    private let descriptor: Descriptor

    private init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

    /// - Returns: `nil` where another process holds it.
    package static func take(_ folder: Place) throws(FileError) -> FolderLock? {
        let descriptor = try Descriptor.open(folder, O_RDONLY | O_DIRECTORY)
        do {
            try checked(folder) { Int(flock(descriptor.raw, LOCK_EX | LOCK_NB)) }
        } catch {
            if error.errno == "EAGAIN" || error.errno == "EWOULDBLOCK" { return nil }
            throw error
        }
        return FolderLock(descriptor)
    }
}
