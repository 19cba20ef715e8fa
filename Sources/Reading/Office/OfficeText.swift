// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// The paragraphs of an office document, collected in one walk and then written in the order in which they began: a text box that is anchored
/// inside a sentence follows its paragraph.
struct OfficeText {
    enum Role {
        case body
        /// The document's title, by its style.
        case title
        /// A heading of the highest level.
        case heading
    }

    private enum Piece {
        /// A node of text.
        case run(Int)
        /// A mark that stands for a character.
        case sign(Range<Int>, [UInt8])
        case blank(Range<Int>)
        case line(Range<Int>)
        /// A character that is not known.
        case omitted(Range<Int>)
    }

    private struct Block {
        var mark: Range<Int>
        var role: Role
        var pieces: [Piece] = []
        /// The next paragraph goes on with this one: the mark between was deleted.
        var isOpen = false
    }

    private let tree: XMLTree
    private let spacing: BlockAssembler.Spacing
    private var blocks: [Block] = []
    /// Blocks that text may still be added to, innermost last, and where each ends.
    private var open: [(block: Int, end: Int, isRow: Bool)] = []

    init(_ tree: XMLTree, spacing: BlockAssembler.Spacing) {
        self.tree = tree
        self.spacing = spacing
    }

    /// Closes what ended before the node at `index`.
    mutating func reach(_ index: Int) {
        while let last = open.last, last.end <= index { open.removeLast() }
    }

    mutating func openParagraph(_ index: Int, role: Role = .body) {
        if open.last?.isRow == true { return }
        if open.isEmpty, let last = blocks.last, last.isOpen {
            blocks[blocks.count - 1].isOpen = false
        } else {
            blocks.append(Block(mark: tree.tag(of: index), role: role))
        }
        open.append((blocks.count - 1, tree.nodes[index].end, false))
    }

    /// All of a row's paragraphs become one block, where `isOneLine`.
    mutating func openRow(_ index: Int) {
        blocks.append(Block(mark: tree.tag(of: index), role: .body))
        open.append((blocks.count - 1, tree.nodes[index].end, true))
    }

    /// The paragraph's end was deleted by a tracked change.
    mutating func leaveOpen() {
        if let last = open.last, !last.isRow { blocks[last.block].isOpen = true }
    }

    var isInRow: Bool { open.contains { $0.isRow } }

    mutating func add(text index: Int) { add(.run(index)) }
    mutating func add(sign text: String, for index: Int) { add(.sign(tree.nodes[index].range, Array(text.utf8))) }
    mutating func addBlank(for index: Int) { add(.blank(tree.tag(of: index))) }
    mutating func addLine(for index: Int) { add(.line(tree.tag(of: index))) }
    mutating func addOmitted(_ index: Int) { add(.omitted(tree.nodes[index].range)) }

    private mutating func add(_ piece: Piece) {
        if let last = open.last { blocks[last.block].pieces.append(piece) }
    }

    /// The text, and the headline that stands in it, which the text is then without.
    consuming func finish(_ text: Text, _ map: SourceMap) -> Article {
        let headline = headline()
        var assembler = BlockAssembler(text, map)
        for (index, block) in blocks.enumerated() where index != headline?.block {
            assembler.endBlock(at: block.mark)
            for piece in block.pieces {
                switch piece {
                case .run(let node):
                    assembler.write(
                        tree.nodes[node].range, spelling: tree.nodes[node].kind == .literal ? .literal : .references, spacing: spacing)
                case .sign(let range, let sign): assembler.replace(range, with: sign, name: "markup")
                case .blank(let range): assembler.blank(at: range)
                case .line(let range): assembler.breakLine(at: range)
                case .omitted(let range): assembler.omit(range, name: "symbol")
                }
            }
        }
        let (body, bodyMap) = assembler.finish()
        guard let headline else { return Article(text: body, map: bodyMap) }
        // A title alone is better than nothing.
        guard !body.trimmed(body.whole).isEmpty else {
            var article = OfficeText.titleAlone(self, text, map, headline.block)
            article.annotations = [.headline(headline.line)]
            return article
        }
        return Article(text: body, map: bodyMap, annotations: [.headline(headline.line)])
    }

    private static func titleAlone(_ whole: OfficeText, _ text: Text, _ map: SourceMap, _ block: Int) -> Article {
        var only = OfficeText(whole.tree, spacing: whole.spacing)
        only.blocks = [whole.blocks[block]]
        only.blocks[0].role = .body
        return only.finish(text, map)
    }

    /// A title among the first paragraphs, or a heading that is the very first.
    private func headline() -> (block: Int, line: String)? {
        var seen = 0
        for (index, block) in blocks.enumerated() {
            guard let line = Plain.line(plain(block)) else { continue }
            if block.role == .title || block.role == .heading && seen == 0 { return (index, line) }
            seen += 1
            if seen == 8 { return nil }
        }
        return nil
    }

    private func plain(_ block: Block) -> String {
        var result = ""
        for piece in block.pieces.prefix(1000) {
            switch piece {
            case .run(let node): result += tree.text(of: node)
            case .sign(_, let sign): result += String(decoding: sign, as: UTF8.self)
            case .blank, .line: result += " "
            case .omitted: continue
            }
        }
        return result
    }
}
