// SPDX-License-Identifier: Apache-2.0

internal import Crypto
package import Documents

/// Turns the bytes of a file into documents.
///
/// The way of a file: what holds other files is opened (`Unpacker`), what is left is told to be text or not (`BinaryFormat`), decoded
/// (`CharsetDetector`), told its form (`KindDetector`) and given to the reader of that form (`TextFile`). Every step carries the source map on,
/// so each character of the result still knows its bytes.
package enum Reader {
    /// Changes with what reading makes of the same bytes.
    package static let version = "3"

    /// SHA-256 in hexadecimal: the identity of a file's content.
    package static func digest(of bytes: [UInt8]) -> String { String(hexadecimal: SHA256.hash(data: bytes)) }

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: its name relative to the inbox.
    ///   - received: RFC 3339, where the daemon knows it.
    ///   - mediaType: what the caller knows the file to be, with or without `; charset=`; otherwise it is detected.
    /// - Returns: at least one document, one for each article in the file.
    package static func read(_ bytes: [UInt8], name: String, received: String? = nil, mediaType: String? = nil) throws(ReadingError)
        -> [Document]
    {
        var unpacker = Unpacker()
        try unpacker.read(bytes, name: name, mediaType: mediaType)
        guard !unpacker.found.isEmpty else { throw .noArticle(refusals: unpacker.refusals) }
        let digest = digest(of: bytes)
        let isAlone = unpacker.found.count == 1
        var documents: [Document] = []
        for found in unpacker.found {
            let source = Source(
                name: name, mediaType: found.kind.rawValue, charset: found.charset, bytes: bytes.count, sha256: digest, received: received,
                part: found.part)
            let own = isAlone ? digest : String(hexadecimal: SHA256.hash(data: found.bytes))
            documents.append(
                Document(
                    id: "sha256:\(own)", source: source, text: found.article.text, sourceMap: found.article.map,
                    annotations: found.article.annotations))
        }
        if !unpacker.refusals.isEmpty { documents[0].set([.notices([.unread(unpacker.refusals)])]) }
        return documents
    }
}

extension Notice {
    /// Names what else was in the file.
    fileprivate static func unread(_ refusals: [Unpacker.Refusal]) -> Notice {
        let count = refusals.count == 1 ? "1 part of the file is no article" : "\(refusals.count) parts of the file are no articles"
        return Notice("part-unread", "\(count): \(ReadingError.list(refusals))", severity: .info)
    }
}
