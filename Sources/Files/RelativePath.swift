// SPDX-License-Identifier: Apache-2.0

/// A path below some folder. It cannot lead out of it: there is no `..` in it, and no call of `FileSystem` follows links.
package struct RelativePath: Hashable, Sendable {
    package var names: [FileName]

    package init(_ names: [FileName] = []) { self.names = names }

    /// `nil` where a component is no name, such as `..`.
    package init?(_ path: String) {
        self.init(bytes: Array(path.utf8))
    }

    /// - Parameter bytes: names with slashes between them.
    package init?(bytes: [UInt8]) {
        var names: [FileName] = []
        for part in bytes.split(separator: UInt8(ascii: "/")) {
            guard let name = FileName(part) else { return nil }
            names.append(name)
        }
        self.names = names
    }

    package var last: FileName? { names.last }
    package var parent: RelativePath { RelativePath(Array(names.dropLast())) }
    package var isEmpty: Bool { names.isEmpty }

    /// As the kernel takes it, with slashes between the names.
    package var bytes: [UInt8] { Array(names.map(\.bytes).joined(separator: [UInt8(ascii: "/")])) }

    package func appending(_ name: FileName) -> RelativePath { RelativePath(names + [name]) }
    package func appending(_ path: RelativePath) -> RelativePath { RelativePath(names + path.names) }
}

extension RelativePath: CustomStringConvertible {
    /// Printable as `FileName` is.
    package var description: String { names.map(\.description).joined(separator: "/") }
}
