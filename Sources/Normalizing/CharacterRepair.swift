// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Stages

/// Repairs the characters of a text: what was escaped, read in the wrong charset, cannot be seen, is a shape, is not composed.
///
/// In this order, since each step hides the evidence of the one before: quotation marks that are made straight, or letters that are composed, no
/// longer show what bytes they were. What one step uncovers for an earlier one ("&am\u{AD}p;", text that was broken twice) the next round repairs.
struct CharacterRepair {
    /// Text that was broken more often than three times has not been seen.
    private static let mostRounds = 6

    private let isPlain: Bool
    /// Repairs by the charset in which the text had been read.
    private var counts: [String: Int] = [:]
    private var reordering = 0
    private var hidden = 0

    init(isPlain: Bool) { self.isPlain = isPlain }

    var notices: [Notice] { EncodingNotices.repaired(counts, reordering: reordering, hidden: hidden) }

    mutating func run(on draft: inout TextDraft) throws(StageFailure) {
        for _ in 0..<Self.mostRounds {
            var isDone = true
            func edit(_ edits: [TextEdit]) throws(StageFailure) {
                // Line ends and spaces uncover nothing: files from Windows need no second round.
                if isDone { isDone = edits.allSatisfy { $0.name == "line-end" || $0.name == "space" } }
                try draft.edit(edits)
            }
            try edit(EscapedCharacters.edits(of: draft.text, isPlain: isPlain))
            // To the end, before no-break spaces and control characters go: they are bytes of what is still broken.
            for _ in 0..<Self.mostRounds {
                let mojibake = MojibakeRepair(draft.text)
                if mojibake.edits.isEmpty { break }
                counts.merge(mojibake.counts) { $0 + $1 }
                try edit(mojibake.edits)
            }
            if isPlain { try edit(StrayTags.edits(of: draft.text)) }
            let cleaner = CharacterCleaner(draft.text)
            reordering += cleaner.reordering
            hidden += cleaner.hidden
            try edit(cleaner.edits)
            try edit(LetterForms.edits(of: draft.text))
            try edit(CanonicalComposer.edits(of: draft.text))
            if isDone { return }
        }
    }
}
