// SPDX-License-Identifier: Apache-2.0

/// What GMime must not be given, found in one pass over the lines.
///
/// Measured with GMime 3.2.13: a million groups in one From ("a:a:a:…") overflow the stack, as each is a call; a thousand nested parts and
/// millions of lines that could be boundaries take ten seconds, as each line is compared with each boundary; a million parts or fields
/// take over a gigabyte.
enum MailHazards {
    /// Lines that begin with "--" and so could be boundaries.
    private static let boundaries = 100_000
    /// Lines of one header.
    private static let fields = 20_000
    /// Colons in the addresses of one field: each may open a group inside a group.
    private static let groups = 500
    /// Bytes of one field with addresses.
    private static let addresses = 1 << 20

    static func check(_ bytes: [UInt8]) throws(ReadingError) {
        var boundaries = 0
        var fields = 0
        var groups = 0
        var length = 0
        var at = 0
        var isAddressField = false
        while at < bytes.count {
            let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
            let first = bytes[at]
            if first == 0x20 || first == 0x09 {
                fields += 1
            } else if first == 0x2D, at + 1 < end, bytes[at + 1] == 0x2D {
                boundaries += 1
                fields = 0
                isAddressField = false
            } else if let name = MailHeader.name(of: bytes[at..<min(end, at + 80)]) {
                fields += 1
                groups = 0
                length = 0
                isAddressField = addressFields.contains(name) || name.hasPrefix("resent-")
            } else {
                fields = 0
                isAddressField = false
            }
            if isAddressField {
                length += end - at
                for byte in bytes[at..<end] where byte == UInt8(ascii: ":") { groups += 1 }
                if groups > Self.groups || length > addresses { throw .broken("a mail", "a field has too many addresses") }
            }
            if boundaries > Self.boundaries { throw .broken("a mail", "it has too many parts") }
            if fields > Self.fields { throw .broken("a mail", "a header has too many fields") }
            at = end + 1
        }
    }

    private static let addressFields: Set<String> = [
        "from", "to", "cc", "bcc", "sender", "reply-to", "disposition-notification-to", "return-path", "errors-to",
    ]
}
