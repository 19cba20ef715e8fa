// SPDX-License-Identifier: Apache-2.0

/// The files inside a document that is a ZIP archive, by name.
struct OfficePackage {
    private let bytes: [UInt8]
    /// With its article, for messages.
    private let format: String
    private let names: Set<String>

    /// Lists the archive.
    init(_ bytes: [UInt8], format: String) throws(ReadingError) {
        self.bytes = bytes
        self.format = format
        names = try Self.names(in: bytes)
    }

    func has(_ name: String) -> Bool { names.contains(name) }

    /// The files of these names, as far as they are there, in one pass.
    func files(_ wanted: Set<String>, _ allowance: inout Allowance) throws(ReadingError) -> [String: [UInt8]] {
        try ArchiveReader.open(bytes) { reader throws(ReadingError) in
            var files: [String: [UInt8]] = [:]
            while files.count < wanted.count, let entry = try reader.next() {
                guard wanted.contains(entry.name), files[entry.name] == nil else { continue }
                guard !entry.isEncrypted else { throw .locked(format) }
                files[entry.name] = try reader.content(&allowance)
            }
            return files
        }
    }

    /// - Throws: `.broken` where it is not there.
    func file(_ name: String, _ allowance: inout Allowance) throws(ReadingError) -> [UInt8] {
        guard let found = try files([name], &allowance)[name] else { throw .broken(format, "it has no \"\(name)\"") }
        return found
    }

    /// Whether these bytes begin as a ZIP archive does.
    static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// What an archive's first entry says that it is, as OpenDocument and EPUB have it: an unpacked file "mimetype".
    static func mimetype(of bytes: [UInt8]) -> String? {
        let place = 30..<38
        guard isArchive(bytes), bytes.count > place.upperBound, bytes[place].elementsEqual("mimetype".utf8) else { return nil }
        let isTypeByte = { (byte: UInt8) in
            ByteScanner.isLetter(byte) || ByteScanner.isDigit(byte)
                || [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "+")].contains(byte)
                || byte == UInt8(ascii: "-")
        }
        // The length of the content, and of an extra field before it, stand in the local header.
        let length = Int(bytes[18]) | Int(bytes[19]) << 8
        let start = place.upperBound + (Int(bytes[28]) | Int(bytes[29]) << 8)
        let end = length == 0 ? start + 100 : start + length
        guard start < bytes.count else { return nil }
        return String(decoding: bytes[start..<min(bytes.count, end)].prefix(while: isTypeByte), as: UTF8.self)
    }

    /// Names of the archive's entries; the first 10,000.
    static func names(in bytes: [UInt8]) throws(ReadingError) -> Set<String> {
        try ArchiveReader.open(bytes) { reader throws(ReadingError) in
            var names: Set<String> = []
            while names.count < Allowance.parts, let entry = try reader.next() { names.insert(entry.name) }
            return names
        }
    }

    /// A reference of one file of the package to another as a path from its root: `../text/a.xhtml` in `OPS/book/b.opf` is `OPS/text/a.xhtml`.
    static func path(_ reference: String, from file: String) -> String {
        var names = reference.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
        for name in unescaped(String(reference.prefix { $0 != "#" })).split(separator: "/") where name != "." {
            if name == ".." { _ = names.popLast() } else { names.append(String(name)) }
        }
        return names.joined(separator: "/")
    }

    /// Without percent signs.
    private static func unescaped(_ reference: String) -> String {
        let bytes = Array(reference.utf8)
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                at += 3
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension ReadingError {
    static func locked(_ format: String) -> ReadingError {
        .broken(format, "it is protected by a password", remedy: "Open it, save it without a password and put it back")
    }
}
