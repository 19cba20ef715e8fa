// SPDX-License-Identifier: Apache-2.0

internal import CArchive

/// Formats that pack one file.
enum Packing: CaseIterable {
    case gzip, bzip2, xz, zstd, lzma, lzip

    /// With its article.
    var title: String {
        switch self {
        case .gzip: "a gzip file"
        case .bzip2: "a bzip2 file"
        case .xz: "an xz file"
        case .zstd: "a Zstandard file"
        case .lzma: "an lzma file"
        case .lzip: "an lzip file"
        }
    }

    /// libarchive's number for it.
    var filter: Int32 {
        switch self {
        case .gzip: ARCHIVE_FILTER_GZIP
        case .bzip2: ARCHIVE_FILTER_BZIP2
        case .xz: ARCHIVE_FILTER_XZ
        case .zstd: ARCHIVE_FILTER_ZSTD
        case .lzma: ARCHIVE_FILTER_LZMA
        case .lzip: ARCHIVE_FILTER_LZIP
        }
    }

    /// The endings that its files have, and what stands there when they are unpacked.
    private var endings: [(packed: String, plain: String)] {
        switch self {
        case .gzip: [(".gz", ""), (".tgz", ".tar"), (".gzip", "")]
        case .bzip2: [(".bz2", ""), (".tbz2", ".tar"), (".tbz", ".tar")]
        case .xz: [(".xz", ""), (".txz", ".tar")]
        case .zstd: [(".zst", ""), (".tzst", ".tar"), (".zstd", "")]
        case .lzma: [(".lzma", ""), (".tlz", ".tar")]
        case .lzip: [(".lz", "")]
        }
    }

    /// By the bytes that it opens with; the old lzma format has hardly any, so its name must say so too.
    init?(of bytes: [UInt8], name: String) {
        func opens(_ magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
        if opens([0x1F, 0x8B, 0x08]) {
            self = .gzip
        } else if opens(Array("BZh".utf8)), bytes.count > 9, bytes[4] == 0x31 && bytes[5] == 0x41 || bytes[4] == 0x17 && bytes[5] == 0x72 {
            self = .bzip2
        } else if opens([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
            self = .xz
        } else if opens([0x28, 0xB5, 0x2F, 0xFD]) {
            self = .zstd
        } else if opens(Array("LZIP".utf8)), bytes.count > 5, bytes[4] <= 1 {
            self = .lzip
        } else if opens([0x5D, 0x00, 0x00]), name.lowercased().hasSuffix(".lzma") || name.lowercased().hasSuffix(".tlz") {
            self = .lzma
        } else {
            return nil
        }
    }

    /// `desk/story.html.gz` unpacks to `story.html`.
    func plainName(of name: String) -> String {
        let last = name.split(separator: "/").last.map { String($0) } ?? name
        for ending in endings where last.lowercased().hasSuffix(ending.packed) && last.count > ending.packed.count {
            return last.dropLast(ending.packed.count) + ending.plain
        }
        return last
    }
}
