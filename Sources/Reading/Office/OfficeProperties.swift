// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// What an office document says about itself: `docProps/core.xml` of Word, `meta.xml` of OpenDocument.
///
/// The order of trust, for the headline: the text's own paragraph in the style of a title (`WordReader`, `OpenDocumentReader`), then the title here
/// unless it is a program's ("Microsoft Word - draft3"). The author is taken where it looks like a person's name: it is whoever's computer it was.
/// The day of creation is not taken for that of publication: a file saved under a new name keeps it from the first, years ago.
struct OfficeProperties {
    private(set) var title: String?
    private(set) var authors: [String] = []
    private(set) var modified: String?
    private(set) var keywords: [String] = []

    init(_ tree: XMLTree) { self.init(tree, below: 0) }

    init(_ tree: XMLTree, below top: Int) {
        for index in (top + 1..<tree.nodes[top].end).prefix(2000) where tree.nodes[index].kind == .element {
            switch tree.nodes[index].name {
            case "title": title = title ?? WorkTitles.headline(tree.text(of: index))
            case "creator" where authors.isEmpty, "initial-creator": authors = WorkTitles.persons(tree.text(of: index))
            case "modified", "date": modified = modified ?? Timestamp.normalized(tree.text(of: index))
            case "keywords", "keyword": keywords.append(tree.text(of: index))
            default: continue
            }
        }
    }

    var annotations: [Annotation] {
        var result: [Annotation] = []
        if let title { result.append(.headline(title)) }
        if !authors.isEmpty { result.append(.byline(authors)) }
        if let modified { result.append(.modified(modified)) }
        let tags = PageMetadata.tags(keywords)
        if !tags.isEmpty { result.append(.tags(tags)) }
        return result
    }
}
