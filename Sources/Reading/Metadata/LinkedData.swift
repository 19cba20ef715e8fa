// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The article as a page's JSON-LD describes it.
struct LinkedData {
    private(set) var headline: String?
    private(set) var authors: [String] = []
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var publisher: String?
    private(set) var url: String?
    private(set) var section: String?
    private(set) var keywords: [String] = []

    /// Larger scripts are data of another kind.
    private static let largest = 1 << 19

    init(_ bytes: [UInt8], _ scripts: [Range<Int>]) {
        for script in scripts.prefix(8) where script.count < Self.largest {
            guard let json = Self.parse(bytes[script]), let article = Self.article(in: json) else { continue }
            read(article)
            return
        }
    }

    private mutating func read(_ article: JSON) {
        headline = Self.text(article["headline"]) ?? Self.text(article["name"])
        authors = Self.names(article["author"] ?? article["creator"])
        published = article["datePublished"]?.string ?? article["dateCreated"]?.string
        modified = article["dateModified"]?.string
        publisher = Self.names(article["publisher"]).first
        url = article["url"]?.string ?? article["mainEntityOfPage"]?.string ?? article["mainEntityOfPage"]?["@id"]?.string
        section = Self.text(article["articleSection"]) ?? article["articleSection"]?.elements?.first.flatMap(Self.text)
        if let list = article["keywords"]?.elements {
            keywords = list.compactMap { Self.text($0) ?? Self.text($0["name"]) }
        } else {
            keywords = Self.text(article["keywords"]).map { [$0] } ?? []
        }
    }

    /// Pages wrap their JSON into comments and break lines inside strings: from the first brace to the last, with the brackets around them,
    /// and control characters as blanks.
    private static func parse(_ script: ArraySlice<UInt8>) -> JSON? {
        guard var start = script.firstIndex(of: UInt8(ascii: "{")), var end = script.lastIndex(of: UInt8(ascii: "}")), start < end else {
            return nil
        }
        let before = script[..<start].lastIndex { !ByteScanner.isSpace($0) }
        let after = script[(end + 1)...].firstIndex { !ByteScanner.isSpace($0) }
        if let before, let after, script[before] == UInt8(ascii: "["), script[after] == UInt8(ascii: "]") {
            // "CDATA[" is no list.
            if before == script.startIndex || script[before - 1] != UInt8(ascii: "A") { (start, end) = (before, after) }
        }
        do { return try JSONParser.parse(script[start...end].map { $0 < 0x20 ? 0x20 : $0 }) } catch { return nil }
    }

    /// The first object whose type is a kind of article, breadth first through lists and `@graph`.
    private static func article(in json: JSON) -> JSON? {
        var queue = [json]
        var next = 0
        while next < queue.count, next < 10_000 {
            let value = queue[next]
            next += 1
            if let elements = value.elements { queue.append(contentsOf: elements) }
            guard value.members != nil else { continue }
            if isArticle(value["@type"]) { return value }
            for name in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"] {
                if let inner = value[name] { queue.append(inner) }
            }
        }
        return nil
    }

    static func isArticle(_ type: JSON?) -> Bool {
        let names = type?.elements?.compactMap(\.string) ?? type?.string.map { [$0] } ?? []
        return names.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Review" }
    }

    private static func names(_ json: JSON?) -> [String] {
        guard let json else { return [] }
        if let elements = json.elements { return elements.prefix(50).flatMap { $0.elements == nil ? names($0) : [] } }
        if json.members != nil {
            return json["name"].map { name in name.elements?.compactMap(text) ?? text(name).map { [$0] } ?? [] } ?? []
        }
        return text(json).map { [$0] } ?? []
    }

    private static func text(_ json: JSON?) -> String? {
        json?.string.flatMap { Plain.line(CharacterReferences.resolve(Array($0.utf8)[...])) }
    }
}
