// SPDX-License-Identifier: Apache-2.0

import Documents

/// A small article with something in every layer, spans found by their words.
enum SampleDocument {
    static let string = """
        At least 17 civilians were killed in air strikes on the the Lantern Market, said Dr Ilse Okonjo of the Relief Committee. The army put the toll at 11.

        "We counted twice, because nobody believed it [it was seventeen]", Okonjo said on Friday. A <b>bold</b> claim & more.

        The Committee warned of "an open-air trap" in Saltgate.
        """

    static func document(
        _ string: String = string, annotations: [Annotation]? = nil, source: String = "saltgate.txt"
    ) -> Document {
        let text = Text(string)
        return Document(
            id: "sha256:5a17",
            source: Source(name: source, mediaType: "text/plain", charset: "UTF-8", bytes: text.count, sha256: "5a17"),
            text: text, sourceMap: .identity(count: text.count), annotations: annotations ?? layers)
    }

    /// The `nth` place (from 0) where the sample says `words`.
    static func span(_ words: String, _ nth: Int = 0) -> TextSpan {
        let (text, words) = (Array(string.utf8), Array(words.utf8))
        let starts = text.indices.filter { text[$0...].starts(with: words) }
        return TextSpan(starts[nth], starts[nth] + words.count)
    }

    static var layers: [Annotation] {
        [
            .language(LanguageGuess(tag: "en", confidence: 0.99)), .headline("Market <hit> & counted"), .byline(["Pelle Vass"]),
            .dateline(Dateline(place: "KESRAN")), .published("2024-05-16T09:00:00Z"), .publisher("Meridian Wire"),
            .entities([
                Entity(id: "e1", kind: .location, name: "Lantern Market", mentions: [.init(span("Lantern Market"))]),
                Entity(
                    id: "e2", kind: .person, name: "Ilse Okonjo", aliases: ["Okonjo"],
                    mentions: [.init(span("Ilse Okonjo")), .init(span("Okonjo", 1))]),
                Entity(
                    id: "e3", kind: .organization, name: "Relief Committee", aliases: ["Committee"],
                    mentions: [.init(span("Relief Committee")), .init(span("Committee", 1))]),
                Entity(id: "e4", kind: .location, name: "Saltgate", mentions: [.init(span("Saltgate"))]),
            ]),
            .quotes([
                Quote(
                    span("We counted twice, because nobody believed it [it was seventeen]"), kind: .direct,
                    speaker: .init(span("Okonjo", 1), entity: "e2"), cue: span("said", 1)),
                Quote(span("an open-air trap"), kind: .partial, speaker: .init(span("Committee", 1), entity: "e3")),
            ]),
            .figures([
                Figure(span("At least 17"), value: 17, min: 17, of: span("civilians"), category: "killed"),
                Figure(span("11"), value: 11, category: "killed"),
            ]),
            .conflicts([[0, 1]]),
            .times([TimeExpression(span("on Friday"), kind: .date, reason: "nothing in the article dates it")]),
            .summary(Summary(sentences: [span("The army put the toll at 11.")], method: "centrality")),
            .topics([
                Topic(scheme: "mediatopic", code: "medtop:16000000", name: "conflict, war and peace", confidence: 0.82, vocabulary: "2024")
            ]),
            .keywords([Keyword("air strikes", score: 1), Keyword("Lantern Market", score: 0.7)]),
            .notices([Notice("repeated-word", "“the” stands twice", severity: .warning, at: span("the the"))]),
        ]
    }
}
