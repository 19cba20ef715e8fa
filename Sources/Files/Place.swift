// SPDX-License-Identifier: Apache-2.0

/// Where a file lies: a folder that the operator named, and a path below it that strangers named.
///
/// The root is trusted and may be a link; no component below it is ever followed if it is one.
package struct Place: Hashable, Sendable {
    package var root: String
    package var path: RelativePath

    package init(_ root: String, _ path: RelativePath = RelativePath()) {
        self.root = root
        self.path = path
    }

    package var parent: Place { Place(root, path.parent) }
    package func appending(_ name: FileName) -> Place { Place(root, path.appending(name)) }
    package func appending(_ path: RelativePath) -> Place { Place(root, self.path.appending(path)) }
}

extension Place: CustomStringConvertible {
    package var description: String { path.isEmpty ? root : "\(root)/\(path)" }
}
