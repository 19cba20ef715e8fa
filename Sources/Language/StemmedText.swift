// SPDX-License-Identifier: Apache-2.0

/// The content words of a text as numbered stems, each with its rarity: what topics, keywords and summaries count.
package struct StemmedText: Sendable {
    package struct Stem: Sendable {
        package var string: String
        /// 0.02…1: how rare the stem is in English. What the table does not know is mostly names.
        package var rarity: Double
        /// "16:99,11:42,20000062:34" from the table of topic terms; empty where it has none.
        package var topics: Substring
    }

    private static let table = Lexicon("topicterms")
    private static let rarityOfUnknown = 0.8

    /// In the order of their first occurrence.
    package private(set) var stems: [Stem] = []
    /// For each token its index into `stems`; -1 for stop words, numbers and marks.
    package private(set) var ofToken: [Int32] = []

    /// `nil` where it is English or not known.
    private let foreign: String?
    private let profiles: LanguageProfiles?
    private var ids: [String: Int32] = [:]
    private var idsOfWords: [String: Int32] = [:]

    /// - Parameter language: BCP 47 tag. In another language than English a stem is the whole word, and its commonest words are the stop words.
    /// - Throws: `CancellationError` where the task was cancelled.
    package init(_ text: TokenizedText, language: String? = nil) throws(CancellationError) {
        foreign = language.flatMap { $0 == "en" || $0.hasPrefix("en-") || $0 == "und" ? nil : $0 }
        profiles = foreign == nil ? nil : LanguageProfiles()
        try append(text)
    }

    /// Counts a further text (the headline) with the same numbers.
    ///
    /// - Returns: the stems of its tokens, as `ofToken` has them.
    package mutating func appending(_ text: TokenizedText) throws(CancellationError) -> ArraySlice<Int32> {
        let first = ofToken.count
        try append(text)
        defer { ofToken.removeSubrange(first...) }
        return ArraySlice(Array(ofToken[first...]))
    }

    private mutating func append(_ text: TokenizedText) throws(CancellationError) {
        let stemmer = Stemmer()
        ofToken.reserveCapacity(ofToken.count + text.tokens.count)
        for index in text.tokens.indices {
            if index & 0xFFF == 0, Task.isCancelled { throw CancellationError() }
            guard text.tokens[index].kind == .word else {
                ofToken.append(-1)
                continue
            }
            let word = text.folded(index)
            if let known = idsOfWords[word] {
                ofToken.append(known)
                continue
            }
            let id = number(of: word, stemmer)
            idsOfWords[word] = id
            ofToken.append(id)
        }
    }

    private mutating func number(of word: String, _ stemmer: borrowing Stemmer) -> Int32 {
        guard word.utf8.count > 1, !isStopWord(word) else { return -1 }
        let stem = foreign == nil ? stemmer.stem(of: word) : word
        if let id = ids[stem] { return id }
        let fields = foreign == nil ? Self.table.fields(of: stem) ?? [] : []
        let rarity = fields.first.flatMap { Double($0) }.map { max($0 / 99, 0.02) }
        let id = Int32(truncatingIfNeeded: stems.count)
        stems.append(Stem(string: stem, rarity: rarity ?? Self.rarityOfUnknown, topics: fields.count > 1 ? fields[1] : ""))
        ids[stem] = id
        return id
    }

    private func isStopWord(_ word: String) -> Bool {
        guard let foreign, let profiles else { return StopWords.contains(word) }
        return profiles.isCommon(word, in: foreign)
    }
}
