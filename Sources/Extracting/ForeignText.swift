// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// What may be said of a text that is not in English, by rules that were written for English: what needs no language, and nothing that looks English by chance.
struct ForeignText {
    private let tag: String

    /// `nil` for English, and where the language is not known or hardly sure.
    init?(_ language: LanguageGuess?) {
        guard let language, language.confidence >= 0.8 else { return nil }
        let tag = language.tag
        guard tag != "en", !tag.hasPrefix("en-"), tag != "und" else { return nil }
        self.tag = tag
    }

    /// Without names that begin with a word that begins sentences ("La Organización"), and persons of a single word ("Mai") who have no longer name in the text.
    func kept(_ mentions: [NameMention], in text: TokenizedText) -> [NameMention] {
        var parts: Set<Substring> = []
        for mention in mentions where mention.kind == .person {
            let words = text.text.string(mention.span).split(separator: " ")
            if words.count > 1 { parts.formUnion(words) }
        }
        return mentions.filter { mention in
            let words = text.text.string(mention.span).split(separator: " ")
            guard let first = words.first, words.count > 1 else {
                return mention.kind != .person || words.first.map(parts.contains) ?? false
            }
            return !SentenceOpeners.contains(String(first), language: tag)
        }
    }

    /// Without expressions that have no digit: "may", "mars" and "sat" are words elsewhere.
    func kept(_ times: [TimeExpression], in text: Text) -> [TimeExpression] {
        times.filter { time in text[time.span].contains { $0.isASCIIDigit } }
    }

    var notice: Notice {
        Notice(
            "language-limits",
            "The text is in “\(tag)”: names are found where lists or their form tell them, figures by their digits, quotations by their marks; what needs English rules is left out"
        )
    }
}
