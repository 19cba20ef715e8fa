// SPDX-License-Identifier: Apache-2.0

/// How long and how hard to read the article is.
public struct Readability: Hashable, Sendable {
    public var words: Int
    public var sentences: Int
    /// Mean length of a sentence in words.
    public var wordsPerSentence: Double
    /// Time to read it silently, in seconds.
    public var readingSeconds: Int
    /// English alone.
    public var syllables: Int?
    /// Flesch 1948: about 0 (hard) to 100 (easy). English alone.
    public var fleschReadingEase: Double?
    /// Kincaid and others 1975: years of school in the United States. English alone.
    public var fleschKincaidGrade: Double?

    public init(
        words: Int, sentences: Int, wordsPerSentence: Double, readingSeconds: Int, syllables: Int? = nil, fleschReadingEase: Double? = nil,
        fleschKincaidGrade: Double? = nil
    ) {
        self.words = words
        self.sentences = sentences
        self.wordsPerSentence = wordsPerSentence
        self.readingSeconds = readingSeconds
        self.syllables = syllables
        self.fleschReadingEase = fleschReadingEase
        self.fleschKincaidGrade = fleschKincaidGrade
    }
}
