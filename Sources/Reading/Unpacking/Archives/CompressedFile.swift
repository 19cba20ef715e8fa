// SPDX-License-Identifier: Apache-2.0

/// One file that is packed: `story.html.gz`, and `stories.tar.gz`, which is opened in one step.
enum CompressedFile: Container {
    static func holds(_ bytes: [UInt8], name: String, mediaType: String?) -> Bool { Packing(of: bytes, name: name) != nil }

    static func parts(of bytes: [UInt8], name: String, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        guard let packing = Packing(of: bytes, name: name) else { throw .binary(format: nil) }
        // The look at the beginning is free: it is read again.
        var look = Allowance()
        let beginning = try content(bytes, packing, limit: 512, &look).bytes
        if Archive.isTar(beginning) {
            return try Archive.parts(of: bytes, as: .tar(packing), title: "a tar archive in \(packing.title)", &allowance)
        }
        try allowance.takePart()
        let (content, damage) = try content(bytes, packing, limit: .max, &allowance)
        let inner = packing.plainName(of: name)
        guard let damage else { return [Part(inner, content)] }
        let error = ReadingError.broken(packing.title, damage)
        if content.isEmpty { throw error }
        var part = Part(inner, content)
        part.annotations.append(.damaged(damage))
        return [part, .refused("what follows in \(inner)", error)]
    }

    /// What `bytes` unpack to, where another format holds packed bytes.
    static func unpacked(_ bytes: [UInt8], _ packing: Packing, _ allowance: inout Allowance) throws(ReadingError) -> [UInt8] {
        let (content, damage) = try content(bytes, packing, limit: .max, &allowance)
        if let damage { throw .broken(packing.title, damage) }
        return content
    }

    private static func content(_ bytes: [UInt8], _ packing: Packing, limit: Int, _ allowance: inout Allowance) throws(ReadingError) -> (
        bytes: [UInt8], damage: String?
    ) {
        try unsafe bytes.withUnsafeBufferPointer { buffer throws(ReadingError) in
            guard var file = unsafe ArchiveFile(buffer, as: .file(packing)) else {
                throw .broken(packing.title, "libarchive does not take it")
            }
            switch file.next() {
            case .end: return ([], nil)
            case .damage(let why): throw .broken(packing.title, why)
            case .entry: return try file.content(limit: limit, isKept: true, &allowance)
            }
        }
    }
}
