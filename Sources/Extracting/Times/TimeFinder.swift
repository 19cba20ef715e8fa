// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Language

/// Finds dates, times of day, durations and recurring times in English text and gives them TIMEX3 values (ISO 24617-1).
///
/// A value that is counted from the day of the article is given only where the article has such a day: its date of publication, or
/// its dateline. No clock is read.
package enum TimeFinder {
    /// - Parameters:
    ///   - published: RFC 3339 date or date-time.
    ///   - dateline: its date counts where `published` is missing.
    ///   - language: a BCP 47 tag; where it has a region, it says whether "5/4/2017" has the day or the month first.
    /// - Returns: expressions in the order of the text; none overlap.
    package static func times(
        in text: TokenizedText, published: String?, dateline: Dateline?, language: String? = nil
    ) -> [TimeExpression] {
        var anchor: TimeAnchor?
        if let day = published.flatMap({ CalendarDay(rfc3339: $0) }) {
            anchor = TimeAnchor(day: day, name: "published")
        } else if let day = dateline?.date.flatMap({ CalendarDay(rfc3339: $0) }) {
            anchor = TimeAnchor(day: day, name: "dateline")
        }
        var grammar = TimeGrammar(text, anchor: anchor?.day, language: language)
        var found: [TimeExpression] = []
        var index = 0
        while index < text.tokens.count {
            if index & 0xFFF == 0, Task.isCancelled { return found }
            guard let match = grammar.match(at: index) else {
                index += 1
                continue
            }
            found.append(expression(match, text, anchor))
            grammar.remember(match)
            index = match.end
        }
        return found
    }

    private static func expression(_ match: TimeMatch, _ text: TokenizedText, _ anchor: TimeAnchor?) -> TimeExpression {
        let span = text.span(match.start..<match.end)
        switch match.value {
        case .absolute(let value):
            return TimeExpression(span, kind: match.kind, value: value)
        case .relative(let value):
            guard let anchor else {
                return TimeExpression(span, kind: match.kind, reason: "no publication date or dateline to count from")
            }
            guard let value else { return TimeExpression(span, kind: match.kind, reason: "it says too little to be counted") }
            return TimeExpression(span, kind: match.kind, value: value, anchor: anchor.name)
        case .unresolved(let reason):
            return TimeExpression(span, kind: match.kind, reason: reason)
        }
    }
}

/// The day that relative times are counted from.
struct TimeAnchor {
    var day: CalendarDay
    var name: String
}
