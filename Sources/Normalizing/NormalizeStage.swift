// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import Language
package import Stages

/// Repairs the text and finds its language, paragraphs and sentences.
///
/// The text is changed in four passes, each a list of edits over the text that the one before left: characters, composition, lines, spacing.
/// Each pass stays simple that way, and the source map joins their names where they meet.
package struct NormalizeStage: Stage {
    package static let id = "normalize"
    package static let version = "2"
    package static let summary = "Repairs the text and finds its language, paragraphs and sentences."
    package static let contract = StageContract(
        reads: [.text], prefers: [.language, .headline, .byline, .dateline, .published],
        writes: [.text, .language, .paragraphs, .sentences, .notices, .headline, .byline, .dateline, .published],
        options: [
            StageOption(
                "repair_spacing", .boolean, standard: true, "Whether \"US -led\" becomes \"US-led\"; otherwise it is only reported."),
            StageOption("join_wrapped_lines", .boolean, standard: true, "Whether lines that a mail program or editor broke are joined."),
        ])

    private let repairsSpacing: Bool
    private let joinsWrappedLines: Bool

    package init(options: StageOptions) throws(OptionError) {
        repairsSpacing = options.bool("repair_spacing")
        joinsWrappedLines = options.bool("join_wrapped_lines")
    }

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        let isPlain = document.source.mediaType == "text/plain"
        var draft = Draft(document)
        try draft.edit { CharacterCleaner.edits(of: $0) }
        try draft.edit { CanonicalComposer.edits(of: $0) }
        try draft.edit { LineLayout.edits(of: $0, isPlain: isPlain, joinsWrapped: joinsWrappedLines) }
        let guesser = LanguageGuesser()
        let guess = LanguagePrior.judge(guesser.guess(draft.text), declared: document.language, characters: draft.text.count)
        let language = guess?.tag ?? document.language?.tag
        let spacing = try SpacingPass(draft.text, language: language, mends: repairsSpacing)
        try draft.edit { _ in spacing.edits }

        let text = draft.text
        let paragraphs = Paragraphs.spans(of: text)
        let languages = try ParagraphLanguages(text, paragraphs: paragraphs, language: language, guesser: guesser)
        var sentences: [TextSpan] = []
        for (index, paragraph) in paragraphs.enumerated() {
            if Task.isCancelled { throw .cancelled }
            sentences.append(contentsOf: SentenceSplitter.sentences(of: text, in: paragraph, language: languages.tag(of: index)))
        }
        let slips = try SlipNotices(text, paragraphs: paragraphs, sentences: sentences, language: language)

        var annotations = draft.annotations
        if let guess { annotations.append(.language(guess)) }
        annotations.append(.paragraphs(paragraphs))
        annotations.append(.sentences(sentences))
        if isPlain {
            annotations.append(contentsOf: ArticleHead(text, paragraphs: paragraphs, known: document).annotations)
        } else if document.dateline == nil, let dateline = ArticleHead.dateline(text, paragraphs, published: document.published) {
            annotations.append(.dateline(dateline))
        }
        annotations.append(.notices(NoticeList.bounded(spacing.notices + languages.notices + slips.notices)))
        return annotations
    }
}

/// The text on its way through the passes.
private struct Draft {
    private(set) var text: Text
    private var map: SourceMap
    private(set) var annotations: [Annotation] = []

    init(_ document: Document) {
        text = document.text
        map = document.sourceMap
    }

    mutating func edit(_ pass: (Text) -> [TextEdit]) throws(StageFailure) {
        if Task.isCancelled { throw .cancelled }
        let edits = pass(text)
        guard !edits.isEmpty else { return }
        (text, map) = map.applying(edits, to: text)
        annotations.append(.edits(edits))
    }
}
