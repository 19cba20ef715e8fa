// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Leads offsets of a text to where they are after a list of edits. Quick for offsets that mostly grow.
struct EditedOffsets {
    private let edits: [TextEdit]
    private var index = 0
    /// What the edits before `index` added.
    private var shift = 0

    init(_ edits: [TextEdit]) { self.edits = edits }

    /// An offset inside an edit goes to the start of its replacement.
    mutating func moved(_ offset: Int) -> Int {
        while index < edits.count, edits[index].span.end <= offset {
            shift += edits[index].replacement.count - edits[index].span.count
            index += 1
        }
        while index > 0, edits[index - 1].span.end > offset {
            index -= 1
            shift -= edits[index].replacement.count - edits[index].span.count
        }
        return (index < edits.count ? min(offset, edits[index].span.start) : offset) + shift
    }

    mutating func moved(_ span: TextSpan) -> TextSpan {
        let start = moved(span.start)
        return TextSpan(start, max(start, moved(span.end)))
    }

    /// The notices with their spans moved.
    static func moved(_ notices: [Notice], by edits: [TextEdit]) -> [Notice] {
        guard !edits.isEmpty else { return notices }
        var offsets = EditedOffsets(edits)
        return notices.map { notice in
            var notice = notice
            notice.span = notice.span.map { offsets.moved($0) }
            return notice
        }
    }
}
