// SPDX-License-Identifier: Apache-2.0

/// Parts of mails that are known for no articles, and why.
enum MailRefusals {
    static func refusal(of node: MailTree.Node) -> ReadingError? {
        let name = node.name?.lowercased() ?? ""
        switch node.type {
        case "application/pkcs7-mime", "application/x-pkcs7-mime": return name.hasSuffix(".p7s") ? nil : .encrypted
        case "application/ms-tnef", "application/vnd.ms-tnef": return .otherForm("Outlook's own packing (winmail.dat)")
        case "text/calendar", "application/ics": return .otherForm("a calendar entry")
        case "text/vcard", "text/x-vcard", "text/directory": return .otherForm("an address card")
        case "message/delivery-status", "message/disposition-notification", "text/rfc822-headers", "message/feedback-report":
            return .otherForm("a mail server's report")
        case "message/partial": return .otherForm("a piece of a mail that was sent in several")
        case "message/external-body": return .otherForm("a pointer to a file elsewhere")
        default: break
        }
        if name == "winmail.dat" { return .otherForm("Outlook's own packing (winmail.dat)") }
        for (start, what) in [("image/", "a picture"), ("audio/", "a recording"), ("video/", "a film"), ("font/", "a font")]
        where node.type.hasPrefix(start) { return .otherForm(what) }
        if let charset = node.charset?.lowercased(), node.type.hasPrefix("text/"), stateful.contains(where: charset.hasPrefix) {
            return ReadingError(
                code: .undecodable, problem: "The text is in a charset with shift states (ISO-2022, HZ or UTF-7), which is not read",
                remedy: "Save the mail's text as UTF-8")
        }
        return nil
    }

    /// Charsets whose bytes mean nothing without what stood before: no run of a source map could be decoded alone.
    private static let stateful = ["iso-2022", "csiso2022", "hz", "utf-7", "unicode-1-1-utf-7"]

    /// Whether a text is a message of PGP, armored in place.
    static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        bytes.prefix(1000).drop(while: ByteScanner.isSpace).starts(with: "-----BEGIN PGP MESSAGE-----".utf8)
    }
}

extension ReadingError {
    /// - Parameter format: with its article.
    static func otherForm(_ format: String) -> ReadingError {
        ReadingError(code: .binary, problem: "It is no article but \(format)", remedy: "Put the article itself into the inbox")
    }
}
