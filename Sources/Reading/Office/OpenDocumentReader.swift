// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Reads OpenDocument text: `content.xml`, or the one file of a flat document (FODT).
///
/// Left out: deleted text of tracked changes, comments, footnotes, indexes, hidden text, descriptions of pictures. Rows of tables are written as
/// `WordReader` writes them.
struct OpenDocumentReader {
    private let tree: XMLTree
    private var text: OfficeText
    private var notes = 0
    /// Automatic styles and the styles that they vary.
    private var parents: [String: String] = [:]

    static func read(_ text: Text, map: SourceMap) throws(ReadingError) -> Article {
        let tree = try XMLTree(text.bytes)
        var reader = OpenDocumentReader(tree)
        reader.walk()
        var article = reader.text.finish(text, map)
        // A flat document carries its properties with it.
        if let root = tree.root, let meta = tree.child("meta", of: root) {
            article.say(OfficeProperties(tree, below: meta).annotations, believing: .part)
        }
        if reader.notes > 0 { article.annotations.append(.notices([.notesLeftOut(reader.notes)])) }
        return article
    }

    private init(_ tree: XMLTree) {
        self.tree = tree
        text = OfficeText(tree, spacing: .collapsed)
        guard let root = tree.root, let styles = tree.child("automatic-styles", of: root) else { return }
        for style in tree.children(of: styles).prefix(100_000) {
            guard let name = tree.value("name", of: style), let parent = tree.value("parent-style-name", of: style) else { continue }
            parents[name] = parent
        }
    }

    private static let skipped: Set<String> = [
        "tracked-changes", "annotation", "forms", "sequence-decls", "variable-decls", "user-field-decls", "title", "desc", "ruby-text",
        "table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index", "bibliography",
        "hidden-text", "hidden-paragraph", "object", "binary-data", "script", "index-title-template", "meta", "note",
    ]

    private mutating func walk() {
        guard let root = tree.root, let body = tree.child("body", of: root), let top = tree.child("text", of: body) else { return }
        var index = top + 1
        while index < tree.nodes[top].end {
            text.reach(index)
            let node = tree.nodes[index]
            if node.name == "note" { notes += 1 }
            if node.kind != .element {
                text.add(text: index)
                index += 1
            } else if Self.skipped.contains(node.name) {
                index = node.end
            } else {
                enter(index, node.name)
                index += 1
            }
        }
    }

    private mutating func enter(_ index: Int, _ name: String) {
        switch name {
        case "p", "h":
            let style = tree.value("style-name", of: index) ?? ""
            let isTitle = style == "Title" || parents[style] == "Title"
            let isFirst = name == "h" && (tree.value("outline-level", of: index) ?? "1") == "1"
            text.openParagraph(index, role: isTitle ? .title : isFirst ? .heading : .body)
        case "table-row": if !text.isInRow, isOneLine(index) { text.openRow(index) }
        case "table-cell", "covered-table-cell", "s", "tab": text.addBlank(for: index)
        case "line-break": text.addLine(for: index)
        default: break
        }
    }

    /// Whether every cell holds one short paragraph at most. Stops at the first that does not, so no node is looked at twice.
    private func isOneLine(_ row: Int) -> Bool {
        var paragraphs = 0
        var characters = 0
        for index in (row + 1)..<tree.nodes[row].end {
            let node = tree.nodes[index]
            switch node.name {
            case "table-cell": (paragraphs, characters) = (0, 0)
            case "table", "text-box": return false
            case "p", "h": paragraphs += 1
            case "": characters += node.range.count
            default: continue
            }
            if paragraphs > 1 || characters > 400 { return false }
        }
        return true
    }
}
