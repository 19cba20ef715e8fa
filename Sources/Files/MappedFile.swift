// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A regular file whose bytes lie in memory as the disk has them: opening it reads nothing, and all processes share its pages.
///
/// To replace such a file under a running program, rename another over it; one that is cut short in place would end the program.
@safe package final class MappedFile: @unchecked Sendable {
    package let path: String
    private let address: UnsafeMutableRawPointer?
    private let count: Int

    /// - Throws: `FileError`; an empty file is mapped as no bytes.
    package init(_ path: String, maximumSize: Int) throws(FileError) {
        let place = Place(path)
        let descriptor = try Descriptor.open(place, O_RDONLY | O_NONBLOCK)
        let status = try descriptor.status(place)
        guard status.kind == .regular else { throw FileError(.notRegular, at: place) }
        guard status.size <= maximumSize else { throw FileError(.tooLarge, at: place) }
        self.path = path
        count = status.size
        if status.size == 0 {
            unsafe address = nil
        } else {
            let mapped = unsafe mmap(nil, status.size, PROT_READ, MAP_PRIVATE, descriptor.raw, 0)
            guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else { throw FileError(errno: errno, at: place) }
            unsafe address = mapped
        }
    }

    deinit { if let address = unsafe address { _ = unsafe munmap(address, count) } }

    /// Valid as long as this object.
    package var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: address, count: count) }
}
