// SPDX-License-Identifier: Apache-2.0

/// Running heads and feet, and page numbers: lines near the edge of a page that come again on others at the same height, digits aside.
struct Furniture {
    private(set) var lines: Set<Int> = []
    /// Their letters: a line that says the same elsewhere is the paper's name, no headline.
    private(set) var letters: Set<[UInt8]> = []

    /// How much of a page's height counts as its edge.
    private static let edge = 0.14
    private static let outermostEdge = 0.25
    /// On how many pages it must stand: left and right pages often differ.
    private static let share = 0.3

    /// How much of it is the margin, where nothing of an article stands.
    private static let margin = 0.075

    private struct Key: Hashable {
        var text: [UInt8]
        /// Points from the edge that is nearer, in steps of 8.
        var step: Int
        var isTop: Bool
    }

    init(_ layout: PageLayout, _ bytes: [UInt8], bodyHeight: Double) {
        var pages: [Key: Set<Int>] = [:]
        var candidates: [(line: Int, text: [UInt8], place: Double, isTop: Bool)] = []
        for (number, page) in layout.pages.enumerated() {
            let tops = page.lines.map { layout.lines[$0].box.minY }.sorted()
            // Small pages have wide margins: the outermost two lines count there too.
            let (highest, lowest) = (tops.dropFirst().first ?? 0, tops.dropLast().last ?? 0)
            for line in page.lines {
                let box = layout.lines[line].box
                let isTop = box.maxY < page.height / 2
                let depth = isTop ? box.maxY : page.height - box.minY
                let isOutermost = isTop ? box.minY <= highest : box.minY >= lowest
                guard depth < page.height * (isOutermost ? Self.outermostEdge : Self.edge), layout.characters(line) < 200 else { continue }
                let place = isTop ? box.minY : page.height - box.maxY
                let text = Self.masked(layout, line, bytes)
                candidates.append((line, text, place, isTop))
                // Two steps, so that what lies just beside a step's border is found all the same.
                for step in Self.steps(place) { pages[Key(text: text, step: step, isTop: isTop), default: []].insert(number) }
            }
        }
        let needed = max(2, Int((Double(layout.pages.count) * Self.share).rounded(.up)))
        for candidate in candidates {
            let count = Self.steps(candidate.place).map { pages[Key(text: candidate.text, step: $0, isTop: candidate.isTop)]?.count ?? 0 }
            guard
                (count.max() ?? 0) >= needed || isLonelyNumber(candidate.line, layout, candidate.text, candidate.isTop)
                    || isInMargin(candidate.line, layout, bodyHeight)
            else { continue }
            lines.insert(candidate.line)
            letters.insert(candidate.text.filter { $0 != UInt8(ascii: "#") })
        }
    }

    /// A short line in small letters in the margin itself: of a single page nothing comes again.
    private func isInMargin(_ line: Int, _ layout: PageLayout, _ bodyHeight: Double) -> Bool {
        let (line, page) = (layout.lines[line], layout.pages[layout.lines[line].page])
        return line.words.count <= 12 && line.height < 0.97 * bodyHeight
            && (line.box.maxY < Self.margin * page.height || line.box.minY > (1 - Self.margin) * page.height)
    }

    private static func steps(_ place: Double) -> [Int] {
        [Int((place / 8).rounded(.down)), Int((place / 8 + 0.5).rounded(.down)) + 1_000_000]
    }

    /// A line that is nothing but a number, below or above everything else of its page.
    private func isLonelyNumber(_ line: Int, _ layout: PageLayout, _ text: [UInt8], _ isTop: Bool) -> Bool {
        guard text == [UInt8(ascii: "#")] || text == Array("-#-".utf8) || text == Array("page#".utf8) || text == Array("page#of#".utf8)
        else {
            return false
        }
        let box = layout.lines[line].box
        return layout.pages[layout.lines[line].page].lines.allSatisfy { other in
            other == line || (isTop ? layout.lines[other].box.minY > box.maxY - 1 : layout.lines[other].box.maxY < box.minY + 1)
        }
    }

    /// Letters in lower case, numbers as `#`, no blanks.
    private static func masked(_ layout: PageLayout, _ line: Int, _ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for word in layout.words[layout.lines[line].words] {
            for byte in bytes[word.text] {
                if ByteScanner.isDigit(byte) {
                    if result.last != UInt8(ascii: "#") { result.append(UInt8(ascii: "#")) }
                } else {
                    result.append(ByteScanner.lower(byte))
                }
            }
        }
        return result
    }
}
