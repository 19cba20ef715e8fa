// SPDX-License-Identifier: Apache-2.0

internal import CLexicons

/// A table of records of one size that was compiled into the program, read where it lies. Numbers are little-endian.
package struct RecordTable: Sendable {
    private let name: StaticString
    private let size: Int

    /// - Precondition: `Sources/CLexicons/lexicons.c` lists the table, and it holds whole records of `size` bytes.
    package init(_ name: StaticString, size: Int) {
        self.name = name
        self.size = size
        let bytes = unsafe table.count
        precondition(bytes > 0 && bytes % size == 0, "No records of \(size) bytes named \(name)")
    }

    package var count: Int { unsafe table.count / size }

    /// The bytes of one record.
    /// - Precondition: `index` is below `count`.
    package func record(_ index: Int) -> [UInt8] {
        precondition(index >= 0 && index < count, "No record \(index) in \(name)")
        let table = unsafe table
        return unsafe Array(UnsafeBufferPointer(start: table.bytes + index * size, count: size))
    }

    private var table: CopydeskTable {
        unsafe copydesk_table(UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self))
    }
}
