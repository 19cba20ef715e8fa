// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// How the article is written, by rules: genre, tone toward its entities, reading level.
///
/// Tone knows English alone; of the genres, in other languages, what layout shows.
struct ArticleStyle {
    static let layers: Set<Layer> = [.genre, .tones, .readability]
    static let sources: Set<Layer> = [.entities, .quotes, .dateline, .section]

    let document: Document
    let text: TokenizedText
    let isEnglish: Bool

    /// - Throws: `CancellationError` where the task was cancelled.
    func annotations() throws(CancellationError) -> [Annotation] {
        var annotations: [Annotation] = []
        if let genre = try GenreFinder(document: document, text: text, isEnglish: isEnglish).genre() { annotations.append(.genre(genre)) }
        let finder = ToneFinder(text: text, entities: document.entities ?? [], quotes: document.quotes ?? [])
        annotations.append(.tones(isEnglish ? try finder.tones() : []))
        if let level = ReadingLevel(text: text, language: document.language?.tag).readability() { annotations.append(.readability(level)) }
        return annotations
    }
}
