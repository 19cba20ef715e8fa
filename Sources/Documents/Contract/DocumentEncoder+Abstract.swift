// SPDX-License-Identifier: Apache-2.0

extension JSONWriter {
    /// - Parameter index: of the article's text; the abstract's own text has its own.
    mutating func abstract(_ abstract: Abstract, _ index: CodePointIndex) {
        let own = CodePointIndex(abstract.text)
        name("abstract")
        object { writer in
            writer.name("text")
            writer.string(abstract.text.bytes[...])
            writer.member("model", abstract.model)
            guard let sentences = abstract.sentences else { return }
            writer.name("sentences")
            writer.list(sentences) { writer, sentence in
                writer.object { writer in
                    writer.span(sentence.span, own)
                    writer.name("supported")
                    writer.bool(sentence.supported)
                    writer.name("flags")
                    writer.list(sentence.flags) { writer, flag in
                        writer.object(inline: true) { writer in
                            writer.member("kind", flag.kind.rawValue)
                            writer.span(flag.span, own)
                            writer.name("text")
                            writer.string(abstract.text[flag.span])
                            writer.member("reason", flag.reason)
                        }
                    }
                    writer.name("sources")
                    writer.list(sentence.sources) { $0.spanObject($1, index) }
                }
            }
        }
    }
}
