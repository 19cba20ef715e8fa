// SPDX-License-Identifier: Apache-2.0

extension JSONWriter {
    mutating func layers(of document: Document, _ index: CodePointIndex) {
        layer("paragraphs", document.paragraphs, index) { $0.spanObject($1, $2) }
        layer("sentences", document.sentences, index) { $0.spanObject($1, $2) }
        layer("entities", document.entities, index) { $0.entity($1, $2) }
        let text = document.text
        layer("quotes", document.quotes, index) { $0.quote($1, $2, text) }
        layer("figures", document.figures, index) { $0.figure($1, $2) }
        layer("times", document.times, index) { $0.time($1, $2) }
        layer("events", document.events, index) { $0.event($1, $2) }
        if let conflicts = document.conflicts {
            name("conflicts")
            list(conflicts) { writer, indexes in writer.list(indexes, inline: true) { $0.integer($1) } }
        }
        if let summary = document.summary { self.summary(summary, index, text) }
        if let abstract = document.abstract { self.abstract(abstract, index) }
        layer("topics", document.topics, index) { writer, topic, index in writer.topic(topic, index) }
        layer("keywords", document.keywords, index) { writer, keyword, _ in
            writer.object(inline: true) { writer in
                writer.member("text", keyword.text)
                writer.member("score", keyword.score)
                writer.member("entity", keyword.entity)
            }
        }
        if let genre = document.genre { self.genre(genre, index) }
        layer("tones", document.tones, index) { $0.tone($1, $2) }
        if let readability = document.readability { self.readability(readability) }
        layer("notices", document.notices, index) { $0.notice($1, $2) }
        layer("duplicates", document.duplicates, index) { writer, duplicate, _ in
            writer.object(inline: true) { writer in
                writer.member("id", duplicate.id)
                writer.member("similarity", duplicate.similarity)
                writer.member("part_of_this", duplicate.partOfThis)
                writer.member("part_of_that", duplicate.partOfThat)
            }
        }
        layer("reuse", document.reuse, index) { writer, reuse, index in
            writer.object(inline: true) { writer in
                writer.span(reuse.span, index)
                writer.member("id", reuse.id)
                writer.member("similarity", reuse.similarity)
            }
        }
        if let coverage = document.coverage {
            name("coverage")
            object(inline: true) { writer in
                writer.member("read", coverage.read)
                writer.name("truncated")
                writer.bool(coverage.truncated)
            }
        }
    }

    private mutating func layer<Element>(
        _ name: String, _ elements: [Element]?, _ index: CodePointIndex,
        _ body: (inout JSONWriter, Element, CodePointIndex) -> Void
    ) {
        guard let elements else { return }
        self.name(name)
        list(elements) { writer, element in body(&writer, element, index) }
    }

    private mutating func entity(_ entity: Entity, _ index: CodePointIndex) {
        object { writer in
            writer.member("id", entity.id)
            writer.member("type", entity.kind.rawValue)
            writer.member("name", entity.name)
            writer.member("aliases", entity.aliases)
            writer.name("mentions")
            writer.list(entity.mentions) { writer, mention in
                writer.object(inline: true) { writer in
                    writer.span(mention.span, index)
                    writer.member("kind", mention.kind.rawValue)
                }
            }
            writer.member("salience", entity.salience)
            writer.member("role", entity.role)
            writer.member("wikidata", entity.wikidata)
            writer.member("country", entity.country)
            if let coordinates = entity.coordinates {
                writer.name("coordinates")
                writer.object(inline: true) { writer in
                    writer.member("latitude", coordinates.latitude)
                    writer.member("longitude", coordinates.longitude)
                }
            }
        }
    }

    private mutating func quote(_ quote: Quote, _ index: CodePointIndex, _ text: Text) {
        object { writer in
            writer.span(quote.span, index)
            writer.member("kind", quote.kind.rawValue)
            writer.name("text")
            writer.string(text[quote.span])
            writer.speaker("speaker", quote.speaker, index)
            if let cue = quote.cue {
                writer.name("cue")
                writer.spanObject(cue, index)
            }
        }
    }

    private mutating func speaker(_ member: String, _ speaker: Quote.Speaker?, _ index: CodePointIndex) {
        guard let speaker else { return }
        name(member)
        object(inline: true) { writer in
            writer.member("entity", speaker.entity)
            writer.span(speaker.span, index)
        }
    }

    private mutating func figure(_ figure: Figure, _ index: CodePointIndex) {
        object(inline: true) { writer in
            writer.span(figure.span, index)
            writer.member("value", figure.value)
            writer.member("min", figure.min)
            writer.member("max", figure.max)
            writer.name("approximate")
            writer.bool(figure.approximate)
            writer.member("unit", figure.unit)
            if let of = figure.of {
                writer.name("of")
                writer.spanObject(of, index)
            }
            writer.member("category", figure.category)
            writer.member("entity", figure.entity)
            writer.member("time", figure.time)
            writer.member("place", figure.place)
            writer.speaker("asserted_by", figure.assertedBy, index)
        }
    }

    private mutating func time(_ time: TimeExpression, _ index: CodePointIndex) {
        object(inline: true) { writer in
            writer.span(time.span, index)
            writer.member("type", time.kind.rawValue)
            writer.member("value", time.value)
            writer.member("anchor", time.anchor)
            writer.member("reason", time.reason)
        }
    }

    private mutating func event(_ event: Event, _ index: CodePointIndex) {
        object { writer in
            writer.member("id", event.id)
            writer.member("type", event.type)
            writer.name("trigger")
            writer.spanObject(event.trigger, index)
            writer.spans("mentions", event.mentions, index)
            writer.member("agent", event.agents)
            writer.spans("agent_spans", event.agentSpans, index)
            writer.member("patient", event.patients)
            writer.spans("patient_spans", event.patientSpans, index)
            if let weapon = event.weapon {
                writer.name("weapon")
                writer.spanObject(weapon, index)
            }
            writer.member("place", event.place)
            writer.member("time", event.time)
            writer.name("figures")
            writer.list(event.figures, inline: true) { $0.integer($1) }
            writer.member("asserted_by", event.assertedBy)
            if let span = event.assertedSpan {
                writer.name("asserted_by_span")
                writer.spanObject(span, index)
            }
            writer.member("modality", event.modality?.rawValue)
            if let acled = event.acled {
                writer.name("acled")
                writer.object(inline: true) { writer in
                    writer.member("event_type", acled.type)
                    writer.member("sub_event_type", acled.subType)
                }
            }
            writer.member("cameo", event.cameo)
        }
    }

    /// Left out where there is none.
    private mutating func spans(_ name: String, _ spans: [TextSpan], _ index: CodePointIndex) {
        guard !spans.isEmpty else { return }
        self.name(name)
        list(spans) { $0.spanObject($1, index) }
    }

    private mutating func summary(_ summary: Summary, _ index: CodePointIndex, _ text: Text) {
        name("summary")
        object { writer in
            writer.member("text", summary.sentences.map { text.string($0) }.joined(separator: " "))
            writer.name("sentences")
            writer.list(summary.sentences) { $0.spanObject($1, index) }
            writer.member("method", summary.method)
            if let headline = summary.headline {
                writer.name("headline")
                writer.object(inline: true) { writer in
                    writer.span(headline, index)
                    writer.member("text", text.string(headline))
                }
            }
            if !summary.facts.isEmpty {
                writer.name("facts")
                writer.list(summary.facts) { $0.fact($1, index) }
            }
        }
    }

    private mutating func fact(_ fact: KeyFact, _ index: CodePointIndex) {
        object { writer in
            writer.span(fact.span, index)
            writer.member("event", fact.event)
            writer.name("parts")
            writer.list(fact.parts) { writer, part in
                writer.object(inline: true) { writer in
                    writer.member("role", part.role.rawValue)
                    writer.span(part.span, index)
                    writer.member("entity", part.entity)
                    writer.member("figure", part.figure)
                    writer.member("time", part.time)
                }
            }
        }
    }

    private mutating func topic(_ topic: Topic, _ index: CodePointIndex) {
        object(inline: true) { writer in
            writer.member("scheme", topic.scheme)
            writer.member("code", topic.code)
            writer.member("name", topic.name)
            writer.member("confidence", topic.confidence)
            writer.member("vocabulary", topic.vocabulary.isEmpty ? nil : topic.vocabulary)
            guard let why = topic.why else { return }
            writer.name("why")
            writer.object(inline: true) { writer in
                writer.spans("sentences", why.sentences, index)
                writer.member("terms", why.terms)
            }
        }
    }

    private mutating func notice(_ notice: Notice, _ index: CodePointIndex) {
        object(inline: true) { writer in
            writer.member("code", notice.code)
            writer.member("message", notice.message)
            writer.member("severity", notice.severity.rawValue)
            if let span = notice.span { writer.span(span, index) }
        }
    }
}
