// SPDX-License-Identifier: Apache-2.0

internal import Crypto
package import Documents

/// Turns the bytes of a file into documents.
///
/// The way of a file: is it text at all (`BinaryFormat`), in which charset (`CharsetDetector`), in which form (`KindDetector`), and then the
/// reader of that form. Every step carries the source map on, so each character of the result still knows its bytes.
package enum Reader {
    /// Changes with what reading makes of the same bytes.
    package static let version = "1"

    /// SHA-256 in hexadecimal: the identity of a file's content.
    package static func digest(of bytes: [UInt8]) -> String { String(hexadecimal: SHA256.hash(data: bytes)) }

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: its name relative to the inbox.
    ///   - received: RFC 3339, where the daemon knows it.
    ///   - mediaType: what the caller knows the file to be, with or without `; charset=`; otherwise it is detected.
    /// - Returns: at least one document.
    package static func read(_ bytes: [UInt8], name: String, received: String? = nil, mediaType: String? = nil) throws(ReadingError)
        -> [Document]
    {
        guard !bytes.isEmpty else { throw .noBytes }
        if let format = BinaryFormat.name(of: bytes) { throw .binary(format: format) }
        let declared = DeclaredCharset.find(in: bytes, mediaType: mediaType)
        let decoded = try CharsetDetector(bytes: bytes, declared: declared).decode()
        let whole = Text(knownValid: decoded.bytes)
        guard !whole.trimmed(whole.whole).isEmpty else { throw .onlySpace }
        guard isText(decoded.bytes) else { throw .binary(format: nil) }

        let kind = KindDetector.kind(of: decoded.bytes, name: name, mediaType: mediaType)
        let article =
            switch kind {
            case .plain: Article(text: whole, map: decoded.map)
            case .markdown: MarkdownReader.read(whole, map: decoded.map)
            case .html, .xhtml: HTMLReader.read(whole, map: decoded.map)
            }
        guard !article.text.trimmed(article.text.whole).isEmpty else { throw .noText(in: kind) }

        let digest = digest(of: bytes)
        let source = Source(
            name: name, mediaType: kind.rawValue, charset: decoded.charset.name, bytes: bytes.count, sha256: digest, received: received)
        let found = notices(decoded, declared: declared, kind: kind)
        return [
            Document(
                id: "sha256:\(digest)", source: source, text: article.text, sourceMap: article.map,
                annotations: article.annotations + (found.isEmpty ? [] : [.notices(found)]))
        ]
    }

    /// Whether control characters are rare: more than one in twenty, and it is noise that happens to decode.
    private static func isText(_ text: [UInt8]) -> Bool {
        var controls = 0
        var zeros = 0
        for byte in text where byte < 0x20 || byte == 0x7F {
            switch byte {
            case 0x09, 0x0A, 0x0C, 0x0D: continue
            case 0: zeros += 1
            default: controls += 1
            }
        }
        return zeros == 0 && controls * 20 <= text.count
    }

    private static func notices(_ decoded: DecodedText, declared: Charset?, kind: MediaKind) -> [Notice] {
        var notices: [Notice] = []
        if decoded.invalid > 0 {
            let what = decoded.invalid == 1 ? "1 sequence of bytes does" : "\(decoded.invalid) sequences of bytes do"
            notices.append(
                Notice(
                    "invalid-bytes", "\(what) not fit \(decoded.charset.name) and became U+FFFD; compare with the original",
                    severity: .warning))
        }
        // Pure ASCII fits nearly every declaration: nothing to flag.
        if let declared, declared != decoded.charset, decoded.bytes.contains(where: { $0 >= 0x80 }) {
            notices.append(
                Notice(
                    "charset-conflict", "The file says that it is in \(declared.name), but its bytes are in \(decoded.charset.name)"))
        }
        return notices
    }
}
