// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Finds how far a run of capitalized words reaches: with the small words, points, hyphens and ampersands inside names.
struct NameRuns {
    let text: NameText
    let sentence: Range<Int>

    /// Names longer than this are none, and the bound keeps the work in proportion to the text.
    static let longest = 14

    /// Whether a name may begin at the token.
    func starts(at index: Int) -> Bool {
        guard text.isWord(index) else { return false }
        if isHandle(index) { return false }
        if text.isCapitalized(index) {
            return !text.traits[index].has(.day) && !(text.traits[index].has(.month) && !isPersonal(index))
                || text.traits[index].has(.startsAlias) && !text.traits[index].has([.day, .month])
        }
        return isArticle(index) && joined(index + 1)
    }

    /// The run from `start`, which may begin a name.
    func end(from start: Int) -> Int {
        var end = start + 1
        if !text.isCapitalized(start) { end = start + 3 }
        var heads = text.traits[start]
        while end < sentence.upperBound, end - start < Self.longest, let next = step(from: end, heads: heads, start: start) {
            for index in end..<next { heads.formUnion(text.traits[index]) }
            end = next
        }
        return end
    }

    private func step(from end: Int, heads: WordTraits, start: Int) -> Int? {
        guard !text.breaksBefore(end) else { return nil }
        if text.isWord(end) { return stepOverWord(end, heads, start) }
        let after = end + 1
        if text.isHyphen(end), !text.tokens[end].afterSpace, after < sentence.upperBound, !text.tokens[after].afterSpace {
            if text.isCapitalized(after) { return after + 1 }
            if text.isWord(after), text.traits[after].has(.particle), after + 2 < sentence.upperBound, text.isHyphen(after + 1),
                text.isCapitalized(after + 2)
            {
                return after + 3
            }
            return nil
        }
        if text.isMark(end, ".") { return stepOverPoint(end) }
        if text.isMark(end, "&"), capitalized(after) { return after + 1 }
        if text.tokens[end].kind == .possessive, capitalized(after), keepsPossessive(before: end, after: after) { return after + 1 }
        if text.isMark(end, ","), after < sentence.upperBound, text.isWord(after), text.isCapitalized(after), isEnding(after) {
            return after + 1
        }
        return nil
    }

    private func stepOverWord(_ index: Int, _ heads: WordTraits, _ start: Int) -> Int? {
        let traits = text.traits[index]
        let after = index + 1
        if text.isCapitalized(index) {
            if traits.has(.day) || traits.has(.month) && !isPersonal(index) { return nil }
            if traits.has(.function), text.tokens[index].casing == .capitalized, !traits.has(.personal) {
                return traits.has(.ordinal) ? after : nil
            }
            return after
        }
        if traits.has(.particle), let next = overParticles(index) { return next }
        if text.isSmall(index, "of"), text.traits[index - 1].has(.title), isOffice(after) { return after + 1 }
        if text.isSmall(index, "of"), heads.has(.heads) {
            var next = after
            if next < sentence.upperBound, text.isSmall(next, "the") { next += 1 }
            return capitalized(next) && !text.traits[next].has(.day) ? next + 1 : nil
        }
        let hasHead = heads.has(.organizationHead)
        if text.isSmall(index, "for") || text.isSmall(index, "on"), hasHead, capitalized(after), !text.traits[after].has([.day]),
            !text.traits[after].has(.month), text.isCapitalized(index - 1)
        {
            return heads.has(.common) || text.isSmall(index, "for")
                ? (text.traits[index - 1].has(.organizationHead) ? after + 1 : nil) : nil
        }
        if text.isSmall(index, "and"), capitalized(after), isMinistry(start, index) { return after + 1 }
        return nil
    }

    /// What a title is of, as "State" in "Secretary of State"; no country.
    private func isOffice(_ index: Int) -> Bool {
        guard capitalized(index) else { return false }
        let traits = text.traits[index]
        return traits.has(.common) && !traits.has(.startsDemonym) && (!traits.has(.startsPlace) || traits.has(.locationHead))
    }

    /// "Ministry of Health and Education": only where the office comes first and "of" follows it.
    private func isMinistry(_ start: Int, _ index: Int) -> Bool {
        for position in start..<index where text.isSmall(position, "of") || text.isSmall(position, "for") {
            let head = position - 1
            guard head >= start else { return false }
            let word = NameFolding.key(text.string(head..<position))
            return ["ministry", "department", "bureau", "office", "committee", "center", "centre", "institute", "school", "college"]
                .contains(word)
        }
        return false
    }

    private func overParticles(_ index: Int) -> Int? {
        var next = index
        var steps = 0
        while next < sentence.upperBound, steps < 3, text.isWord(next), !text.isCapitalized(next), text.traits[next].has(.particle) {
            next += 1
            steps += 1
            if next < sentence.upperBound, text.isHyphen(next), !text.tokens[next].afterSpace { next += 1 }
        }
        guard next < sentence.upperBound, capitalized(next), !text.breaksBefore(next) else { return nil }
        return next + 1
    }

    /// "CCNG, Inc.", "Sammy Davis, Jr."
    private func isEnding(_ index: Int) -> Bool {
        ["Inc", "INC", "Ltd", "LLC", "Corp", "LLP", "Jr", "Sr", "Co"].contains(text.text.string(index))
    }

    private func stepOverPoint(_ index: Int) -> Int? {
        guard !text.tokens[index].afterSpace else { return nil }
        let last = index - 1
        let traits = text.traits[last]
        let after = index + 1
        if text.isInitial(last) { return capitalized(after) && !text.breaksBefore(after) ? after + 1 : nil }
        let word = NameFolding.key(text.string(last..<index))
        if ["inc", "corp", "co", "ltd", "bros", "jr", "sr"].contains(word) { return after }
        guard text.tokens[last].span.count <= 5,
            traits.has(.title) && !traits.has(.common) || ["st", "ste", "mt", "ft", "no"].contains(word)
                || ["gen", "rep", "rev"].contains(word)
        else {
            return nil
        }
        return capitalized(after) && !text.breaksBefore(after) ? after + 1 : nil
    }

    /// "King's College" is one name, "Iraq's Parliament" is two.
    private func keepsPossessive(before end: Int, after: Int) -> Bool {
        let head = text.traits[after]
        let owner = text.traits[end - 1]
        return head.has([.organizationHead]) || head.has(.facilityHead)
            ? !owner.has(.startsPlace) || owner.has(.title) || (end >= 2 && text.isMark(end - 2, "."))
            : false
    }

    private func capitalized(_ index: Int) -> Bool { index < sentence.upperBound && text.isCapitalized(index) }

    private func isPersonal(_ index: Int) -> Bool {
        text.traits[index].has(.personal) && index + 1 < sentence.upperBound && text.isCapitalized(index + 1)
            && text.traits[index + 1].has(.surname)
    }

    /// The Arabic article before a hyphen, in its assimilated forms too.
    private func isArticle(_ index: Int) -> Bool {
        let length = text.tokens[index].span.count
        guard length == 2 || length == 3 else { return false }
        return ["al", "el", "an", "as", "ash", "at", "ar", "ad", "az", "ul"].contains(text.text.string(index))
    }

    private func joined(_ index: Int) -> Bool {
        index + 1 < sentence.upperBound && text.isHyphen(index) && !text.tokens[index].afterSpace && !text.tokens[index + 1].afterSpace
            && text.isCapitalized(index + 1)
    }

    /// "@name", "#tag", parts of an address.
    private func isHandle(_ index: Int) -> Bool {
        guard index > sentence.lowerBound, !text.tokens[index].afterSpace else { return false }
        return text.isMark(index - 1, "@") || text.isMark(index - 1, "#") || text.isMark(index - 1, "/") || text.isMark(index - 1, "_")
            || text.isMark(index - 1, "=")
    }
}
