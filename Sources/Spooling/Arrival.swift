// SPDX-License-Identifier: Apache-2.0

package import Files

/// A file seen in the inbox. Only a hint: by the time that somebody claims it, it may be gone or another.
package struct Arrival: Hashable, Sendable {
    /// Below the inbox.
    package var path: RelativePath
    package var kind: FileKind

    package init(path: RelativePath, kind: FileKind) {
        self.path = path
        self.kind = kind
    }
}

extension Arrival: CustomStringConvertible {
    /// The path, printable.
    package var description: String { path.description }
}
