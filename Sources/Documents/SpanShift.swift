// SPDX-License-Identifier: Apache-2.0

/// Leads spans of a text to the text after edits.
struct SpanShift {
    private let edits: [TextEdit]
    /// How much longer the text is behind each edit. Bytes.
    private let growth: [Int]

    /// - Parameter edits: in order and without overlap.
    init(_ edits: [TextEdit]) {
        self.edits = edits
        var sum = 0
        growth = edits.map { edit in
            sum += edit.replacement.count - edit.span.count
            return sum
        }
    }

    /// An end that lies inside an edit moves to that end of what replaced it.
    func span(_ span: TextSpan) -> TextSpan {
        let start = offset(span.start, isEnd: false)
        return TextSpan(start, max(start, offset(span.end, isEnd: true)))
    }

    private func offset(_ offset: Int, isEnd: Bool) -> Int {
        // The first edit that ends behind it.
        var low = 0
        var high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if edits[middle].span.end > offset { high = middle } else { low = middle + 1 }
        }
        let before = low == 0 ? 0 : growth[low - 1]
        guard low < edits.count, edits[low].span.start < offset else { return offset + before }
        return edits[low].span.start + before + (isEnd ? edits[low].replacement.count : 0)
    }
}
