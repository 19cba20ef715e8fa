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
            for slip in SpacingRepair.slips(in: text, paragraph: paragraph, isFrench: language == "fr") {
                let isKept = !mends || slip.kind == .loneStop || cursor.contains(slip.space.start)
                report(slip, isKept: isKept, in: text)
                if !isKept { edits.append(TextEdit(slip.space, "", name: "spacing")) }
            }
        }
    }

    /// Each edit so far took one byte from before the slip.
    private mutating func report(_ slip: SpacingRepair.Slip, isKept: Bool, in text: Text) {
        var before = edits.count
        while before > 0, edits[before - 1].span.start >= slip.context.start { before -= 1 }
        let start = slip.context.start - before
        let end = slip.context.end - edits.count - (isKept ? 0 : 1)
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
        notices.append(Notice("broken-spacing", message, severity: isKept ? .warning : .info, at: TextSpan(start, max(start, end))))
    }
}
