// SPDX-License-Identifier: Apache-2.0

/// Shortened words of one language whose point need not end a sentence, and what else tells a point's meaning there.
struct Abbreviations: Sendable {
    enum Kind {
        /// A name or another word always follows: "Dr.", "Lt.", "vs.", "e.g.".
        case leading
        /// A number follows, unless the sentence ends: "No. 5", "p. 55".
        case numbered
        /// May end a sentence, and then a word that begins sentences follows: "Inc.", "Jan.", "Calif.".
        case either
        /// Ends a sentence wherever a capital follows: "etc."
        case trailing
    }

    private let table: [String: Kind]
    private let starters: Set<String>
    /// Whether "3." is how "third" is written, so that a name may follow: "am 3. Mai".
    let hasPointedOrdinals: Bool
    let isEnglish: Bool

    /// - Parameters:
    ///   - lists: words parted by spaces, spelled as written, without the last point.
    ///   - starters: words that begin sentences and hardly ever a name.
    init(_ lists: [(Kind, String)], starters: String, hasPointedOrdinals: Bool = false, isEnglish: Bool = false) {
        var table: [String: Kind] = [:]
        for (kind, words) in lists { for word in words.split(separator: " ") { table[String(word)] = kind } }
        self.table = table
        self.starters = Set(starters.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
        self.hasPointedOrdinals = hasPointedOrdinals
        self.isEnglish = isEnglish
    }

    /// - Parameter language: BCP 47 tag; English where it is not known.
    static func of(_ language: String?) -> Abbreviations {
        switch language?.prefix(while: { $0 != "-" }) {
        case nil, "en": english
        case "de", "lb": german
        case "fr": french
        case "es", "gl", "ca": spanish
        case "pt": portuguese
        case "it": italian
        case "nl", "af": dutch
        case "ru": russian
        case "pl": polish
        case "sv": swedish
        case "da", "no", "nb", "nn": danish
        case "tr": turkish
        case "id", "ms": indonesian
        case "cs", "sk", "sl", "hr", "bs", "sr", "fi", "et", "hu", "lv", "lt", "is", "eu": ordinals
        default: others
        }
    }

    func kind(of word: String) -> Kind? { table[word] }

    func beginsSentences(_ word: String) -> Bool { starters.contains(word) }
}
