// SPDX-License-Identifier: Apache-2.0

/// How the article is written: genre, tones and readability.
extension ContractDecoder {
    func genre(_ value: ContractValue) throws(ContractError) -> Genre {
        Genre(
            try value.member("name").choice(Genre.Name.self), confidence: try value.member("confidence").fraction(),
            evidence: try value.member("evidence").list { value throws(ContractError) in
                Genre.Evidence(try span(value), reason: try value.member("reason").string())
            })
    }

    func tone(_ value: ContractValue) throws(ContractError) -> Tone {
        Tone(
            entity: try value.member("entity").string(), value: try signed(value),
            evidence: try value.member("evidence").list { value throws(ContractError) in
                Tone.Evidence(try span(value), value: try signed(value), speaker: try string(value, "speaker"))
            })
    }

    func readability(_ value: ContractValue) throws(ContractError) -> Readability {
        Readability(
            words: try value.member("words").integer(), sentences: try value.member("sentences").integer(),
            wordsPerSentence: try value.member("words_per_sentence").number(),
            readingSeconds: try value.member("reading_seconds").integer(), syllables: try integer(value, "syllables"),
            fleschReadingEase: try number(value, "flesch_reading_ease"), fleschKincaidGrade: try number(value, "flesch_kincaid_grade"))
    }

    /// The member `value`, from -1 to 1.
    private func signed(_ value: ContractValue) throws(ContractError) -> Double {
        let number = try value.member("value").number()
        guard (-1...1).contains(number) else { throw ContractError(value.path, "has a value of \(number), not from -1 to 1") }
        return number
    }
}
