// SPDX-License-Identifier: Apache-2.0

/// Finds the subject of a verb: the phrase before it, that before an insertion or a relative pronoun, or the one that it shares.
struct SubjectReader {
    let text: EventText
    let reader: ParticipantReader

    /// - Parameter isGerund: "…, killing Y" has no subject of its own.
    func subject(before start: Int, _ tokens: Range<Int>, shared: Participant?, isGerund: Bool = false, takesAny: Bool) -> Participant? {
        var index = start - 1
        let floor = tokens.lowerBound
        if isGerund {
            let isJoined = [",", "and", "by", "while", "before", "after"].contains(text.word(index))
            return isJoined ? shared ?? opening(tokens, before: index) : nil
        }
        // "on Monday", "last week"
        while index >= floor, text.isTime(index) {
            index -= 1
            if index >= floor, !text.isTime(index), ["on", "in", "at", "early", "late", "since", "of"].contains(text.word(index)) {
                index -= 1
            }
        }
        guard index >= floor else { return nil }
        if EventGrammar.relatives.contains(text.word(index)) {
            index -= 1
            if text.word(index) == "," { index -= 1 }
            return index >= floor ? reader.phrase(endingAt: index, floor: floor) : nil
        }
        switch text.word(index) {
        case ",":
            if let comma = (max(floor, index - 16)..<index).last(where: { text.word($0) == "," }), comma > floor,
                let found = reader.phrase(endingAt: comma - 1, floor: floor), found.isActor || takesAny
            {
                return found
            }
            return shared ?? opening(tokens, before: index)
        case "and", "then", "or", "but":
            return shared ?? opening(tokens, before: index)
        default:
            return reader.phrase(endingAt: index, floor: floor)
        }
    }

    /// The phrase that the clause begins with: "Gunmen stormed the village and …".
    private func opening(_ tokens: Range<Int>, before index: Int) -> Participant? {
        var start = index
        while start > tokens.lowerBound, index - start < 40,
            !["that", ";", ":", "“", "when", "while", "after"].contains(text.word(start - 1))
        { start -= 1 }
        guard index - start < 40, let found = reader.phrase(from: start, limit: index), found.isActor || found.noun?.isWeapon == true else {
            return nil
        }
        return found
    }

    func coordinated(_ last: Participant, floor: Int) -> [Participant] {
        var found = [last]
        while found.count < 6, let first = found.first {
            let joint = first.full.lowerBound - 1
            guard joint > floor, ["and", ","].contains(text.word(joint)), found.count > 1 || text.word(joint) == "and",
                let other = reader.phrase(endingAt: joint - (text.word(joint - 1) == "," ? 2 : 1), floor: floor),
                reader.isPerson(other) || other.noun == .site
            else { break }
            // "… killed two children and soldiers killed …": the one before is somebody else's object.
            let before = other.full.lowerBound - 1
            if before >= floor, reader.isVerb(before) || text.trigger(at: before) != nil { break }
            found.insert(other, at: 0)
        }
        return found
    }
}
