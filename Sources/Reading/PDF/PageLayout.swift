// SPDX-License-Identifier: Apache-2.0

/// A rectangle on a page, in points from its top left corner.
struct Box {
    var minX: Double
    var minY: Double
    var maxX: Double
    var maxY: Double

    var width: Double { maxX - minX }
    var height: Double { maxY - minY }

    func mirrored(in width: Double) -> Box { Box(minX: width - maxX, minY: minY, maxX: width - minX, maxY: maxY) }

    func union(_ other: Box) -> Box {
        Box(minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
    }
}

/// All words of a document with their places, in the order in which the program gives them.
struct PageLayout {
    struct Word {
        var box: Box
        /// The word itself, with references.
        var text: Range<Int>
        /// Its start tag, which stands for the blank before it.
        var mark: Range<Int>
    }

    struct Line {
        var box: Box
        var words: Range<Int>
        var page: Int
        /// Of its longest word: superscripts and initials do not count.
        var height: Double
        /// Written from the top to the bottom or the other way.
        var isRotated = false
    }

    struct Page {
        var width: Double
        var height: Double
        var lines: Range<Int>
    }

    var words: [Word] = []
    var lines: [Line] = []
    var pages: [Page] = []
    /// Whether places count from the right edge.
    private(set) var isMirrored = false

    /// Counts places from the right edge, so that what is written from there has its columns and indents where all others have theirs.
    mutating func mirror() {
        isMirrored = true
        for index in lines.indices {
            let width = pages[lines[index].page].width
            lines[index].box = lines[index].box.mirrored(in: width)
            for word in lines[index].words { words[word].box = words[word].box.mirrored(in: width) }
        }
    }

    /// Words from the left to the right of the page.
    func fromLeft(_ words: [Int]) -> [Int] {
        let left = { (word: Int) in isMirrored ? -self.words[word].box.maxX : self.words[word].box.minX }
        return words.sorted { (left($0), $0) < (left($1), $1) }
    }

    /// Bytes of a line's words.
    func characters(_ line: Int) -> Int { words[lines[line].words].reduce(0) { $0 + $1.text.count } }

    /// The height of most of the text; `nil` without any.
    var bodyHeight: Double? {
        let weights = lines.indices.filter { !lines[$0].isRotated }.map { (height: lines[$0].height, weight: characters($0)) }
            .sorted { $0.height < $1.height }
        let half = weights.reduce(0) { $0 + $1.weight } / 2
        var sum = 0
        for entry in weights {
            sum += entry.weight
            if sum > half { return entry.height }
        }
        return weights.last?.height
    }
}
