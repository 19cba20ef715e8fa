// SPDX-License-Identifier: Apache-2.0

/// A mail (RFC 5322, MIME), and a page that a browser saved as MHTML, which is one too.
///
/// Its texts and attachments become parts named by their section, as IMAP numbers them ("1.2"), without their transfer encoding. Enclosed mails
/// are opened here: their texts have their own header.
enum Mail: Container {
    static func holds(_ bytes: [UInt8], name: String, mediaType: String?) -> Bool {
        let header = MailHeader(bytes[...])
        if header.isCertain { return true }
        let last = name.lowercased()
        let isNamed = [".eml", ".mht", ".mhtml", ".emlx"].contains { last.hasSuffix($0) }
        return header.isPossible && (isNamed || mediaType?.lowercased().hasPrefix("message/rfc822") == true)
    }

    static func parts(of bytes: [UInt8], name: String, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        try MailHazards.check(bytes)
        guard let tree = MailTree(bytes), !tree.nodes.isEmpty else { throw .broken("a mail", "it has no structure") }
        var chosen = MailParts(tree)
        return try chosen.parts(tree, &allowance)
    }
}
