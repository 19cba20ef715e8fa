// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Answers whether a span shares a byte with any of many.
struct SpanCover {
    /// Apart and in order.
    private var spans: [TextSpan] = []

    init(_ spans: [TextSpan]) {
        for span in spans.sorted() where !span.isEmpty {
            if let last = self.spans.last, span.start <= last.end {
                self.spans[self.spans.count - 1] = last.union(span)
            } else {
                self.spans.append(span)
            }
        }
    }

    func overlaps(_ span: TextSpan) -> Bool {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].end <= span.start { low = middle + 1 } else { high = middle }
        }
        return low < spans.count && spans[low].overlaps(span)
    }
}
