// SPDX-License-Identifier: Apache-2.0

/// Units of UCUM (ucum.org) in words and signs that readers know: `mo` is months, `Cel` °C. What is not listed stands as it is.
enum UnitWording {
    /// With words for one and for more; signs are alike for both.
    private static let words: [String: (one: String, many: String)] = [
        "a": ("year", "years"), "mo": ("month", "months"), "wk": ("week", "weeks"), "d": ("day", "days"),
        "h": ("hour", "hours"), "min": ("minute", "minutes"), "s": ("second", "seconds"),
        "[mi_i]": ("mile", "miles"), "[ft_i]": ("foot", "feet"), "[in_i]": ("inch", "inches"), "[yd_i]": ("yard", "yards"),
        "[nmi_i]": ("nautical mile", "nautical miles"), "[mi_i]/h": ("mph", "mph"), "[kn_i]": ("knot", "knots"),
        "har": ("hectare", "hectares"), "[acr_us]": ("acre", "acres"), "km2": ("km²", "km²"), "m2": ("m²", "m²"), "m3": ("m³", "m³"),
        "t": ("tonne", "tonnes"), "[ston_av]": ("ton", "tons"), "[lb_av]": ("lb", "lb"), "[oz_av]": ("ounce", "ounces"),
        "L": ("litre", "litres"), "mL": ("ml", "ml"), "[gal_us]": ("gallon", "gallons"), "[bbl_us]": ("barrel", "barrels"),
        "Cel": ("°C", "°C"), "[degF]": ("°F", "°F"), "kW.h": ("kWh", "kWh"), "MW.h": ("MWh", "MWh"), "GW.h": ("GWh", "GWh"),
        "/10*2": ("per 100", "per 100"), "/10*3": ("per 1,000", "per 1,000"), "/10*4": ("per 10,000", "per 10,000"),
        "/10*5": ("per 100,000", "per 100,000"), "/10*6": ("per million", "per million"),
    ]

    private static let shares: [(value: Double, words: String)] = [
        (0.5, "a half"), (1.0 / 3, "a third"), (2.0 / 3, "two thirds"), (0.25, "a quarter"), (0.75, "three quarters"), (0.2, "a fifth"),
        (0.1, "a tenth"),
    ]

    /// What stands behind the number; `nil` for UCUM's `1`, a number without a unit.
    static func unit(_ code: String, isOne: Bool) -> String? {
        guard code != "1" else { return nil }
        guard let words = words[code] else { return code }
        return isOne ? words.one : words.many
    }

    /// A share of a whole, kept to four places (0.3333), as it is said.
    static func share(_ value: Double) -> String? { shares.first { abs($0.value - value) < 0.00006 }?.words }
}
