// SPDX-License-Identifier: Apache-2.0

/// The rows of a document in reading order, with what each knows of the region that it stands in.
struct PageText {
    struct Row {
        /// In the order in which they are read.
        var words: [Int]
        var box: Box
        /// Of its letters.
        var height: Double
        var page: Int
        var region: Int
        /// Where the longest of the rows around ends.
        var right = 0.0
        var isRightToLeft = false
        var isTable = false
        /// Written sideways.
        var isRotated = false
    }

    struct Region {
        /// The leftmost place where many of its rows begin.
        var left: Double
        /// From the foot of a row to that of the next.
        var leading: Double
    }

    private(set) var rows: [Row] = []
    private(set) var regions: [Region] = []
    /// Notes at the foot of pages and what is written sideways: read last.
    private(set) var asides: [Row] = []
    let bodyHeight: Double
    let furniture: Furniture

    init(_ layout: PageLayout, _ bytes: [UInt8], bodyHeight: Double) {
        self.bodyHeight = bodyHeight
        furniture = Furniture(layout, bytes, bodyHeight: bodyHeight)
        let order = ReadingOrder(layout, bodyHeight: bodyHeight)
        for (number, page) in layout.pages.enumerated() {
            let lines = page.lines.filter { !furniture.lines.contains($0) }
            // A page that is sideways as a whole is left as it is.
            let rotated = lines.filter { layout.lines[$0].isRotated }
            let isUpright = rotated.count * 2 < lines.count
            if !isUpright {
                regions.append(Region(left: 0, leading: bodyHeight))
                rows += lines.map { row([$0], layout, bytes, number, isTable: false) }
                continue
            }
            for region in order.regions(of: lines.filter { !layout.lines[$0].isRotated }) {
                regions.append(Region(left: 0, leading: bodyHeight * 1.2))
                let found = region.rows.map { row($0, layout, bytes, number, isTable: region.isTable) }
                let note = noteStart(found, layout, bytes, page)
                regions[regions.count - 1] = measured(Array(found[..<note]))
                rows += withRights(Array(found[..<note]))
                asides += found[note...]
            }
            if !rotated.isEmpty {
                regions.append(Region(left: 0, leading: bodyHeight))
                asides += rotated.map { row([$0], layout, bytes, number, isTable: false) }
            }
        }
    }

    private func row(_ lines: [Int], _ layout: PageLayout, _ bytes: [UInt8], _ page: Int, isTable: Bool) -> Row {
        var words: [Int] = []
        var box = layout.lines[lines[0]].box
        var tallest = layout.lines[lines[0]]
        for line in lines {
            words += layout.lines[line].words
            box = box.union(layout.lines[line].box)
            if layout.lines[line].words.count > tallest.words.count { tallest = layout.lines[line] }
        }
        let isRightToLeft = Direction.isRightToLeft(words.lazy.map { layout.words[$0].text }, bytes)
        if isRightToLeft || layout.isMirrored {
            words = Direction.ordered(layout.fromLeft(words), isRightToLeft: isRightToLeft, { layout.words[$0].text }, bytes)
        }
        return Row(
            words: words, box: box, height: tallest.height, page: page, region: regions.count - 1, isRightToLeft: isRightToLeft,
            isTable: isTable, isRotated: tallest.isRotated)
    }

    /// Rows in larger letters, and those far above or below, may belong to a wider column.
    private func withRights(_ rows: [Row]) -> [Row] {
        let reach = 8
        return rows.indices.map { index in
            var row = rows[index]
            row.right =
                rows[max(0, index - reach)..<min(rows.count, index + reach + 1)].lazy
                .filter { abs($0.height - row.height) < 0.1 * row.height }.map(\.box.maxX).max() ?? row.box.maxX
            return row
        }
    }

    private func measured(_ rows: [Row]) -> Region {
        var starts: [Int: Int] = [:]
        var leadings: [Double] = []
        for (index, row) in rows.enumerated() {
            starts[Int(row.box.minX.rounded()), default: 0] += 1
            if index > 0, row.box.maxY > rows[index - 1].box.maxY { leadings.append(row.box.maxY - rows[index - 1].box.maxY) }
        }
        // Short paragraphs have as many first rows, which may be indented, as others.
        let left = starts.filter { $0.value * 5 >= rows.count }.keys.min() ?? 0
        leadings.sort()
        let leading = leadings.isEmpty ? bodyHeight * 1.2 : leadings[(leadings.count - 1) / 4]
        return Region(left: Double(left), leading: min(leading, bodyHeight * 2.2))
    }

    /// The first row of notes: small, in the lower half of the page, with a number or a star before it; behind the last row where there are none.
    private func noteStart(_ rows: [Row], _ layout: PageLayout, _ bytes: [UInt8], _ page: PageLayout.Page) -> Int {
        var start = rows.count
        for index in rows.indices.reversed() {
            let row = rows[index]
            guard row.height < 0.93 * bodyHeight, row.box.minY > page.height * 0.5, !row.isTable else { break }
            guard let first = row.words.first else { continue }
            let byte = bytes[layout.words[first].text.lowerBound]
            let isMark =
                ByteScanner.isDigit(byte) || byte == UInt8(ascii: "*")
                || byte == 0xE2 && bytes[layout.words[first].text].starts(with: "†".utf8)
            if isMark { start = index }
        }
        return start
    }
}
