// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The `<meta>` tags of a page, by `property`, `name`, `itemprop` or `http-equiv`.
///
/// Names are compared in lower case, and those of Dublin Core with a dot, as `DC.date`, `dc:date` and `dcterms:date` are all written.
struct MetaTags {
    private var values: [String: [String]] = [:]

    /// Tags of a page that are looked at.
    private static let limit = 1000

    init(_ bytes: [UInt8], _ tags: [Range<Int>]) {
        for tag in tags.prefix(Self.limit) {
            let attributes = Attributes(bytes, tag)
            guard let content = attributes["content"],
                let names = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? attributes["http-equiv"]
            else { continue }
            for name in names.lowercased().split(separator: " ").prefix(8) {
                values[Self.canonical(String(name)), default: []].append(content)
            }
        }
        if let page = self["parsely-page"] { readParsely(page) }
    }

    subscript(name: String) -> String? { values[name]?.lazy.compactMap(Plain.line).first }

    /// The first that has a value.
    subscript(names: [String]) -> String? { names.lazy.compactMap { self[$0] }.first }

    func every(_ name: String) -> [String] { values[name] ?? [] }

    /// The values of the first name that has any.
    func all(_ names: [String]) -> [String] { names.first { values[$0] != nil }.flatMap { values[$0] } ?? [] }

    /// Every value of every name, in the order of the names.
    func each(of names: [String]) -> [String] { names.flatMap { values[$0] ?? [] } }

    private static func canonical(_ name: String) -> String {
        for prefix in ["dc:", "dcterms:", "dcterm:", "dc.terms."] where name.hasPrefix(prefix) {
            return (prefix == "dc:" ? "dc." : "dcterms.") + name.dropFirst(prefix.utf8.count).replacing(":", with: ".")
        }
        return name
    }

    /// Parse.ly's older form: one tag with a JSON object.
    private mutating func readParsely(_ page: String) {
        let json: JSON
        do { json = try JSONParser.parse(Array(page.utf8)) } catch { return }
        for (member, name) in [
            ("title", "parsely-title"), ("pub_date", "parsely-pub-date"), ("section", "parsely-section"),
            ("image_url", "parsely-image-url"),
            ("link", "parsely-link"),
        ] {
            if let value = json[member]?.string { values[name, default: []].append(value) }
        }
        let authors = json["authors"]?.elements?.compactMap(\.string) ?? json["author"]?.string.map { [$0] } ?? []
        if !authors.isEmpty { values["parsely-author", default: []].append(contentsOf: authors) }
        if let tags = json["tags"]?.elements?.compactMap(\.string) { values["parsely-tags", default: []].append(contentsOf: tags) }
    }
}
