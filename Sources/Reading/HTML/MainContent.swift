// SPDX-License-Identifier: Apache-2.0

/// Finds the article in a page.
///
/// First what the page is furnished with is set aside (navigation, shares, adverts, by element and by name), unless most of the running text
/// stands in it: then its name misleads. Then the element that holds the article is chosen: one that says so, or else the one to which the
/// paragraphs lend most weight, as Readability does it. Where the page's JSON-LD repeats the body, that witness overrules both. Last, what is
/// left inside that consists of links is set aside too.
struct MainContent {
    let tree: PageTree
    let measures: PageMeasures
    let skeleton: HTMLSkeleton
    let bytes: [UInt8]
    let hints: [Hints]
    /// What of the page's JSON-LD body stands where, if it has one.
    let witness: BodyWitness?
    /// Whether the node and its subtree are left out.
    private(set) var isDropped: [Bool]
    /// The chosen elements, in document order.
    private(set) var tops: [Int] = []
    /// Good text that is left in each subtree after dropping.
    private(set) var good: [Int]

    init(_ tree: PageTree, _ measures: PageMeasures, _ skeleton: HTMLSkeleton, _ bytes: [UInt8], articleBody: String?) {
        self.tree = tree
        self.measures = measures
        self.skeleton = skeleton
        self.bytes = bytes
        var reader = HintReader(bytes)
        hints = tree.nodes.map { $0.tag >= 0 ? reader.hints(of: skeleton.tags[$0.tag]) : Hints() }
        witness = articleBody.flatMap { BodyWitness($0, tree, measures, skeleton, bytes) }
        isDropped = [Bool](repeating: false, count: tree.nodes.count)
        good = measures.good
        dropFurniture()
        recount()
        tops = choose()
        if tops.isEmpty {
            tops = [0]
        } else {
            for top in tops { dropLinks(in: top) }
        }
    }

    /// Takes all that is shown of a piece of a page, except captions, and boxes that are named as furniture and hold no running text.
    init(fragment tree: PageTree, _ measures: PageMeasures, _ skeleton: HTMLSkeleton, _ bytes: [UInt8]) {
        self.tree = tree
        self.measures = measures
        self.skeleton = skeleton
        self.bytes = bytes
        var reader = HintReader(bytes)
        hints = tree.nodes.map { $0.tag >= 0 ? reader.hints(of: skeleton.tags[$0.tag]) : Hints() }
        witness = nil
        isDropped = [Bool](repeating: false, count: tree.nodes.count)
        good = measures.good
        tops = [0]
        for index in tree.nodes.indices.dropFirst() {
            let node = tree.nodes[index]
            let isBox = !node.element.isInline && node.run < 0 && measures.good[index] == 0
            let isUnseen = hints[index].isHidden || node.element == .hidden || node.element == .figcaption
            isDropped[index] = isDropped[node.parent] || isUnseen || isBox && (node.element == .nav || hints[index].isFurniture)
        }
    }

    // MARK: Furniture

    private mutating func dropFurniture() {
        let total = max(1, measures.good[0])
        for index in tree.nodes.indices.dropFirst() {
            let node = tree.nodes[index]
            if isDropped[node.parent] {
                isDropped[index] = true
            } else if node.run < 0 {
                isDropped[index] = isFurniture(index, node.element, share: Double(measures.good[index]) / Double(total))
            }
        }
    }

    private func isFurniture(_ index: Int, _ element: Element, share: Double) -> Bool {
        if let witness, witness.isAttested(index) { return false }
        let hints = hints[index]
        if hints.isHidden { return share < 0.6 }
        if hints.isNotice, hints.body == 0 { return share < 0.95 }
        if hints.body == 3 { return false }
        // Blogs give an article the names of its tags as classes: "tag-social" says nothing.
        if element == .main || element == .article && !hints.isComments { return false }
        switch element {
        case .hidden, .nav, .figcaption: return share < 0.8
        case .footer, .aside: return share < 0.4
        case .header, .form, .figure: return share < 0.25
        case .row, .cell, .tablePart: return false
        default: break
        }
        if hints.isComments, !element.isInline { return share < (hints.body >= 2 ? 0.35 : 0.8) }
        if hints.isFurniture, !element.isInline || share < 0.1 { return share < 0.35 }
        return false
    }

    private mutating func recount() {
        var lost = [Int](repeating: 0, count: good.count)
        for index in tree.nodes.indices.dropFirst().reversed() {
            let parent = tree.nodes[index].parent
            if isDropped[index] { lost[index] = measures.good[index] }
            good[index] = measures.good[index] - lost[index]
            lost[parent] += lost[index]
        }
        good[0] = measures.good[0] - lost[0]
    }

    // MARK: Links

    /// Whether a few words and a colon stand before the link, as in "Related: …" or "Lesen Sie auch: …".
    private func hasLabel(_ index: Int) -> Bool {
        for inner in index..<tree.nodes[index].end where tree.nodes[inner].run >= 0 {
            let run = skeleton.runs[tree.nodes[inner].run]
            // The colon may be inside the link: "Read more: …".
            let label = bytes[run.start..<run.end].prefix(40)
            if label.allSatisfy(ByteScanner.isSpace) { continue }
            guard let colon = label.firstIndex(of: UInt8(ascii: ":")) else { return false }
            if measures.linked[inner] > 0 { return measures.linked[inner] * 10 > measures.characters[index] * 9 }
            return bytes[(colon + 1)..<run.end].allSatisfy(ByteScanner.isSpace) && run.end - run.start <= 40
        }
        return false
    }

    /// Lists, boxes and paragraphs that are mostly links.
    private mutating func dropLinks(in top: Int) {
        for index in (top + 1)..<max(top + 1, tree.nodes[top].end) where tree.nodes[index].run < 0 {
            let node = tree.nodes[index]
            if isDropped[node.parent] {
                isDropped[index] = true
                continue
            }
            guard !isDropped[index], measures.characters[index] > 0 else { continue }
            let density = measures.linkDensity(index)
            switch node.element {
            case .table: if density > 0.85 { isDropped[index] = true }
            case .list, .definitions: if density > 0.6, measures.good[index] * 4 < measures.characters[index] { isDropped[index] = true }
            case .div, .section, .article, .fieldset:
                if density > 0.6, measures.characters[index] < 2000, measures.good[index] * 4 < measures.characters[index] {
                    isDropped[index] = true
                }
            case .p:
                if density > 0.9, measures.characters[index] < 150 { isDropped[index] = true }
                if density > 0.4, measures.characters[index] < 250, hasLabel(index) { isDropped[index] = true }
            default: break
            }
        }
        for index in (top + 1)..<max(top + 1, tree.nodes[top].end) where isDropped[tree.nodes[index].parent] { isDropped[index] = true }
    }
}
