// SPDX-License-Identifier: Apache-2.0

/// What is counted about each node of a page: once, in two passes over the flat tree.
struct PageMeasures {
    /// Bytes of text in the subtree that are no continuation bytes, so about characters; white space between words included.
    var characters: [Int]
    /// Those of them inside links.
    var linked: [Int]
    var commas: [Int]
    /// Text that stands directly in a block (inline elements do not count as steps), of which linked.
    var own: [Int]
    var ownLinked: [Int]
    var ownCommas: [Int]
    /// Whether the direct text has a sentence's end.
    var ownEnds: [Bool]
    /// Text of good paragraphs in the subtree.
    var good: [Int]
    /// The block that a node's text belongs to.
    var block: [Int]

    init(_ tree: PageTree, _ skeleton: HTMLSkeleton, _ bytes: [UInt8]) {
        let nodes = tree.nodes
        let zeros = [Int](repeating: 0, count: nodes.count)
        (characters, linked, commas, own, ownLinked, ownCommas, good, block) = (zeros, zeros, zeros, zeros, zeros, zeros, zeros, zeros)
        ownEnds = [Bool](repeating: false, count: nodes.count)
        var isLinked = [Bool](repeating: false, count: nodes.count)
        // A link around that much is one that was never closed.
        let longestLink = 1000
        var before = [0]
        before.reserveCapacity(nodes.count + 1)
        for node in nodes {
            before.append(before[before.count - 1] + (node.run >= 0 ? skeleton.runs[node.run].end - skeleton.runs[node.run].start : 0))
        }
        for index in nodes.indices.dropFirst() {
            let node = nodes[index]
            isLinked[index] = isLinked[node.parent] || node.element == .anchor && before[node.end] - before[index] <= longestLink
            let isPart = node.element.isInline || node.run >= 0
            block[index] = isPart ? block[node.parent] : index
            guard node.run >= 0 else { continue }
            let run = skeleton.runs[node.run]
            var (length, marks, hasEnd) = (0, 0, false)
            var wasSpace = true
            var last: UInt8 = 0
            for byte in bytes[run.start..<run.end] {
                let isSpace = ByteScanner.isSpace(byte)
                if byte & 0xC0 != 0x80, !(isSpace && wasSpace) { length += 1 }
                wasSpace = isSpace
                if byte == UInt8(ascii: ",") { marks += 1 }
                if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == 0xE3 { hasEnd = true }
                // Arabic, Urdu, Devanagari, Ethiopic and full-width marks, by their last two bytes.
                if byte >= 0x80 {
                    switch (last, byte) {
                    case (0xD8, 0x8C), (0xBC, 0x8C), (0x80, 0x81): marks += 1
                    case (0xD8, 0x9F), (0xDB, 0x94), (0xA5, 0xA4), (0x8D, 0xA2), (0xBC, 0x81), (0xBC, 0x9F): hasEnd = true
                    default: break
                    }
                    last = byte
                }
            }
            // A letter of Chinese, Japanese or Korean says about as much as two of an alphabet.
            if length > 0, run.end - run.start > length * 5 / 2 { length *= 2 }
            let home = block[index]
            characters[index] = length
            commas[index] = marks
            own[home] += length
            ownCommas[home] += marks
            if hasEnd { ownEnds[home] = true }
            if isLinked[index] {
                linked[index] = length
                ownLinked[home] += length
            }
        }
        for index in nodes.indices.dropFirst().reversed() {
            if isGoodParagraph(index, nodes[index].element) { good[index] += own[index] }
            let parent = nodes[index].parent
            characters[parent] += characters[index]
            linked[parent] += linked[index]
            commas[parent] += commas[index]
            good[parent] += good[index]
        }
    }

    /// Running text: a sentence or more that is not mostly links.
    private func isGoodParagraph(_ index: Int, _ element: Element) -> Bool {
        guard !element.isHeading, block[index] == index, own[index] > 0 else { return false }
        return (own[index] >= 80 || own[index] >= 30 && ownEnds[index]) && ownLinked[index] * 2 < own[index]
    }

    func linkDensity(_ index: Int) -> Double {
        characters[index] == 0 ? 0 : Double(linked[index]) / Double(characters[index])
    }
}
