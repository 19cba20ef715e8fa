// SPDX-License-Identifier: Apache-2.0

internal import Language

/// How a language writes "1,234.5".
enum DecimalMarks {
    /// Where a comma stands before the decimals, and a point between groups of three.
    private static let commaLanguages: Set<String> = [
        "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl", "hr", "hu", "hy", "id", "is", "it", "ka",
        "kk", "lt", "lv",
        "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "vi",
    ]

    /// A number as English writes it: "1.200" becomes "1,200" and "4,5" becomes "4.5" where the language has it so. A lone point with other than three digits behind it
    /// is a decimal point anywhere; so is, in Spanish alone, a comma with three no decimal comma, since half of its countries write as English does.
    ///
    /// - Parameters:
    ///   - number: a token that begins with a digit.
    ///   - language: BCP 47 tag; `nil` where it is not known.
    static func asInEnglish(_ number: String, language: String?) -> String {
        guard let tag = language?.prefix(while: { $0 != "-" }), commaLanguages.contains(String(tag)) else { return number }
        let digits = number.prefix { $0.isNumber || $0 == "," || $0 == "." }
        let commas = digits.count { $0 == "," }
        let points = digits.count { $0 == "." }
        guard commas + points > 0 else { return number }
        let behind = digits.reversed().prefix { $0.isNumber }.count
        if commas == 0, points == 1, behind != 3 { return number }
        if commas > 0, points == 0, behind == 3, tag == "es" || commas > 1 { return number }
        if points == 1, commas > 0, let point = digits.lastIndex(of: "."), let comma = digits.lastIndex(of: ","), comma < point {
            return number
        }
        return String(number.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
    }
}
