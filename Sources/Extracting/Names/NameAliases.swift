// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Stages

/// The user's own table of names, as the option `aliases` gives it: each line a canonical name with its kind, and behind
/// `=` the other names, which count exactly as written: `"organization: Islamic State group (Q2429253) = IS, ISIS, Daesh"`.
///
/// A list in the manifest rather than a file, since stages do no input or output.
package struct NameAliases: Sendable {
    private var table: [String: NameTables.Alias] = [:]
    /// Folded, for a quick look whether a name can begin at a word.
    private(set) var firstWords: Set<String> = []

    package static let none = NameAliases()

    private init() {}

    /// - Throws: `OptionError` naming the line that has no "=", no name or an unknown kind.
    package init(_ lines: [String]) throws(OptionError) {
        for line in lines {
            guard let (kind, rest) = Self.kind(of: line), let sign = rest.firstIndex(of: "=") else {
                throw OptionError(
                    option: "aliases", problem: "\"\(line.prefix(60))\" is no line of names",
                    remedy: "write it as \"organization: Islamic State group (Q2429253) = IS, ISIS\"")
            }
            var name = Self.trimmed(rest[..<sign])
            var wikidata: String?
            if let open = name.lastIndex(of: "("), name.hasSuffix(")") {
                wikidata = Self.trimmed(name[name.index(after: open)...].dropLast())
                name = Self.trimmed(name[..<open])
            }
            guard !name.isEmpty else {
                throw OptionError(option: "aliases", problem: "a line has no name before \"=\"", remedy: "write the fullest name there")
            }
            let others = rest[rest.index(after: sign)...].split(separator: ",").map(Self.trimmed).filter { !$0.isEmpty }
            add(name, NameTables.Alias(kind: kind, name: name, wikidata: wikidata, exact: nil))
            for other in others { add(other, NameTables.Alias(kind: kind, name: name, wikidata: wikidata, exact: other)) }
        }
    }

    func alias(_ key: String) -> NameTables.Alias? { table.isEmpty ? nil : table[key] }

    private mutating func add(_ name: String, _ alias: NameTables.Alias) {
        let key = NameFolding.key(name)
        table[key] = alias
        if let first = key.split(separator: " ").first { firstWords.insert(String(first)) }
    }

    /// The kind before a colon; a line without one names an organization.
    private static func kind(of line: String) -> (Entity.Kind, Substring)? {
        guard let colon = line.firstIndex(of: ":") else { return (.organization, line[...]) }
        guard let kind = Entity.Kind(rawValue: trimmed(line[..<colon])) else { return nil }
        return (kind, line[line.index(after: colon)...])
    }

    private static func trimmed(_ part: Substring) -> String {
        var part = part
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}
