// SPDX-License-Identifier: Apache-2.0

/// How the article is written: genre, tones and readability.
extension JSONWriter {
    mutating func genre(_ genre: Genre, _ index: CodePointIndex) {
        name("genre")
        object { writer in
            writer.member("name", genre.name.rawValue)
            writer.member("confidence", genre.confidence)
            writer.name("evidence")
            writer.list(genre.evidence) { writer, evidence in
                writer.object(inline: true) { writer in
                    writer.span(evidence.span, index)
                    writer.member("reason", evidence.reason)
                }
            }
        }
    }

    mutating func tone(_ tone: Tone, _ index: CodePointIndex) {
        object { writer in
            writer.member("entity", tone.entity)
            writer.member("value", tone.value)
            writer.name("evidence")
            writer.list(tone.evidence) { writer, evidence in
                writer.object(inline: true) { writer in
                    writer.span(evidence.span, index)
                    writer.member("value", evidence.value)
                    writer.member("speaker", evidence.speaker)
                }
            }
        }
    }

    mutating func readability(_ readability: Readability) {
        name("readability")
        object { writer in
            writer.member("words", readability.words)
            writer.member("sentences", readability.sentences)
            writer.member("words_per_sentence", readability.wordsPerSentence)
            writer.member("reading_seconds", readability.readingSeconds)
            writer.member("syllables", readability.syllables)
            writer.member("flesch_reading_ease", readability.fleschReadingEase)
            writer.member("flesch_kincaid_grade", readability.fleschKincaidGrade)
        }
    }
}
