// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import Language
package import Stages

/// Repairs the text and finds its language, paragraphs and sentences.
///
/// The text is changed in passes, each a list of edits over the text that the one before left: characters (`CharacterRepair`), lines, hyphens, spacing.
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

    private static let officeTypes = [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.text-flat-xml",
    ]

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        let isPlain = document.source.mediaType == "text/plain"
        var draft = TextDraft(document)
        var repair = CharacterRepair(isPlain: isPlain)
        try repair.run(on: &draft)
        if isPlain, repairsSpacing { try draft.edit(LetterSpacing.edits(of: draft.text)) }
        if isPlain { try draft.edit(ReplyMarks.edits(of: draft.text)) }
        let layout = LineLayout(draft.text, isPlain: isPlain, joinsWrapped: joinsWrappedLines)
        try draft.edit(layout.edits)
        let guesser = LanguageGuesser()
        let guess = LanguagePrior.judge(guesser.guess(draft.text), declared: document.language, characters: draft.text.count)
        let language = (guess ?? document.language)?.primary
        var joined = EditedOffsets(layout.edits)
        let hyphenation = Hyphenation(draft.text, hyphens: layout.hyphens.map { joined.moved($0) }, language: language)
        try draft.edit(hyphenation.edits)
        let spacing = try SpacingPass(draft.text, language: language, mends: repairsSpacing)
        try draft.edit(spacing.edits)

        let text = draft.text
        let paragraphs = Paragraphs.spans(of: text)
        let languages = try ParagraphLanguages(text, paragraphs: paragraphs, language: language, guesser: guesser)
        var sentences: [TextSpan] = []
        for (index, paragraph) in paragraphs.enumerated() {
            if Task.isCancelled { throw .cancelled }
            sentences.append(contentsOf: SentenceSplitter.sentences(of: text, in: paragraph, language: languages.tag(of: index)))
        }
        let slips = try SlipNotices(text, paragraphs: paragraphs, sentences: sentences, language: language)
        let hyphens = EditedOffsets.moved(EditedOffsets.moved(hyphenation.notices, by: hyphenation.edits), by: spacing.edits)

        var annotations = draft.annotations
        if let guess { annotations.append(.language(guess)) }
        annotations.append(.paragraphs(paragraphs))
        annotations.append(.sentences(sentences))
        // An office document without a title is laid out as a text is.
        if isPlain || document.headline == nil && Self.officeTypes.contains(document.source.mediaType) {
            annotations.append(contentsOf: ArticleHead(text, paragraphs: paragraphs, known: document).annotations)
        } else if document.dateline == nil, let dateline = ArticleHead.dateline(text, paragraphs, published: document.published) {
            annotations.append(.dateline(dateline))
        }
        let flags = [
            repair.notices, EncodingNotices(text).notices, hyphens, spacing.notices, languages.notices, slips.notices,
        ]
        annotations.append(.notices(NoticeList.bounded(flags.flatMap { $0 })))
        return annotations
    }
}
