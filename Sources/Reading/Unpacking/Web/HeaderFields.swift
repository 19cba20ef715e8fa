// SPDX-License-Identifier: Apache-2.0

/// `Name: value` lines up to a blank one, as HTTP and WARC have them; the first of a name counts.
struct HeaderFields {
    private var values: [String: String] = [:]

    /// Longer headers are none.
    private static let window = 1 << 18

    subscript(name: String) -> String? { values[name] }

    /// - Returns: the fields, and where what follows the blank line begins; `nil` where there is no such line.
    static func read(_ bytes: ArraySlice<UInt8>) -> (fields: HeaderFields, end: Int)? {
        var fields = HeaderFields()
        var last: String?
        var at = bytes.startIndex
        let limit = min(bytes.endIndex, at + window)
        while at < limit, let end = bytes[at..<limit].firstIndex(of: 0x0A) {
            let line = bytes[at..<(end > at && bytes[end - 1] == 0x0D ? end - 1 : end)]
            at = end + 1
            if line.isEmpty { return (fields, at) }
            if let first = line.first, ByteScanner.isSpace(first) {
                if let last, let more = Plain.line(String(decoding: line, as: UTF8.self)) { fields.values[last]?.append(" \(more)") }
                continue
            }
            guard let name = MailHeader.name(of: line) else { continue }
            let value = Plain.line(String(decoding: line.dropFirst(name.utf8.count + 1), as: UTF8.self)) ?? ""
            last = fields.values[name] == nil ? name : nil
            if last != nil { fields.values[name] = value }
        }
        return nil
    }
}
