// SPDX-License-Identifier: Apache-2.0

import Documents
import Reading
import Testing

/// Reads a file that holds others.
func readAll(_ bytes: [UInt8], name: String, mediaType: String? = nil) throws(ReadingError) -> [Document] {
    try Reader.read(bytes, name: name, mediaType: mediaType)
}

/// What is wrong with the documents of a file and their maps: each is checked against the bytes of its own part.
func faults(of documents: [Document], in bytes: [UInt8], name: String) throws(ReadingError) -> [String] {
    var found: [String] = []
    var parts: Set<String> = []
    for document in documents {
        guard let part = document.source.part else {
            found.append("a document without a part")
            continue
        }
        if !parts.insert(part).inserted { found.append("two documents of \(part)") }
        guard let content = try Reader.content(ofPart: part, in: bytes, name: name) else {
            found.append("no bytes of \(part)")
            continue
        }
        found += faults(of: document, in: content).map { "\(part): \($0)" }
        let digest = Reader.digest(of: documents.count == 1 ? bytes : content)
        if document.id != "sha256:\(digest)" { found.append("\(part): digest of something else") }
        if document.source.sha256 != Reader.digest(of: bytes) { found.append("\(part): not the file's digest") }
    }
    return found
}

extension Document {
    /// What the reader says of other parts of the file.
    var unread: String { notices?.first { $0.code == "part-unread" }?.message ?? "" }
}

/// A short article that differs by its number.
func story(_ number: Int = 1) -> String {
    "The harbour closed quay \(number) on Monday after a crane fell.\n\nNobody was hurt, the police said.\n"
}
