// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Finds the objects of a JSON file that are articles, wherever its maker put the list of them.
enum JSONSearch {
    /// An object that is an article, or that only has the title of one.
    struct Found {
        var record: JSONRecord
        var article: JSONArticle?
    }

    /// Values looked at, and how deep: lists of articles lie near the top.
    private static let most = 200_000
    private static let deepest = 6

    /// A value that is still to be looked at.
    private struct Step {
        var value: JSON
        var feed: JSONRecord?
        var depth = 0
        /// Whether it stands in a list, as entries do.
        var isElement = false
        /// Among what was found, the object around it.
        var outer: Int?
    }

    /// Breadth first, not into what is an article itself; in the order of the file.
    static func articles(in root: JSON) -> [Found] {
        var found: [Found] = []
        var isOuter: Set<Int> = []
        var queue = [Step(value: root)]
        var next = 0
        while next < queue.count, next < most {
            let step = queue[next]
            next += 1
            guard step.depth <= deepest else { continue }
            if let elements = step.value.elements {
                queue += elements.map { Step(value: $0, feed: step.feed, depth: step.depth + 1, isElement: true, outer: step.outer) }
                continue
            }
            guard let record = JSONRecord(step.value), let members = step.value.members else { continue }
            let inner = members.map(\.value).filter { $0.members != nil || $0.elements?.first?.members != nil }
            let holdsList = inner.contains { $0.elements != nil }
            var outer = step.outer
            let body = isArticle(step.value, record) ? JSONBody.find(in: record) : nil
            let article = body.flatMap { $0.isSummary && holdsList ? nil : JSONArticle(record: record, body: $0, feed: step.feed) }
            if article != nil || step.isElement && !holdsList && record["title", "headline"]?.string != nil {
                if let outer { isOuter.insert(outer) }
                outer = found.count
                found.append(Found(record: record, article: article))
            }
            if article == nil {
                queue += inner.map { Step(value: $0, feed: record, depth: step.depth + 1, outer: outer) }
            }
        }
        return found.indices.filter { !isOuter.contains($0) }.map { found[$0] }.sorted { $0.record.offset < $1.record.offset }
    }

    /// What says that it is something else (a picture, a person, a comment) is none.
    private static func isArticle(_ value: JSON, _ record: JSONRecord) -> Bool {
        if value["@type"] != nil { return LinkedObjects.isArticle(value["@type"]) }
        let type = record["type"]?.string?.lowercased() ?? ""
        return !["picture", "video", "audio", "graphic", "composite", "planning", "event", "image", "photo"].contains(type)
    }
}
