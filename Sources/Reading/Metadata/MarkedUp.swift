// SPDX-License-Identifier: Apache-2.0

/// What is marked up inside the page: main headings, `itemprop`, `rel=author`, `<time>`.
struct MarkedUp {
    private(set) var headings: [String] = []
    private(set) var authors: [String] = []
    private(set) var published: [String] = []
    private(set) var modified: [String] = []

    init(_ bytes: [UInt8], _ skeleton: HTMLSkeleton, _ tree: PageTree) {
        var times: [String] = []
        for index in tree.nodes.indices.prefix(20_000) where tree.nodes[index].tag >= 0 {
            let node = tree.nodes[index]
            let tag = skeleton.tags[node.tag]
            func text() -> String? { Self.text(of: index, tree, skeleton, bytes) }
            if node.element == .heading1, headings.count < 5, let heading = text() { headings.append(heading) }
            guard !tag.attributes.isEmpty, node.element == .time || Self.isMarked(bytes, tag.attributes) else { continue }
            let attributes = Attributes(bytes, tag.attributes)
            func value() -> String? { attributes["content"] ?? attributes["datetime"] }
            switch attributes["itemprop"] {
            case "datePublished", "dateCreated": published.append(value() ?? text() ?? "")
            case "dateModified": modified.append(value() ?? text() ?? "")
            case "author", "creator": if authors.count < 10, let name = attributes["content"] ?? text() { authors.append(name) }
            default: if attributes["rel"]?.lowercased() == "author", authors.count < 10, let name = text() { authors.append(name) }
            }
            if node.element == .time, times.count < 5, let time = attributes["datetime"] { times.append(time) }
        }
        published.append(contentsOf: times)
    }

    private static func isMarked(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        ByteScanner.index(of: "itemprop=", in: bytes, from: range.lowerBound, to: min(range.upperBound, range.lowerBound + 2048)) != nil
            || ByteScanner.index(of: "rel=", in: bytes, from: range.lowerBound, to: min(range.upperBound, range.lowerBound + 2048)) != nil
    }

    private static func text(of index: Int, _ tree: PageTree, _ skeleton: HTMLSkeleton, _ bytes: [UInt8]) -> String? {
        var text = ""
        for inner in index..<min(tree.nodes[index].end, index + 100) where tree.nodes[inner].run >= 0 {
            let run = skeleton.runs[tree.nodes[inner].run]
            if tree.nodes[inner].run > 0, skeleton.runs[tree.nodes[inner].run - 1].isBlank { text += " " }
            text += CharacterReferences.resolve(bytes[run.start..<min(run.end, run.start + 1000)])
        }
        return Plain.line(text)
    }
}
