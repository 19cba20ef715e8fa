// SPDX-License-Identifier: Apache-2.0

/// Where in a page the text stands that its JSON-LD gives as the article's body.
///
/// The publisher's own system wrote that text for machines, so it tells what belongs to the article. It is a witness only: the text of the
/// document comes from the page, so that every character keeps its place. Texts are compared by the hashes of four words in a row.
struct BodyWitness {
    /// Runs of four words of each subtree that the body has too, and of each block's own text, beside how many there are.
    private(set) var found: [Int]
    private(set) var own: [(found: Int, count: Int)]
    /// Whether the body's last words are in the page, so that it was not cut short.
    private(set) var isWhole: Bool
    private static let width = 4

    /// - Returns: `nil` where the body is too short or mostly not in the page.
    init?(_ body: String, _ tree: PageTree, _ measures: PageMeasures, _ skeleton: HTMLSkeleton, _ bytes: [UInt8]) {
        var words = WordHashes()
        words.add(Array(body.utf8)[...])
        let wanted = words.shingles(Self.width)
        guard wanted.count >= 40 else { return nil }
        let known = Set(wanted)
        var seen: Set<UInt64> = []
        let tail = Set(wanted.suffix(8))
        found = [Int](repeating: 0, count: tree.nodes.count)
        own = [(found: Int, count: Int)](repeating: (0, 0), count: tree.nodes.count)
        var current = -1
        var text = WordHashes()
        func settle(_ found: inout [Int], _ own: inout [(found: Int, count: Int)]) {
            guard current >= 0 else { return }
            for shingle in text.shingles(Self.width) {
                own[current].count += 1
                // What a page says twice counts once, where it stands first.
                if known.contains(shingle) {
                    own[current].found += 1
                    if seen.insert(shingle).inserted { found[current] += 1 }
                }
            }
            text = WordHashes()
        }
        for index in tree.nodes.indices where tree.nodes[index].run >= 0 {
            if measures.block[index] != current {
                settle(&found, &own)
                current = measures.block[index]
            }
            text.add(bytes[skeleton.runs[tree.nodes[index].run].range])
        }
        settle(&found, &own)
        isWhole = tail.isSubset(of: seen)
        guard seen.count * 10 >= known.count * 7 else { return nil }
        for index in tree.nodes.indices.dropFirst().reversed() { found[tree.nodes[index].parent] += found[index] }
    }

    /// Whether a fair part of the body stands in this element, whatever its name says.
    func isAttested(_ index: Int) -> Bool { found[index] * 10 >= found[0] * 3 }

    /// The element that holds nearly all of the body, where the chosen ones miss much of it.
    func better(than tops: [Int], _ tree: PageTree) -> Int? {
        guard tops.reduce(0, { $0 + found[$1] }) * 10 < found[0] * 7 else { return nil }
        // The innermost one: the last in document order that still holds it.
        return tree.nodes.indices.last { tree.nodes[$0].run < 0 && $0 > 0 && found[$0] * 10 >= found[0] * 9 }
    }
}
