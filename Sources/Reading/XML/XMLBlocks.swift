// SPDX-License-Identifier: Apache-2.0

/// Writes the blocks of an article whose marks are part of an XML file: XHTML in a feed, the body of a NITF file.
struct XMLBlocks {
    private enum Role {
        case inline, block, line, row, cell, preformatted
        /// Not part of the running text.
        case left
    }

    let tree: XMLTree
    let excerpt: Excerpt

    /// Writes what stands below `top`, without a heading that says what `headline` says.
    func write(_ top: Int, headline: String?, with writer: inout BlockWriter) {
        let wanted = headline.map { PageBlocks.letters(Array($0.utf8)) }
        var open: [(end: Int, role: Role)] = []
        var preformattedUntil = 0
        var index = top + 1
        let end = tree.nodes[top].end
        writer.endBlock()
        while index < end {
            while let last = open.last, last.end <= index { finish(open.removeLast().role, at: index, &writer) }
            let node = tree.nodes[index]
            guard node.kind == .element else {
                writer.write(
                    excerpt.local(node.range), isPreformatted: index < preformattedUntil,
                    spelling: node.kind == .literal ? .literal : .references)
                index += 1
                continue
            }
            let role = role(of: index)
            if role == .left || role == .block && isRepeated(index, wanted) {
                index = node.end
                continue
            }
            begin(role, at: index, &writer)
            if role == .preformatted { preformattedUntil = max(preformattedUntil, node.end) }
            if role != .inline, role != .line { open.append((node.end, role)) }
            index += 1
        }
        writer.endBlock()
    }

    private func begin(_ role: Role, at index: Int, _ writer: inout BlockWriter) {
        switch role {
        case .block, .row, .preformatted: writer.endBlock()
        case .line: writer.breakLine()
        case .cell: writer.endCell(at: excerpt.local(tree.nodes[index].range).lowerBound)
        case .inline, .left: break
        }
    }

    private func finish(_ role: Role, at index: Int, _ writer: inout BlockWriter) {
        switch role {
        case .block, .row, .preformatted: writer.endBlock()
        default: break
        }
    }

    /// A heading that the headline's field has already, or a feed's own last line.
    private func isRepeated(_ index: Int, _ headline: [UInt8]?) -> Bool {
        let node = tree.nodes[index]
        guard node.range.count < 2000, !tree.children(of: index).contains(where: { isBlock($0) }) else { return false }
        let text = Array(tree.text(of: index).utf8)
        if FeedLines.isSignature(text) { return true }
        guard let headline, Element(name: Array(node.name.utf8)[...]).isHeading || node.name == "hl1" else { return false }
        return PageBlocks.letters(text) == headline
    }

    private func isBlock(_ index: Int) -> Bool {
        guard tree.nodes[index].kind == .element else { return false }
        switch role(of: index) {
        case .block, .row, .preformatted: return true
        default: return false
        }
    }

    private func role(of index: Int) -> Role {
        let name = tree.nodes[index].name.lowercased()
        if let role = Self.wire[name] { return role }
        let element = Element(name: Array(name.utf8)[...])
        switch element {
        case .br: return .line
        case .row: return .row
        case .cell: return .cell
        case .pre: return .preformatted
        case .head, .script, .style, .title, .raw, .meta, .link, .void, .hidden, .figcaption: return .left
        default: return element.isInline ? .inline : .block
        }
    }

    /// Elements of NITF that HTML does not have, or has in another sense. (IPTC, NITF 3.6.)
    private static let wire: [String: Role] = [
        "hl1": .block, "hl2": .block, "block": .block, "bq": .block, "fn": .block, "credit": .block, "nitf-table": .block,
        "abstract": .block,
        "datasource": .left, "media": .left, "media-caption": .left, "media-producer": .left, "body.head": .left, "body.end": .left,
        "byline": .left, "dateline": .left, "distributor": .left, "copyrite": .left, "nitf-table-metadata": .left, "frac": .inline,
        "note": .left, "tagline": .left, "body.content": .block,
    ]
}
