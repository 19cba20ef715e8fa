// SPDX-License-Identifier: Apache-2.0

/// A rectangle on a page, in points from its top left corner.
struct Box {
    var minX: Double
    var minY: Double
    var maxX: Double
    var maxY: Double

    var width: Double { maxX - minX }
    var height: Double { maxY - minY }

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
