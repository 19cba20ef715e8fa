// SPDX-License-Identifier: Apache-2.0

/// Language tags of BCP 47 as files declare them.
enum LanguageTag {
    /// In the usual case (`en-GB`, `zh-Hant`); `nil` for what is no tag, or says that the language is not known.
    static func normalized(_ value: String) -> String? {
        let parts = value.split(whereSeparator: { $0 == "-" || $0 == "_" }).map { $0.trimmingSpace.lowercased() }
        guard let primary = parts.first, (2...3).contains(primary.utf8.count), primary.utf8.allSatisfy(ByteScanner.isLetter),
            !["und", "mul", "zxx"].contains(primary), parts.count <= 4,
            parts.allSatisfy({
                (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy { ByteScanner.isLetter($0) || ByteScanner.isDigit($0) }
            })
        else { return nil }
        let rest = parts.dropFirst().map { part in
            switch part.utf8.count {
            case 2: part.uppercased()
            case 4 where part.utf8.allSatisfy(ByteScanner.isLetter): part.prefix(1).uppercased() + part.dropFirst()
            default: part
            }
        }
        return ([primary] + rest).joined(separator: "-")
    }
}

extension Substring {
    fileprivate var trimmingSpace: String {
        let start = utf8.drop(while: ByteScanner.isSpace)
        return String(decoding: Array(start.reversed().drop(while: ByteScanner.isSpace).reversed()), as: UTF8.self)
    }
}
