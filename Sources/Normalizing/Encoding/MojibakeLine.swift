// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// One line read as if its bytes had been taken for each of the code pages.
///
/// A line is misread as a whole or not at all: where one sequence is beyond doubt and every character above ASCII belongs to one, all of them are broken,
/// and so they are where nothing is beyond doubt but there are many. Otherwise each sequence stands on its own evidence.
struct MojibakeLine {
    /// Sequences that explain a whole line without one that is beyond doubt.
    private static let many = 4

    struct Repair {
        var span: TextSpan
        var meaning: Unicode.Scalar
        /// What the text had been read as.
        var charset: String
    }

    private enum Finding {
        case sequence(MojibakeSequence)
        /// Ã or Â before a space that was the byte A0.
        case lostSpace(TextSpan, Unicode.Scalar, MojibakeEvidence.Verdict)
        /// "â€", what is left of a closing mark where the byte 9D was dropped.
        case cutQuote(TextSpan)
        /// A control character: a byte of windows-1252 read as ISO-8859-1.
        case control(TextSpan, Unicode.Scalar)

        var span: TextSpan {
            switch self {
            case .sequence(let sequence): sequence.span
            case .lostSpace(let span, _, _), .cutQuote(let span), .control(let span, _): span
            }
        }
    }

    private struct Reading {
        var page: CodePage
        var findings: [Finding] = []
        var coveredTo = 0
        /// Characters above ASCII that belong to no sequence.
        var unexplained = 0
    }

    private let text: Text
    private let end: Int
    private var readings = CodePage.allCases.map { Reading(page: $0) }
    /// Quotation marks of the line that came through whole.
    private var marks: [(offset: Int, isOpening: Bool)] = []

    /// - Parameters:
    ///   - first: the first character of the line that is not ASCII.
    ///   - end: the end of the line.
    init(_ text: Text, from first: Int, to end: Int) {
        self.text = text
        self.end = end
        var offset = first
        while offset < end {
            let (scalar, length) = text.scalar(at: offset)
            read(scalar, TextSpan(offset, offset + length))
            offset = text.nextHighByte(from: offset + length)
        }
    }

    // MARK: Reading

    private mutating func read(_ scalar: Unicode.Scalar, _ span: TextSpan) {
        let pages = CodePageTables.shared.leadingPages(scalar)
        if scalar == "\u{201C}" || scalar == "\u{201D}" { marks.append((span.start, scalar == "\u{201C}")) }
        for index in readings.indices where readings[index].coveredTo <= span.start {
            let page = readings[index].page
            if pages & (1 << UInt8(index)) != 0, let sequence = MojibakeSequence(in: text, at: span.start, page: page) {
                take(.sequence(sequence), index)
            } else if page == .windows1252, let finding = damaged(scalar, span) {
                take(finding, index)
            } else {
                readings[index].unexplained += 1
            }
        }
    }

    private mutating func take(_ finding: Finding, _ index: Int) {
        readings[index].findings.append(finding)
        readings[index].coveredTo = finding.span.end
    }

    private func damaged(_ scalar: Unicode.Scalar, _ span: TextSpan) -> Finding? {
        switch scalar.value {
        case 0x80..<0xA0: return CodePageTables.shared.meaning(ofControl: scalar.value).map { .control(span, $0) }
        case 0xE2: return cutQuote(span)
        case 0xC2, 0xC3: return lostSpace(scalar, span)
        default: return nil
        }
    }

    private func cutQuote(_ lead: TextSpan) -> Finding? {
        guard lead.end < end, text[lead.end] >= 0x80, text.scalar(at: lead.end).scalar == "€" else { return nil }
        var last = lead.end + 3
        if last < end, text[last] >= 0x80, text.scalar(at: last).scalar == "\u{FFFD}" { last += 3 }
        return .cutQuote(TextSpan(lead.start, last))
    }

    /// "voilÃ  tout", "10Â km".
    private func lostSpace(_ lead: Unicode.Scalar, _ span: TextSpan) -> Finding? {
        guard span.end < end, text[span.end] == 0x20 else { return nil }
        let before = span.start > 0 ? text.scalar(before: span.start).scalar : nil
        let isBehindSmall = before?.properties.isLowercase ?? false
        let follower = span.end + 1 < text.count ? text.scalar(at: span.end + 1).scalar : nil
        if lead == "Ã" {
            // MANHÃ is a word, and so may a lone Ã be.
            let isAlone = (before?.isSpace ?? true) && (follower == " " || follower?.properties.isLowercase ?? false)
            guard isBehindSmall || isAlone else { return nil }
            // Of one space it cannot be said whether it was the byte; the next word needs one.
            let end = follower == " " ? span.end + 1 : span.end
            return .lostSpace(TextSpan(span.start, end), "à", isBehindSmall ? .certain : .likely)
        }
        guard isBehindSmall || before.map({ !$0.isLetter && !$0.isSpace }) ?? false else { return nil }
        return .lostSpace(TextSpan(span.start, span.end + 1), "\u{A0}", .certain)
    }

    // MARK: Judging

    /// In the order of the text.
    var repairs: [Repair] {
        var judged: [(repairs: [Repair], certain: [Repair], isWhole: Bool)] = []
        for reading in readings where !reading.findings.isEmpty {
            let (repairs, certain) = judge(reading)
            if !repairs.isEmpty { judged.append((repairs, certain, reading.unexplained == 0)) }
        }
        let best = judged.indices.max { left, right in
            let (one, other) = (judged[left], judged[right])
            if one.isWhole != other.isWhole { return other.isWhole }
            if one.certain.count != other.certain.count { return one.certain.count < other.certain.count }
            return one.repairs.count == other.repairs.count ? left > right : one.repairs.count < other.repairs.count
        }
        guard let best else { return [] }
        var result = judged[best].repairs
        // Text pasted from elsewhere may have been misread in another way.
        for index in judged.indices where index != best { result = Self.merged(result, judged[index].certain) }
        return result
    }

    private static func merged(_ first: [Repair], _ second: [Repair]) -> [Repair] {
        var result: [Repair] = []
        var index = 0
        for repair in second {
            while index < first.count, first[index].span.start <= repair.span.start {
                result.append(first[index])
                index += 1
            }
            let isFree =
                (result.last?.span.end ?? 0) <= repair.span.start && (index == first.count || first[index].span.start >= repair.span.end)
            if isFree { result.append(repair) }
        }
        return result + first[index...]
    }

    private func judge(_ reading: Reading) -> (repairs: [Repair], certain: [Repair]) {
        let findings = reading.findings
        var verdicts: [MojibakeEvidence.Verdict] = []
        var certain: [Repair] = []
        var openQuotes = 0
        var nextMark = 0
        for index in findings.indices {
            while nextMark < marks.count, marks[nextMark].offset < findings[index].span.start {
                openQuotes = max(0, openQuotes + (marks[nextMark].isOpening ? 1 : -1))
                nextMark += 1
            }
            let verdict = verdict(index, in: findings, openQuotes: openQuotes)
            verdicts.append(verdict)
            let repair = repair(findings[index], reading.page)
            if verdict == .certain { certain.append(repair) }
            if repair.meaning == "\u{201C}" { openQuotes += 1 } else if repair.meaning == "\u{201D}", openQuotes > 0 { openQuotes -= 1 }
        }
        let isWhole = reading.unexplained == 0 && (!certain.isEmpty || findings.count >= Self.many)
        guard isWhole || !certain.isEmpty else { return ([], []) }
        var repairs: [Repair] = []
        for index in findings.indices where verdicts[index] != .none || isWhole && isAcceptable(findings[index]) {
            repairs.append(repair(findings[index], reading.page))
        }
        return (repairs, certain)
    }

    /// What goes with its line without evidence of its own.
    private func isAcceptable(_ finding: Finding) -> Bool {
        switch finding {
        case .sequence(let sequence): sequence.script != .rare
        case .cutQuote: false
        default: true
        }
    }

    private func verdict(_ index: Int, in findings: [Finding], openQuotes: Int) -> MojibakeEvidence.Verdict {
        switch findings[index] {
        case .sequence(let sequence):
            let isTouching = index > 0 && findings[index - 1].span.end == sequence.span.start
            var before = sequence.span.start > 0 ? text.scalar(before: sequence.span.start).scalar : nil
            if isTouching { before = meaning(findings[index - 1]) }
            let after = sequence.span.end < text.count ? text.scalar(at: sequence.span.end).scalar : nil
            return MojibakeEvidence(sequence: sequence, before: before, after: after, chain: chain(at: index, in: findings)).verdict
        case .lostSpace(_, _, let verdict): return verdict
        // Other marks are cut in the same way: it is taken for a closing one only where a quotation is open.
        case .cutQuote: return openQuotes > 0 ? .certain : .none
        // U+0085 ends lines in old text.
        case .control(_, let meaning): return meaning == "…" ? .likely : .certain
        }
    }

    /// How many findings stand side by side with that at `index`, counted to three.
    private func chain(at index: Int, in findings: [Finding]) -> Int {
        var first = index
        while first > 0, index - first < 2, findings[first - 1].span.end == findings[first].span.start { first -= 1 }
        var last = index
        while last + 1 < findings.count, last - index < 2, findings[last].span.end == findings[last + 1].span.start { last += 1 }
        return min(3, last - first + 1)
    }

    private func meaning(_ finding: Finding) -> Unicode.Scalar {
        switch finding {
        case .sequence(let sequence): sequence.meaning
        case .lostSpace(_, let meaning, _), .control(_, let meaning): meaning
        case .cutQuote: "\u{201D}"
        }
    }

    private func repair(_ finding: Finding, _ page: CodePage) -> Repair {
        if case .control(let span, let meaning) = finding { return Repair(span: span, meaning: meaning, charset: "ISO-8859-1") }
        return Repair(span: finding.span, meaning: meaning(finding), charset: page.name)
    }
}
