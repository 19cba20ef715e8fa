// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The entries of an open folder, read as they are asked for: a folder of a million files costs no more memory than one of ten.
///
/// The order is the file system's own.
package struct FolderListing: ~Copyable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var name: FileName
        package var kind: FileKind

        package init(name: FileName, kind: FileKind) {
            self.name = name
            self.kind = kind
        }
    }

    private let descriptor: Descriptor
    private let place: Place
    private var buffer = [UInt8](repeating: 0, count: 1 << 15)
    private var position = 0
    private var end = 0

    init(_ descriptor: consuming Descriptor, at place: Place) {
        self.descriptor = descriptor
        self.place = place
    }

    /// The next entry without `.` and `..`; `nil` behind the last.
    package mutating func next() throws(FileError) -> Entry? {
        while true {
            if position >= end {
                try fill()
                if end == 0 { return nil }
            }
            // struct linux_dirent64: inode 8 bytes, offset 8, length of the record 2, kind 1, name with NUL.
            let start = position
            let length = Int(buffer[start + 16]) | Int(buffer[start + 17]) << 8
            guard length > 19, start + length <= end else { throw FileError(.inputOutput, at: place) }
            position += length
            let name = buffer[(start + 19)..<(start + length)].prefix { $0 != 0 }
            if let name = FileName(name) { return Entry(name: name, kind: Self.kind(buffer[start + 18])) }
        }
    }

    private mutating func fill() throws(FileError) {
        let raw = descriptor.raw
        position = 0
        end = 0
        end = try checked(place) { unsafe buffer.withUnsafeMutableBytes { unsafe getdents64(raw, $0.baseAddress!, $0.count) } }
    }

    private static func kind(_ type: UInt8) -> FileKind {
        switch type {
        case 8: .regular
        case 4: .folder
        case 10: .link
        case 1: .pipe
        case 12: .socket
        case 2, 6: .device
        default: .unknown
        }
    }
}
