// SPDX-License-Identifier: Apache-2.0

/// What a stage returns: one layer's worth of facts. Spans refer to the text after the edits that come with them.
///
/// Notices and coverage add to what is there; every other case replaces its layer, an extra field the one of its name.
public enum Annotation: Sendable {
    /// Changes to the text itself. Only before any span exists, that is from `normalize` or a stage in its place.
    case edits([TextEdit])
    case language(LanguageGuess)
    case paragraphs([TextSpan])
    case sentences([TextSpan])
    case headline(String)
    case byline([String])
    case dateline(Dateline)
    case published(String)
    case modified(String)
    case publisher(String)
    case url(String)
    /// Address of the lead image.
    case image(String)
    case section(String)
    case tags([String])
    case entities([Entity])
    case quotes([Quote])
    case figures([Figure])
    case times([TimeExpression])
    case events([Event])
    /// Lists of indexes into `figures`.
    case conflicts([[Int]])
    case summary(Summary)
    case abstract(Abstract)
    case topics([Topic])
    case keywords([Keyword])
    case genre(Genre)
    case tones([Tone])
    case readability(Readability)
    case notices([Notice])
    case duplicates([Duplicate])
    case reuse([Reuse])
    case coverage(Coverage)
    /// A field of a plugin's own, named `x_NAME`.
    case extra(JSON.Member)

    public var layer: Layer {
        switch self {
        case .edits: .text
        case .language: .language
        case .paragraphs: .paragraphs
        case .sentences: .sentences
        case .headline: .headline
        case .byline: .byline
        case .dateline: .dateline
        case .published: .published
        case .modified: .modified
        case .publisher: .publisher
        case .url: .url
        case .image: .image
        case .section: .section
        case .tags: .tags
        case .entities: .entities
        case .quotes: .quotes
        case .figures: .figures
        case .times: .times
        case .events: .events
        case .conflicts: .conflicts
        case .summary: .summary
        case .abstract: .abstract
        case .topics: .topics
        case .keywords: .keywords
        case .genre: .genre
        case .tones: .tones
        case .readability: .readability
        case .notices: .notices
        case .duplicates: .duplicates
        case .reuse: .reuse
        case .coverage: .coverage
        case .extra: .extra
        }
    }
}
