// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Dates, times of day and durations that the article does not have, by their values.
struct TimeCheck {
    private static let weekdays: Set<String> = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private let pair: CheckedPair
    private let values: [String]
    /// The days of publication and dateline: a date may be these, a weekday only where the text has it.
    private let days: [String]
    private let durations: Set<String>

    init(_ pair: CheckedPair) {
        self.pair = pair
        let article = pair.article
        values = (article.times ?? []).compactMap(\.value)
        days = [article.published, article.dateline?.date].compactMap { $0.map { String($0.prefix(10)) } }
        durations = Set((article.times ?? []).filter { $0.kind == .duration }.compactMap(\.value))
    }

    func flags() -> [Abstract.Flag] {
        (pair.told.times ?? []).compactMap { time in
            let written = pair.told.text.string(time.span)
            if isKnown(time) { return nil }
            return Abstract.Flag(.date, at: time.span, reason: "“\(written)” is not among the article's dates and times")
        }
    }

    private func isKnown(_ time: TimeExpression) -> Bool {
        let keys = Array(pair.toldWords.keys[pair.toldWords.range(in: time.span)])
        let isWritten = !pair.articleWords.runs(of: keys).isEmpty
        switch time.kind {
        case .set: return true
        case .duration:
            // "months", "years": nothing that could be held against another.
            guard let value = time.value, value.contains(where: \.isNumber) else { return true }
            return isWritten || durations.contains(value) || isFigure(time.span)
        case .date, .time: break
        }
        guard let value = time.value, value.first?.isNumber == true, value.utf8.count >= 4 else {
            // "now", "recently"; a weekday that nothing dates is held against the article's words.
            return isWritten || !keys.contains(where: Self.weekdays.contains)
        }
        // Weeks, seasons and quarters hold many days; they are compared as written alone.
        let day = value.prefix { $0 != "T" }
        guard day.allSatisfy({ $0.isNumber || $0 == "-" }) else { return isWritten || values.contains(value) || !day.contains("Q") }
        let known = keys.contains(where: Self.weekdays.contains) ? values : values + days
        return known.contains { $0.hasPrefix(day) && Self.isTimeFitting(value, $0) } || isWritten
    }

    /// "9 p.m." against "T21:00", where both give a time of day.
    private static func isTimeFitting(_ told: String, _ value: String) -> Bool {
        guard let one = told.firstIndex(of: "T"), let other = value.firstIndex(of: "T") else { return told.contains("T") == false }
        return value[other...].hasPrefix(told[one...]) || told[one...].hasPrefix(value[other...])
    }

    private func isFigure(_ span: TextSpan) -> Bool {
        let told = (pair.told.figures ?? []).filter { $0.span.overlaps(span) }
        return !told.isEmpty
            && told.allSatisfy { one in (pair.article.figures ?? []).contains { one.unit == $0.unit && FigureCheck.fits(one, $0) } }
    }
}
