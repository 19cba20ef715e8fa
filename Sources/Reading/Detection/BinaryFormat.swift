// SPDX-License-Identifier: Apache-2.0

/// Formats that open with bytes of their own, so that a refusal can name what was put in.
struct BinaryFormat {
    let name: String
    let magic: [UInt8]
    /// Where the magic stands.
    var offset = 0

    init(_ name: String, _ magic: [UInt8], at offset: Int = 0) {
        self.name = name
        self.magic = magic
        self.offset = offset
    }

    init(_ name: String, _ magic: String, at offset: Int = 0) {
        self.init(name, Array(magic.utf8), at: offset)
    }

    /// The name of the format that `bytes` open with, with its article.
    static func name(of bytes: [UInt8]) -> String? { (known + media).first { $0.opens(bytes) }?.name }

    /// Whether these are a picture, a film or a recording, which their first 512 bytes tell: never an article, and large.
    static func isMedia(_ bytes: [UInt8]) -> Bool { media.contains { $0.opens(bytes) } }

    private func opens(_ bytes: [UInt8]) -> Bool {
        bytes.count >= offset + magic.count && bytes[offset..<(offset + magic.count)].elementsEqual(magic)
    }

    private static let known: [BinaryFormat] = [
        BinaryFormat("a PDF document", "%PDF-"),
        BinaryFormat("a ZIP archive (or a Word, OpenDocument or EPUB file, which are ZIP archives)", [0x50, 0x4B, 0x03, 0x04]),
        BinaryFormat("an empty ZIP archive", [0x50, 0x4B, 0x05, 0x06]),
        BinaryFormat("gzip data", [0x1F, 0x8B, 0x08]),
        BinaryFormat("bzip2 data", [0x42, 0x5A, 0x68, 0x39, 0x31, 0x41]),
        BinaryFormat("xz data", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
        BinaryFormat("Zstandard data", [0x28, 0xB5, 0x2F, 0xFD]),
        BinaryFormat("a 7-Zip archive", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        BinaryFormat("a RAR archive", "Rar!\u{1A}\u{07}"),
        BinaryFormat("a tar archive", "ustar", at: 257),
        BinaryFormat("an ELF program", [0x7F, 0x45, 0x4C, 0x46]),
        BinaryFormat("a Windows program", [0x4D, 0x5A, 0x90, 0x00]),
        BinaryFormat("a Java class", [0xCA, 0xFE, 0xBA, 0xBE]),
        BinaryFormat("a WebAssembly module", [0x00, 0x61, 0x73, 0x6D]),
        BinaryFormat("an SQLite database", "SQLite format 3\u{0}"),
        BinaryFormat("an old Office document (Word, Excel or PowerPoint before 2007)", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        BinaryFormat("a rich text (RTF) document", "{\\rtf1"),
        BinaryFormat("a PostScript document", "%!PS-Adobe"),
        BinaryFormat("a WOFF font", "wOF"),
    ]
    private static let media: [BinaryFormat] = [
        BinaryFormat("a PNG picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        BinaryFormat("a JPEG picture", [0xFF, 0xD8, 0xFF]),
        BinaryFormat("a GIF picture", "GIF87a"),
        BinaryFormat("a GIF picture", "GIF89a"),
        BinaryFormat("a WebP picture", "WEBP", at: 8),
        BinaryFormat("a TIFF picture", [0x49, 0x49, 0x2A, 0x00]),
        BinaryFormat("a TIFF picture", [0x4D, 0x4D, 0x00, 0x2A]),
        BinaryFormat("an MP4 film", "ftyp", at: 4),
        BinaryFormat("an MP3 recording", "ID3"),
        BinaryFormat("an Ogg recording", "OggS"),
        BinaryFormat("a FLAC recording", "fLaC"),
        BinaryFormat("a WAVE recording", "WAVE", at: 8),
        BinaryFormat("a Matroska film", [0x1A, 0x45, 0xDF, 0xA3]),
    ]
}
