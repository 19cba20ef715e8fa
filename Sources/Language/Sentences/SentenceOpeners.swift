// SPDX-License-Identifier: Apache-2.0

/// Words that begin sentences and hardly ever a name, as far as they are known in a language.
package enum SentenceOpeners {
    /// - Parameters:
    ///   - word: as written, with its capital.
    ///   - language: BCP 47 tag.
    package static func contains(_ word: String, language: String) -> Bool { Abbreviations.of(language).beginsSentences(word) }
}
