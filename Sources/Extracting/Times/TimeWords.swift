// SPDX-License-Identifier: Apache-2.0

/// The English words that times are made of.
enum TimeWords {
    enum Unit: String {
        case second = "S"
        case minute = "M"
        case hour = "H"
        case day = "D"
        case week = "W"
        case weekend = "WE"
        case month = "MO"
        case quarter = "Q"
        case year = "Y"
        case decade = "DE"
        case century = "CE"

        /// `P3D`, `PT2H`; a decade is ten years and a century a hundred, as TIMEX3 has units for neither that all tools know.
        func duration(_ count: String) -> String {
            switch self {
            case .second, .minute, .hour: "PT\(count)\(rawValue)"
            case .month: "P\(count)M"
            case .decade: count == "X" ? "PXDE" : "P\(count)0Y"
            case .century: count == "X" ? "PXCE" : "P\(count)00Y"
            default: "P\(count)\(rawValue)"
            }
        }
    }

    static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
        "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
        "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    ]

    static let weekdays: [String: Int] = [
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    ]

    static let pluralWeekdays: [String: Int] = [
        "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
    ]

    static let units: [String: Unit] = [
        "second": .second, "minute": .minute, "hour": .hour, "day": .day, "week": .week, "weekend": .weekend, "month": .month,
        "quarter": .quarter, "year": .year, "decade": .decade, "century": .century,
    ]

    static let pluralUnits: [String: Unit] = [
        "seconds": .second, "minutes": .minute, "hours": .hour, "days": .day, "weeks": .week, "weekends": .weekend, "months": .month,
        "quarters": .quarter, "years": .year, "decades": .decade, "centuries": .century,
    ]

    static let dayParts: [String: String] = [
        "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "midday": "TMI", "overnight": "TNI",
    ]

    static let seasons: [String: String] = ["spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"]

    static let references: [String: String] = [
        "now": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF", "nowadays": "PRESENT_REF",
        "recently": "PAST_REF", "soon": "FUTURE_REF",
    ]

    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    ]

    /// "every year", "annually"
    static let frequencies: [String: String] = [
        "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y",
        "hourly": "PT1H", "nightly": "P1D",
    ]

    static let vagueCounts: Set<String> = ["several", "few", "many", "some", "numerous"]

    /// Words behind which a lone year or month is a time.
    static let prepositions: Set<String> = [
        "in", "since", "until", "till", "by", "before", "after", "from", "during", "of", "to", "through", "throughout", "early", "late",
        "mid", "between", "around", "about", "circa", "for", "as", "last", "next", "this", "fiscal", "year",
    ]

    static let lateness: Set<String> = ["early", "late", "earlier", "later", "mid"]

    static let future: Set<String> = [
        "will", "'ll", "shall", "expected", "expects", "expect", "scheduled", "plans", "planned", "due", "upcoming", "tomorrow",
        "forthcoming",
    ]
}
