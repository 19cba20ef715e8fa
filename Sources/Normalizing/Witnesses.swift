// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Common words of languages that a neighbour's profile nearly explains, and that the neighbour does not have.
enum Witnesses {
    /// Whether two of the words stand in the text, or one in a text of few words. Languages that nobody lists need none.
    static func speak(for tag: String, in text: Text) -> Bool {
        guard let words = table[tag] else { return true }
        var found = 0
        var count = 0
        for token in Tokenizer.tokens(of: text) where token.kind == .word {
            count += 1
            if words.contains(TokenizedText.folded(text.string(token.span))) { found += 1 }
        }
        return found > 1 || found == 1 && count < 30
    }

    private static let table: [String: Set<String>] = [
        "gl": [
            "unha", "non", "máis", "tamén", "súa", "cando", "xa", "moi", "ata", "hai", "pola", "dun", "dunha", "nunha",
            "nun", "onte",
            "hoxe", "dende", "deste", "xente", "goberno", "cos",
        ],
        "nn": [
            "ikkje", "eit", "ein", "eg", "dei", "frå", "blei", "vart", "noko", "korleis", "kva", "kven", "meir", "berre", "sjølv", "òg",
            "vere",
            "mykje", "nokre", "fleire", "saman", "heile", "seier", "kjem",
        ],
        "az": ["və", "ilə", "üçün", "edir", "olub", "də"],
        "af": [
            "nie", "’n", "'n", "het", "hulle", "baie", "ook", "maar", "vir", "wat", "sy", "ons", "word", "sal", "hierdie", "deur", "gesê",
            "is",
        ],
        "oc": ["lo", "los", "dins", "amb", "mai", "aqueste", "aquesta", "es", "son", "per", "pas", "que", "una"],
        "lb": ["déi", "dat", "net", "och", "ass", "vun", "an", "mat", "sech", "fir", "hunn", "gëtt", "eng", "huet"],
        "bs": ["je", "su", "u", "da", "se", "na", "će", "koji", "što", "nije"],
        "sr": [
            "je", "su", "u", "da", "se", "na", "će", "koji", "što", "nije", "је", "су", "у", "да", "се", "на", "ће", "који", "што", "није",
        ],
        "be": ["і", "ў", "што", "яго", "гэта", "быў", "была", "для", "з", "не", "якія", "які", "на"],
        "gn": ["ha", "pe", "upe", "ko", "ndive", "hína"], "la": ["et", "in", "est", "ad", "cum", "non", "quod", "sunt", "ut"],
        "st": ["le", "ba", "ho", "ka", "ya", "ke", "la", "hore", "tsa"], "sco": ["o", "wis", "an", "frae", "tae", "hae"],
        "eo": ["la", "kaj", "estas", "de", "en", "ne", "kiu", "al"], "ia": ["le", "e", "es", "un", "que", "del", "non"],
        "ie": ["li", "e", "es", "un"], "co": ["di", "chì", "hè", "u", "è", "sò"],
        "ht": ["yo", "nan", "ki", "pou", "ak", "sou", "gen", "te", "yon"],
        "gv": ["ta", "yn", "as", "ny"], "vo": ["e", "ed", "binom"],
    ]
}
