// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language
internal import Stages

/// Mends broken spacing outside quotation marks, and reports it inside and out.
struct SpacingPass {
    private(set) var edits: [TextEdit] = []
    /// Spans are those of the text after `edits`.
    private(set) var notices: [Notice] = []

    /// - Parameter mends: whether anything is changed; otherwise all is only reported.
    init(_ text: Text, language: String?, mends: Bool) throws(StageFailure) {
        let paragraphs = Paragraphs.spans(of: text)
        let quoted = QuotedRanges(text, paragraphs: paragraphs)
        var cursor = quoted.cursor()
        for paragraph in paragraphs {
            if Task.isCancelled { throw .cancelled }
            let spaces = SpacingRepair.slips(in: text, paragraph: paragraph, isFrench: language == "fr")
            // Elsewhere a capital may stand behind a stop inside a word, or the list of words does not help.
            let gaps = mends && (language == nil || language == "en") ? MissingSpaces.stops(in: text, paragraph: paragraph) : []
            var next = 0
            for slip in spaces {
                while next < gaps.count, gaps[next].end <= slip.space.start {
                    insert(gaps[next], in: text, &cursor)
                    next += 1
                }
                let isKept = !mends || slip.kind == .loneStop || cursor.contains(slip.space.start)
                report(slip, isKept: isKept, in: text)
                if !isKept { edits.append(TextEdit(slip.space, "", name: "spacing")) }
            }
            for gap in gaps[next...] { insert(gap, in: text, &cursor) }
        }
        notices = EditedOffsets.moved(notices, by: edits)
    }

    /// - Parameter stop: the mark behind which a space is missing. In quotations `SlipNotices` reports it.
    private mutating func insert(_ stop: TextSpan, in text: Text, _ quoted: inout QuotedRanges.Cursor) {
        guard !quoted.contains(stop.start) else { return }
        edits.append(TextEdit(stop, "\(text.string(stop)) ", name: "spacing"))
        notices.append(Notice("missing-space", "A space was missing between two sentences and is put in", at: stop))
    }

    private mutating func report(_ slip: SpacingRepair.Slip, isKept: Bool, in text: Text) {
        let place =
            switch slip.kind {
            case .beforeHyphen: "Space before a hyphen"
            case .behindHyphen: "Space behind a hyphen"
            case .beforeMark: "Space before a punctuation mark"
            case .loneStop: "Full stop in the middle of a sentence"
            case .behindBracket: "Space behind an opening bracket"
            }
        let written = text.string(slip.context)
        let message = isKept ? "\(place) in “\(written)”, left as it is" : "\(place) removed from “\(written)”"
        notices.append(Notice("broken-spacing", message, severity: isKept ? .warning : .info, at: slip.context))
    }
}
