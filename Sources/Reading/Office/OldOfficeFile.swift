// SPDX-License-Identifier: Apache-2.0

/// A compound file of Microsoft's (OLE): Word, Excel and PowerPoint before 2007, and what is inside a password since. Always refused, with the
/// remedy that fits.
enum OldOfficeFile: Container {
    private static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    static func holds(_ bytes: [UInt8], name: String, mediaType: String?) -> Bool {
        // An Outlook message is one too, and is another reader's.
        bytes.starts(with: magic) && (has("EncryptedPackage", in: bytes) || has("WordDocument", in: bytes))
    }

    static func parts(of bytes: [UInt8], name: String, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        if has("EncryptedPackage", in: bytes) { throw .locked("an Office document") }
        throw ReadingError(
            code: .binary, problem: "The file is a Word document from before 2007 (DOC)",
            remedy: "Convert it: libreoffice --headless --convert-to docx FILE")
    }

    /// Whether a stream of this name is in its folder: names are in UTF-16, folders in sectors of 512 bytes.
    private static func has(_ name: String, in bytes: [UInt8]) -> Bool {
        let wanted = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        // An entry takes 128 bytes and begins with its name.
        return stride(from: 512, to: bytes.count - wanted.count, by: 128).contains { start in
            bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }
}
