// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Matches the marks of one paragraph.
struct QuotationMatcher {
    /// Deeper nesting than this is noise; the bound keeps matching linear.
    private static let deepest = 6

    let text: Text
    let paragraph: TextSpan
    private(set) var pairs: [QuotationMarks.Pair] = []
    private(set) var stray: [TextSpan] = []
    private var open: [QuotationSign] = []

    init(text: Text, paragraph: TextSpan) {
        self.text = text
        self.paragraph = paragraph
    }

    mutating func match() {
        for sign in signs() { take(sign) }
        for sign in open { leaveOpen(sign) }
        pairs.sort { $0.open.start < $1.open.start }
        var coveredTo = paragraph.start
        for index in pairs.indices {
            pairs[index].isNested = pairs[index].open.start < coveredTo
            if let close = pairs[index].close { coveredTo = max(coveredTo, close.end) }
        }
    }

    private mutating func take(_ sign: QuotationSign) {
        switch sign.family {
        case .straight: takeStraight(sign)
        case .curlySingle, .straightSingle: takeSingle(sign)
        case .curly, .guillemet, .angle: takePaired(sign)
        case .corner, .whiteCorner:
            if sign.scalar == "\u{300C}" || sign.scalar == "\u{300E}" { push(sign) } else { close(sign) }
        }
    }

    /// “…”, „…“, ”…”, «…» and »…«: which one opens depends on what is open.
    private mutating func takePaired(_ sign: QuotationSign) {
        let last = open.last { $0.family == sign.family }
        switch sign.scalar {
        case "\u{201E}": push(sign)
        case "\u{201C}", "\u{201F}":
            // “…“ is a slip, „…“ is German
            let closes = last != nil && sign.touchesWordBefore && (last?.scalar == "\u{201E}" || !sign.touchesLetterAfter)
            if closes { close(sign) } else { push(sign) }
        case "\u{AB}", "\u{2039}":
            if last?.scalar == "\u{BB}" || last?.scalar == "\u{203A}" { close(sign) } else { push(sign) }
        default:
            if last != nil { return close(sign) }
            if sign.standsAtWordStart, sign.touchesWordAfter { return push(sign) }
            if sign.family == .curly, open.contains(where: { $0.family == .straight }) { close(sign, as: .straight) } else { close(sign) }
        }
    }

    private mutating func takeStraight(_ sign: QuotationSign) {
        let isOpen = open.contains { $0.family == .straight }
        if isOpen {
            if isInches(sign) { return }
            if sign.standsAtWordStart, sign.touchesWordAfter, sign.before?.isSpace == true, sign.after?.isClosingPunctuation != true {
                drop(.straight)
                push(sign)
            } else {
                close(sign)
            }
        } else if sign.touchesWordBefore, !sign.standsAtWordStart, !sign.touchesLetterAfter, open.contains(where: { $0.family == .curly }) {
            close(sign, as: .curly)  // “…"
        } else if sign.standsAtWordStart, sign.after != nil {
            push(sign)
        } else if sign.before?.isASCIIDigit == true {
            return  // inches, seconds
        } else if sign.touchesWordAfter, sign.after?.isLetter == true, sign.before?.isLetter != true {
            push(sign)
        } else {
            stray.append(sign.span)
        }
    }

    /// 6'2"
    private func isInches(_ sign: QuotationSign) -> Bool {
        var offset = sign.span.start
        while offset > paragraph.start, sign.span.start - offset < 3, text[offset - 1].isASCIIDigit { offset -= 1 }
        return offset < sign.span.start && offset - 1 > paragraph.start && text[offset - 1] == UInt8(ascii: "'")
            && text[offset - 2].isASCIIDigit
    }

    private mutating func takeSingle(_ sign: QuotationSign) {
        if sign.isBetweenLetters { return }
        let isOpen = open.contains { $0.family == sign.family }
        if sign.scalar == "\u{201A}" { return push(sign) }
        if sign.scalar == "\u{2018}" || sign.scalar == "\u{201B}" {
            if open.last(where: { $0.family == .curlySingle })?.scalar == "\u{201A}" { return close(sign) }
            return push(sign)
        }
        if isOpen, sign.touchesWordBefore, !sign.touchesLetterAfter {
            if sign.mayBePluralPossessive, sign.hasLaterClosing { return }
            return close(sign)
        }
        guard sign.scalar == "'", !isOpen, sign.standsAtWordStart, sign.touchesWordAfter, !startsClippedWord(sign) else { return }
        push(sign)
    }

    /// 'em, 'tis, '90s: an apostrophe in front.
    private func startsClippedWord(_ sign: QuotationSign) -> Bool {
        let start = sign.span.end
        if text[start].isASCIIDigit { return true }
        var end = start
        while end < paragraph.end, end - start < 6, text[end] | 0x20 >= 0x61, text[end] | 0x20 <= 0x7A { end += 1 }
        return Self.clipped.contains(text.string(TextSpan(start, end)).lowercased())
    }

    private static let clipped: Set<String> = ["em", "tis", "twas", "n", "til", "cause", "bout", "round", "cos", "twill", "tween", "nuff"]

    private mutating func push(_ sign: QuotationSign) {
        if open.count == Self.deepest { leaveOpen(open.removeFirst()) }
        open.append(sign)
    }

    /// - Parameter family: of the opening mark, where it is not that of the closing one.
    private mutating func close(_ sign: QuotationSign, as family: QuotationSign.Family? = nil) {
        guard let index = open.lastIndex(where: { $0.family == family ?? sign.family }) else {
            if !sign.isSingle { stray.append(sign.span) }
            return
        }
        for inner in open[(index + 1)...] { leaveOpen(inner) }
        let first = open[index]
        open.removeSubrange(index...)
        pairs.append(
            QuotationMarks.Pair(
                open: first.span, close: sign.span, content: TextSpan(first.span.end, sign.span.start), isSingle: first.isSingle))
    }

    private mutating func drop(_ family: QuotationSign.Family) {
        guard let index = open.lastIndex(where: { $0.family == family }) else { return }
        leaveOpen(open.remove(at: index))
    }

    /// A single mark left open was an apostrophe; a double one is reported.
    private mutating func leaveOpen(_ sign: QuotationSign) {
        guard !sign.isSingle else { return }
        pairs.append(
            QuotationMarks.Pair(open: sign.span, close: nil, content: TextSpan(sign.span.end, paragraph.end), isSingle: false))
    }

    private func signs() -> [QuotationSign] {
        var result: [QuotationSign] = []
        var offset = paragraph.start
        while offset < paragraph.end {
            let byte = text[offset]
            guard byte == 0x22 || byte == 0x27 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 else {
                offset += 1
                continue
            }
            var (scalar, length) = text.scalar(at: offset)
            if let double = double(scalar, at: offset, length) { (scalar, length) = (double, 2 * length) }
            if let family = QuotationSign.family(of: scalar) {
                let end = offset + length
                result.append(
                    QuotationSign(
                        span: TextSpan(offset, end), scalar: scalar, family: family,
                        before: offset > paragraph.start ? text.scalar(before: offset).scalar : nil,
                        after: end < paragraph.end ? text.scalar(at: end).scalar : nil))
            }
            offset += length
        }
        lookAhead(&result)
        return result
    }

    /// Two single marks side by side are a double one, as typewriters and wires write it: ''…'', ‘‘…’’.
    private func double(_ scalar: Unicode.Scalar, at offset: Int, _ length: Int) -> Unicode.Scalar? {
        let double: Unicode.Scalar
        switch scalar {
        case "'": double = "\""
        case "\u{2018}": double = "\u{201C}"
        case "\u{2019}": double = "\u{201D}"
        default: return nil
        }
        func stands(_ place: Int) -> Bool { place >= paragraph.start && place < paragraph.end && text.scalar(at: place).scalar == scalar }
        return stands(offset + length) && !stands(offset + 2 * length) ? double : nil
    }

    private func lookAhead(_ signs: inout [QuotationSign]) {
        var curly = false
        var straight = false
        for index in signs.indices.reversed() {
            let sign = signs[index]
            let isCertain =
                sign.touchesWordBefore && !sign.mayBePluralPossessive && !sign.touchesLetterAfter
            if sign.family == .curlySingle {
                signs[index].hasLaterClosing = curly
                if sign.scalar == "\u{2018}" { curly = false } else if isCertain { curly = true }
            } else if sign.family == .straightSingle {
                signs[index].hasLaterClosing = straight
                if sign.standsAtWordStart { straight = false } else if isCertain { straight = true }
            }
        }
    }
}

extension Unicode.Scalar {
    var isClosingPunctuation: Bool {
        switch self {
        case ".", ",", ";", ":", "!", "?", ")", "]", "}": true
        default: false
        }
    }
}
