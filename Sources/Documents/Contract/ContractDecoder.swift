// SPDX-License-Identifier: Apache-2.0

/// Reads layers of a document from the contract's JSON: the counterpart of `DocumentEncoder`, and the one place where code points become
/// byte offsets.
public struct ContractDecoder: Sendable {
    private let text: Text
    private let index: CodePointIndex

    /// - Parameter text: what the spans are offsets of.
    public init(_ text: Text) {
        self.text = text
        index = CodePointIndex(text)
    }

    /// - Throws: `ContractError` where the value is none of that layer, or a span lies outside the text.
    public func annotation(of layer: Layer, _ json: JSON) throws(ContractError) -> Annotation {
        let value = ContractValue(json: json, path: layer.rawValue)
        switch layer {
        case .text: throw ContractError("text", "is changed by edits, not by a new text")
        case .extra: throw ContractError(value.path, "is no field of the contract")
        case .language: return .language(try language(value))
        case .paragraphs: return .paragraphs(try value.list(span))
        case .sentences: return .sentences(try value.list(span))
        case .headline: return .headline(try value.string())
        case .byline: return .byline(try value.strings())
        case .dateline: return .dateline(try dateline(value))
        case .published: return .published(try value.string())
        case .modified: return .modified(try value.string())
        case .publisher: return .publisher(try value.string())
        case .url: return .url(try value.string())
        case .image: return .image(try value.string())
        case .section: return .section(try value.string())
        case .tags: return .tags(try value.strings())
        case .entities: return .entities(try value.list(entity))
        case .quotes: return .quotes(try value.list(quote))
        case .figures: return .figures(try value.list(figure))
        case .times: return .times(try value.list(time))
        case .events: return .events(try value.list(event))
        case .conflicts:
            return .conflicts(
                try value.list { list throws(ContractError) in try list.list { value throws(ContractError) in try value.integer() } })
        case .summary: return .summary(try summary(value))
        case .abstract: return .abstract(try abstract(value))
        case .topics: return .topics(try value.list(topic))
        case .keywords: return .keywords(try value.list(keyword))
        case .genre: return .genre(try genre(value))
        case .tones: return .tones(try value.list(tone))
        case .readability: return .readability(try readability(value))
        case .notices: return .notices(try value.list(notice))
        case .duplicates: return .duplicates(try value.list(duplicate))
        case .reuse: return .reuse(try value.list(reuse))
        case .coverage:
            return .coverage(Coverage(read: try value.member("read").fraction(), truncated: try value.member("truncated").bool()))
        }
    }

    /// Changes to the text: `{"start", "end", "text", "name"}`, in order, each replacing at least one code point.
    public func edits(_ json: JSON) throws(ContractError) -> [TextEdit] {
        try ContractValue(json: json, path: "edits").list { value throws(ContractError) in
            let span = try span(value)
            guard !span.isEmpty else { throw ContractError(value.path, "replaces nothing; widen it by a character") }
            return TextEdit(
                span, try value.member("text").string(),
                name: try value.optional("name").map { value throws(ContractError) in try value.string() } ?? "plugin")
        }
    }

    func span(_ value: ContractValue) throws(ContractError) -> TextSpan {
        let (start, end) = (try value.member("start").integer(), try value.member("end").integer())
        guard start <= end, let first = index.offset(ofCodePoint: start), let last = index.offset(ofCodePoint: end) else {
            throw ContractError(value.path, "(\(start)..<\(end)) lies outside the text of \(index.codePoint(at: text.count)) code points")
        }
        return TextSpan(first, last)
    }

    private func language(_ value: ContractValue) throws(ContractError) -> LanguageGuess {
        LanguageGuess(tag: try value.member("tag").string(), confidence: try value.member("confidence").fraction())
    }

    private func dateline(_ value: ContractValue) throws(ContractError) -> Dateline {
        Dateline(place: try string(value, "place"), date: try string(value, "date"))
    }

    private func entity(_ value: ContractValue) throws(ContractError) -> Entity {
        let coordinates = try value.optional("coordinates").map { value throws(ContractError) in
            Entity.Coordinates(latitude: try value.member("latitude").number(), longitude: try value.member("longitude").number())
        }
        return Entity(
            id: try value.member("id").string(), kind: try value.member("type").choice(Entity.Kind.self),
            name: try value.member("name").string(),
            aliases: try value.optional("aliases").map { value throws(ContractError) in try value.strings() } ?? [],
            mentions: try value.member("mentions").list { mention throws(ContractError) in
                Entity.Mention(
                    try span(mention),
                    kind: try mention.optional("kind").map { kind throws(ContractError) in try kind.choice(Entity.Mention.Kind.self) }
                        ?? .name)
            },
            salience: try value.optional("salience").map { value throws(ContractError) in try value.fraction() } ?? 0,
            role: try string(value, "role"), wikidata: try string(value, "wikidata"), country: try string(value, "country"),
            coordinates: coordinates)
    }

    private func quote(_ value: ContractValue) throws(ContractError) -> Quote {
        Quote(
            try span(value), kind: try value.member("kind").choice(Quote.Kind.self), speaker: try value.optional("speaker").map(speaker),
            cue: try value.optional("cue").map(span))
    }

    private func speaker(_ value: ContractValue) throws(ContractError) -> Quote.Speaker {
        Quote.Speaker(try span(value), entity: try string(value, "entity"))
    }

    private func figure(_ value: ContractValue) throws(ContractError) -> Figure {
        Figure(
            try span(value), value: try number(value, "value"), min: try number(value, "min"), max: try number(value, "max"),
            approximate: try value.optional("approximate").map { value throws(ContractError) in try value.bool() } ?? false,
            unit: try string(value, "unit"), of: try value.optional("of").map(span), category: try string(value, "category"),
            entity: try string(value, "entity"), time: try integer(value, "time"), place: try string(value, "place"),
            assertedBy: try value.optional("asserted_by").map(speaker))
    }

    private func time(_ value: ContractValue) throws(ContractError) -> TimeExpression {
        TimeExpression(
            try span(value), kind: try value.member("type").choice(TimeExpression.Kind.self), value: try string(value, "value"),
            anchor: try string(value, "anchor"), reason: try string(value, "reason"))
    }

    private func event(_ value: ContractValue) throws(ContractError) -> Event {
        let strings = { (name: String) throws(ContractError) in
            try value.optional(name).map { value throws(ContractError) in try value.strings() } ?? []
        }
        let spans = { (name: String) throws(ContractError) in
            try value.optional(name).map { value throws(ContractError) in try value.list(span) } ?? []
        }
        let acled = try value.optional("acled").map { value throws(ContractError) in
            Event.ACLED(type: try value.member("event_type").string(), subType: try value.member("sub_event_type").string())
        }
        return Event(
            id: try value.member("id").string(), type: try value.member("type").string(), trigger: try span(try value.member("trigger")),
            mentions: try spans("mentions"), agents: try strings("agent"), agentSpans: try spans("agent_spans"),
            patients: try strings("patient"), patientSpans: try spans("patient_spans"), weapon: try value.optional("weapon").map(span),
            place: try string(value, "place"), time: try integer(value, "time"),
            figures: try value.optional("figures").map { value throws(ContractError) in
                try value.list { value throws(ContractError) in try value.integer() }
            } ?? [],
            assertedBy: try string(value, "asserted_by"), assertedSpan: try value.optional("asserted_by_span").map(span),
            modality: try value.optional("modality").map { value throws(ContractError) in try value.choice(Event.Modality.self) },
            acled: acled, cameo: try string(value, "cameo"))
    }

    private func summary(_ value: ContractValue) throws(ContractError) -> Summary {
        Summary(
            sentences: try value.member("sentences").list(span), method: try string(value, "method") ?? "plugin",
            headline: try value.optional("headline").map(span),
            facts: try value.optional("facts").map { value throws(ContractError) in
                try value.list(fact)
            } ?? [])
    }

    private func fact(_ value: ContractValue) throws(ContractError) -> KeyFact {
        KeyFact(
            try span(value), event: try string(value, "event"),
            parts: try value.member("parts").list { value throws(ContractError) in
                KeyFact.Part(
                    try value.member("role").choice(KeyFact.Role.self), try span(value), entity: try string(value, "entity"),
                    figure: try integer(value, "figure"), time: try integer(value, "time"))
            })
    }

    private func topic(_ value: ContractValue) throws(ContractError) -> Topic {
        Topic(
            scheme: try value.member("scheme").string(), code: try value.member("code").string(), name: try value.member("name").string(),
            confidence: try value.member("confidence").fraction(), vocabulary: try string(value, "vocabulary") ?? "",
            why: try value.optional("why").map { value throws(ContractError) in
                TopicReason(
                    sentences: try value.optional("sentences").map { value throws(ContractError) in try value.list(span) } ?? [],
                    terms: try value.optional("terms").map { value throws(ContractError) in try value.strings() } ?? [])
            })
    }

    private func keyword(_ value: ContractValue) throws(ContractError) -> Keyword {
        Keyword(try value.member("text").string(), score: try value.member("score").fraction(), entity: try string(value, "entity"))
    }

    private func notice(_ value: ContractValue) throws(ContractError) -> Notice {
        Notice(
            try value.member("code").string(), try value.member("message").string(),
            severity: try value.optional("severity").map { value throws(ContractError) in try value.choice(Notice.Severity.self) } ?? .info,
            at: try value.optional("start") == nil ? nil : span(value))
    }

    private func duplicate(_ value: ContractValue) throws(ContractError) -> Duplicate {
        let fraction = { (name: String) throws(ContractError) in
            try value.optional(name).map { value throws(ContractError) in try value.fraction() }
        }
        return Duplicate(
            id: try value.member("id").string(), similarity: try value.member("similarity").fraction(),
            partOfThis: try fraction("part_of_this"), partOfThat: try fraction("part_of_that"))
    }

    private func reuse(_ value: ContractValue) throws(ContractError) -> Reuse {
        Reuse(try span(value), id: try value.member("id").string(), similarity: try value.member("similarity").fraction())
    }

    func string(_ value: ContractValue, _ name: String) throws(ContractError) -> String? {
        try value.optional(name).map { value throws(ContractError) in try value.string() }
    }

    func integer(_ value: ContractValue, _ name: String) throws(ContractError) -> Int? {
        try value.optional(name).map { value throws(ContractError) in try value.integer() }
    }

    func number(_ value: ContractValue, _ name: String) throws(ContractError) -> Double? {
        try value.optional(name).map { value throws(ContractError) in try value.number() }
    }
}
