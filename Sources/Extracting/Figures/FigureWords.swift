// SPDX-License-Identifier: Apache-2.0

/// The English words that figures are made of.
enum FigureWords {
    enum Bound { case least, most, below, about, above }

    /// Word sequences before a number, longest first.
    static let bounds: [(words: [String], bound: Bound)] = [
        (["no", "fewer", "than"], .least), (["no", "less", "than"], .least), (["no", "more", "than"], .most),
        (["as", "many", "as"], .most), (["as", "much", "as"], .most), (["as", "few", "as"], .least),
        (["a", "total", "of"], .above), (["a", "minimum", "of"], .least), (["a", "maximum", "of"], .most),
        (["at", "least"], .least), (["more", "than"], .least), (["at", "most"], .most), (["up", "to"], .most), (["less", "than"], .most),
        (["fewer", "than"], .most), (["an", "estimated"], .about), (["close", "to"], .below), (["just", "over"], .least),
        (["just", "under"], .most), (["well", "over"], .least), (["upwards", "of"], .least), (["in", "excess", "of"], .least),
        (["over"], .least), (["exceeding"], .least), (["above"], .least), (["under"], .most), (["below"], .most), (["nearly"], .below),
        (["almost"], .below), (["about"], .about), (["some"], .about), (["around"], .about), (["roughly"], .about),
        (["approximately"], .about), (["estimated"], .about), (["circa"], .about), (["only"], .above), (["exactly"], .above),
    ]

    /// "thousands of": the least that it can mean.
    static let vague: [String: Double] = [
        "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9, "tens": 20,
    ]

    static let fractions: [String: Double] = [
        "half": 0.5, "third": 1.0 / 3, "thirds": 1.0 / 3, "quarter": 0.25, "quarters": 0.25, "fifth": 0.2, "fifths": 0.2, "tenth": 0.1,
        "tenths": 0.1, "sixth": 1.0 / 6, "eighth": 0.125, "eighths": 0.125,
    ]

    /// "several hundred", "a few thousand"
    static let severals: [String: Double] = ["dozen": 12, "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9]

    static let multiples: [String: Double] = [
        "doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "quintupled": 5, "halved": 0.5, "doubling": 2, "tripling": 3,
    ]
    static let doubles: [String: Double] = ["double": 2, "twice": 2, "triple": 3, "thrice": 3]

    /// Verbs behind a number whose noun is not said: "21 remain trapped".
    static let auxiliaries: Set<String> = [
        "were", "was", "are", "have", "had", "remain", "remained", "has", "is", "did", "got", "survived", "escaped", "fled",
    ]

    /// Nouns of which there may be none: "no deaths".
    static let victims: Set<String> = [
        "deaths", "death", "injuries", "casualties", "fatalities", "victims", "survivors", "arrests", "casualty",
    ]

    /// Before "N to M" they say that something went to M by N, and no range.
    static let changes: Set<String> = [
        "rose", "fell", "climbed", "up", "down", "gained", "lost", "dropped", "increased", "decreased", "grew", "jumped", "rises", "falls",
        "by", "slid", "added", "from",
    ]

    /// Words that say what happened to those who are counted.
    static let happenings: [String: String] = {
        let words: [(String, String)] = [
            (
                "killed",
                "killed kill kills killing dead died die dying deaths death fatalities slain massacred executed murdered perished drowned lives bodies toll corpses"
            ),
            ("injured", "injured injuring injure injures injuries wounded wounding wounds hurt treated hospitalised hospitalized"),
            (
                "displaced",
                "displaced displacing fled flee flees fleeing escaped escape escaping evacuated uprooted homeless refugees displaces evacuees idps"
            ),
            (
                "detained",
                "detained arrested arresting arrests detaining jailed imprisoned captured hostages prisoners detainees custody rounded"
            ),
            ("missing", "missing disappeared unaccounted abducted kidnapped"),
            ("casualties", "casualties casualty"),
            ("vote", "votes"),
        ]
        var table: [String: String] = [:]
        for (category, list) in words { for word in list.split(separator: " ") { table[String(word)] = category } }
        return table
    }()

    /// Words in front of a number that make it a name.
    static let namers: Set<String> = [
        "no", "number", "article", "resolution", "section", "chapter", "page", "pages", "room", "flight", "route", "highway", "boeing",
        "airbus", "windows", "type", "level", "phase", "grade", "group", "act", "rule", "channel", "unit", "block", "figure", "table",
        "volume",
        "vol", "issue", "round", "stage", "psalm", "verse", "version", "ext", "tel", "phone", "p", "pp", "formula", "apollo", "lot",
    ]

    static let people: Set<String> = [
        "people", "men", "women", "children", "civilians", "families", "residents", "refugees", "migrants", "iraqis", "syrians",
        "villagers", "soldiers", "officers", "colleagues", "members", "fighters", "troops", "miners", "tourists", "relatives", "personnel",
        "crew", "staff",
        "teachers", "nurses", "doctors", "drivers", "guards", "patients", "protesters", "militants", "sailors", "fishermen", "boys",
        "girls", "pilgrims",
        "persons", "inhabitants", "households", "citizens", "workers", "students", "passengers", "others",
    ]

    /// What nothing of that kind befalls: "killed in 3 villages", "12 soldiers and 4 tanks".
    static let things: Set<String> = [
        "villages", "towns", "cities", "districts", "provinces", "regions", "countries", "states", "attacks", "strikes", "airstrikes",
        "raids",
        "incidents", "places", "sites", "locations", "houses", "homes", "buildings", "vehicles", "tanks", "trucks", "cars", "boats",
        "ships",
        "schools", "clinics", "hospitals", "shops", "shots", "points", "bombs", "rockets", "missiles", "rounds", "bridges", "jobs",
        "bullets",
        "drones", "aircraft", "weapons", "rifles", "explosions", "blasts", "camps", "shelters", "goals", "seats", "charges", "counts",
        "flights",
    ]

    /// Words near a result of a match.
    static let contests: Set<String> = [
        "win", "wins", "won", "winning", "beat", "beats", "beating", "lost", "lose", "lead", "leads", "leading", "led", "draw", "drew",
        "drawn",
        "defeat", "defeated", "victory", "score", "scored", "ended", "finished", "trailing", "trailed", "set", "sets", "match", "game",
        "final", "tie",
        "half", "semi", "loss", "thrashed", "edged", "opener", "aggregate", "penalties", "level", "down", "up", "series", "opening",
    ]

    static let irregularPlurals: Set<String> = [
        "people", "men", "women", "children", "police", "personnel", "staff", "troops", "feet", "cattle", "sheep", "fish", "aircraft",
        "others",
        "dead", "wounded", "missing", "injured",
    ]

    /// Behind "1.5m" they say that it is metres.
    static let dimensions: Set<String> = [
        "deep", "high", "long", "wide", "tall", "thick", "above", "below", "away", "from", "freestyle", "hurdles", "race", "sprint",
        "butterfly",
        "backstroke", "breaststroke", "final", "relay", "of", "apart", "depth", "waves", "tower",
    ]

    /// Words that a figure may begin with; all others are passed over with this one look.
    private static let openers: Set<String> = Set(NumberWords.small.keys)
        .union(vague.keys).union(multiples.keys).union(doubles.keys).union(CurrencyTable.dollars.keys).union(CurrencyTable.codes)
        .union(["a", "an", "half", "several", "few", "no", "nobody", "none", "rs", "tk"])

    static func isOpener(_ word: String) -> Bool { openers.contains(word) || word.hasSuffix("fold") }

    static let streets: Set<String> = [
        "street", "road", "avenue", "lane", "drive", "square", "boulevard", "st", "rd", "ave", "court", "way", "terrace",
    ]

    /// Between a verb and a number they say that the verb does not count that number.
    static let barriers: Set<String> = ["in", "at", "across", "over", "on", "during", "and", "but", "within", "near", "after", "from"]
}
