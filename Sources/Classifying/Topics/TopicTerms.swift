// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Which of an article's words speak for a topic by the table of terms.
struct TopicTerms {
    private struct Term {
        var word: String
        var amount: Double
    }

    /// By code without `medtop:` (two digits for a top-level topic): its terms with what they say.
    private var terms: [Substring: [Term]] = [:]
    private var said: Set<String> = []

    init(_ text: TokenizedText, _ words: StemmedText, counts: [Double]) {
        var first = [Int](repeating: -1, count: words.stems.count)
        for (token, stem) in words.ofToken.enumerated() where stem >= 0 && first[Int(stem)] < 0 { first[Int(stem)] = token }
        for (number, stem) in words.stems.enumerated() where counts[number] > 0 {
            said.insert(stem.string)
            let word = first[number] < 0 ? stem.string : text.folded(first[number])
            for entry in stem.topics.split(separator: ",") {
                let parts = entry.split(separator: ":")
                guard parts.count == 2, let weight = Double(parts[1]) else { continue }
                terms[parts[0], default: []].append(Term(word: word, amount: weight * counts[number].squareRoot()))
            }
        }
    }

    /// Words of the text for a topic, those that say most first, at most five.
    func words(for code: String) -> [String] {
        let best = (terms[Self.key(code)] ?? []).sorted { ($1.amount, $0.word) < ($0.amount, $1.word) }
        var words: [String] = []
        for term in best where !words.contains(term.word) && words.count < 5 { words.append(term.word) }
        return words
    }

    func count(for code: String) -> Int { terms[Self.key(code)]?.count ?? 0 }

    /// Whether the text says the topic's name; of a long name ("political parties and movements") a third may be missing.
    /// Numbers are no words of the text's, so a name with one ("football 5-a-side") is never said.
    func says(_ name: String, _ stemmer: borrowing Stemmer) -> Bool {
        guard !name.contains(where: \.isNumber) else { return false }
        let parts = Self.contentStems(of: name, stemmer)
        let spoken = parts.count(where: said.contains)
        return !parts.isEmpty && 3 * spoken >= (parts.count > 2 ? 2 : 3) * parts.count
    }

    private static func key(_ code: String) -> Substring {
        let digits = code.dropFirst("medtop:".utf8.count)
        return digits.hasSuffix("000000") ? digits.prefix(2) : digits
    }

    private static func contentStems(of name: String, _ stemmer: borrowing Stemmer) -> [String] {
        var stems: [String] = []
        for word in name.lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init) where !StopWords.contains(word) {
            stems.append(stemmer.stem(of: word))
        }
        return stems
    }
}
