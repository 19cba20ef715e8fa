// SPDX-License-Identifier: Apache-2.0

/// The blocks of the chosen part of a page, in order, and which of them are written.
struct PageBlocks {
    private enum Step {
        case run(Int, isPreformatted: Bool)
        case line
        case cell(Int)
    }

    private struct Block {
        var steps: [Step] = []
        var element: Element
        var characters = 0
        var linked = 0
        /// Characters inside `<time>`.
        var timed = 0
        var isWritten = true
    }

    private var blocks: [Block] = []
    private let skeleton: HTMLSkeleton
    private let bytes: [UInt8]

    init(
        _ tree: PageTree, _ measures: PageMeasures, _ content: MainContent, _ skeleton: HTMLSkeleton, _ bytes: [UInt8], headline: String?
    ) {
        self.skeleton = skeleton
        self.bytes = bytes
        for top in content.tops { collect(top, tree, measures, content.isDropped) }
        dropHeadline(headline)
        // A block that is nothing but `<time>` dates the page and is none of its sentences.
        for index in blocks.indices where blocks[index].timed > 0 && blocks[index].timed == blocks[index].characters {
            blocks[index].isWritten = false
        }
        dropLooseHeadings()
    }

    /// The blocks of a piece of a page that is all article.
    init(
        fragment tree: PageTree, _ measures: PageMeasures, _ content: MainContent, _ skeleton: HTMLSkeleton, _ bytes: [UInt8],
        headline: String?
    ) {
        self.skeleton = skeleton
        self.bytes = bytes
        for top in content.tops { collect(top, tree, measures, content.isDropped) }
        dropHeadline(headline)
        dropFeedLines()
    }

    func write(with writer: inout BlockWriter) {
        for block in blocks where block.isWritten {
            writer.endBlock()
            for step in block.steps {
                switch step {
                case .run(let number, let isPreformatted):
                    if number > 0, skeleton.runs[number - 1].isBlank {
                        writer.write(skeleton.runs[number - 1].range, isPreformatted: isPreformatted)
                    }
                    writer.write(skeleton.runs[number].range, isPreformatted: isPreformatted)
                case .line: writer.breakLine()
                case .cell(let offset): writer.endCell(at: offset)
                }
            }
        }
    }

    private mutating func collect(_ top: Int, _ tree: PageTree, _ measures: PageMeasures, _ isDropped: [Bool]) {
        var current = -1
        var open = false
        var preformattedUntil = 0
        for index in top..<tree.nodes[top].end where !isDropped[index] {
            let node = tree.nodes[index]
            if node.element == .pre { preformattedUntil = max(preformattedUntil, node.end) }
            if node.run >= 0 {
                let home = home(of: index, tree, measures)
                if home != current || !open {
                    blocks.append(Block(element: tree.nodes[home].element))
                    current = home
                    open = true
                }
                let last = blocks.count - 1
                blocks[last].steps.append(.run(node.run, isPreformatted: index < preformattedUntil))
                blocks[last].characters += measures.characters[index]
                blocks[last].linked += measures.linked[index]
                if tree.nodes[node.parent].element == .time { blocks[last].timed += measures.characters[index] }
            } else if node.element == .br {
                if open { blocks[blocks.count - 1].steps.append(.line) }
            } else if node.element == .cell {
                if open, current >= 0, tree.nodes[current].element == .row { blocks[blocks.count - 1].steps.append(.cell(0)) }
            } else if !node.element.isInline {
                open = false
            }
        }
    }

    /// The block that text belongs to; the row, for what stands directly in a cell.
    private func home(of index: Int, _ tree: PageTree, _ measures: PageMeasures) -> Int {
        let block = measures.block[index]
        if tree.nodes[block].element == .cell, measures.characters[block] == measures.own[block],
            tree.nodes[tree.nodes[block].parent].element == .row
        {
            return tree.nodes[block].parent
        }
        return block
    }

    /// The headline stands in its own field.
    private mutating func dropHeadline(_ headline: String?) {
        guard let headline else { return }
        let wanted = Self.letters(Array(headline.utf8))
        for index in blocks.indices.prefix(8) where blocks[index].element.isHeading && Self.letters(plain(blocks[index])) == wanted {
            blocks[index].isWritten = false
        }
    }

    /// A heading that no text follows belongs to something that was left out.
    private mutating func dropLooseHeadings() {
        for index in blocks.indices.reversed() {
            guard blocks[index].isWritten else { continue }
            guard blocks[index].element.isHeading else { return }
            blocks[index].isWritten = false
        }
    }

    /// What feeds put below their entries: where the post was first seen, and links to more of it.
    private mutating func dropFeedLines() {
        for index in blocks.indices.dropFirst().reversed().prefix(4) {
            let isLink = blocks[index].linked == blocks[index].characters && blocks[index].characters < 60
            guard isLink || FeedLines.isSignature(plain(blocks[index])) else { return }
            blocks[index].isWritten = false
        }
    }

    private func plain(_ block: Block) -> [UInt8] {
        var result: [UInt8] = []
        for case .run(let number, _) in block.steps where result.count < 2000 {
            let run = skeleton.runs[number]
            result.append(contentsOf: CharacterReferences.resolve(bytes[run.start..<min(run.end, run.start + 2000)]).utf8)
        }
        return result
    }

    /// Letters and digits alone, without the case of ASCII: pages change marks and spacing between title and heading.
    static func letters(_ bytes: [UInt8]) -> [UInt8] {
        bytes.filter { $0 >= 0x80 || ByteScanner.isLetter($0) || ByteScanner.isDigit($0) }.map(ByteScanner.lower)
    }
}
