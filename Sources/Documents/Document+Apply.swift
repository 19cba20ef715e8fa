// SPDX-License-Identifier: Apache-2.0

/// An annotation that a document cannot take.
public struct AnnotationError: Error, Hashable, Sendable, CustomStringConvertible {
    public var layer: Layer
    public var problem: String

    public var description: String { "\(layer.rawValue): \(problem)" }
}

extension Document {
    /// Adds what a stage returned.
    ///
    /// - Parameter writes: the layers that the stage declared.
    /// - Throws: `AnnotationError` where a layer was not declared or a span does not lie on scalar edges inside the text;
    ///   the document is then unchanged.
    public mutating func apply(_ annotations: [Annotation], writes: Set<Layer>) throws(AnnotationError) {
        var changed = self
        for annotation in annotations {
            guard writes.contains(annotation.layer) else {
                throw AnnotationError(layer: annotation.layer, problem: "written without being declared in `writes`")
            }
            if case .edits(let edits) = annotation {
                try changed.edit(edits)
            } else {
                try changed.check(annotation)
                changed.set(annotation)
            }
        }
        self = changed
    }

    /// Sets what is known from outside the chain, such as a date given with a request. Layers without spans only.
    package mutating func set(_ annotations: [Annotation]) {
        for annotation in annotations where annotation.spans.isEmpty { set(annotation) }
    }

    /// Adds what was found out about a finished document; its spans are paragraphs of the document.
    package mutating func add(_ annotation: Annotation) { set(annotation) }

    private mutating func edit(_ edits: [TextEdit]) throws(AnnotationError) {
        guard paragraphs == nil, sentences == nil, entities == nil, quotes == nil, figures == nil, times == nil, events == nil
        else {
            throw AnnotationError(layer: .text, problem: "edited after spans were taken; edits come before any other layer")
        }
        var position = 0
        for edit in edits {
            guard edit.span.start >= position, isValid(edit.span) else {
                throw AnnotationError(layer: .text, problem: "edits overlap, are out of order or cut a character")
            }
            position = edit.span.end
        }
        (text, sourceMap) = sourceMap.applying(edits, to: text)
        guard notices?.contains(where: { $0.span != nil }) == true else { return }
        let shift = SpanShift(edits)
        notices = notices?.map { notice in
            var notice = notice
            notice.span = notice.span.map(shift.span)
            return notice
        }
    }

    private func isValid(_ span: TextSpan) -> Bool {
        span.start >= 0 && span.end <= text.count && text.isScalarEdge(span.start) && text.isScalarEdge(span.end)
    }

    private func check(_ annotation: Annotation) throws(AnnotationError) {
        for span in annotation.spans where !isValid(span) {
            throw AnnotationError(
                layer: annotation.layer,
                problem: "span \(span.start)..<\(span.end) is outside the text of \(text.count) bytes or cuts a character")
        }
    }

    mutating func set(_ annotation: Annotation) {
        switch annotation {
        case .edits: preconditionFailure("edits are applied, not set")
        case .language(let value): language = value
        case .paragraphs(let value): paragraphs = value
        case .sentences(let value): sentences = value
        case .headline(let value): headline = value
        case .byline(let value): byline = value
        case .dateline(let value): dateline = value
        case .published(let value): published = value
        case .modified(let value): modified = value
        case .publisher(let value): publisher = value
        case .url(let value): url = value
        case .image(let value): image = value
        case .section(let value): section = value
        case .tags(let value): tags = value
        case .entities(let value): entities = value
        case .quotes(let value): quotes = value
        case .figures(let value): figures = value
        case .times(let value): times = value
        case .events(let value): events = value
        case .conflicts(let value): conflicts = value
        case .summary(let value): summary = value
        case .abstract(let value): abstract = value
        case .topics(let value): topics = value
        case .keywords(let value): keywords = value
        case .genre(let value): genre = value
        case .tones(let value): tones = value
        case .readability(let value): readability = value
        case .notices(let value): notices = (notices ?? []) + value
        case .duplicates(let value): duplicates = value
        case .reuse(let value): reuse = value
        case .coverage(let value): coverage = value
        case .extra(let member):
            extras.removeAll { $0.name == member.name }
            if !member.value.isNull { extras.append(member) }
        }
    }
}

extension Annotation {
    /// Every span that it carries.
    public var spans: [TextSpan] {
        switch self {
        case .paragraphs(let spans), .sentences(let spans): spans
        case .entities(let entities): entities.flatMap { $0.mentions.map(\.span) }
        case .quotes(let quotes): quotes.flatMap { [$0.span, $0.speaker?.span, $0.cue].compactMap { $0 } }
        case .figures(let figures): figures.flatMap { [$0.span, $0.of, $0.assertedBy?.span].compactMap { $0 } }
        case .times(let times): times.map(\.span)
        case .events(let events): events.flatMap(\.spans)
        case .summary(let summary): summary.spans
        case .abstract(let abstract): abstract.sentences?.flatMap(\.sources) ?? []
        case .topics(let topics): topics.flatMap { $0.why?.sentences ?? [] }
        case .notices(let notices): notices.compactMap(\.span)
        case .genre(let genre): genre.evidence.map(\.span)
        case .tones(let tones): tones.flatMap { $0.evidence.map(\.span) }
        case .reuse(let reuse): reuse.map(\.span)
        case .edits, .language, .headline, .byline, .dateline, .published, .modified, .publisher, .url, .image, .section, .tags,
            .conflicts, .keywords, .readability, .duplicates, .coverage, .extra:
            []
        }
    }
}
