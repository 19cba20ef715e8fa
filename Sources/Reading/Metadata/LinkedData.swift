// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The article as a page's JSON-LD describes it.
struct LinkedData {
    private(set) var headline: String?
    /// What the article is called where that is not its headline.
    private(set) var name: String?
    private(set) var authors: [String] = []
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var publisher: String?
    private(set) var url: String?
    private(set) var section: String?
    private(set) var keywords: [String] = []
    private(set) var image: String?
    private(set) var language: String?
    /// The whole text, where the page repeats it there.
    private(set) var articleBody: String?

    /// Larger scripts are data of another kind.
    private static let largest = 1 << 19

    init(_ bytes: [UInt8], _ scripts: [Range<Int>]) {
        let objects = LinkedObjects(scripts.prefix(8).filter { $0.count < Self.largest }.compactMap { Self.parse(bytes[$0]) })
        if let article = objects.article {
            read(article, objects)
        } else if let page = objects.page {
            // The page around an article that is not described itself tells its dates and no more.
            published = page["datePublished"]?.string
            modified = page["dateModified"]?.string
            language = Self.language(page["inLanguage"])
        }
    }

    private mutating func read(_ article: JSON, _ objects: LinkedObjects) {
        headline = Self.text(article["headline"])
        name = Self.text(article["name"])
        authors = Self.names(article["author"] ?? article["creator"], objects)
        published = article["datePublished"]?.string ?? article["dateCreated"]?.string
        modified = article["dateModified"]?.string
        publisher = Self.names(article["publisher"], objects).first
        url = article["url"]?.string ?? article["mainEntityOfPage"]?.string ?? article["mainEntityOfPage"]?["@id"]?.string
        section = Self.text(article["articleSection"]) ?? article["articleSection"]?.elements?.first.flatMap(Self.text)
        if let list = article["keywords"]?.elements {
            keywords = list.compactMap { Self.text($0) ?? Self.text($0["name"]) }
        } else {
            keywords = Self.text(article["keywords"]).map { [$0] } ?? []
        }
        image = Self.image(article["image"], objects) ?? Self.image(article["thumbnailUrl"], objects)
        language = Self.language(article["inLanguage"])
        articleBody = article["articleBody"]?.string
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

    private static func names(_ json: JSON?, _ objects: LinkedObjects) -> [String] {
        guard let json else { return [] }
        if let elements = json.elements { return elements.prefix(50).flatMap { $0.elements == nil ? names($0, objects) : [] } }
        if json.members != nil {
            guard let name = json["name"] ?? objects.named(by: json)?["name"] else { return [] }
            return name.elements?.compactMap(text) ?? text(name).map { [$0] } ?? []
        }
        return text(json).map { [$0] } ?? []
    }

    /// An address, an object that has one, or the first of a list of either.
    private static func image(_ json: JSON?, _ objects: LinkedObjects) -> String? {
        guard var json else { return nil }
        if let first = json.elements?.first { json = first }
        if json.members != nil, json["url"] == nil, json["contentUrl"] == nil { json = objects.named(by: json) ?? json }
        let address = json.string ?? json["url"]?.string ?? json["contentUrl"]?.string ?? json["url"]?.elements?.first?.string
        return address.flatMap { Plain.line(CharacterReferences.resolve(Array($0.utf8)[...])) }
    }

    private static func language(_ json: JSON?) -> String? {
        json?.string ?? json?["alternateName"]?.string ?? json?["name"]?.string ?? json?.elements?.first?.string
    }

    private static func text(_ json: JSON?) -> String? {
        json?.string.flatMap { Plain.line(CharacterReferences.resolve(Array($0.utf8)[...])) }
    }
}
