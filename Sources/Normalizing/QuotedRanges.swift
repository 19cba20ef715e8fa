// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// The stretches of a text that somebody else said or wrote, where nothing is mended.
///
/// Where a mark is missing, all that may have been meant is taken for quoted: to the end of the paragraph behind an opening mark, from its
/// start before a closing one.
struct QuotedRanges {
    /// Apart from each other, in order.
    private let spans: [TextSpan]

    init(_ text: Text, paragraphs: [TextSpan]) {
        let marks = QuotationMarks(in: text, paragraphs: paragraphs)
        var all = marks.pairs.map(\.whole)
        var index = 0
        for stray in marks.strayClosings {
            while index < paragraphs.count, paragraphs[index].end <= stray.start { index += 1 }
            if index < paragraphs.count { all.append(TextSpan(paragraphs[index].start, stray.end)) }
        }
        var merged: [TextSpan] = []
        for span in all.sorted() {
            if let last = merged.last, span.start <= last.end {
                merged[merged.count - 1].end = max(last.end, span.end)
            } else {
                merged.append(span)
            }
        }
        spans = merged
    }

    func cursor() -> Cursor { Cursor(spans: spans) }

    /// Answers for offsets that only grow.
    struct Cursor {
        fileprivate let spans: [TextSpan]
        private var index = 0

        fileprivate init(spans: [TextSpan]) { self.spans = spans }

        mutating func contains(_ offset: Int) -> Bool {
            while index < spans.count, spans[index].end <= offset { index += 1 }
            return index < spans.count && spans[index].contains(offset)
        }
    }
}
