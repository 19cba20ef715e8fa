// SPDX-License-Identifier: Apache-2.0

internal import Language

/// Tells sentences that cannot stand alone by their first word.
enum Openings {
    private static let counts: Set<String> = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "pair", "trio", "latter", "former", "same", "others",
    ]

    /// Whether the sentence opens with a pronoun or a connective, so that only the sentence before says what it is about.
    static func leanBack(_ tokens: Range<Int>, in text: TokenizedText) -> Bool {
        guard let first = tokens.first(where: { text.tokens[$0].kind == .word }) else { return false }
        // "The three neighbourhoods are …": which three, the sentence before says.
        if text.folded(first) == "the", first + 1 < tokens.upperBound, counts.contains(text.folded(first + 1)) { return true }
        switch text.folded(first) {
        case "he", "she", "it", "they", "his", "her", "hers", "its", "their", "theirs", "him", "them", "this", "that", "these",
            "those", "such", "here", "there", "but", "and", "or", "nor", "so", "yet", "however", "therefore", "thus", "hence",
            "moreover", "furthermore", "besides", "also", "then", "instead", "otherwise", "nevertheless", "nonetheless", "still",
            "consequently", "similarly", "likewise", "additionally", "too", "one", "another", "others", "both", "neither",
            "it's", "he's", "she's", "they're", "that's", "i", "we", "you", "my", "our", "your", "i'm", "we're":
            return true
        default:
            return false
        }
    }
}
