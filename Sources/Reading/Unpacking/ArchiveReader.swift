// SPDX-License-Identifier: Apache-2.0

internal import CArchive

/// Walks through the entries of a ZIP archive in memory (libarchive), and unpacks those that are asked for.
@safe struct ArchiveReader: ~Copyable {
    struct Entry {
        /// As the archive spells it, with `/` between folders.
        var name: String
        var isFile: Bool
        var isEncrypted: Bool
    }

    private let archive: OpaquePointer
    /// Of the whole archive, in bytes: no entry is packed in more.
    private let packed: Int

    private init(_ archive: OpaquePointer, packed: Int) {
        unsafe self.archive = archive
        self.packed = packed
    }

    deinit { unsafe archive_read_free(archive) }

    /// Opens the archive for as long as `body` runs.
    static func open<Result>(
        _ bytes: [UInt8], _ body: (inout ArchiveReader) throws(ReadingError) -> Result
    ) throws(ReadingError) -> Result {
        try unsafe bytes.withUnsafeBufferPointer { buffer throws(ReadingError) -> Result in
            guard let archive = unsafe archive_read_new() else { throw .broken("a ZIP archive", "there is no memory for it") }
            var reader = unsafe ArchiveReader(archive, packed: bytes.count)
            // Names beyond ASCII need a locale that has them.
            let locale = unsafe copydesk_archive_enter()
            defer { unsafe copydesk_archive_leave(locale) }
            unsafe archive_read_support_format_zip(archive)
            guard unsafe archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else { throw reader.fault() }
            return try body(&reader)
        }
    }

    /// The next entry; `nil` behind the last.
    mutating func next() throws(ReadingError) -> Entry? {
        var found: OpaquePointer?
        let status = unsafe archive_read_next_header(archive, &found)
        if status == ARCHIVE_EOF { return nil }
        guard status >= ARCHIVE_WARN, let found = unsafe found else { throw fault() }
        let name = unsafe archive_entry_pathname_utf8(found)
        return Entry(
            name: unsafe name.map { unsafe String(cString: $0) } ?? "", isFile: unsafe archive_entry_filetype(found) == 0o100000,
            isEncrypted: unsafe archive_entry_is_encrypted(found) != 0)
    }

    /// All of the entry that `next` gave last.
    ///
    /// - Throws: `.tooMuch` as soon as more comes out than the allowance has, `.broken` where it does not unpack.
    mutating func content(_ allowance: inout Allowance) throws(ReadingError) -> [UInt8] {
        try allowance.takePart()
        var bytes: [UInt8] = []
        while true {
            let count = unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
                let count = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
                if count > 0 { unsafe bytes.append(contentsOf: buffer.prefix(count)) }
                return count
            }
            if count == 0 { return bytes }
            guard count > 0 else { throw fault() }
            try allowance.take(count, total: bytes.count, packed: packed)
        }
    }

    private func fault() -> ReadingError { .broken("a ZIP archive", "it is damaged or uses a packing that is not known") }
}
