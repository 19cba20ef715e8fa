// SPDX-License-Identifier: Apache-2.0

/// The order in which the lines of a page are read: its columns from the left, what stands across columns before or behind them.
///
/// A page is cut into zones from the top: a line that closes the gutter between columns begins a new zone. A zone with gutters falls into columns,
/// each a page of its own; a zone without is read line by line. (The idea is that of recursive X-Y cuts, Nagy and Seth 1984, with the white
/// space between columns rather than that between paragraphs as what holds a zone together.) Loops, no recursion; each level is linear in the lines
/// after a sort, and levels are bounded.
struct ReadingOrder {
    /// Lines in reading order, with what stands beside each other as one row.
    struct Region {
        var rows: [[Int]]
        /// Short cells in aligned rows.
        var isTable = false
    }

    private struct Zone {
        var bands: [Range<Int>]
        var gaps: Gaps
    }

    private let layout: PageLayout
    /// The least width of a gutter, and of a column.
    private let leastGutter: Double
    private let leastColumn: Double
    private static let deepest = 24

    init(_ layout: PageLayout, bodyHeight: Double) {
        self.layout = layout
        leastGutter = 0.7 * bodyHeight
        leastColumn = 4 * bodyHeight
    }

    func regions(of lines: [Int]) -> [Region] {
        var found: [Region] = []
        var waiting = [(lines: lines, depth: 0)]
        while let (lines, depth) = waiting.popLast() {
            guard !lines.isEmpty else { continue }
            let sorted = lines.sorted { (layout.lines[$0].box.minY, $0) < (layout.lines[$1].box.minY, $1) }
            let bands = bands(of: sorted)
            if depth == Self.deepest || bands.count == sorted.count && lines.count == 1 {
                found.append(Region(rows: rows(sorted, bands)))
                continue
            }
            var next: [(lines: [Int], depth: Int)] = []
            for zone in zones(sorted, bands) {
                let gutters = zone.gaps.gutters(atLeast: leastGutter, leastColumn: leastColumn)
                let own = sorted[(zone.bands.first?.lowerBound ?? 0)..<(zone.bands.last?.upperBound ?? 0)]
                if gutters.isEmpty || zone.bands.count == 1 {
                    push(Region(rows: rows(sorted, zone.bands)), &found, &next)
                } else {
                    let columns = split(Array(own), at: gutters)
                    if isTable(columns) {
                        push(Region(rows: rows(sorted, zone.bands), isTable: true), &found, &next)
                    } else {
                        next += columns.map { ($0, depth + 1) }
                    }
                }
            }
            waiting += next.reversed()
        }
        return found
    }

    /// A region is found at once while nothing waits before it; otherwise it waits its turn, as lines that will not be cut again.
    private func push(_ region: Region, _ found: inout [Region], _ next: inout [(lines: [Int], depth: Int)]) {
        if next.isEmpty { found.append(region) } else { next.append((region.rows.flatMap { $0 }, region.isTable ? 1 : Self.deepest)) }
    }

    private func box(_ line: Int) -> Box { layout.lines[line].box }

    /// Runs of lines, sorted by their tops, that stand beside each other.
    private func bands(of sorted: [Int]) -> [Range<Int>] {
        var bands: [Range<Int>] = []
        var start = 0
        var floor = -Double.infinity
        for (index, line) in sorted.enumerated() {
            let box = box(line)
            // Letters with tails reach into the next line.
            if index > start, box.minY + 0.3 * box.height >= floor {
                bands.append(start..<index)
                start = index
                floor = -.infinity
            }
            floor = max(floor, box.maxY - 0.3 * box.height)
        }
        bands.append(start..<sorted.count)
        return bands
    }

    private func rows(_ sorted: [Int], _ bands: [Range<Int>]) -> [[Int]] {
        bands.map { band in sorted[band].sorted { (box($0).minX, $0) < (box($1).minX, $1) } }
    }

    private func zones(_ sorted: [Int], _ bands: [Range<Int>]) -> [Zone] {
        let left = sorted.lazy.map { box($0).minX }.min() ?? 0
        let right = sorted.lazy.map { box($0).maxX }.max() ?? 0
        var zones: [Zone] = []
        for band in bands {
            let gaps = Gaps(sorted[band].map { (box($0).minX, box($0).maxX) }, left, right, atLeast: leastGutter)
            guard let last = zones.indices.last else {
                zones.append(Zone(bands: [band], gaps: gaps))
                continue
            }
            let both = zones[last].gaps.intersection(gaps, atLeast: leastGutter)
            let hadGutters = zones[last].gaps.hasGutters(atLeast: leastGutter, leastColumn: leastColumn)
            let hasGutters = both.hasGutters(atLeast: leastGutter, leastColumn: leastColumn)
            let bandHasGutters = gaps.hasGutters(atLeast: leastGutter, leastColumn: leastColumn)
            if hasGutters || !hadGutters && !bandHasGutters {
                zones[last].bands.append(band)
                zones[last].gaps = both
            } else {
                var zone = Zone(bands: [band], gaps: gaps)
                if !hadGutters { pullBack(from: &zones[last], into: &zone, sorted, left, right) }
                if zones[last].bands.isEmpty { zones.removeLast() }
                zones.append(zone)
            }
        }
        return zones
    }

    /// One column may begin higher than the other: lines right above that leave the gutter open belong to it.
    private func pullBack(from before: inout Zone, into zone: inout Zone, _ sorted: [Int], _ left: Double, _ right: Double) {
        var taken: [Range<Int>] = []
        while let band = before.bands.last {
            let gaps = Gaps(sorted[band].map { (box($0).minX, box($0).maxX) }, left, right, atLeast: leastGutter)
            let both = zone.gaps.intersection(gaps, atLeast: leastGutter)
            guard
                both.gutterCount(atLeast: leastGutter, leastColumn: leastColumn)
                    >= zone.gaps.gutterCount(atLeast: leastGutter, leastColumn: leastColumn)
            else { break }
            zone.gaps = both
            taken.append(band)
            before.bands.removeLast()
        }
        zone.bands = taken.reversed() + zone.bands
    }

    private func split(_ lines: [Int], at gutters: [(Double, Double)]) -> [[Int]] {
        var columns = [[Int]](repeating: [], count: gutters.count + 1)
        for line in lines {
            let middle = (box(line).minX + box(line).maxX) / 2
            columns[gutters.count { ($0.0 + $0.1) / 2 < middle }].append(line)
        }
        return columns.filter { !$0.isEmpty }
    }

    /// Whether these columns are those of a table: few words a line in one of them, and most lines of the others level with one of the first.
    private func isTable(_ columns: [[Int]]) -> Bool {
        guard columns.count > 1 else { return false }
        let words = columns.map { column in
            Double(column.reduce(0) { $0 + layout.lines[$1].words.count }) / Double(column.count)
        }
        guard (words.min() ?? 0) < 2.5 else { return false }
        let levels = columns[0].map { box($0).maxY }.sorted()
        let others = columns.dropFirst().flatMap { $0 }
        let level = others.count { line in
            let wanted = box(line).maxY
            var low = 0
            var high = levels.count
            while low < high {
                let middle = (low + high) / 2
                if levels[middle] < wanted - 2 { low = middle + 1 } else { high = middle }
            }
            return low < levels.count && levels[low] <= wanted + 2
        }
        return level * 10 >= others.count * 7 && level * 2 >= levels.count
    }
}
