// SPDX-License-Identifier: Apache-2.0

/// Where nothing is written between the left and the right edge of a stretch of page, and from where to where something is.
struct Gaps {
    /// More than a page can have of any that matter.
    private static let most = 64

    private(set) var intervals: [(start: Double, end: Double)] = []
    /// The outermost ink.
    private var ink: (start: Double, end: Double)

    init(_ lines: [(start: Double, end: Double)], _ left: Double, _ right: Double, atLeast width: Double) {
        ink = (right, left)
        var reached = left
        for line in lines.sorted(by: { $0.start < $1.start }) {
            if line.start - reached >= width, intervals.count < Self.most { intervals.append((reached, line.start)) }
            reached = max(reached, line.end)
            ink = (min(ink.start, line.start), max(ink.end, line.end))
        }
        if right - reached >= width { intervals.append((reached, right)) }
    }

    /// What both leave free.
    func intersection(_ other: Gaps, atLeast width: Double) -> Gaps {
        var result = self
        result.intervals = []
        result.ink = (min(ink.start, other.ink.start), max(ink.end, other.ink.end))
        var (mine, theirs) = (0, 0)
        while mine < intervals.count, theirs < other.intervals.count, result.intervals.count < Self.most {
            let start = max(intervals[mine].start, other.intervals[theirs].start)
            let end = min(intervals[mine].end, other.intervals[theirs].end)
            if end - start >= width { result.intervals.append((start, end)) }
            if intervals[mine].end < other.intervals[theirs].end { mine += 1 } else { theirs += 1 }
        }
        return result
    }

    /// Gaps with ink on both sides that leave columns of a column's width.
    func gutters(atLeast width: Double, leastColumn: Double) -> [(Double, Double)] {
        var found: [(Double, Double)] = []
        var left = ink.start
        for (start, end) in intervals where start > ink.start && end < ink.end && end - start >= width {
            // A bullet or a number before a list is no column.
            guard start - left >= leastColumn, ink.end - end >= leastColumn else { continue }
            found.append((start, end))
            left = end
        }
        return found
    }

    func hasGutters(atLeast width: Double, leastColumn: Double) -> Bool { !gutters(atLeast: width, leastColumn: leastColumn).isEmpty }

    func gutterCount(atLeast width: Double, leastColumn: Double) -> Int { gutters(atLeast: width, leastColumn: leastColumn).count }
}
