// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The objects of a page's JSON-LD scripts: the one that is the article, and those that others name by `@id`.
struct LinkedObjects {
    /// The first object whose type is a kind of article, breadth first through lists and `@graph`.
    private(set) var article: JSON?
    /// The first that is the page around it.
    private(set) var page: JSON?
    private var byID: [String: JSON] = [:]

    /// Objects of a page that are looked at.
    private static let limit = 10_000

    init(_ scripts: [JSON]) {
        var queue = scripts
        var next = 0
        while next < queue.count, next < Self.limit {
            let value = queue[next]
            next += 1
            if let elements = value.elements { queue.append(contentsOf: elements.prefix(Self.limit)) }
            guard let members = value.members else { continue }
            if let id = value["@id"]?.string, members.count > 1, byID[id] == nil { byID[id] = value }
            if article == nil, Self.isArticle(value["@type"]) { article = value }
            if page == nil, Self.types(value["@type"]).contains(where: { $0.hasSuffix("WebPage") || $0 == "ItemPage" }) { page = value }
            for name in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"] {
                if let inner = value[name] { queue.append(inner) }
            }
        }
    }

    /// The object that a mere reference (`{"@id": …}`) stands for.
    func named(by reference: JSON) -> JSON? { reference["@id"]?.string.flatMap { byID[$0] } }

    private static func types(_ type: JSON?) -> [String] {
        type?.elements?.compactMap(\.string) ?? type?.string.map { [$0] } ?? []
    }

    static func isArticle(_ type: JSON?) -> Bool {
        types(type).contains {
            $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Review" || $0 == "Recipe" || $0 == "Question"
        }
    }
}
