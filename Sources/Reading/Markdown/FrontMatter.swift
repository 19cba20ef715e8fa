// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The block of names and values between `---` lines that opens a Markdown file: the plain part of YAML that writers use.
struct FrontMatter {
    private var values: [String: [String]] = [:]
    /// Where the body begins.
    let end: Int

    private static let limit = 1 << 16

    static func opens(_ text: [UInt8]) -> Bool { FrontMatter(text) != nil }

    /// `nil` where the text does not open with front matter that is closed and holds a name.
    init?(_ text: [UInt8]) {
        guard text.starts(with: "---".utf8) else { return nil }
        var lines = LineScanner(text, upTo: min(text.count, Self.limit))
        guard let first = lines.next(), Self.trimmed(text, first) == "---" else { return nil }
        var key: String?
        while let line = lines.next() {
            let content = Self.trimmed(text, line)
            if content == "---" || content == "..." {
                guard !values.isEmpty else { return nil }
                end = lines.position
                return
            }
            if content.hasPrefix("- "), let key {
                values[key, default: []].append(Self.unquoted(String(content.dropFirst(2))))
            } else if !line.isEmpty, !ByteScanner.isSpace(text[line.lowerBound]), let colon = content.firstIndex(of: ":") {
                let name = content[..<colon].lowercased()
                key = name
                let value = Plain.line(String(content[content.index(after: colon)...])) ?? ""
                values[name] = Self.list(value)
            }
        }
        return nil
    }

    var headline: String? { values["title"]?.first ?? values["headline"]?.first }
    var authors: [String] { values["author"] ?? values["authors"] ?? values["byline"] ?? [] }
    var published: String? { (values["date"] ?? values["published"])?.first.flatMap(Timestamp.normalized) }
    var modified: String? { (values["updated"] ?? values["modified"] ?? values["lastmod"])?.first.flatMap(Timestamp.normalized) }
    var tags: [String] { values["tags"] ?? values["keywords"] ?? [] }
    var section: String? { (values["section"] ?? values["category"])?.first }
    var publisher: String? { values["publisher"]?.first }
    var url: String? {
        [values["url"], values["source"], values["link"]].lazy.compactMap { $0?.first }.first(where: PageMetadata.isAddress)
    }

    private static func list(_ value: String) -> [String] {
        if value.isEmpty || value.hasPrefix("#") { return [] }
        guard value.hasPrefix("["), value.hasSuffix("]") else { return [unquoted(value)] }
        return value.dropFirst().dropLast().split(separator: ",").map { unquoted(String($0)) }.filter { !$0.isEmpty }
    }

    private static func unquoted(_ value: String) -> String {
        let line = Plain.line(value) ?? ""
        guard line.utf8.count >= 2, let mark = line.utf8.first, mark == 0x22 || mark == 0x27, line.utf8.last == mark else { return line }
        return String(decoding: line.utf8.dropFirst().dropLast(), as: UTF8.self)
    }

    private static func trimmed(_ text: [UInt8], _ line: Range<Int>) -> String {
        Plain.line(String(decoding: text[line], as: UTF8.self)) ?? ""
    }
}
