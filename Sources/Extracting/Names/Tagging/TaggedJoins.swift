// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Puts together what the encoder cut in two: "United" "States", "University" of "Mosul", "CCNG", Inc.
struct TaggedJoins {
    let text: NameText

    /// - Parameter names: of one sentence, in its order.
    func joined(_ names: [TaggedName], in sentence: Range<Int>) -> [TaggedName] {
        var result: [TaggedName] = []
        for name in names {
            guard let last = result.last, last.tokens.upperBound <= name.tokens.lowerBound, last.tokens.count < NameRuns.longest else {
                result.append(name)
                continue
            }
            if isOneName(last, name) {
                result[result.count - 1] = TaggedName(
                    tokens: last.tokens.lowerBound..<name.tokens.upperBound,
                    shares: last.confidence >= name.confidence ? last.shares : name.shares)
            } else if isOffice(last, of: name) {
                result[result.count - 1] = TaggedName(tokens: last.tokens.lowerBound..<name.tokens.upperBound, shares: last.shares)
            } else {
                result.append(name)
            }
        }
        return result.map { withEnding($0, in: sentence) }
    }

    /// Two names of one kind with nothing between them, or a hyphen between two parts of a person's name.
    private func isOneName(_ left: TaggedName, _ right: TaggedName) -> Bool {
        guard left.kind == right.kind, !text.breaksBefore(right.tokens.lowerBound) else { return false }
        let first = right.tokens.lowerBound
        if left.tokens.upperBound == first {
            return text.isWord(first - 1) && text.isWord(first)
                || text.isMark(first - 1, ".") && left.kind == .person && text.tokens[first - 2].span.count <= 2
        }
        return left.tokens.upperBound + 1 == first && left.kind == .person && text.isHyphen(first - 1) && !text.tokens[first].afterSpace
            && !text.tokens[first - 1].afterSpace
    }

    /// "Ministry" of "Defence": the head of an organization, "of", and what it is of.
    private func isOffice(_ left: TaggedName, of right: TaggedName) -> Bool {
        let link = left.tokens.upperBound
        guard left.kind == .organization, right.kind != .person, text.traits[link - 1].has(.organizationHead),
            link < right.tokens.lowerBound,
            text.isSmall(link, "of")
        else { return false }
        return link + 1 == right.tokens.lowerBound || link + 2 == right.tokens.lowerBound && text.isSmall(link + 1, "the")
    }

    /// With the legal form, and with the point or mark that belongs to the last word.
    private func withEnding(_ name: TaggedName, in sentence: Range<Int>) -> TaggedName {
        var name = name
        let end = name.tokens.upperBound
        guard name.kind == .organization || name.kind == .person else { return name }
        if end + 1 < sentence.upperBound, text.isMark(end, ","), !text.tokens[end].afterSpace, isEnding(end + 1, of: name.kind) {
            name.tokens = name.tokens.lowerBound..<end + 2
        }
        let next = name.tokens.upperBound
        if next < sentence.upperBound, text.isMark(next, "."), !text.tokens[next].afterSpace, isEnding(next - 1, of: name.kind),
            name.tokens.count > 1
        {
            name.tokens = name.tokens.lowerBound..<next + 1
        }
        return name
    }

    private func isEnding(_ index: Int, of kind: Entity.Kind) -> Bool {
        let word = text.text.string(index)
        return kind == .person
            ? ["Jr", "Sr", "III"].contains(word) : ["Inc", "INC", "Ltd", "LLC", "Corp", "LLP", "Co", "plc"].contains(word)
    }
}
