// SPDX-License-Identifier: Apache-2.0

/// Leaves out blocks that stand in the article's element and are none of its text, by what they say and where: bylines, dates and reading
/// times before the first paragraph; labels and credits anywhere; invitations, notes about the author and comments behind the last one.
///
/// This is for pages whose class names say nothing. What a line must say is in `PageLines`; long blocks are never judged by their words.
struct BlockTrimmer {
    /// Characters of the longest block whose words are looked at.
    static let longestLine = 500

    private(set) var blocks: [PageBlock]
    /// Each block's text in one line and in lower case; empty for long ones.
    private let lines: [String]
    private let headline: [UInt8]
    private let names: [String]
    private let site: String?

    init(_ blocks: [PageBlock], _ lines: [String], metadata: PageMetadata) {
        self.blocks = blocks
        self.lines = lines
        self.headline = PageBlocks.letters(Array((metadata.headline ?? "").lowercased().utf8))
        site = metadata.publisher?.lowercased()
        names = metadata.byline.map { $0.lowercased() }.filter { $0.utf8.count >= 5 }
    }

    mutating func trim() {
        trimOpening()
        trimLabels()
        trimSections()
        trimEnding()
        trimRepeated()
        trimLooseHeadings()
    }

    /// What stands before the first and behind the last block that the JSON-LD body has is none of it, if that body is whole and most of what was
    /// chosen is in it.
    mutating func keepAttested(by witness: BodyWitness) {
        let total = blocks.reduce(into: (found: 0, count: 0)) { sum, block in
            let own = witness.own[block.node]
            sum = (sum.found + own.found, sum.count + own.count)
        }
        guard witness.isWhole, total.count > 0, total.found * 20 >= total.count * 17 else { return }
        func isAttested(_ block: PageBlock) -> Bool { witness.own[block.node].found * 2 > witness.own[block.node].count }
        guard let first = blocks.firstIndex(where: isAttested), let last = blocks.lastIndex(where: isAttested) else { return }
        for index in blocks.indices where index > last || index < first { blocks[index].isWritten = false }
    }

    // MARK: Before the first paragraph

    private mutating func trimOpening() {
        let longest = 25
        let first =
            blocks.indices.first { blocks[$0].isRunning && blocks[$0].isWritten && !isOpeningFurniture($0) && !isTwice($0) } ?? blocks.count
        for index in blocks.indices.prefix(min(first, longest)) where isOpeningFurniture(index) || isTwice(index) {
            blocks[index].isWritten = false
        }
        // The headline stands in its own field.
        for index in blocks.indices.prefix(max(8, min(first, longest))) where !headline.isEmpty && isHeadline(index) {
            blocks[index].isWritten = false
        }
        // A block that is nothing but `<time>` dates the page and is none of its sentences.
        for index in blocks.indices where blocks[index].timed > 0 && blocks[index].timed == blocks[index].characters {
            blocks[index].isWritten = false
        }
    }

    private func isHeadline(_ index: Int) -> Bool {
        let letters = PageBlocks.letters(Array(lines[index].utf8))
        // Letters outside ASCII are enough; a headline of a word or two may be a sentence of the text.
        return letters == headline && (blocks[index].element.isHeading || letters.count >= 15)
    }

    private func isOpeningFurniture(_ index: Int) -> Bool {
        let line = lines[index]
        guard !line.isEmpty, blocks[index].characters <= 140 else { return false }
        if PageLines.isDate(line) || PageLines.isReadingTime(line) || PageLines.isAddress(line) { return true }
        guard blocks[index].characters <= 100, !line.hasSuffix(".") || line.hasSuffix(".m.") else { return false }
        return line == site || PageLines.isByline(line) || names.contains { line.hasPrefix($0) }
    }

    /// Captions of a gallery stand twice before the article, for the picture and for its enlargement.
    private func isTwice(_ index: Int) -> Bool {
        guard blocks[index].characters >= 60, !lines[index].isEmpty, !blocks[index].element.isHeading else { return false }
        return blocks.indices[max(0, index - 3)..<min(blocks.count, index + 4)].contains { $0 != index && lines[$0] == lines[index] }
    }

    // MARK: Anywhere

    private mutating func trimLabels() {
        for index in blocks.indices where blocks[index].isWritten && !lines[index].isEmpty {
            let (block, line) = (blocks[index], lines[index])
            let isLabel = block.characters <= 60 && PageLines.isLabel(line)
            let isCredit = block.characters <= 120 && !block.element.isHeading && PageLines.isCredit(line)
            let isPointer = block.characters <= 250 && block.linked * 5 >= block.characters * 2 && PageLines.isPointer(line)
            let isInvitation = block.characters <= 220 && block.linked > 0 && !block.element.isHeading && PageLines.isInvitation(line)
            if isLabel || isCredit || isPointer || isInvitation { blocks[index].isWritten = false }
        }
    }

    // MARK: Behind the last paragraph

    /// From a heading such as "Comments" on, to the end; from "Related stories" on, over what is links.
    private mutating func trimSections() {
        guard let first = blocks.firstIndex(where: { $0.characters >= 80 }) else { return }
        var rest = blocks.reduce(0) { $0 + $1.characters }
        let total = rest
        var (isCut, isInRelated) = (false, false)
        for index in blocks.indices {
            let block = blocks[index]
            defer { rest -= block.characters }
            let isTitle = index > first && block.characters <= 60 && !lines[index].isEmpty && block.isWritten
            if isTitle, PageLines.opensComments(lines[index]) { isCut = true }
            let isLate = rest * 100 <= total * 25 || rest <= 600 && rest * 2 <= total
            if isLate, isTitle && PageLines.opensColophon(lines[index]) || isAboutAuthor(lines[index]) { isCut = true }
            if isTitle, PageLines.opensRelated(lines[index]) {
                isInRelated = true
            } else if isInRelated {
                isInRelated =
                    block.linked * 10 >= block.characters * 6 || block.characters < 60 && !block.hasEnd && !block.element.isHeading
            }
            if isCut || isInRelated { blocks[index].isWritten = false }
        }
    }

    private mutating func trimEnding() {
        let first = blocks.firstIndex { $0.isRunning } ?? blocks.count
        for index in blocks.indices.reversed() {
            guard index > first else { return }
            guard blocks[index].isWritten else { continue }
            let line = lines[index]
            guard !line.isEmpty else { return }
            let isShort = blocks[index].characters <= (blocks[index].linked > 0 ? 400 : 200)
            let isNotice = PageLines.isCopyright(line) || isShort && PageLines.isInvitation(line)
            let isLinks = blocks[index].characters <= 150 && blocks[index].linked * 10 >= blocks[index].characters * 9
            let isTags = blocks[index].characters <= 300 && PageLines.isTags(line)
            guard isNotice || isLinks || isAboutAuthor(line) || isTags || PageLines.isDate(line) || PageLines.isAddress(line) else {
                return
            }
            blocks[index].isWritten = false
        }
    }

    /// "Jane Roe is a reporter …", or the title "About Jane Roe".
    private func isAboutAuthor(_ line: String) -> Bool {
        names.contains { name in
            if line.hasPrefix(name) { return PageLines.isBiography(line.dropFirst(name.count)) }
            return line.hasSuffix(name) && PageLines.isAbout(line.dropLast(name.count))
        }
    }

    // MARK: Structure

    /// Galleries and pages for two sizes of screen say the same twice, one close behind the other; recipes and plans repeat lines farther on.
    private mutating func trimRepeated() {
        let near = 3
        for index in blocks.indices where blocks[index].isWritten && blocks[index].characters >= 60 && !lines[index].isEmpty {
            guard blocks[index].element != .item, blocks[index].element != .row else { continue }
            if lines[max(0, index - near)..<index].contains(lines[index]) { blocks[index].isWritten = false }
        }
    }

    /// A heading that no text follows belongs to something that was left out.
    private mutating func trimLooseHeadings() {
        for index in blocks.indices.reversed() {
            guard blocks[index].isWritten else { continue }
            guard blocks[index].element.isHeading else { return }
            blocks[index].isWritten = false
        }
    }
}
