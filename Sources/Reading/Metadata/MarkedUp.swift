// SPDX-License-Identifier: Apache-2.0

/// What is marked up inside the page: microdata (`itemprop`), microformats (`hentry`), `rel=author`, `<time>`, main headings, and the lines
/// under them that are a byline or a date and nothing else.
struct MarkedUp {
    /// Microdata, which is meant for machines.
    struct Microdata {
        var headline: String?
        var authors: [String] = []
        var published: [String] = []
        var modified: [String] = []
        var section: String?
        var keywords: [String] = []
        var publisher: String?
    }

    private(set) var microdata = Microdata()
    private(set) var headings: [String] = []
    private(set) var authors: [String] = []
    private(set) var published: [String] = []
    private(set) var modified: [String] = []
    /// Lines near the main heading.
    private(set) var writtenAuthors: [String] = []
    private(set) var writtenDate: String?

    private let bytes: [UInt8]
    private let skeleton: HTMLSkeleton
    private let tree: PageTree

    /// Nodes of a page, and texts of a kind, that are looked at.
    private static let (nodeLimit, limit) = (20_000, 10)

    init(_ bytes: [UInt8], _ skeleton: HTMLSkeleton, _ tree: PageTree) {
        (self.bytes, self.skeleton, self.tree) = (bytes, skeleton, tree)
        var times: (early: [String], late: [String]) = ([], [])
        var heading: Int?
        var second: Int?
        var commentsEnd = 0
        for index in tree.nodes.indices.prefix(Self.nodeLimit) where tree.nodes[index].tag >= 0 {
            let node = tree.nodes[index]
            let tag = skeleton.tags[node.tag]
            if node.element == .heading1, headings.count < 5, let text = text(of: index) {
                headings.append(text)
                if heading == nil { heading = index }
            } else if node.element == .heading, second == nil {
                second = index
            }
            guard !tag.attributes.isEmpty, index >= commentsEnd else { continue }
            if node.element == .time, let time = Attributes(bytes, tag.attributes)["datetime"] {
                if heading == nil { times.early.append(time) } else { times.late.append(time) }
            }
            guard Self.isMarked(bytes, tag.attributes) else { continue }
            let attributes = Attributes(bytes, tag.attributes)
            if let property = attributes["itemprop"] {
                if property == "comment" { commentsEnd = node.end }
                read(property, attributes, index)
            }
            if attributes["rel"]?.lowercased() == "author", authors.count < Self.limit, let name = text(of: index) { authors.append(name) }
            if let names = attributes["class"] { readMicroformat(names, attributes, index) }
        }
        // Times before the main heading belong to lists of other stories.
        published.append(contentsOf: (times.late + times.early).prefix(5))
        if let heading = heading ?? second { readLines(after: heading) }
    }

    private mutating func read(_ property: String, _ attributes: Attributes, _ index: Int) {
        func value() -> String? { attributes["content"] ?? attributes["datetime"] ?? text(of: index) }
        for name in property.split(separator: " ").prefix(4) {
            switch name {
            case "datePublished", "dateCreated":
                if microdata.published.count < Self.limit, let value = value() { microdata.published.append(value) }
            case "dateModified": if microdata.modified.count < Self.limit, let value = value() { microdata.modified.append(value) }
            case "author", "creator":
                guard microdata.authors.count < Self.limit else { break }
                if let name = attributes["content"] ?? inner(index, "name") ?? text(of: index) { microdata.authors.append(name) }
            case "headline": if microdata.headline == nil { microdata.headline = value() }
            case "articleSection": if microdata.section == nil { microdata.section = value() }
            case "keywords": if microdata.keywords.count < Self.limit, let value = value() { microdata.keywords.append(value) }
            case "publisher": if microdata.publisher == nil { microdata.publisher = attributes["content"] ?? inner(index, "name") }
            default: break
            }
        }
    }

    /// Microformats: `published` and `updated` of hAtom, `dt-published` and `p-author` of h-entry, and the class that WordPress gives.
    private mutating func readMicroformat(_ names: String, _ attributes: Attributes, _ index: Int) {
        for name in names.split(separator: " ").prefix(12) {
            switch name {
            case "published", "dt-published", "entry-date":
                if published.count < Self.limit, let value = attributes["datetime"] ?? attributes["title"] ?? text(of: index) {
                    published.append(value)
                }
            case "updated", "dt-updated":
                if modified.count < Self.limit, let value = attributes["datetime"] ?? attributes["title"] ?? text(of: index) {
                    modified.append(value)
                }
            case "p-author", "author-name", "byline-name", "entry-author", "byline__name", "article-author":
                if authors.count < Self.limit, let value = text(of: index) { authors.append(value) }
            default: break
            }
        }
    }

    /// The value of a property inside an item.
    private func inner(_ index: Int, _ property: String) -> String? {
        for inner in (index + 1)..<max(index + 1, min(tree.nodes[index].end, index + 40)) where tree.nodes[inner].tag >= 0 {
            let attributes = Attributes(bytes, skeleton.tags[tree.nodes[inner].tag].attributes)
            if attributes["itemprop"] == property { return attributes["content"] ?? text(of: inner) }
        }
        return nil
    }

    private static let labels = ["by ", "by: ", "article by ", "story by ", "text by ", "reported by ", "written by "]

    /// Among the first lines behind the main heading: "By Jane Roe", and a day with its year.
    private mutating func readLines(after heading: Int) {
        var isDue = false
        var lines = 0
        for index in tree.nodes[heading].end..<min(tree.nodes.count, tree.nodes[heading].end + 400) where tree.nodes[index].run >= 0 {
            let run = skeleton.runs[tree.nodes[index].run]
            lines += 1
            guard lines <= 40, run.end - run.start <= 500, writtenDate == nil || writtenAuthors.isEmpty else { return }
            guard run.end - run.start <= 150, let line = Plain.line(CharacterReferences.resolve(bytes[run.range])), line.utf8.count <= 120
            else { continue }
            if writtenAuthors.isEmpty {
                let lower = line.lowercased()
                if isDue || Self.labels.contains(where: { lower.hasPrefix($0) }) {
                    writtenAuthors = Bylines.split(line).filter(Self.isPerson)
                }
                isDue = lower == "by" || lower == "by:" || lower == "written by"
            }
            if writtenDate == nil, line.utf8.contains(where: ByteScanner.isDigit) {
                writtenDate = WrittenTimestamp.normalized(Self.withoutLabel(line))
            }
        }
    }

    /// Two to four words with capitals: what stands behind "By" may be a sentence.
    private static func isPerson(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        return (2...4).contains(words.count)
            && words.allSatisfy { $0.first?.isUppercase == true || ["de", "van", "von", "bin", "al", "la"].contains($0) }
    }

    private static func withoutLabel(_ line: String) -> String {
        guard let colon = line.firstIndex(of: ":"), line[..<colon].allSatisfy({ $0.isLetter || $0 == " " }) else { return line }
        return String(line[line.index(after: colon)...])
    }

    private static func isMarked(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        for at in range.lowerBound..<min(range.upperBound, range.lowerBound + 2048) {
            let literal: StaticString
            switch bytes[at] {
            case UInt8(ascii: "i"), UInt8(ascii: "I"): literal = "itemprop"
            case UInt8(ascii: "a"): literal = "author"
            case UInt8(ascii: "p"): literal = "publish"
            case UInt8(ascii: "u"): literal = "updated"
            case UInt8(ascii: "b"): literal = "byline"
            case UInt8(ascii: "e"): literal = "entry-date"
            default: continue
            }
            if ByteScanner.matches(bytes, at: at, word: literal) { return true }
        }
        return false
    }

    private func text(of index: Int) -> String? {
        var text = ""
        for inner in index..<min(tree.nodes[index].end, index + 100) where tree.nodes[inner].run >= 0 {
            let run = skeleton.runs[tree.nodes[inner].run]
            if tree.nodes[inner].run > 0, skeleton.runs[tree.nodes[inner].run - 1].isBlank { text += " " }
            text += CharacterReferences.resolve(bytes[run.start..<min(run.end, run.start + 1000)])
        }
        return Plain.line(text)
    }
}
