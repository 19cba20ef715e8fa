// SPDX-License-Identifier: Apache-2.0

internal import Language

/// Words of praise and blame (own list, `Sources/CLexicons/tables/tone_words.tsv`): what is said of somebody, not what happens to them.
struct ToneWords {
    enum Kind: Substring {
        /// "corrupt", "hero": says something of what it stands with.
        case quality = "q"
        /// "praised", "blamed": says something of its object.
        case judgement = "j"
        /// "lied", "excelled": says something of its subject.
        case conduct = "c"
    }

    private static let table = Lexicon("tone_words")

    /// - Parameter word: lower case.
    /// - Returns: kind and value, from -1 to 1.
    static func meaning(of word: String) -> (kind: Kind, value: Double)? {
        guard let fields = table.fields(of: word), fields.count == 2, let kind = Kind(rawValue: fields[0]), let value = Double(fields[1])
        else { return nil }
        return (kind, value)
    }

    static func isNegation(_ word: String) -> Bool {
        switch word {
        case "not", "never", "no", "nor", "hardly", "neither", "without", "nothing", "denied", "denies", "cannot": true
        default: word.hasSuffix("n't")
        }
    }

    /// What the value is multiplied by.
    static func degree(_ word: String) -> Double {
        switch word {
        case "very", "deeply", "utterly", "truly", "extremely", "completely", "totally", "most", "hugely", "remarkably", "really": 1.25
        case "somewhat", "slightly", "rather", "fairly", "partly", "mildly": 0.7
        default: 1
        }
    }
}
