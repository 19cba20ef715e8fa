// SPDX-License-Identifier: Apache-2.0

extension MainContent {
    /// The elements that hold the article, in document order; none where the page has no running text.
    func choose() -> [Int] {
        guard good[0] > 0 else { return [] }
        var tops: [Int]
        if let named = chooseNamed() { tops = withEquals(named) } else { tops = chooseWeighted().map { [climbed(from: $0)] } ?? [] }
        if let witness, let attested = witness.better(than: tops, tree) { tops = [attested] }
        return tops
    }

    /// The element that is named as the article's body and holds a fair part of the page's running text.
    private func chooseNamed() -> Int? {
        var best: (index: Int, rank: Int, good: Int)?
        for index in tree.nodes.indices.dropFirst() where !isDropped[index] && tree.nodes[index].run < 0 {
            let element = tree.nodes[index].element
            var rank = Int(hints[index].body)
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
        let rank = hints[top].body
        guard rank >= 2, tree.nodes[top].element != .article else { return [top] }
        let scope = scope(of: top, rank: rank)
        var tops: [Int] = []
        var index = scope + 1
        while index < tree.nodes[scope].end {
            if index == top || !isDropped[index] && isEqual(index, top) {
                tops.append(index)
                index = tree.nodes[index].end
            } else {
                // Never into a story of its own.
                let isStory = tree.nodes[index].element == .article && !(index < top && top < tree.nodes[index].end)
                index = isDropped[index] || isStory ? tree.nodes[index].end : index + 1
            }
        }
        return tops
    }

    /// The element around `top` in which other parts of the same body may stand: the article, or a few steps up; the parent alone where there are
    /// several main headings in it, each with a body of its own.
    private func scope(of top: Int, rank: UInt8) -> Int {
        let parent = tree.nodes[top].parent
        var scopes: [Int] = []
        var (at, steps) = (parent, 0)
        while at > 0, tree.nodes[at].element != .body {
            let isStory = tree.nodes[at].element == .article || tree.nodes[at].element == .main
            if isStory || steps < 3 && rank < 3 { scopes.append(at) }
            if isStory { break }
            at = tree.nodes[at].parent
            steps += 1
        }
        return scopes.last { scope in
            tree.nodes[scope].element == .article || (scope..<tree.nodes[scope].end).count { tree.nodes[$0].element == .heading1 } <= 1
        } ?? parent
    }

    private func isEqual(_ index: Int, _ top: Int) -> Bool {
        guard good[index] > 0, hints[index].body == hints[top].body, tree.nodes[index].element == tree.nodes[top].element else {
            return false
        }
        if hints[top].body == 3 || tree.nodes[index].parent == tree.nodes[top].parent { return true }
        // Farther away the names must be the very same.
        guard tree.nodes[index].tag >= 0, tree.nodes[top].tag >= 0, measures.linkDensity(index) < 0.3 else { return false }
        let (one, other) = (skeleton.tags[tree.nodes[index].tag], skeleton.tags[tree.nodes[top].tag])
        guard let name = Attributes(bytes, one.attributes)["class"], !name.isEmpty else { return false }
        return name == Attributes(bytes, other.attributes)["class"]
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
            let score = (scores[index] + Double(hints[index].body) * 8) * (1 - measures.linkDensity(index))
            if score > best?.score ?? 0 { best = (index, score) }
        }
        return best?.index
    }

    /// Up to the element that holds the neighbours too, as where each section of the article stands in a box of its own: over a few levels that
    /// add nothing, while what is added is running text and few links.
    private func climbed(from top: Int) -> Int {
        var (top, at) = (top, top)
        var steps = 3
        while steps > 0 {
            at = tree.nodes[at].parent
            guard at > 0, tree.nodes[at].element != .body, measures.linkDensity(at) < 0.25 else { break }
            if (good[at] - good[top]) * 4 > good[top] { (top, steps) = (at, 4) }
            if tree.nodes[at].element == .article || tree.nodes[at].element == .main { break }
            steps -= 1
        }
        return top
    }
}
