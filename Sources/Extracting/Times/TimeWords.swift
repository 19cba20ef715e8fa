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

        /// Whether a place in the calendar is counted in it.
        var isCalendrical: Bool {
            switch self {
            case .second, .minute, .hour, .weekend: false
            default: true
            }
        }

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

    static let pluralDayParts: [String: String] = ["mornings": "TMO", "afternoons": "TAF", "evenings": "TEV", "nights": "TNI"]

    static let seasons: [String: String] = ["spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"]

    static let references: [String: String] = [
        "now": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF", "nowadays": "PRESENT_REF",
        "recently": "PAST_REF", "soon": "FUTURE_REF",
    ]

    /// The month in which a season of the northern half of the world begins, by the weather.
    static let seasonBegins: [String: Int] = ["SP": 3, "SU": 6, "FA": 9, "WI": 12]

    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "fifth": 5, "sixth": 6, "seventh": 7,
        "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    ]

    /// Decades in words, with their tens.
    static let decades: [String: Int] = [
        "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
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
        "mid", "between", "around", "about", "circa", "for", "as", "last", "next", "this", "fiscal", "year", "due",
    ]

    static let lateness: Set<String> = ["early", "late", "earlier", "later", "mid"]

    /// Before a count, with how many tokens they take: they belong to the expression.
    static let approximators: [String: Int] = [
        "about": 1, "almost": 1, "nearly": 1, "roughly": 1, "approximately": 1, "some": 1, "over": 1,
    ]
    static let approximations: [String: [String: Int]] = [
        "at": ["least": 2, "most": 2], "more": ["than": 2], "less": ["than": 2], "fewer": ["than": 2], "up": ["to": 2],
    ]

    /// Before "of" and a date.
    static let boundaries: Set<String> = ["end", "beginning", "start", "middle"]

    /// Before a unit that is counted from the article's day.
    static let periodLeads: Set<String> = [
        "this", "last", "next", "past", "coming", "previous", "following", "recent", "first", "these",
    ]

    /// Before "quarter" and "period".
    static let comparisons: Set<String> = ["same", "corresponding", "comparable", "similar", "equivalent"]

    /// Before "of the year".
    static let partsOfYear: Set<String> = [
        "time", "rest", "remainder", "part", "parts", "half", "quarter", "quarters", "months", "weeks", "days", "end", "beginning", "start",
        "middle", "most", "much", "balance", "all", "month", "day",
    ]

    /// Nouns that a year qualifies, so that "1996 earnings" needs nothing before it.
    static let yearNouns: Set<String> = [
        "earnings", "sales", "profit", "profits", "revenue", "revenues", "results", "budget", "net", "income", "figures", "level", "levels",
        "election", "elections", "model", "season", "census", "film", "war", "invasion", "agreement", "treaty", "olympics", "games",
        "campaign", "crop", "law", "report", "study", "fiscal", "third", "fourth", "first", "second", "forecast", "estimate", "estimates",
        "projection", "projections", "accord", "constitution", "convention", "world", "summer", "winter", "presidential", "attacks",
    ]

    /// Nouns that a number counts, whatever stands before it.
    static let countedNouns: Set<String> = [
        "people", "men", "women", "children", "percent", "per", "million", "billion", "km", "miles", "meters", "metres", "kilometers",
        "kilometres", "feet", "tons", "tonnes", "pounds", "dollars", "euros", "troops", "soldiers", "employees", "workers", "jobs",
        "shares",
        "residents", "students", "families", "homes", "houses", "points", "barrels", "members", "civilians", "refugees", "protesters",
        "demonstrators", "prisoners", "kilograms", "kg", "hectares", "acres", "votes", "fighters", "dead", "wounded", "euro", "mm", "cc",
        "megawatts", "police", "patients", "passengers", "others", "more", "calories", "square", "cubic", "villagers", "inmates",
    ]

    static let zones: Set<String> = [
        "GMT", "UTC", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "BST", "CET", "CEST", "EET", "EEST", "MSK", "IST", "JST",
        "ET",
    ]

    static let americanZones: Set<String> = ["est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt"]

    static let halves: Set<String> = ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"]

    static let pronouns: Set<String> = [
        "he", "she", "it", "they", "we", "i", "you", "the", "and", "but", "there", "have", "has", "had", "was", "were",
    ]
}
