// SPDX-License-Identifier: Apache-2.0

internal import CArchive

/// A packed file that is read from memory through libarchive, one entry after the other. Nothing is written to disk.
///
/// The filters and formats are named, never guessed: libarchive would undo a filter inside a filter inside a filter without anyone
/// counting what passes between them, and for some filters it runs other programs.
@safe struct ArchiveFile: ~Copyable {
    /// What libarchive is asked to read.
    enum Form {
        /// ZIP, tar and 7-Zip, not packed any further.
        case archive
        /// One file, packed.
        case file(Packing)
        /// A tar archive, packed as a whole.
        case tar(Packing)
    }

    /// What next there is.
    enum Step {
        case entry(ArchiveEntry)
        /// The archive is damaged from here on.
        case damage(String)
        case end
    }

    private let archive: OpaquePointer
    private let locale: CopydeskArchiveLocale

    /// - Parameter bytes: the whole file, which must outlive this.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, as form: Form) {
        guard let archive = unsafe archive_read_new() else { return nil }
        let locale = unsafe copydesk_archive_enter()
        guard unsafe Self.prepare(archive, form) == ARCHIVE_OK,
            unsafe archive_read_open_memory2(archive, bytes.baseAddress, bytes.count, Self.block) == ARCHIVE_OK
        else {
            unsafe archive_read_free(archive)
            unsafe copydesk_archive_leave(locale)
            return nil
        }
        unsafe self.archive = unsafe archive
        unsafe self.locale = unsafe locale
    }

    deinit {
        unsafe archive_read_free(archive)
        unsafe copydesk_archive_leave(locale)
    }

    /// How much libarchive is given at a time: what it has taken in tells how much an entry was packed in.
    private static let block = 1 << 14

    private static func prepare(_ archive: OpaquePointer, _ form: Form) -> Int32 {
        switch form {
        case .archive:
            let answers = unsafe [
                archive_read_support_format_zip(archive), archive_read_support_format_tar(archive),
                archive_read_support_format_7zip(archive),
            ]
            return answers.first { $0 != ARCHIVE_OK } ?? ARCHIVE_OK
        case .file(let packing):
            // A warning here would mean that a program is run for it.
            guard unsafe archive_read_append_filter(archive, packing.filter) == ARCHIVE_OK else { return ARCHIVE_FATAL }
            return unsafe archive_read_support_format_raw(archive)
        case .tar(let packing):
            guard unsafe archive_read_append_filter(archive, packing.filter) == ARCHIVE_OK else { return ARCHIVE_FATAL }
            return unsafe archive_read_support_format_tar(archive)
        }
    }

    /// Bytes of the file that were taken in so far.
    var taken: Int { unsafe Int(archive_filter_bytes(archive, -1)) }

    /// What libarchive says is wrong, without anything that could be a name from the file.
    var problem: String {
        guard let text = unsafe archive_error_string(archive) else { return "it is damaged" }
        let words = unsafe String(cString: text).prefix { $0 != ":" && $0 != "\n" }
        return "libarchive says “\(words.prefix(100))”"
    }

    mutating func next() -> Step {
        var entry: OpaquePointer?
        var status = ARCHIVE_RETRY
        var attempts = 0
        while status == ARCHIVE_RETRY, attempts < 100 {
            status = unsafe archive_read_next_header(archive, &entry)
            attempts += 1
        }
        if status == ARCHIVE_EOF { return .end }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else { return .damage(problem) }
        return .entry(unsafe ArchiveEntry(entry))
    }

    /// Takes in the content of the current entry, block by block.
    ///
    /// - Parameters:
    ///   - limit: where to stop; for a look at the beginning.
    ///   - isKept: whether the bytes are wanted; they are unpacked, counted and dropped otherwise.
    /// - Returns: the content as far as it goes, and what is wrong where that is not all of it. Of pictures and the like, the beginning.
    /// - Throws: `.tooMuch`.
    mutating func content(limit: Int = .max, isKept: Bool, _ allowance: inout Allowance) throws(ReadingError) -> (
        bytes: [UInt8], damage: String?
    ) {
        var bytes: [UInt8] = []
        var damage: String?
        var total = 0
        var isKept = isKept
        let start = taken
        while total < limit {
            var block: UnsafeRawPointer?
            var count = 0
            var offset: Int64 = 0
            let status = unsafe archive_read_data_block(archive, &block, &count, &offset)
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN else {
                if status != ARCHIVE_EOF { damage = problem }
                break
            }
            if status == ARCHIVE_WARN { damage = problem }
            // What a sparse file leaves out is zeros.
            let hole = max(0, Int(offset) - total)
            total += hole + count
            let packed = max(1, taken - start)
            guard isKept else {
                try allowance.pass(hole + count, total: total, packed: packed)
                continue
            }
            try allowance.take(hole + count, total: total, packed: packed)
            if hole > 0 { bytes.append(contentsOf: repeatElement(0, count: hole)) }
            if let block = unsafe block { unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: block, count: count)) }
            if BinaryFormat.isMedia(bytes) {
                isKept = false
                bytes.removeLast(max(0, bytes.count - 512))
            }
        }
        return (bytes, damage)
    }
}
