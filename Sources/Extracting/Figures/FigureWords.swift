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

    /// Currency signs and codes, ISO 4217.
    static let currencySigns: [String: String] = [
        "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₦": "NGN", "₩": "KRW",
    ]
    static let currencyPrefixes: [String: String] = ["us": "USD", "a": "AUD", "c": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD"]
    static let currencyWords: [String: String] = [
        "dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP", "yen": "JPY", "rupees": "INR", "rubles": "RUB",
        "roubles": "RUB", "lira": "TRY", "shekels": "ILS", "naira": "NGN", "yuan": "CNY", "renminbi": "CNY", "francs": "CHF", "won": "KRW",
        "dinars": "IQD", "pence": "GBX", "cents": "USX",
    ]

    /// Units behind a number, as UCUM has them, with the category of what they measure.
    static let units: [String: (code: String, category: String)] = [
        "percent": ("percent", "percent"), "percentage": ("percent", "percent"), "%": ("percent", "percent"),
        "km": ("km", "distance"), "kilometers": ("km", "distance"), "kilometres": ("km", "distance"), "kilometer": ("km", "distance"),
        "kilometre": ("km", "distance"), "miles": ("[mi_i]", "distance"), "mile": ("[mi_i]", "distance"), "meters": ("m", "distance"),
        "metres": ("m", "distance"), "meter": ("m", "distance"), "metre": ("m", "distance"), "feet": ("[ft_i]", "distance"),
        "inches": ("[in_i]", "distance"), "yards": ("[yd_i]", "distance"), "cm": ("cm", "distance"), "mm": ("mm", "distance"),
        "centimeters": ("cm", "distance"), "centimetres": ("cm", "distance"), "millimeters": ("mm", "distance"),
        "millimetres": ("mm", "distance"),
        "hectares": ("har", "area"), "acres": ("[acr_us]", "area"), "tonnes": ("t", "weight"), "tons": ("[ston_av]", "weight"),
        "kg": ("kg", "weight"), "kilograms": ("kg", "weight"), "kilogrammes": ("kg", "weight"), "grams": ("g", "weight"),
        "liters": ("L", "volume"), "litres": ("L", "volume"), "gallons": ("[gal_us]", "volume"), "barrels": ("[bbl_us]", "volume"),
        "celsius": ("Cel", "temperature"), "fahrenheit": ("[degF]", "temperature"), "°c": ("Cel", "temperature"),
        "°f": ("[degF]", "temperature"),
        "mph": ("[mi_i]/h", "speed"), "kph": ("km/h", "speed"), "megawatts": ("MW", "power"), "gigawatts": ("GW", "power"),
        "mw": ("MW", "power"),
    ]

    /// Words that say what happened to those who are counted.
    static let happenings: [String: String] = {
        let words: [(String, String)] = [
            (
                "killed",
                "killed kill kills killing dead died die dying deaths death fatalities slain massacred executed murdered perished drowned lives bodies toll"
            ),
            ("injured", "injured injuring injure injures injuries wounded wounding wounds hurt hospitalised hospitalized"),
            (
                "displaced",
                "displaced displacing fled flee flees fleeing escaped escape escaping evacuated uprooted homeless refugees displaces"
            ),
            (
                "detained",
                "detained arrested arresting arrests detaining jailed imprisoned captured hostages prisoners detainees custody rounded"
            ),
            ("missing", "missing disappeared unaccounted abducted kidnapped"),
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
        "villagers",
        "persons", "inhabitants", "households", "citizens", "workers", "students", "passengers", "others",
    ]

    static let irregularPlurals: Set<String> = [
        "people", "men", "women", "children", "police", "personnel", "staff", "troops", "feet", "cattle", "sheep", "fish", "aircraft",
        "others",
        "dead", "wounded", "missing", "injured",
    ]
}
