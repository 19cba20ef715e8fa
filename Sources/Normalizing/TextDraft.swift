// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Stages

/// The text on its way through the passes.
struct TextDraft {
    private(set) var text: Text
    private var map: SourceMap
    /// The edits, one list a pass.
    private(set) var annotations: [Annotation] = []

    init(_ document: Document) {
        text = document.text
        map = document.sourceMap
    }

    mutating func edit(_ edits: [TextEdit]) throws(StageFailure) {
        if Task.isCancelled { throw .cancelled }
        guard !edits.isEmpty else { return }
        (text, map) = map.applying(edits, to: text)
        annotations.append(.edits(edits))
    }
}
