// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

private func entity(_ id: String, _ name: String, in text: String) -> Entity {
    let (bytes, wanted) = (Array(text.utf8), Array(name.utf8))
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return Entity(id: id, kind: .person, name: name, mentions: [Entity.Mention(TextSpan(start, start + wanted.count))], salience: 1)
}

@Suite struct `The tone toward somebody` {
    @Test(
        arguments: [
            ("Vesk praised Holt.", "e2", 0.7, "praised", "e1"),
            ("Holt was praised by Vesk.", "e2", 0.7, "praised", "e1"),
            ("Vesk met the corrupt Holt.", "e2", -0.8, "corrupt", nil),
            ("Holt is not corrupt, and Vesk knew.", "e2", 0.56, "not corrupt", nil),
            ("Holt lied to Vesk.", "e2", -0.6, "lied", nil),
        ] as [(String, String, Double, String, String?)])
    func `belongs to whom the words are about`(text: String, id: String, value: Double, words: String, speaker: String?) throws {
        let known = [Annotation.entities([entity("e1", "Vesk", in: text), entity("e2", "Holt", in: text)])]
        let document = try classified(text, known: known)
        let tones = try #require(document.tones)
        #expect(tones.map(\.entity) == [id])
        let tone = try #require(tones.first)
        #expect(abs(tone.value - value) < 0.011)
        #expect(tone.evidence.map { document.text.string($0.span) } == [words])
        #expect(tone.evidence.first?.speaker == speaker)
    }

    @Test(arguments: ["Holt was killed by a bomb.", "Holt travelled to Tarr.", "Holt lost a house in a terrible flood; it was a disgrace."])
    func `is none where bad things only happen`(text: String) throws {
        #expect(try classified(text, known: [.entities([entity("e1", "Holt", in: text)])]).tones == [])
    }
}

@Suite struct `Genre and reading level` {
    @Test func `takes questions and answers for an interview`() throws {
        let text = "Q: Why rye?\n\nA: It grows here.\n\nQ: Who taught you?\n\nA: My aunt."
        var spans: [TextSpan] = []
        var start = 0
        for part in text.split(separator: "\n\n") {
            spans.append(TextSpan(start, start + part.utf8.count))
            start += part.utf8.count + 2
        }
        let genre = try #require(try classified(text, known: [.paragraphs(spans)]).genre)
        #expect(genre.name == .interview)
        #expect(!genre.evidence.isEmpty)
    }

    @Test func `takes the heading of a press office for what it is`() throws {
        let genre = try classified("FOR IMMEDIATE RELEASE. Fern is pleased to announce a soap. Media contact: Liv Moss.").genre
        #expect(genre?.name == .pressRelease)
    }

    @Test(arguments: ["", "Blue.", "The cat sat on the mat."]) func `names no genre where nothing shows it`(text: String) throws {
        #expect(try classified(text).genre == nil)
    }

    @Test(arguments: [
        ("made", 1), ("makes", 1), ("table", 2), ("asked", 1), ("wanted", 2), ("nation", 2), ("radio", 3), ("statement", 2), ("create", 2),
        ("quiet", 2), ("government", 3),
    ])
    func `counts syllables as they are said`(word: String, count: Int) throws {
        #expect(try classified(word).readability?.syllables == count)
    }

    @Test func `counts words and sentences`() throws {
        let level = try #require(try classified("A well-known man sat. He ate 12 eggs.").readability)
        #expect((level.words, level.sentences) == (8, 2))
        #expect(level.wordsPerSentence == 4)
    }

    @Test func `leaves formulas for English out of other languages`() throws {
        let level = try classified("Der Hafen ist zu.", known: [.language(LanguageGuess(tag: "de", confidence: 1))]).readability
        #expect(level?.words == 4)
        #expect(level?.fleschReadingEase == nil)
    }
}
