// SPDX-License-Identifier: Apache-2.0

/// ZIP, tar and 7-Zip archives.
enum Archive: Container {
    static func holds(_ bytes: [UInt8], name: String, mediaType: String?) -> Bool { title(of: bytes) != nil }

    static func parts(of bytes: [UInt8], name: String, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        try parts(of: bytes, as: .archive, title: title(of: bytes) ?? "an archive", &allowance)
    }

    /// What it is, with its article, by its first bytes; `nil` where it is none.
    private static func title(of bytes: [UInt8]) -> String? {
        // The second is an archive without entries, the third one of several volumes.
        let zip: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]]
        if zip.contains(where: { bytes.starts(with: $0) }) { return "a ZIP archive" }
        if bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) { return "a 7-Zip archive" }
        return isTar(bytes) ? "a tar archive" : nil
    }

    /// The first header's checksum (POSIX 1003.1, pax): the sum of its bytes with blanks in the checksum's own place.
    static func isTar(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 512, bytes[0] != 0 else { return false }
        var sum = 8 * 0x20
        for at in 0..<512 where at < 148 || at >= 156 { sum += Int(bytes[at]) }
        var written = 0
        var digits = 0
        for byte in bytes[148..<156] {
            if byte == 0x20, digits == 0 { continue }
            guard byte >= 0x30, byte <= 0x37 else { break }
            written = written * 8 + Int(byte - 0x30)
            digits += 1
        }
        return digits > 0 && written == sum
    }

    /// - Parameter title: what it is, with its article.
    static func parts(of bytes: [UInt8], as form: ArchiveFile.Form, title: String, _ allowance: inout Allowance) throws(ReadingError)
        -> [Part]
    {
        try unsafe bytes.withUnsafeBufferPointer { buffer throws(ReadingError) in
            guard var file = unsafe ArchiveFile(buffer, as: form) else { throw .broken(title, "libarchive does not take it") }
            return try parts(of: &file, title: title, &allowance)
        }
    }

    private static func parts(of file: inout ArchiveFile, title: String, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        var parts: [Part] = []
        while true {
            switch file.next() {
            case .end: return parts
            case .damage(let why):
                let error = ReadingError.broken(title, why)
                // What was read before the damage counts; what lies behind it is named as lost.
                if parts.isEmpty { throw error }
                return parts + [.refused("what follows \(parts[parts.count - 1].name)", error)]
            case .entry(let entry):
                try allowance.takePart()
                if let part = try part(entry, &file, title, &allowance) { parts.append(part) }
            }
        }
    }

    private static func part(_ entry: ArchiveEntry, _ file: inout ArchiveFile, _ title: String, _ allowance: inout Allowance)
        throws(ReadingError) -> Part?
    {
        if entry.isEncrypted { return .refused(entry.name, .encrypted) }
        let isWanted = entry.kind == .file && !EntryName.isNoise(entry.name)
        // What is not wanted is unpacked too where it lies between others: it has to be counted.
        let (bytes, damage) = try file.content(isKept: isWanted, &allowance)
        if entry.kind == .other { return .refused(entry.name, .link) }
        guard isWanted else { return nil }
        if let damage, bytes.isEmpty { return .refused(entry.name, .broken("part of \(title)", damage)) }
        var part = Part(entry.name, bytes)
        if let damage { part.annotations.append(.damaged(damage)) }
        return part
    }
}
