// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Weighs the language that a file declares against the one its text looks like.
enum LanguagePrior {
    /// Below this many bytes a guess is worth less than a declaration.
    private static let shortText = 200

    /// Languages that are so near to each other that a declaration tells them apart better than letters do.
    private static let near: [Set<String>] = [
        ["no", "nb", "nn", "da"], ["hr", "sr", "bs", "sh", "sr-Latn"], ["id", "ms"], ["pt", "gl"], ["cs", "sk"], ["zh", "zh-Hant"],
        ["es", "gl"], ["fa", "prs", "ps"], ["uk", "ru", "be"], ["af", "nl"],
    ]

    /// - Returns: what is to be said of the text; `nil` leaves the declaration as it stands.
    static func judge(_ guess: LanguageGuess?, declared: LanguageGuess?, characters: Int) -> LanguageGuess? {
        guard let guess, let declared, guess.primary != declared.primary else { return guess }
        let isNear = near.contains { $0.contains(guess.primary) && $0.contains(declared.primary) }
        return characters < shortText || isNear ? nil : guess
    }
}
