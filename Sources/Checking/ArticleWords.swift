// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Extracting
internal import Language

/// The words and numbers of a text under their folded forms, for looking up single words and runs of them; marks do not count.
struct ArticleWords {
    /// Places of a word that are looked at for a run; keeps a text of one word repeated from costing its square.
    private static let placeLimit = 4_096

    let text: TokenizedText
    /// Folded words and numbers in order.
    let keys: [String]
    /// Of each key its token.
    let tokens: [Int]
    private var places: [String: [Int]] = [:]
    /// Words of headline, byline and the like, which a model may have read too.
    private var beside: Set<String> = []

    init(_ text: TokenizedText, beside strings: [String] = []) {
        self.text = text
        var keys: [String] = []
        var tokens: [Int] = []
        for (index, token) in text.tokens.enumerated() where token.kind == .word || token.kind == .number {
            keys.append(Self.key(text.string(index)))
            tokens.append(index)
        }
        self.keys = keys
        self.tokens = tokens
        for (index, key) in keys.enumerated() { places[key, default: []].append(index) }
        for string in strings {
            let own = TokenizedText(Text(string), sentences: nil, paragraphs: nil)
            for (index, token) in own.tokens.enumerated() where token.kind == .word || token.kind == .number {
                beside.insert(Self.key(own.string(index)))
            }
        }
    }

    /// Without case, accents and the points of an abbreviation.
    static func key(_ word: String) -> String { NameFolding.key(word).filter { $0 != "." && $0 != "," && $0 != "'" } }

    /// Whether the word is there, or its singular or plural.
    func has(_ key: String) -> Bool {
        if hasExactly(key) || hasExactly(key + "s") { return true }
        return key.count > 3 && key.hasSuffix("s") && hasExactly(String(key.dropLast()))
    }

    func hasExactly(_ key: String) -> Bool { places[key] != nil || beside.contains(key) }

    /// Where the words stand one behind the other: indexes into `keys`.
    func runs(of words: [String]) -> [Range<Int>] {
        guard let first = words.first, let starts = places[first] else { return [] }
        return starts.prefix(Self.placeLimit).compactMap { start in
            let end = start + words.count
            return end <= keys.count && keys[start..<end].elementsEqual(words) ? start..<end : nil
        }
    }

    /// The keys that lie in the span, as indexes.
    func range(in span: TextSpan) -> Range<Int> {
        let low = tokens.partition { text.tokens[$0].span.start < span.start }
        let high = tokens.partition { text.tokens[$0].span.start < span.end }
        return low..<high
    }

    func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(text.tokens[tokens[range.lowerBound]].span.start, text.tokens[tokens[range.upperBound - 1]].span.end)
    }
}

extension [Int] {
    /// How many elements at the front fulfil what is true of a front part alone.
    fileprivate func partition(_ isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
