// SPDX-License-Identifier: Apache-2.0

/// A format whose files hold files.
protocol Container: SendableMetatype {
    /// Whether these bytes are such a file, by their content first.
    ///
    /// - Parameters:
    ///   - name: its name, with its ending.
    ///   - mediaType: what is known of it beside, as a sender says it.
    static func holds(_ bytes: [UInt8], name: String, mediaType: String?) -> Bool

    /// Everything in it that could be an article, in order. What cannot be one (a picture, a folder, a signature) is yielded too, unless the format
    /// says that it belongs to another part; reading it then says why it is none.
    ///
    /// - Throws: `ReadingError` where the file is broken, protected by a password, or a bomb.
    static func parts(of bytes: [UInt8], name: String, _ allowance: inout Allowance) throws(ReadingError) -> [Part]

    /// The same with the programs that may open it; formats that need none leave this out.
    static func parts(of bytes: [UInt8], name: String, tools: ReaderTools, _ allowance: inout Allowance) throws(ReadingError) -> [Part]
}

extension Container {
    static func parts(of bytes: [UInt8], name: String, tools: ReaderTools, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        try parts(of: bytes, name: name, &allowance)
    }
}

/// The containers that the reader opens, those with the surest signs first.
enum Containers {
    static let all: [any Container.Type] = [
        PDFFile.self, WordFile.self, OpenDocumentFile.self, EPUBFile.self, OldOfficeFile.self,
        WebArchive.self, Mailbox.self, Mail.self, Archive.self, CompressedFile.self,
    ]

    static func format(of bytes: [UInt8], name: String, mediaType: String?) -> (any Container.Type)? {
        all.first { $0.holds(bytes, name: name, mediaType: mediaType) }
    }
}
