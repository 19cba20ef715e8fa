// SPDX-License-Identifier: Apache-2.0

internal import CArchive

/// What an archive says of one of its entries.
struct ArchiveEntry {
    enum Kind {
        case file, folder
        /// A link, a device, a pipe: nothing that has a content.
        case other
    }

    let name: String
    let kind: Kind
    /// Whether a password is needed for its content.
    let isEncrypted: Bool

    init(_ entry: OpaquePointer) {
        name = unsafe Self.name(of: entry)
        isEncrypted = unsafe archive_entry_is_encrypted(entry) != 0
        // S_IFMT and its values, which POSIX leaves open and every Unix and archive format has alike.
        let type = unsafe Int(archive_entry_filetype(entry))
        let isLink = unsafe archive_entry_hardlink(entry) != nil
        kind = type == 0o040000 || name.hasSuffix("/") ? .folder : isLink || type != 0o100000 && type != 0 ? .other : .file
    }

    private static func name(of entry: OpaquePointer) -> String {
        guard let raw = unsafe archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { return "" }
        var bytes: [UInt8] = []
        var at = 0
        while unsafe raw[at] != 0, at < 4096 {
            bytes.append(unsafe UInt8(bitPattern: raw[at]))
            at += 1
        }
        return EntryName.decoded(bytes)
    }
}
