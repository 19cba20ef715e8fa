// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

/// Every offset below counts code points: "É 🙂" is 3 of them and 7 bytes.
@Suite struct `A document as JSON` {
    private func document() throws -> Document {
        let text = Text("É 🙂 met.")
        let map = SourceMap(
            runs: [SourceRun(text: TextSpan(0, 7), source: 0..<7), SourceRun(text: TextSpan(7, 12), source: 8..<14, edit: "line-wrap")],
            units: .utf8)
        let source = Source(
            name: "in/a.txt", mediaType: "text/plain", charset: "UTF-8", bytes: 14, sha256: "ab", received: "2026-01-02T03:04:05Z",
            part: "2")
        var document = Document(id: "sha256:ab", source: source, text: text, sourceMap: map)
        let all = TextSpan(0, 12)
        let face = TextSpan(3, 7)
        let verb = TextSpan(8, 11)
        let annotations: [Annotation] = [
            .language(LanguageGuess(tag: "en", confidence: 0.99)), .headline("H"), .byline(["Jane Roe"]),
            .dateline(Dateline(place: "Oldham")), .published("2026-01-02"), .modified("2026-01-03"), .publisher("P"),
            .url("https://example.org/"), .image("https://example.org/a.jpg"), .section("S"), .tags(["t"]), .paragraphs([all]),
            .sentences([all]),
            .entities([
                Entity(
                    id: "e1", kind: .person, name: "É", aliases: ["🙂"], mentions: [Entity.Mention(face, kind: .pronoun)], salience: 0.5,
                    wikidata: "Q1", country: "GB", coordinates: Entity.Coordinates(latitude: 1.5, longitude: -2))
            ]),
            .quotes([Quote(verb, kind: .partial, speaker: Quote.Speaker(face, entity: "e1"), cue: verb)]),
            .figures([
                Figure(face, value: 1, min: 2, max: 3.5, approximate: true, unit: "km", of: verb, category: "killed", entity: "e1", time: 0)
            ]),
            .times([TimeExpression(verb, kind: .date, value: "2026", anchor: "published", reason: "r")]),
            .events([
                Event(
                    id: "v1", type: "meet", trigger: verb, mentions: [face], agents: ["e1"], agentSpans: [face], patients: ["e1"],
                    patientSpans: [verb], weapon: face, place: "e1", time: 0, figures: [0], assertedBy: "e1", assertedSpan: face,
                    modality: .alleged, acled: Event.ACLED(type: "Battles", subType: "Armed clash"), cameo: "19"),
                Event(id: "v2", type: "meet", trigger: verb),
            ]),
            .conflicts([[0, 0]]),
            .summary(
                Summary(
                    sentences: [all], method: "lead", headline: all,
                    facts: [
                        KeyFact(
                            all, event: "ev1", parts: [KeyFact.Part(.who, all, entity: "e1"), KeyFact.Part(.toll, all, figure: 0, time: 0)])
                    ])),
            .abstract(
                Abstract(
                    Text("🙂 ate."), model: "m",
                    sentences: [
                        Abstract.Sentence(
                            TextSpan(0, 9), supported: false, flags: [Abstract.Flag(.name, at: TextSpan(5, 8), reason: "r")],
                            sources: [face])
                    ])),
            .topics([
                Topic(scheme: "mediatopic", code: "medtop:1", name: "N", confidence: 0.25, vocabulary: "v"),
                Topic(
                    scheme: "mediatopic", code: "medtop:2", name: "M", confidence: 0.5, vocabulary: "v",
                    why: TopicReason(sentences: [face], terms: ["t"])),
            ]),
            .keywords([Keyword("k", score: 1), Keyword("N", score: 0.5, entity: "e1")]),
            .genre(Genre(.liveBlog, confidence: 0.75, evidence: [Genre.Evidence(TextSpan(0, 3), reason: "r")])),
            .tones([Tone(entity: "e1", value: -0.5, evidence: [Tone.Evidence(TextSpan(0, 2), value: -0.5, speaker: "e2")])]),
            .readability(
                Readability(
                    words: 2, sentences: 1, wordsPerSentence: 2, readingSeconds: 1, syllables: 3, fleschReadingEase: 77.5,
                    fleschKincaidGrade: 2.5)),
            .notices([Notice("c", "m", severity: .warning, at: face), Notice("d", "n")]),
            .duplicates([Duplicate(id: "x", similarity: 0.75), Duplicate(id: "y", similarity: 0.5, partOfThis: 0.5, partOfThat: 1)]),
            .reuse([Reuse(face, id: "x", similarity: 1)]), .coverage(Coverage(read: 0.5, truncated: true)),
        ]
        try document.apply(annotations, writes: Set(Layer.allCases))
        document.provenance = [
            ProvenanceEntry(
                stage: "s", plugin: "p", version: "1", optionsSHA256: "cd", started: "2026-01-02T03:04:05Z", milliseconds: 1.5,
                outcome: .skipped,
                reason: "why")
        ]
        return document
    }

    @Test(arguments: [
        ("schema", #""copydesk/1""#), ("id", #""sha256:ab""#),
        (
            "source",
            #"{"name":"in/a.txt","media_type":"text/plain","charset":"UTF-8","bytes":14,"sha256":"ab","received":"2026-01-02T03:04:05Z","part":"2"}"#
        ),
        ("language", #"{"tag":"en","confidence":0.99}"#), ("headline", #""H""#), ("byline", #"["Jane Roe"]"#),
        ("dateline", #"{"place":"Oldham"}"#), ("published", #""2026-01-02""#), ("modified", #""2026-01-03""#), ("publisher", #""P""#),
        ("url", #""https://example.org/""#), ("image", #""https://example.org/a.jpg""#),
        ("section", #""S""#), ("tags", #"["t"]"#), ("text", #""É 🙂 met.""#),
        ("paragraphs", #"[{"start":0,"end":8}]"#), ("sentences", #"[{"start":0,"end":8}]"#),
        (
            "entities",
            #"[{"id":"e1","type":"person","name":"É","aliases":["🙂"],"mentions":[{"start":2,"end":3,"kind":"pronoun"}],"salience":0.5,"#
                + #""wikidata":"Q1","country":"GB","coordinates":{"latitude":1.5,"longitude":-2}}]"#
        ),
        (
            "quotes",
            #"[{"start":4,"end":7,"kind":"partial","text":"met","speaker":{"entity":"e1","start":2,"end":3},"cue":{"start":4,"end":7}}]"#
        ),
        (
            "figures",
            #"[{"start":2,"end":3,"value":1,"min":2,"max":3.5,"approximate":true,"unit":"km","of":{"start":4,"end":7},"#
                + #""category":"killed","entity":"e1","time":0}]"#
        ),
        ("times", #"[{"start":4,"end":7,"type":"DATE","value":"2026","anchor":"published","reason":"r"}]"#),
        (
            "events",
            #"[{"id":"v1","type":"meet","trigger":{"start":4,"end":7},"mentions":[{"start":2,"end":3}],"agent":["e1"],"#
                + #""agent_spans":[{"start":2,"end":3}],"patient":["e1"],"patient_spans":[{"start":4,"end":7}],"#
                + #""weapon":{"start":2,"end":3},"place":"e1","time":0,"figures":[0],"asserted_by":"e1","#
                + #""asserted_by_span":{"start":2,"end":3},"modality":"alleged","#
                + #""acled":{"event_type":"Battles","sub_event_type":"Armed clash"},"cameo":"19"},"#
                + #"{"id":"v2","type":"meet","trigger":{"start":4,"end":7},"agent":[],"patient":[],"figures":[]}]"#
        ),
        ("conflicts", "[[0,0]]"),
        (
            "summary",
            #"{"text":"É 🙂 met.","sentences":[{"start":0,"end":8}],"method":"lead","headline":{"start":0,"end":8,"text":"É 🙂 met."},"#
                + #""facts":[{"start":0,"end":8,"event":"ev1","parts":[{"role":"who","start":0,"end":8,"entity":"e1"},"#
                + #"{"role":"toll","start":0,"end":8,"figure":0,"time":0}]}]}"#
        ),
        (
            "abstract",
            #"{"text":"🙂 ate.","model":"m","sentences":[{"start":0,"end":6,"supported":false,"#
                + #""flags":[{"kind":"name","start":2,"end":5,"text":"ate","reason":"r"}],"sources":[{"start":2,"end":3}]}]}"#
        ),
        (
            "topics",
            #"[{"scheme":"mediatopic","code":"medtop:1","name":"N","confidence":0.25,"vocabulary":"v"},"#
                + #"{"scheme":"mediatopic","code":"medtop:2","name":"M","confidence":0.5,"vocabulary":"v","#
                + #""why":{"sentences":[{"start":2,"end":3}],"terms":["t"]}}]"#
        ),
        ("keywords", #"[{"text":"k","score":1},{"text":"N","score":0.5,"entity":"e1"}]"#),
        ("genre", #"{"name":"live_blog","confidence":0.75,"evidence":[{"start":0,"end":2,"reason":"r"}]}"#),
        ("tones", #"[{"entity":"e1","value":-0.5,"evidence":[{"start":0,"end":1,"value":-0.5,"speaker":"e2"}]}]"#),
        (
            "readability",
            #"{"words":2,"sentences":1,"words_per_sentence":2,"reading_seconds":1,"syllables":3,"flesch_reading_ease":77.5,"flesch_kincaid_grade":2.5}"#
        ),
        (
            "notices",
            #"[{"code":"c","message":"m","severity":"warning","start":2,"end":3},{"code":"d","message":"n","severity":"info"}]"#
        ),
        ("duplicates", #"[{"id":"x","similarity":0.75},{"id":"y","similarity":0.5,"part_of_this":0.5,"part_of_that":1}]"#),
        ("reuse", #"[{"start":2,"end":3,"id":"x","similarity":1}]"#), ("coverage", #"{"read":0.5,"truncated":true}"#),
        (
            "source_map",
            #"[{"start":0,"source":0,"length":3,"bytes":7},{"start":3,"source":8,"length":5,"bytes":6,"edit":"line-wrap"}]"#
        ),
        (
            "provenance",
            #"[{"stage":"s","plugin":"p","version":"1","options_sha256":"cd","started":"2026-01-02T03:04:05Z","milliseconds":1.5,"#
                + #""outcome":"skipped","reason":"why"}]"#
        ),
    ])
    func `has each field as the contract says`(field: String, expected: String) throws {
        for layout in [JSONWriter.Layout.compact, .readable] {
            let json = try JSONParser.parse(DocumentEncoder.encode(try document(), layout: layout))
            var writer = JSONWriter()
            writer.json(try #require(json[field]))
            #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
        }
    }

    @Test func `leaves out what is not known`() throws {
        let text = Text("a")
        let source = Source(name: "a", mediaType: "text/plain", charset: "UTF-8", bytes: 1, sha256: "ab")
        let document = Document(id: "sha256:ab", source: source, text: text, sourceMap: .identity(count: 1))
        let json = try JSONParser.parse(DocumentEncoder.encode(document, layout: .compact))
        #expect(json.members?.map(\.name) == ["schema", "id", "source", "text", "source_map", "provenance"])
        #expect(json["source"]?.members?.map(\.name) == ["name", "media_type", "charset", "bytes", "sha256"])
    }

    @Test func `answers a request under its own id`() throws {
        let bytes = DocumentEncoder.encode(try document(), layout: .compact, requestID: JSON(.integer(7)))
        #expect(try JSONParser.parse(bytes)["id"]?.integer == 7)
        #expect(!bytes.contains(0x0A))
    }
}
