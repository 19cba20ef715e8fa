// SPDX-License-Identifier: Apache-2.0

/// A file of mails one after the other, each behind a line that begins with "From " (mbox, RFC 4155).
///
/// In the text of a mail such a line is written ">From " (and ">From " itself ">>From ", in the form called mboxrd). One ">" is taken off: it is
/// how the mailbox encodes its mails, so offsets count in the mail without it.
enum Mailbox: Container {
    private static let separator = Array("From ".utf8)

    static func holds(_ bytes: [UInt8], name: String, mediaType: String?) -> Bool {
        guard isSeparator(bytes, at: 0), let end = bytes.prefix(1000).firstIndex(of: 0x0A) else { return false }
        return MailHeader(bytes[(end + 1)...]).isPossible
    }

    static func parts(of bytes: [UInt8], name: String, _ allowance: inout Allowance) throws(ReadingError) -> [Part] {
        var parts: [Part] = []
        var start: Int?
        var isBlankBefore = true
        var at = 0
        while at < bytes.count {
            let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
            if isBlankBefore, isSeparator(bytes, at: at) {
                if let start { parts.append(mail(bytes[start..<at], number: parts.count + 1)) }
                try allowance.takePart()
                start = min(end + 1, bytes.count)
            }
            isBlankBefore = end == at || end == at + 1 && bytes[at] == 0x0D
            at = end + 1
        }
        if let start { parts.append(mail(bytes[start...], number: parts.count + 1)) }
        return parts
    }

    /// "From ", something without blanks, and a year somewhere behind it.
    private static func isSeparator(_ bytes: [UInt8], at start: Int) -> Bool {
        guard bytes[start...].starts(with: separator) else { return false }
        let line = bytes[start..<min(bytes.count, start + 300)].prefix { $0 != 0x0A && $0 != 0x0D }
        let words = line.split(separator: 0x20)
        guard words.count >= 4, line.contains(UInt8(ascii: ":")) else { return false }
        return words.dropFirst(2).contains { $0.count == 4 && $0.allSatisfy(ByteScanner.isDigit) }
    }

    private static func mail(_ slice: ArraySlice<UInt8>, number: Int) -> Part {
        Part("message \(number)", unquoted(slice), mediaType: "message/rfc822")
    }

    private static func unquoted(_ slice: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(slice.count)
        var at = slice.startIndex
        while at < slice.endIndex {
            let end = slice[at...].firstIndex(of: 0x0A).map { $0 + 1 } ?? slice.endIndex
            let line = slice[at..<end]
            let isQuoted = line.first == UInt8(ascii: ">") && line.drop { $0 == UInt8(ascii: ">") }.starts(with: separator)
            result.append(contentsOf: isQuoted ? line.dropFirst() : line)
            at = end
        }
        return result
    }
}
