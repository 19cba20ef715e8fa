// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import Crypto

/// Turns the bytes of a file into documents.
package enum Reader {
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: its name relative to the inbox.
    ///   - received: RFC 3339, where the daemon knows it.
    ///   - mediaType: what the caller knows the file to be; otherwise it is detected.
    /// - Returns: at least one document.
    package static func read(_ bytes: [UInt8], name: String, received: String? = nil, mediaType: String? = nil) throws(ReadingError)
        -> [Document]
    {
        let digest = SHA256.hash(data: bytes).map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
        guard let text = Text(validating: bytes), !bytes.isEmpty else { throw ReadingError(code: .undecodable, problem: "", remedy: "") }
        let source = Source(
            name: name, mediaType: mediaType ?? "text/plain", charset: "UTF-8", bytes: bytes.count, sha256: digest, received: received)
        return [Document(id: "sha256:\(digest)", source: source, text: text, sourceMap: .identity(count: text.count))]
    }
}

/// Why a file could not be read as an article. Never holds text of the file.
package struct ReadingError: Error, Hashable, Sendable {
    package enum Code: String, CaseIterable, Sendable {
        case empty, binary, undecodable
    }

    package var code: Code
    package var problem: String
    package var remedy: String
}
