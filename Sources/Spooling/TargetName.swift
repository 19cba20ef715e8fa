// SPDX-License-Identifier: Apache-2.0

internal import Crypto
internal import Documents
internal import Files

/// How files are named that may not overwrite each other, within the length that file systems take.
enum TargetName {
    /// Longer endings are taken for part of the name: `v1.final version of the report` has no extension.
    private static let longestExtension = 16

    /// The name of a result, from the plain one to ones that no other article can have.
    ///
    /// - Parameter digest: hexadecimal.
    static func results(of file: FileName, suffix: String, digest: String) -> [FileName] {
        let ending = ".\(suffix)"
        var names: [FileName] = []
        if file.bytes.count + ending.utf8.count <= FileName.maximum, let name = FileName(file.bytes + Array(ending.utf8)) {
            names.append(name)
        }
        for length in [8, 16, 64] {
            let tail = Array(".\(digest.prefix(length))\(ending)".utf8)
            if let name = FileName(shortened(file.bytes, to: FileName.maximum - tail.count) + tail) { names.append(name) }
        }
        return names
    }

    /// The name with a word before its extension: `flood.2.html`.
    static func inserting(_ word: String, into file: FileName) -> FileName {
        let (stem, ending) = split(file.bytes)
        let tail = Array(".\(word)".utf8) + ending
        return FileName(shortened(stem, to: FileName.maximum - tail.count) + tail) ?? file
    }

    /// The name of what lies beside a file and tells about it. Of a name too long for that, the start and a digest stand for the whole.
    static func beside(_ file: FileName, _ suffix: String) -> FileName {
        let ending = Array(".\(suffix)".utf8)
        if file.bytes.count + ending.count <= FileName.maximum { return FileName(file.bytes + ending) ?? file }
        let tail = Array(".\(hexadecimal(file.bytes).prefix(8))".utf8) + ending
        return FileName(shortened(file.bytes, to: FileName.maximum - tail.count) + tail) ?? file
    }

    /// The digest that an article's identity holds, or one of the identity where it holds none. 64 hexadecimal digits.
    static func digest(ofArticle identity: String) -> String {
        let last = identity.split(separator: ":").last.map(String.init) ?? ""
        let isDigest = last.utf8.count == 64 && last.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        return isDigest ? last.lowercased() : hexadecimal(Array(identity.utf8))
    }

    /// SHA-256.
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        String(hexadecimal: SHA256.hash(data: bytes))
    }

    private static func split(_ name: [UInt8]) -> (stem: [UInt8], ending: [UInt8]) {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0, name.count - dot <= longestExtension else { return (name, []) }
        return (Array(name[..<dot]), Array(name[dot...]))
    }

    /// Cut at the edge of a character, where it is UTF-8.
    private static func shortened(_ name: [UInt8], to length: Int) -> [UInt8] {
        guard name.count > length else { return name }
        var end = max(0, length)
        while end > 0, length - end < 3, name[end] & 0xC0 == 0x80 { end -= 1 }
        if name[end] & 0xC0 == 0x80 { end = max(0, length) }
        return Array(name[..<end])
    }
}
