// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Mends the edges of names as the encoder gives them: what every reader agrees to be no part of the name comes off.
struct TaggedSpans {
    let text: NameText

    /// One name, several where a line ends within it, or none.
    func mended(_ name: TaggedName, in sentence: Range<Int>) -> [TaggedName] {
        var pieces: [TaggedName] = []
        var start = name.tokens.lowerBound
        for index in name.tokens where index > start && text.breaksBefore(index) {
            pieces.append(TaggedName(tokens: start..<index, shares: name.shares))
            start = index
        }
        pieces.append(TaggedName(tokens: start..<name.tokens.upperBound, shares: name.shares))
        return pieces.compactMap { piece in trimmed(piece, in: sentence) }
    }

    private func trimmed(_ name: TaggedName, in sentence: Range<Int>) -> TaggedName? {
        var start = name.tokens.lowerBound
        var end = name.tokens.upperBound
        while start < end, isOpeningEdge(start) || isArticle(start), end - start > 1 || !isNameable(start) { start += 1 }
        while end > start, isClosingEdge(end - 1, from: start) { end -= 1 }
        if name.kind == .person { start = behindTitle(start, end) }
        // "western Mosul": where in the place, written small.
        if name.kind == .location, start < end, text.traits[start].has(.direction), !text.isCapitalized(start) { start += 1 }
        guard start < end, (start..<end).contains(where: isNameable), !isHandle(start, end, in: sentence) else { return nil }
        return TaggedName(tokens: start..<end, shares: name.shares)
    }

    /// "@name", parts of file names and of addresses.
    private func isHandle(_ start: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
        func isJoint(_ index: Int) -> Bool { text.isMark(index, "@") || text.isMark(index, "_") || text.isMark(index, "=") }
        return start > sentence.lowerBound && !text.tokens[start].afterSpace && isJoint(start - 1)
            || end < sentence.upperBound && !text.tokens[end].afterSpace && isJoint(end)
    }

    private func isNameable(_ index: Int) -> Bool { text.isWord(index) || text.tokens[index].kind == .number }

    private func isArticle(_ index: Int) -> Bool {
        text.isSmall(index, "the") || text.isSmall(index, "The") || text.isSmall(index, "THE") || text.isSmall(index, "a")
            || text.isSmall(index, "an")
    }

    private func isOpeningEdge(_ index: Int) -> Bool {
        text.tokens[index].kind == .punctuation || text.tokens[index].kind == .symbol || text.tokens[index].kind == .possessive
            || text.isSmall(index, "of") || text.isSmall(index, "and") || text.isSmall(index, "for")
    }

    private func isClosingEdge(_ index: Int, from start: Int) -> Bool {
        let token = text.tokens[index]
        if token.kind == .possessive { return true }
        if text.isSmall(index, "of") || text.isSmall(index, "and") || text.isSmall(index, "the") { return true }
        guard token.kind == .punctuation || token.kind == .symbol else { return false }
        // "U.S.", "Inc.", "Jr.", "J. R.": the point belongs to what it shortens.
        if text.isMark(index, "."), index > start, !token.afterSpace, text.tokens[index - 1].span.count <= 4 {
            return
                !(text.isInitial(index - 1) && index - 2 > start && text.isMark(index - 2, ".")
                || ["inc", "corp", "co", "ltd", "jr", "sr", "bros", "cos", "st", "no"].contains(text.key(index - 1..<index)))
        }
        // "Yahoo!" keeps its mark as it keeps a bracket that opens within it.
        if text.isMark(index, "!") || text.isMark(index, "+") { return false }
        if text.isMark(index, ")") { return !(start..<index).contains { text.isMark($0, "(") } }
        return true
    }

    /// "Brig. Gen. Yahya Rasool" and "General Tomas Reyhold" begin at the first name; "Dean Smith" is a name as it stands.
    private func behindTitle(_ start: Int, _ end: Int) -> Int {
        var position = start
        while position + 1 < end, text.isWord(position), text.isCapitalized(position),
            !text.traits[position].has(.given) || end - position > 2 && text.traits[position + 1].has(.given),
            text.traits[position].has(.title) || text.traits[position].has(.titlePrefix) && text.traits[position + 1].has(.title)
        {
            var next = position + 1
            if next < end, text.isMark(next, ".") { next += 1 }
            guard next < end, text.isWord(next), text.isCapitalized(next) else { break }
            position = next
        }
        return position
    }
}
