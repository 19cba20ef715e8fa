// SPDX-License-Identifier: Apache-2.0

/// The blocks of the chosen part of a page, in order, and which of them are written.
struct PageBlocks {
    private var blocks: [PageBlock] = []
    private let skeleton: HTMLSkeleton
    private let bytes: [UInt8]

    init(
        _ tree: PageTree, _ measures: PageMeasures, _ content: MainContent, _ skeleton: HTMLSkeleton, _ bytes: [UInt8],
        metadata: PageMetadata
    ) {
        self.skeleton = skeleton
        self.bytes = bytes
        for top in content.tops { collect(top, tree, measures, content.isDropped) }
        let lines = blocks.map { $0.characters <= BlockTrimmer.longestLine ? line(of: $0) : "" }
        var trimmer = BlockTrimmer(blocks, lines, metadata: metadata)
        if let witness = content.witness { trimmer.keepAttested(by: witness) }
        trimmer.trim()
        blocks = trimmer.blocks
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
                    blocks.append(PageBlock(element: tree.nodes[home].element, node: home))
                    current = home
                    open = true
                }
                let last = blocks.count - 1
                blocks[last].steps.append(.run(node.run, isPreformatted: index < preformattedUntil))
                blocks[last].characters += measures.characters[index]
                blocks[last].linked += measures.linked[index]
                if tree.nodes[node.parent].element == .time { blocks[last].timed += measures.characters[index] }
                if measures.ownEnds[measures.block[index]] { blocks[last].hasEnd = true }
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

    /// What feeds put below their entries: where the post was first seen, and links to more of it.
    private mutating func dropFeedLines() {
        for index in blocks.indices.dropFirst().reversed().prefix(4) {
            let isLink = blocks[index].linked == blocks[index].characters && blocks[index].characters < 60
            guard isLink || FeedLines.isSignature(plain(blocks[index])) else { return }
            blocks[index].isWritten = false
        }
    }

    private func plain(_ block: PageBlock) -> [UInt8] {
        var result: [UInt8] = []
        for case .run(let number, _) in block.steps where result.count < 2000 {
            let run = skeleton.runs[number]
            result.append(contentsOf: CharacterReferences.resolve(bytes[run.start..<min(run.end, run.start + 2000)]).utf8)
        }
        return result
    }

    /// A block's text as one line in lower case.
    private func line(of block: PageBlock) -> String {
        var result: [UInt8] = []
        var needsSpace = false
        for step in block.steps where result.count < 4 * BlockTrimmer.longestLine {
            guard case .run(let number, _) = step else {
                needsSpace = !result.isEmpty
                continue
            }
            if number > 0, skeleton.runs[number - 1].isBlank { needsSpace = !result.isEmpty }
            let run = skeleton.runs[number]
            let isPlain = !bytes[run.range].contains(UInt8(ascii: "&"))
            for byte in isPlain ? bytes[run.range] : Array(CharacterReferences.resolve(bytes[run.range]).utf8)[...] {
                if ByteScanner.isSpace(byte) {
                    needsSpace = !result.isEmpty
                } else {
                    if needsSpace { result.append(0x20) }
                    needsSpace = false
                    result.append(byte)
                }
            }
        }
        return Self.folded(result)
    }

    /// In lower case, and with the typewriter's apostrophe.
    private static func folded(_ bytes: [UInt8]) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes.map(ByteScanner.lower), as: UTF8.self) }
        guard bytes.contains(0xE2) else { return String(decoding: bytes, as: UTF8.self).lowercased() }
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let isApostrophe = bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99
            result.append(isApostrophe ? 0x27 : bytes[at])
            at += isApostrophe ? 3 : 1
        }
        return String(decoding: result, as: UTF8.self).lowercased()
    }

    /// Letters and digits alone, without the case of ASCII: pages change marks and spacing between title and heading.
    static func letters(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            // General Punctuation, and the marks of Latin-1, are no letters.
            if byte == 0xE2, at + 1 < bytes.count, bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81 {
                at += 3
                continue
            }
            if byte == 0xC2 {
                at += 2
                continue
            }
            if byte >= 0x80 || ByteScanner.isLetter(byte) || ByteScanner.isDigit(byte) { result.append(ByteScanner.lower(byte)) }
            at += 1
        }
        return result
    }
}
