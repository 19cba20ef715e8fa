// SPDX-License-Identifier: Apache-2.0

/// Currencies by their signs, codes and names, as ISO 4217 codes.
enum CurrencyTable {
    static let signs: [String: String] = [
        "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₦": "NGN", "₩": "KRW", "₱": "PHP", "₴": "UAH",
    ]

    /// Letters that stand at "$".
    static let dollars: [String: String] = [
        "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD",
        "r": "BRL",
        "nt": "TWD",
    ]

    /// What stands before a number, in lower case, and must be written in capitals unless it is "Rs" or "Tk".
    static let codes: Set<String> = [
        "usd", "eur", "gbp", "jpy", "chf", "aud", "cad", "nzd", "inr", "pkr", "cny", "try", "rub", "uah", "sek", "nok", "dkk", "pln", "ngn",
        "kes",
        "zar", "egp", "iqd", "syp", "yer", "sar", "aed", "afn", "lkr", "bdt", "npr", "etb", "sdg", "brl", "mxn", "cop", "php", "idr", "krw",
    ]

    /// Names that mean one currency anywhere.
    static let names: [String: String] = [
        "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rubles": "RUB", "roubles": "RUB", "lira": "TRY",
        "shekels": "ILS", "naira": "NGN", "won": "KRW", "rand": "ZAR", "hryvnia": "UAH", "hryvnias": "UAH", "zloty": "PLN", "zlotys": "PLN",
        "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "taka": "BDT", "birr": "ETB", "afghanis": "AFN", "forints": "HUF",
    ]

    /// Names that several countries use, by country (ISO 3166-1 alpha-2), and what they mean where no country tells.
    static let families: [String: (usual: String?, byCountry: [String: String])] = [
        "dollar": (
            "USD", ["US": "USD", "AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "TW": "TWD", "JM": "JMD", "FJ": "FJD"]
        ),
        "rupee": ("INR", ["IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"]),
        "pound": ("GBP", ["GB": "GBP", "EG": "EGP", "SY": "SYP", "LB": "LBP", "SD": "SDG", "SS": "SSP"]),
        "dinar": (nil, ["IQ": "IQD", "KW": "KWD", "JO": "JOD", "DZ": "DZD", "TN": "TND", "LY": "LYD", "BH": "BHD", "RS": "RSD"]),
        "peso": (nil, ["MX": "MXN", "PH": "PHP", "AR": "ARS", "CL": "CLP", "CO": "COP", "CU": "CUP"]),
        "franc": (nil, ["CH": "CHF", "CD": "CDF", "RW": "RWF", "BI": "BIF", "SN": "XOF", "ML": "XOF", "CM": "XAF"]),
        "rial": (nil, ["IR": "IRR", "YE": "YER", "OM": "OMR"]), "riyal": (nil, ["SA": "SAR", "QA": "QAR", "YE": "YER"]),
        "shilling": (nil, ["KE": "KES", "TZ": "TZS", "UG": "UGX", "SO": "SOS"]),
    ]

    /// Adjectives that name the country of a currency.
    static let adjectives: [String: String] = [
        "us": "US", "u.s.": "US", "american": "US", "australian": "AU", "canadian": "CA", "singapore": "SG", "taiwan": "TW", "indian": "IN",
        "pakistani": "PK", "nepali": "NP", "british": "GB", "egyptian": "EG", "syrian": "SY", "lebanese": "LB", "sudanese": "SD",
        "iraqi": "IQ",
        "kuwaiti": "KW", "jordanian": "JO", "algerian": "DZ", "tunisian": "TN", "libyan": "LY", "serbian": "RS", "mexican": "MX",
        "philippine": "PH", "argentine": "AR", "chilean": "CL", "colombian": "CO", "swiss": "CH", "congolese": "CD", "rwandan": "RW",
        "iranian": "IR", "yemeni": "YE", "omani": "OM", "saudi": "SA", "qatari": "QA", "kenyan": "KE", "ugandan": "UG", "somali": "SO",
    ]

    /// The family of "dollars", "rupees", "riyals".
    static func family(_ word: String) -> String? {
        if families[word] != nil { return word }
        guard word.hasSuffix("s") else { return nil }
        let single = String(word.dropLast())
        return families[single] == nil ? nil : single
    }
}
