// SPDX-License-Identifier: Apache-2.0

extension ContractDecoder {
    /// Spans of sentences and flags count code points of the abstract's own text, those of sources of the article's.
    func abstract(_ value: ContractValue) throws(ContractError) -> Abstract {
        let text = Text(try value.member("text").string())
        let own = ContractDecoder(text)
        return Abstract(
            text, model: try value.optional("model").map { value throws(ContractError) in try value.string() },
            sentences: try value.optional("sentences").map { value throws(ContractError) in
                try value.list { sentence throws(ContractError) in
                    Abstract.Sentence(
                        try own.span(sentence), supported: try sentence.member("supported").bool(),
                        flags: try sentence.optional("flags").map { value throws(ContractError) in try value.list(own.flag) } ?? [],
                        sources: try sentence.optional("sources").map { value throws(ContractError) in try value.list(span) } ?? [])
                }
            })
    }

    private func flag(_ value: ContractValue) throws(ContractError) -> Abstract.Flag {
        Abstract.Flag(
            try value.member("kind").choice(Abstract.Flag.Kind.self), at: try span(value), reason: try value.member("reason").string())
    }
}
