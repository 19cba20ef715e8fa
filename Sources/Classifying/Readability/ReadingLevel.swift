// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Measures length and difficulty: Flesch's reading ease (1948) and the grade of Kincaid, Fishburne, Rogers and Chissom (1975).
///
/// The speed of reading is the mean of silent reading of English non-fiction, 238 words a minute (Brysbaert 2019); elsewhere the mean of
/// seventeen languages, 184 (Trauzettel-Klosinski and Dietz 2012). Scripts without spaces between words have no words to count.
struct ReadingLevel {
    private static let unspaced: Set<Substring> = ["zh", "ja", "th", "lo", "km", "my"]

    let text: TokenizedText
    let language: String?

    /// `nil` where there are no words.
    func readability() -> Readability? {
        let tag = (language ?? "en").prefix { $0 != "-" }
        guard !Self.unspaced.contains(tag) else { return nil }
        let isEnglish = tag == "en" || tag == "und"
        var (words, syllables, sentences) = (0, 0, 0)
        for sentence in text.sentences {
            let before = words
            for token in sentence.tokens where isWord(token) {
                if !continues(token) { words += 1 }
                if isEnglish { syllables += self.syllables(token) }
            }
            if words > before { sentences += 1 }
        }
        guard words > 0, sentences > 0 else { return nil }
        let length = Double(words) / Double(sentences)
        let minutes = Double(words) / (isEnglish ? 238 : 184)
        var result = Readability(
            words: words, sentences: sentences, wordsPerSentence: rounded(length), readingSeconds: max(Int((minutes * 60).rounded()), 1))
        guard isEnglish else { return result }
        let weight = Double(syllables) / Double(words)
        result.syllables = syllables
        result.fleschReadingEase = rounded(206.835 - 1.015 * length - 84.6 * weight)
        result.fleschKincaidGrade = rounded(0.39 * length + 11.8 * weight - 15.59)
        return result
    }

    private func isWord(_ token: Int) -> Bool { text.tokens[token].kind == .word || text.tokens[token].kind == .number }

    /// "known" of "well-known": one word with what stands before it.
    private func continues(_ token: Int) -> Bool {
        guard token > 1, !text.tokens[token].afterSpace, !text.tokens[token - 1].afterSpace, isWord(token - 2) else { return false }
        return text.text.equals(text.tokens[token - 1].span, "-")
    }

    /// Initials are said letter by letter; a number counts once, as the usual tools count it.
    private func syllables(_ token: Int) -> Int {
        guard text.tokens[token].kind == .word else { return 1 }
        let letters = text.folded(token).utf8
        return text.tokens[token].casing == .upper && letters.count < 5 ? letters.count { $0 != 0x2E } : SyllableCounter.count(letters)
    }

    private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
