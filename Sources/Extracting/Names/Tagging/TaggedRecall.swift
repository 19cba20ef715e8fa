// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Finds names again that the encoder saw in one place of an article and passed over in another.
struct TaggedRecall {
    private let text: NameText
    /// By the folded first word, the names that begin with it: how many tokens, the rest as written, what speaks for them.
    private var known: [String: [(name: String, count: Int, shares: NameScores)]] = [:]

    /// More names than this with one first word are not told apart.
    private static let most = 8

    init(_ names: [TaggedName], in text: NameText) {
        self.text = text
        var seen: Set<String> = []
        for name in names where name.confidence >= 0.85 {
            guard isSure(name.tokens) else { continue }
            add(name.tokens, name.shares, &seen)
            if name.kind == .organization { addInitials(of: name, &seen) }
            if name.kind == .person, name.tokens.count > 1 {
                let last = (name.tokens.upperBound - 1)..<name.tokens.upperBound
                if text.isWord(last.lowerBound), isSure(last) { add(last, name.shares, &seen) }
            }
        }
    }

    /// Names in a stretch of tokens that no name covers yet.
    func names(in range: Range<Int>) -> [TaggedName] {
        var found: [TaggedName] = []
        var position = range.lowerBound
        while position < range.upperBound {
            guard text.isWord(position), text.isCapitalized(position), let match = match(at: position, within: range) else {
                position += 1
                continue
            }
            found.append(match)
            position = match.tokens.upperBound
        }
        return found
    }

    private func match(at position: Int, within range: Range<Int>) -> TaggedName? {
        guard let candidates = known[text.text.string(position)] else { return nil }
        // A part of a longer run of capitals is another name, or the encoder saw why not.
        let isAfterCapital =
            position > range.lowerBound && text.isWord(position - 1) && text.isCapitalized(position - 1) && !text.breaksBefore(position)
            && !text.traits[position - 1].has(.title) && !text.traits[position - 1].has(.function)
        if isAfterCapital { return nil }
        let best = candidates.filter { candidate in
            let end = position + candidate.count
            guard end <= range.upperBound, text.string(position..<end) == candidate.name else { return false }
            return end == range.upperBound || !text.isWord(end) || !text.isCapitalized(end) || text.breaksBefore(end)
        }.max { $0.count < $1.count }
        guard let best else { return nil }
        return TaggedName(tokens: position..<position + best.count, shares: best.shares)
    }

    /// Whether the capital tells: no word of the language, or not one word alone.
    private func isSure(_ range: Range<Int>) -> Bool {
        guard range.count <= NameRuns.longest, text.isWord(range.lowerBound), text.isCapitalized(range.lowerBound) else { return false }
        if range.count > 1 { return true }
        let traits = text.traits[range.lowerBound]
        return text.tokens[range.lowerBound].span.count > 1 && !traits.has(.common) && !traits.has(.function) && !traits.has(.title)
            && !traits.has(.month) && !traits.has(.day) && !traits.has(.startsDemonym)
    }

    /// "HF" where "Harrow Front" is known.
    private mutating func addInitials(of name: TaggedName, _ seen: inout Set<String>) {
        var initials = ""
        for index in name.tokens where text.isWord(index) && text.isCapitalized(index) {
            initials.unicodeScalars.append(contentsOf: text.text.string(index).unicodeScalars.prefix(1))
        }
        guard name.tokens.count > 1, initials.utf8.count > 1, known[initials, default: []].count < Self.most,
            seen.insert(initials).inserted
        else { return }
        known[initials, default: []].append((initials, 1, name.shares))
    }

    private mutating func add(_ range: Range<Int>, _ shares: NameScores, _ seen: inout Set<String>) {
        let name = text.string(range)
        let first = text.text.string(range.lowerBound)
        guard known[first, default: []].count < Self.most, seen.insert(name).inserted else { return }
        known[first, default: []].append((name, range.count, shares))
    }
}
