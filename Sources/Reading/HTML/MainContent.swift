// SPDX-License-Identifier: Apache-2.0

/// Finds the article in a page.
///
/// First what the page is furnished with is set aside (navigation, shares, adverts, by element and by name), unless most of the running text
/// stands in it: then its name misleads. Then the element that holds the article is chosen: one that says so, or else the one to which the
/// paragraphs lend most weight, as Readability does it. Last, what is left inside that consists of links is set aside too.
struct MainContent {
    private let tree: PageTree
    private let measures: PageMeasures
    private let skeleton: HTMLSkeleton
    private let bytes: [UInt8]
    private let hints: [Hints?]
    /// Whether the node and its subtree are left out.
    private(set) var isDropped: [Bool]
    /// The chosen elements, in document order.
    private(set) var tops: [Int] = []
    /// Good text that is left in each subtree after dropping.
    private var good: [Int]

    init(_ tree: PageTree, _ measures: PageMeasures, _ skeleton: HTMLSkeleton, _ bytes: [UInt8]) {
        self.tree = tree
        self.measures = measures
        self.skeleton = skeleton
        self.bytes = bytes
        hints = tree.nodes.map { $0.tag >= 0 ? Hints(bytes, skeleton.tags[$0.tag]) : nil }
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
        hints = tree.nodes.map { $0.tag >= 0 ? Hints(bytes, skeleton.tags[$0.tag]) : nil }
        isDropped = [Bool](repeating: false, count: tree.nodes.count)
        good = measures.good
        tops = [0]
        for index in tree.nodes.indices.dropFirst() {
            let node = tree.nodes[index]
            let isBox = !node.element.isInline && node.run < 0 && measures.good[index] == 0
            let isUnseen = hints[index]?.isHidden == true || node.element == .hidden || node.element == .figcaption
            isDropped[index] = isDropped[node.parent] || isUnseen || isBox && (node.element == .nav || hints[index]?.isFurniture == true)
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
        let hints = hints[index]
        if let hints, hints.isHidden { return share < 0.6 }
        if let hints, hints.isNotice, hints.body == 0 { return share < 0.95 }
        if let hints, hints.body == 3 { return false }
        // Blogs give an article the names of its tags as classes: "tag-social" says nothing.
        if element == .article || element == .main { return false }
        switch element {
        case .hidden, .nav, .figcaption: return share < 0.8
        case .footer, .aside: return share < 0.4
        case .header, .form, .figure: return share < 0.25
        case .row, .cell, .tablePart: return false
        default: break
        }
        if let hints, hints.isFurniture, !element.isInline || share < 0.1 { return share < 0.35 }
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

    // MARK: Choice

    private func choose() -> [Int] {
        guard good[0] > 0 else { return [] }
        if let named = chooseNamed() { return withEquals(named) }
        return chooseWeighted().map { withSiblings($0) } ?? []
    }

    /// The element that is named as the article's body and holds a fair part of the page's running text.
    private func chooseNamed() -> Int? {
        var best: (index: Int, rank: Int, good: Int)?
        for index in tree.nodes.indices.dropFirst() where !isDropped[index] && tree.nodes[index].run < 0 {
            let element = tree.nodes[index].element
            var rank = hints[index]?.body ?? 0
            if rank == 1 { rank = 0 }
            if element == .article || element == .main { rank = max(rank, 1) }
            guard rank > 0, good[index] >= 200, good[index] * 10 >= good[0] * 4 || rank == 3 else { continue }
            // Of nested ones of a rank, the inner one if it holds nearly all of the outer.
            if let found = best, (rank, good[index] * 20) < (found.rank, found.good * 17) { continue }
            best = (index, rank, good[index])
        }
        return best?.index
    }

    /// Some pages cut the body into several elements of one name, with adverts between.
    private func withEquals(_ top: Int) -> [Int] {
        guard let rank = hints[top]?.body, rank >= 2, tree.nodes[top].element != .article else { return [top] }
        var scope = tree.nodes[top].parent
        if rank == 3 {
            var at = scope
            while at > 0, tree.nodes[at].element != .article { at = tree.nodes[at].parent }
            if at > 0 { scope = at }
        }
        var tops: [Int] = []
        var index = scope + 1
        while index < tree.nodes[scope].end {
            let isEqual = good[index] > 0 && hints[index]?.body == rank && tree.nodes[index].element == tree.nodes[top].element
            if index == top || !isDropped[index] && isEqual {
                tops.append(index)
                index = tree.nodes[index].end
            } else {
                // Beside it for a name, anywhere in the article for `itemprop`.
                let isOutside = index > top || tree.nodes[index].end <= top
                index = isDropped[index] || rank < 3 && isOutside ? tree.nodes[index].end : index + 1
            }
        }
        return tops
    }

    private func chooseWeighted() -> Int? {
        var scores = [Double](repeating: 0, count: tree.nodes.count)
        for index in tree.nodes.indices.dropFirst() where !isDropped[index] && measures.own[index] >= 25 {
            let node = tree.nodes[index]
            guard !node.element.isHeading else { continue }
            let paragraph =
                (1 + Double(measures.ownCommas[index]) + min(Double(measures.own[index]) / 100, 3))
                * (1 - Double(measures.ownLinked[index]) / Double(measures.own[index]))
            var at = node.element == .p ? node.parent : index
            for share in [1, 0.5, 0.25, 0.12] where at > 0 {
                scores[at] += paragraph * share
                at = tree.nodes[at].parent
                while at > 0, tree.nodes[at].element.isInline { at = tree.nodes[at].parent }
            }
        }
        var best: (index: Int, score: Double)?
        for index in tree.nodes.indices.dropFirst() where scores[index] > 0 {
            let bonus = hints[index]?.body ?? 0
            let score = (scores[index] + Double(bonus) * 8) * (1 - measures.linkDensity(index))
            if score > best?.score ?? 0 { best = (index, score) }
        }
        return best?.index
    }

    /// Neighbours that hold running text of the same kind, as where each section stands in a box of its own.
    private func withSiblings(_ top: Int) -> [Int] {
        var top = top
        // Up, while the parent adds much text and little else.
        while true {
            let parent = tree.nodes[top].parent
            guard parent > 0, tree.nodes[parent].element != .body else { break }
            let added = good[parent] - good[top]
            guard added * 4 > good[top], measures.linkDensity(parent) < 0.25 else { break }
            top = parent
        }
        return [top]
    }

    // MARK: Links

    /// Whether a few words and a colon stand before the link, as in "Related: …" or "Lesen Sie auch: …".
    private func hasLabel(_ index: Int) -> Bool {
        for inner in index..<tree.nodes[index].end where tree.nodes[inner].run >= 0 {
            guard measures.linked[inner] == 0 else { return false }
            let run = skeleton.runs[tree.nodes[inner].run]
            let label = bytes[run.start..<run.end].reversed().drop(while: ByteScanner.isSpace)
            if label.isEmpty { continue }
            return label.first == UInt8(ascii: ":") && label.count <= 30
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
