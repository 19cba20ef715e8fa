// SPDX-License-Identifier: Apache-2.0

/// English words that say nothing about what a text is about.
package enum StopWords {
    private static let table = Lexicon("stopwords")

    /// - Parameter word: lower case, with a straight apostrophe.
    package static func contains(_ word: String) -> Bool { table.contains(word) }
}
