// SPDX-License-Identifier: Apache-2.0

/// The header block that a message opens with (RFC 5322), as far as it tells that there is one.
struct MailHeader {
    /// Names of its fields, in lower case.
    private(set) var fields: Set<String> = []
    /// Whether nothing but fields and their continuations stood before the blank line.
    private(set) var isWhole = false

    /// Fields that only programs write.
    private static let machine: Set<String> = [
        "message-id", "mime-version", "received", "return-path", "delivered-to", "dkim-signature", "x-mailer", "content-transfer-encoding",
    ]
    private static let people: Set<String> = ["from", "to", "date", "subject", "sender", "reply-to", "cc", "content-type"]
    private static let window = 1 << 16

    init(_ bytes: ArraySlice<UInt8>) {
        var at = bytes.startIndex
        let end = min(bytes.endIndex, at + Self.window)
        while at < end {
            let line = bytes[at..<(bytes[at..<end].firstIndex(of: 0x0A) ?? end)]
            at = min(line.endIndex + 1, end)
            if line.isEmpty || line.elementsEqual([0x0D]) {
                isWhole = true
                return
            }
            if line.first == 0x20 || line.first == 0x09 {
                if fields.isEmpty { return }
                continue
            }
            guard let name = Self.name(of: line) else { return }
            fields.insert(name)
        }
        // A header without a body, or one longer than any should be.
        isWhole = true
    }

    /// Whether it is one beyond doubt: a press release that opens with "From:" and "Date:" is none.
    var isCertain: Bool { isWhole && !fields.isDisjoint(with: Self.machine) && fields.intersection(Self.people).count >= 2 }

    /// Whether it can be one where the name or the sender says so.
    var isPossible: Bool { isWhole && !fields.isDisjoint(with: Self.machine.union(Self.people)) }

    /// The field's name, where a line has one: printable ASCII up to a colon.
    static func name(of line: ArraySlice<UInt8>) -> String? {
        guard let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
        let name = line[..<colon]
        guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        return String(decoding: name.map(ByteScanner.lower), as: UTF8.self)
    }
}
