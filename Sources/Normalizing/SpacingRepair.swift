// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Finds spaces that fell into the wrong place: "US -led", "anti- government", "said .", "( see".
///
/// Only what cannot be meant is repaired: dashes, ranges, suspended hyphens ("mid- and long-term"), command-line flags and faces stay.
struct SpacingRepair {
    /// A space that should not be there.
    struct Slip: Equatable {
        enum Kind {
            case beforeHyphen, behindHyphen, beforeMark, behindBracket
            /// "six . days": the stop itself may be wrong, so nothing is changed.
            case loneStop
        }

        var kind: Kind
        /// The space.
        var space: TextSpan
        /// The words around it.
        var context: TextSpan
    }

    private let text: Text
    private let paragraph: TextSpan
    /// In French a space stands before ; : ! and ?
    private let isFrench: Bool

    /// In the order of the text.
    static func slips(in text: Text, paragraph: TextSpan, isFrench: Bool) -> [Slip] {
        let repair = SpacingRepair(text: text, paragraph: paragraph, isFrench: isFrench)
        var result: [Slip] = []
        for offset in paragraph.range where text[offset] == 0x20 && offset > paragraph.start && offset + 1 < paragraph.end {
            guard let kind = repair.kind(at: offset) else { continue }
            let space = TextSpan(offset, offset + 1)
            result.append(Slip(kind: kind, space: space, context: repair.context(of: space)))
        }
        return result
    }

    private func kind(at space: Int) -> Slip.Kind? {
        switch text[space + 1] {
        case UInt8(ascii: "-"): return isBeforeHyphen(space) ? .beforeHyphen : nil
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
            UInt8(ascii: ")"), UInt8(ascii: "]"):
            guard isBeforeMark(space) else { return nil }
            return isLoneStop(space) ? .loneStop : .beforeMark
        default: break
        }
        switch text[space - 1] {
        case UInt8(ascii: "-"): return isBehindHyphen(space) ? .behindHyphen : nil
        case UInt8(ascii: "("), UInt8(ascii: "["): return isBehindBracket(space) ? .behindBracket : nil
        default: return nil
        }
    }

    /// "US -led"
    private func isBeforeHyphen(_ space: Int) -> Bool {
        let left = word(endingAt: space)
        let right = word(startingAt: space + 2)
        guard !left.isEmpty, right.count > 1 else { return false }
        let first = text.scalar(at: right.start).scalar
        if first.properties.isUppercase { return CompoundWords.isPrefix(folded(left)) }
        guard first.isLetter, !isParenthesis(right.end) else { return false }
        if right.end < paragraph.end, let next = scalar(at: right.end),
            next == "=" || next == "/" || next == "." && isFollowedByLetter(right.end)
        {
            return false
        }
        let tail = folded(right)
        if CompoundWords.isTail(tail) { return true }
        let start = text.scalar(at: left.start).scalar
        return start.properties.isUppercase && left.count > 1 && CompoundWords.looksLikeTail(tail)
    }

    /// Whether a dash follows that closes what the hyphen opened: "the man -tired and old- went".
    private func isParenthesis(_ offset: Int) -> Bool {
        var position = offset
        let limit = min(paragraph.end, offset + 120)
        while position + 1 < limit {
            if text[position] == UInt8(ascii: "-"), text[position - 1] != 0x20,
                text[position + 1] == 0x20 || text[position + 1] == UInt8(ascii: ",")
            {
                return true
            }
            position += 1
        }
        return false
    }

    private func isFollowedByLetter(_ offset: Int) -> Bool { scalar(at: offset + 1)?.isLetter ?? false }

    /// "anti- government"; not "mid- and long-term".
    private func isBehindHyphen(_ space: Int) -> Bool {
        let left = word(endingAt: space - 1)
        let right = word(startingAt: space + 1)
        guard !left.isEmpty, right.count > 1, scalar(at: left.start)?.isLetter == true, scalar(at: right.start)?.isLetter == true else {
            return false
        }
        if left.start > paragraph.start, text[left.start - 1] == UInt8(ascii: "-") { return false }
        let follower = folded(right)
        guard !CompoundWords.joinsSuspended(follower), !hasSuspendedPartner(right.end) else { return false }
        return CompoundWords.isTail(follower) || CompoundWords.isPrefix(folded(left))
    }

    /// "pre-, mid- or", "two- to three-": another open hyphen right behind.
    private func hasSuspendedPartner(_ offset: Int) -> Bool {
        offset + 1 < paragraph.end && text[offset] == UInt8(ascii: "-") && text[offset + 1] == 0x20
    }

    /// "said ." and "( Reuters )"
    private func isBeforeMark(_ space: Int) -> Bool {
        let mark = text[space + 1]
        guard let before = scalar(before: space), before.isLetter || before.isASCIIDigit || Self.closes(before) else { return false }
        if isFrench, mark == UInt8(ascii: ";") || mark == UInt8(ascii: ":") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") {
            return false
        }
        // "&amp ;" would become the "&" that it was not meant for.
        if mark == UInt8(ascii: ";"), isBehindAmpersand(space) { return false }
        guard let after = scalar(at: space + 2) else { return true }
        if mark == UInt8(ascii: ")") || mark == UInt8(ascii: "]") {
            return after.isSpace || Self.closes(after) || ",.;:!?".unicodeScalars.contains(after)
        }
        if mark == UInt8(ascii: "."), after == " ", scalar(at: space + 3) == "." { return false }
        return after.isSpace || after == "\"" || after == "\u{201D}" || after == "\u{2019}"
    }

    private func isBehindAmpersand(_ space: Int) -> Bool {
        let left = word(endingAt: space)
        return left.start > paragraph.start && (text[left.start - 1] == UInt8(ascii: "&") || text[left.start - 1] == UInt8(ascii: "#"))
    }

    private func isLoneStop(_ space: Int) -> Bool {
        guard text[space + 1] == UInt8(ascii: "."), scalar(at: space + 2) == " ", let next = scalar(at: space + 3) else { return false }
        return next.properties.isLowercase
    }

    private func isBehindBracket(_ space: Int) -> Bool {
        guard let after = scalar(at: space + 1), after.isLetter || after.isASCIIDigit else { return false }
        // ":( sad" is a face, "a) b" is not reached.
        guard space - 1 > paragraph.start, let before = scalar(before: space - 1) else { return true }
        return before.isSpace || before == "\"" || before == "\u{201C}"
    }

    private static func closes(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "'", "\u{201D}", "\u{2019}", ")", "]", "%", "\u{BB}": true
        default: false
        }
    }

    // MARK: Words

    private func word(endingAt end: Int) -> TextSpan {
        var start = end
        while start > paragraph.start, end - start < 40 {
            let (scalar, length) = text.scalar(before: start)
            guard scalar.isLetter || scalar.isASCIIDigit || scalar == "." && start < end else { break }
            start -= length
        }
        return TextSpan(start, end)
    }

    private func word(startingAt start: Int) -> TextSpan {
        var end = start
        while end < paragraph.end, end - start < 40 {
            let (scalar, length) = text.scalar(at: end)
            guard scalar.isLetter else { break }
            end += length
        }
        return TextSpan(min(start, end), end)
    }

    private func context(of space: TextSpan) -> TextSpan {
        var start = space.start
        while start > paragraph.start, space.start - start < 40, !text.scalar(before: start).scalar.isSpace {
            start -= text.scalar(before: start).length
        }
        var end = space.end
        while end < paragraph.end, end - space.end < 40, !text.scalar(at: end).scalar.isSpace { end += text.scalar(at: end).length }
        return TextSpan(start, end)
    }

    private func folded(_ span: TextSpan) -> String { text.string(span).lowercased() }
    private func scalar(at offset: Int) -> Unicode.Scalar? { offset < paragraph.end ? text.scalar(at: offset).scalar : nil }
    private func scalar(before offset: Int) -> Unicode.Scalar? { offset > paragraph.start ? text.scalar(before: offset).scalar : nil }
}
