// SPDX-License-Identifier: Apache-2.0

package import Documents

/// The quotation marks of a text, matched paragraph by paragraph.
///
/// A mark that is never closed costs its own paragraph and no other: matching starts afresh at each paragraph, and a quotation that runs
/// over several has its opening mark repeated, as printers do. Takes time linear in the text.
package struct QuotationMarks: Sendable {
    package struct Pair: Hashable, Sendable {
        /// The opening mark.
        package var open: TextSpan
        /// The closing mark; `nil` where the paragraph ends first.
        package var close: TextSpan?
        /// What stands between the marks; to the end of the paragraph where there is no closing mark.
        package var content: TextSpan
        /// Whether it stands inside another pair.
        package var isNested = false
        /// Whether the quotation goes on in the next paragraph, which repeats the opening mark.
        package var continues = false
        /// Whether the marks are single ones.
        package var isSingle: Bool

        /// Neither closed nor carried on: a mark is missing.
        package var isUnbalanced: Bool { close == nil && !continues }
        /// From the opening mark to the end of the closing one.
        package var whole: TextSpan { TextSpan(open.start, close?.end ?? content.end) }
    }

    /// In the order of their opening marks.
    package private(set) var pairs: [Pair] = []
    /// Closing double marks that nothing opened.
    package private(set) var strayClosings: [TextSpan] = []

    /// - Parameter paragraphs: ordered and apart from each other.
    package init(in text: Text, paragraphs: [TextSpan]) {
        var continuable: Int?
        for paragraph in paragraphs {
            var matcher = QuotationMatcher(text: text, paragraph: paragraph)
            matcher.match()
            if let index = continuable, let first = matcher.pairs.first, first.open.start == text.trimmed(paragraph).start,
                text[first.open] == text[pairs[index].open]
            {
                pairs[index].continues = true
            }
            let start = pairs.count
            pairs.append(contentsOf: matcher.pairs)
            strayClosings.append(contentsOf: matcher.stray)
            continuable = pairs.indices.reversed().prefix { $0 >= start }.first { pairs[$0].close == nil && !pairs[$0].isNested }
        }
    }

    package static func pairs(in text: Text, paragraphs: [TextSpan]) -> [Pair] { QuotationMarks(in: text, paragraphs: paragraphs).pairs }
}
