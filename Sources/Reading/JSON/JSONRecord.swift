// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// An object of a JSON file by what its members are called, whoever spelled them: `body_html`, `bodyHTML` and `BodyHtml` are one name.
struct JSONRecord {
    private let members: [String: JSON]
    let offset: Int

    /// `nil` where the value is no object.
    init?(_ json: JSON) {
        guard let members = json.members else { return nil }
        offset = json.offset
        self.members = Dictionary(
            members.prefix(1000).filter { !$0.value.isNull }.map { (Self.folded($0.name), $0.value) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The first of the members with these names, folded, that is there.
    subscript(names: String...) -> JSON? { names.lazy.compactMap { members[$0] }.first }

    /// The first of them that says something in words.
    func line(_ names: String...) -> String? { names.lazy.compactMap { members[$0].flatMap(Self.words) }.first }

    /// All that the first of them names: a word, a thing with a name, or a list of either.
    func list(_ names: String...) -> [String] {
        for name in names {
            let found = members[name].map(Self.names) ?? []
            if !found.isEmpty { return found }
        }
        return []
    }

    private static func names(_ json: JSON) -> [String] {
        guard let elements = json.elements else { return words(json).map { [$0] } ?? [] }
        return elements.prefix(100).compactMap(words)
    }

    /// A string, or the string that an object stands for; of a list the first.
    private static func words(_ json: JSON) -> String? {
        if let string = json.string { return string.utf8.allSatisfy(ByteScanner.isSpace) ? nil : string }
        if let first = json.elements?.first { return first.elements == nil ? words(first) : nil }
        for name in ["name", "rendered", "value", "main", "label", "term", "text"] {
            if let string = json[name]?.string, !string.isEmpty { return string }
        }
        return nil
    }

    private static func folded(_ name: String) -> String {
        String(decoding: name.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }.map(ByteScanner.lower), as: UTF8.self)
    }
}
