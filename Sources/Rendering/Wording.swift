// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// How figures, numbers and long passages are put into a few words, alike in HTML and Markdown.
enum Wording {
    /// Rows a list shows before it says how many more there are: a page of a million rows is of use to nobody.
    static let rowLimit = 300

    /// At most `limit` bytes of a span, cut on a scalar edge with an ellipsis, so that many overlapping spans of a huge
    /// text cannot make a rendition quadratic.
    static func excerpt(_ span: TextSpan, of text: Text, limit: Int) -> String {
        guard span.count > limit else { return text.string(span) }
        var end = span.start + limit
        while !text.isScalarEdge(end) { end -= 1 }
        return text.string(TextSpan(span.start, end)) + "…"
    }

    static func excerpt(_ string: String, limit: Int) -> String {
        guard string.utf8.count > limit else { return string }
        return excerpt(TextSpan(0, string.utf8.count), of: Text(string), limit: limit)
    }

    /// `1234567` as `1,234,567`; fractions as Swift writes them.
    static func number(_ value: Double) -> String {
        guard value == value.rounded(), abs(value) < 9e15 else { return value.description }
        let digits = String(Int(value.magnitude))
        var grouped = value < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return grouped
    }

    /// "≥ 20", "18–25 miles", "≈ 760,000 km", "a third", "3 times".
    static func amount(_ figure: Figure) -> String {
        func number(_ value: Double) -> String {
            guard figure.unit == "1" else { return Self.number(value) }
            return UnitWording.share(value) ?? Self.number(value) + (figure.category == "multiple" ? " times" : "")
        }
        var words = figure.approximate ? "≈ " : ""
        switch (figure.value, figure.min, figure.max) {
        case (_, let min?, let max?) where min != max: words += number(min) + "–" + number(max)
        case (let value?, nil, nil): words += number(value)
        case (let value?, let min?, let max?) where min == max && min == value: words += number(value)
        case (_, let min?, nil): words += "≥ " + number(min)
        case (_, nil, let max?): words += "≤ " + number(max)
        case (_, let min?, _): words += number(min)
        case (nil, nil, nil): words = figure.approximate ? "≈" : "–"
        }
        let isOne = [figure.value, figure.min, figure.max].allSatisfy { $0 == nil || $0 == 1 }
        if let code = figure.unit, let unit = UnitWording.unit(code, isOne: isOne) { words += " " + excerpt(unit, limit: 40) }
        return words
    }

    /// An address of the web that can stand in a link as it is; `nil` for anything else.
    static func address(_ string: String?) -> String? {
        guard let string, string.hasPrefix("https://") || string.hasPrefix("http://"), string.utf8.count <= 2048 else { return nil }
        let isPlain = string.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E && $0 != 0x5C && $0 != 0x7F }
        return isPlain ? string : nil
    }

    /// 0…100, whatever the number was.
    static func percent(_ share: Double) -> Int { share.isNaN ? 0 : Int((min(max(share, 0), 1) * 100).rounded()) }

    static func plural(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}
