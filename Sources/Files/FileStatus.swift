// SPDX-License-Identifier: Apache-2.0

/// What a directory entry is. A link is a link, whatever it leads to.
package enum FileKind: Hashable, Sendable {
    case regular, folder, link, pipe, socket, device
    /// The file system does not say while listing; `status(of:)` does.
    case unknown
}

/// What the file system knows of a file, links not followed.
package struct FileStatus: Hashable, Sendable {
    package var kind: FileKind
    /// Bytes.
    package var size: Int
    /// The lower twelve bits of the mode.
    package var permissions: UInt32
    package var modified: Timestamp

    package init(kind: FileKind, size: Int, permissions: UInt32, modified: Timestamp) {
        self.kind = kind
        self.size = size
        self.permissions = permissions
        self.modified = modified
    }
}

/// Whether somebody has a file open for writing.
package enum Writers: Hashable, Sendable {
    case none, some
    /// This file system, or the owner of the file, does not let us know.
    case unknown
}
