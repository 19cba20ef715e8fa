// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Finds UTF-8 that was read in another charset ("cafÃ©", "donâ€™t", "РџСЂРёРІРµС‚") and says what stood there.
///
/// Decides sequence by sequence, since articles are pasted together and one paragraph may be broken where the next is fine. Text that was broken
/// twice comes out broken once: run it again. Takes time linear in the text.
struct MojibakeRepair {
    /// In the order of the text, one for each character that was broken.
    private(set) var edits: [TextEdit] = []
    /// Repairs by the charset in which the text had been read.
    private(set) var counts: [String: Int] = [:]

    private struct Candidate {
        var edit: TextEdit
        var page: CodePage
        var isCertain: Bool
        /// What the text had been read as.
        var source: String
    }

    private let text: Text
    private let tables = CodePageTables.shared
    /// Those of the line that is being read.
    private var line: [Candidate] = []
    private var lineEnd = 0
    private var certain: UInt8 = 0
    private var lastPage = CodePage.windows1252
    /// The sequence before, what it means and how many stood side by side.
    private var last = (end: -1, meaning: Unicode.Scalar(0x20 as UInt8), chain: 0)
    /// Opening double marks of the line that wait for their closing ones.
    private var openQuotes = 0

    init(_ text: Text) {
        self.text = text
        var offset = text.nextHighByte(from: 0)
        while offset < text.count {
            if offset >= lineEnd { startLine(at: offset) }
            offset = text.nextHighByte(from: step(at: offset))
        }
        endLine()
    }

    /// Reads the character at `offset`, and gives where to go on.
    private mutating func step(at offset: Int) -> Int {
        let (scalar, length) = text.scalar(at: offset)
        let end = offset + length
        if scalar.value < 0xA0 {
            takeControl(scalar, TextSpan(offset, end))
            return end
        }
        let pages = tables.leadingPages(scalar)
        guard pages != 0 else {
            count(scalar)
            return end
        }
        if end < text.count, text[end] >= 0x80 {
            if let next = takeSequence(at: offset, pages) { return next }
            if let next = takeCutQuote(at: offset, scalar, end) { return next }
        } else if scalar == "Ã" || scalar == "Â", let next = takeLostSpace(scalar, TextSpan(offset, end)) {
            return next
        }
        count(scalar)
        return end
    }

    // MARK: Sequences

    private mutating func takeSequence(at offset: Int, _ pages: UInt8) -> Int? {
        var best: (sequence: MojibakeSequence, verdict: MojibakeEvidence.Verdict, chain: Int)?
        let isTouching = last.end == offset
        let before = isTouching ? last.meaning : offset > 0 ? text.scalar(before: offset).scalar : nil
        for page in CodePage.allCases where pages & (1 << UInt8(page.rawValue)) != 0 {
            guard let sequence = MojibakeSequence(in: text, at: offset, page: page) else { continue }
            let end = sequence.span.end
            let chain = min(3, (isTouching ? last.chain : 0) + 1 + following(end, page))
            let after = end < text.count ? text.scalar(at: end).scalar : nil
            let verdict = MojibakeEvidence(sequence: sequence, before: before, after: after, chain: chain).verdict
            if verdict == .none { continue }
            let isBetter = best.map { $0.verdict == verdict ? page == lastPage : verdict == .certain } ?? true
            if isBetter { best = (sequence, verdict, chain) }
        }
        guard let best else { return nil }
        let sequence = best.sequence
        add(sequence.span, sequence.meaning, sequence.page, isCertain: best.verdict == .certain, sequence.page.name)
        last = (sequence.span.end, sequence.meaning, min(3, (isTouching ? last.chain : 0) + 1))
        count(sequence.meaning)
        return sequence.span.end
    }

    /// How many sequences begin at `offset` side by side, at most two.
    private func following(_ offset: Int, _ page: CodePage) -> Int {
        var end = offset
        for count in 0..<2 {
            guard end < text.count, text[end] >= 0x80, tables.leadingPages(text.scalar(at: end).scalar) & (1 << UInt8(page.rawValue)) != 0,
                let next = MojibakeSequence(in: text, at: end, page: page)
            else { return count }
            end = next.span.end
        }
        return 2
    }

    // MARK: Sequences that lost a byte

    /// "â€" is what programs leave of a closing mark that drop the byte 9D, which windows-1252 does not know. Other marks end in the same way:
    /// it is taken for one only where a quotation is open.
    private mutating func takeCutQuote(at offset: Int, _ lead: Unicode.Scalar, _ end: Int) -> Int? {
        guard lead == "â", openQuotes > 0, text.scalar(at: end).scalar == "€" else { return nil }
        var rest = end + 3
        if rest < text.count, text[rest] >= 0x80, text.scalar(at: rest).scalar == "\u{FFFD}" { rest += 3 }
        add(TextSpan(offset, rest), "\u{201D}", .windows1252, isCertain: true, CodePage.windows1252.name)
        openQuotes -= 1
        return rest
    }

    /// "voilÃ  tout", "10Â km": the byte A0 became a space.
    private mutating func takeLostSpace(_ lead: Unicode.Scalar, _ span: TextSpan) -> Int? {
        guard span.end < text.count, text[span.end] == 0x20 else { return nil }
        let before = span.start > 0 ? text.scalar(before: span.start).scalar : nil
        let isBehindSmall = before?.properties.isLowercase ?? false
        let follower = span.end + 1 < text.count ? text.scalar(at: span.end + 1).scalar : nil
        if lead == "Ã" {
            // MANHÃ is a word, and so may a lone Ã be.
            let isAlone = (before?.isSpace ?? true) && (follower == " " || follower?.properties.isLowercase ?? false)
            guard isBehindSmall || isAlone else { return nil }
            // Of one space it cannot be said whether it was the byte; the next word needs one.
            let end = follower == " " ? span.end + 1 : span.end
            add(TextSpan(span.start, end), "à", .windows1252, isCertain: isBehindSmall, CodePage.windows1252.name)
            return end
        }
        guard isBehindSmall || before.map({ !$0.isLetter && !$0.isSpace }) ?? false else { return nil }
        add(TextSpan(span.start, span.end + 1), "\u{A0}", .windows1252, isCertain: true, CodePage.windows1252.name)
        return span.end + 1
    }

    // MARK: Single characters

    /// A control character above 7F is a byte of windows-1252 that was read as ISO-8859-1.
    private mutating func takeControl(_ scalar: Unicode.Scalar, _ span: TextSpan) {
        guard let meaning = tables.meaning(ofControl: scalar.value) else { return }
        // U+0085 ends lines in old text.
        add(span, meaning, .windows1252, isCertain: scalar.value != 0x85, "ISO-8859-1")
        count(meaning)
    }

    private mutating func count(_ scalar: Unicode.Scalar) {
        if scalar == "\u{201C}" { openQuotes += 1 } else if scalar == "\u{201D}", openQuotes > 0 { openQuotes -= 1 }
    }

    // MARK: Lines

    private mutating func add(_ span: TextSpan, _ meaning: Unicode.Scalar, _ page: CodePage, isCertain: Bool, _ source: String) {
        if isCertain {
            certain |= 1 << UInt8(page.rawValue)
            lastPage = page
        }
        let edit = TextEdit(span, String(Character(meaning)), name: "mojibake")
        line.append(Candidate(edit: edit, page: page, isCertain: isCertain, source: source))
    }

    private mutating func startLine(at offset: Int) {
        endLine()
        lineEnd = text.nextLineEnd(from: offset)
    }

    private mutating func endLine() {
        for candidate in line where candidate.isCertain || certain & (1 << UInt8(candidate.page.rawValue)) != 0 {
            edits.append(candidate.edit)
            counts[candidate.source, default: 0] += 1
        }
        line.removeAll(keepingCapacity: true)
        certain = 0
        openQuotes = 0
    }
}
