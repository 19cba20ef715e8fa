// SPDX-License-Identifier: Apache-2.0

/// Units behind a number, as UCUM has them, with the category of what they measure.
enum UnitTable {
    typealias Unit = (code: String, category: String)

    private static let rows: [(code: String, category: String, names: String)] = [
        ("%", "percent", "percent percentage % pct"),
        ("km", "distance", "km kms kilometer kilometers kilometre kilometres"), ("[mi_i]", "distance", "mile miles"),
        ("m", "distance", "m meter meters metre metres"), ("[ft_i]", "distance", "feet foot ft"), ("[in_i]", "distance", "inches inch"),
        ("[yd_i]", "distance", "yards yard"), ("cm", "distance", "cm centimeter centimeters centimetre centimetres"),
        ("mm", "distance", "mm millimeter millimeters millimetre millimetres"), ("[nmi_i]", "distance", "nm"),
        ("har", "area", "ha hectare hectares"), ("[acr_us]", "area", "acre acres"), ("km2", "area", "km2 km²"), ("m2", "area", "m2 m²"),
        ("t", "weight", "t tonne tonnes mt"), ("[ston_av]", "weight", "tons ton"),
        ("kg", "weight", "kg kgs kilo kilos kilogram kilograms kilogrammes"),
        ("g", "weight", "gram grams grammes"), ("mg", "weight", "mg milligrams"), ("[lb_av]", "weight", "lb lbs"),
        ("[oz_av]", "weight", "ounce ounces"),
        ("L", "volume", "liter liters litre litres"), ("mL", "volume", "ml millilitres milliliters"), ("m3", "volume", "m3 m³"),
        ("[gal_us]", "volume", "gallon gallons"), ("[bbl_us]", "volume", "barrel barrels"),
        ("Cel", "temperature", "celsius centigrade °c"), ("[degF]", "temperature", "fahrenheit °f"),
        ("[mi_i]/h", "speed", "mph"), ("km/h", "speed", "kph kmh kmph km/h"), ("m/s", "speed", "m/s"), ("[kn_i]", "speed", "knots"),
        ("kW", "power", "kw kilowatt kilowatts"), ("MW", "power", "mw megawatt megawatts"), ("GW", "power", "gw gigawatt gigawatts"),
        ("kW.h", "energy", "kwh"), ("MW.h", "energy", "mwh"), ("GW.h", "energy", "gwh"),
        ("a", "duration", "year years"), ("mo", "duration", "month months"), ("wk", "duration", "week weeks"),
        ("d", "duration", "day days"),
        ("h", "duration", "hour hours"), ("min", "duration", "minute minutes"), ("s", "duration", "second seconds"),
    ]

    private static let table: [String: Unit] = {
        var table: [String: Unit] = [:]
        for row in rows { for name in row.names.split(separator: " ") { table[String(name)] = (row.code, row.category) } }
        return table
    }()

    /// - Parameter name: in lower case, as it stands behind the number.
    static func unit(_ name: String) -> Unit? { table[name] }
}
