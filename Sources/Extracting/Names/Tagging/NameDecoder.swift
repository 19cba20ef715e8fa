// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Encoding

/// The likeliest names of a sentence by what the encoder says of its words (constrained Viterbi: no name goes on that has not begun).
struct NameDecoder {
    struct Name {
        /// Indexes into the encoder's words.
        var words: Range<Int>
        /// The mean probability of each kind over the words.
        var shares: NameScores
    }

    private let tags: NameTags
    private let logits: [Float]
    private let width: Int

    init(_ tags: NameTags, logits: [Float]) {
        self.tags = tags
        self.logits = logits
        width = tags.tags.count
    }

    /// The names among the words of one sentence. Work in proportion to the words.
    func names(in words: Range<Int>) -> [Name] {
        guard !words.isEmpty else { return [] }
        let labels = path(words)
        var names: [Name] = []
        var position = words.lowerBound
        while position < words.upperBound {
            guard case .first = tags.tags[labels[position - words.lowerBound]] else {
                position += 1
                continue
            }
            var end = position + 1
            while end < words.upperBound, tags.firsts[labels[end - words.lowerBound]] != nil { end += 1 }
            names.append(Name(words: position..<end, shares: shares(position..<end)))
            position = end
        }
        return names
    }

    private func path(_ words: Range<Int>) -> [Int] {
        var scores = [Float](repeating: 0, count: width)
        var before = [Int](repeating: 0, count: words.count * width)
        for (row, word) in words.enumerated() {
            let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
            var next = [Float](repeating: 0, count: width)
            for label in 0..<width {
                let own = logits[word * width + label]
                guard let first = tags.firsts[label] else {
                    before[row * width + label] = best
                    next[label] = scores[best] + own
                    continue
                }
                let from = scores[label] > scores[first] ? label : first
                before[row * width + label] = from
                next[label] = row == 0 ? -1e9 : scores[from] + own
            }
            // Only differences count, and small numbers stay exact in long sentences.
            let top = next.max() ?? 0
            scores = next.map { $0 - top }
        }
        var label = scores.indices.max { scores[$0] < scores[$1] } ?? 0
        var labels = [Int](repeating: 0, count: words.count)
        for row in stride(from: words.count - 1, through: 0, by: -1) {
            labels[row] = label
            label = before[row * width + label]
        }
        return labels
    }

    private func shares(_ words: Range<Int>) -> NameScores {
        var shares = NameScores()
        for word in words {
            let row = logits[(word * width)..<(word * width + width)]
            let top = row.max() ?? 0
            let powers = row.map { Exponential.of($0 - top) }
            let sum = powers.reduce(0, +) * Float(words.count)
            for (tag, power) in zip(tags.tags, powers) {
                switch tag {
                case .outside: continue
                case .first(let kind), .further(let kind): shares[kind] += power / sum
                }
            }
        }
        return shares
    }
}

/// The exponential function for numbers up to 0, the same on every machine; `Swift` alone has none.
enum Exponential {
    static func of(_ number: Float) -> Float {
        guard number > -20 else { return 0 }
        // e^x = (e^(x/32))^32, the inner one by its series: a relative error below 1e-5.
        let part = number / 32
        var result = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)))
        for _ in 0..<5 { result *= result }
        return result
    }
}
