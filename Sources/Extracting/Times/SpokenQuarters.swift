// SPDX-License-Identifier: Apache-2.0

/// Where a text speaks of which quarter: "a year earlier" in a report on a third quarter is the third quarter of the year before.
struct SpokenQuarters {
    private struct Mention {
        var index: Int
        /// `nil` where a longer period takes the quarter's place: "for the nine months".
        var quarter: Int?
    }

    private let mentions: [Mention]

    /// One pass over the tokens in lower case.
    init(_ words: [String]) {
        var mentions: [Mention] = []
        for index in words.indices {
            switch words[index] {
            case "quarter", "period":
                guard index > 0 else { continue }
                var ordinal = index - 1
                if ordinal > 0, words[ordinal] == "-" || words[ordinal] == "fiscal" { ordinal -= 1 }
                if let quarter = TimeWords.ordinals[words[ordinal]], quarter <= 4 {
                    mentions.append(Mention(index: index, quarter: quarter))
                }
            case "months":
                if index > 0, ["six", "nine", "6", "9", "12"].contains(words[index - 1]) {
                    mentions.append(Mention(index: index, quarter: nil))
                }
            default:
                if let quarter = Self.short(words[index]) { mentions.append(Mention(index: index, quarter: quarter)) }
            }
        }
        self.mentions = mentions
    }

    /// The quarter last spoken of before the token, at most so many tokens away.
    func last(before index: Int, within distance: Int = 120) -> Int? {
        guard let mention = mentions[..<position(index)].last, index - mention.index <= distance else { return nil }
        return mention.quarter
    }

    /// The quarter last spoken of anywhere before the token.
    func lastNamed(before index: Int) -> Int? {
        let end = position(index)
        // Few periods stand between two quarters; the bound keeps the whole linear.
        return mentions[max(0, end - 8)..<end].last { $0.quarter != nil }?.quarter
    }

    /// "q3"
    static func short(_ word: String) -> Int? {
        let bytes = word.utf8
        guard bytes.count == 2, bytes.first == UInt8(ascii: "q"), let digit = bytes.last, (0x31...0x34).contains(digit) else { return nil }
        return Int(digit) - 0x30
    }

    private func position(_ index: Int) -> Int {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].index < index { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
