// SPDX-License-Identifier: Apache-2.0

/// One article on its way through the chain: text with identity, and layers of facts that only grow.
///
/// A layer is `nil` until a stage has written it; a stage that finds nothing writes an empty list.
public struct Document: Sendable {
    /// `sha256:` and the hex digest of the original bytes (of the entry, where one file holds several articles).
    public let id: String
    public var source: Source
    /// Names the chain that made the document, with its options and versions: equal content and equal recipe have equal results.
    public var recipe: String?
    public internal(set) var text: Text
    public internal(set) var sourceMap: SourceMap

    public internal(set) var language: LanguageGuess?
    public internal(set) var headline: String?
    public internal(set) var byline: [String]?
    public internal(set) var dateline: Dateline?
    /// RFC 3339 date or date-time.
    public internal(set) var published: String?
    public internal(set) var modified: String?
    public internal(set) var publisher: String?
    public internal(set) var url: String?
    /// Address of the lead image.
    public internal(set) var image: String?
    public internal(set) var section: String?
    public internal(set) var tags: [String]?

    public internal(set) var paragraphs: [TextSpan]?
    public internal(set) var sentences: [TextSpan]?
    public internal(set) var entities: [Entity]?
    public internal(set) var quotes: [Quote]?
    public internal(set) var figures: [Figure]?
    public internal(set) var times: [TimeExpression]?
    public internal(set) var events: [Event]?
    public internal(set) var conflicts: [[Int]]?
    public internal(set) var summary: Summary?
    public internal(set) var abstract: Abstract?
    public internal(set) var topics: [Topic]?
    public internal(set) var keywords: [Keyword]?
    public internal(set) var genre: Genre?
    public internal(set) var tones: [Tone]?
    public internal(set) var readability: Readability?
    public internal(set) var notices: [Notice]?
    public internal(set) var duplicates: [Duplicate]?
    public internal(set) var reuse: [Reuse]?
    public internal(set) var coverage: Coverage?
    /// Fields of plugins, named `x_NAME`.
    public internal(set) var extras: [JSON.Member] = []
    public var provenance: [ProvenanceEntry] = []

    /// A document as reading leaves it.
    ///
    /// - Parameters:
    ///   - text: the article as decoded, before any repair.
    ///   - sourceMap: its runs tile `text`.
    ///   - annotations: what the file itself says (metadata, declared language, notices); no edits.
    public init(id: String, source: Source, text: Text, sourceMap: SourceMap, annotations: [Annotation] = []) {
        self.id = id
        self.source = source
        self.text = text
        self.sourceMap = sourceMap
        for annotation in annotations { set(annotation) }
    }
}
