// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Encoding
internal import Language
internal import Stages

/// Finds names by what the encoder says of each word, with edges mended by rule and one kind for one name of the article.
enum NameTagger {
    /// The head that tells names.
    static let head = "names"

    /// - Parameter encoded: of the sentences of `text`, with the logits of `head`.
    /// - Returns: mentions in the order of the text, none overlapping; `nil` where the head's labels are none of names.
    /// - Throws: `.cancelled`.
    static func mentions(
        in text: TokenizedText, encoded: EncodedText, labels: [String], aliases: NameAliases = .none
    ) throws(StageFailure) -> [NameMention]? {
        guard let tags = NameTags(labels), let logits = encoded.logits[head], logits.count == encoded.words.count * labels.count else {
            return nil
        }
        let text = NameText(text, tables: NameTables(), aliases: aliases)
        let found = try names(in: text, encoded, NameDecoder(tags, logits: logits))
        let vote = TaggedVote(found.map(\.name), in: text)
        let typer = TaggedTyper(text: text)
        var mentions: [NameMention] = []
        mentions.reserveCapacity(found.count)
        for (name, sentence) in found {
            let settled = vote.settled(name)
            let kind = typer.kind(of: settled, in: text.text.sentences[sentence].tokens)
            let confidence = (Double(min(settled.confidence, 0.99)) * 100).rounded() / 100
            mentions.append(NameMention(text.text.span(settled.tokens), kind: kind, confidence: confidence))
        }
        if Task.isCancelled { throw .cancelled }
        return mentions
    }

    private static func names(
        in text: NameText, _ encoded: EncodedText, _ decoder: NameDecoder
    ) throws(StageFailure) -> [(name: TaggedName, sentence: Int)] {
        let spans = TaggedSpans(text: text)
        var found: [(name: TaggedName, sentence: Int)] = []
        var word = 0
        var token = 0
        while word < encoded.words.count {
            if Task.isCancelled { throw .cancelled }
            let sentence = encoded.words[word].sentence
            var end = word
            while end < encoded.words.count, encoded.words[end].sentence == sentence { end += 1 }
            for name in decoder.names(in: word..<end) {
                let start = encoded.words[name.words.lowerBound].span.start
                let stop = encoded.words[name.words.upperBound - 1].span.end
                while token < text.tokens.count, text.tokens[token].span.end <= start { token += 1 }
                let first = token
                while token < text.tokens.count, text.tokens[token].span.start < stop { token += 1 }
                guard first < token else { continue }
                let tagged = TaggedName(tokens: first..<token, shares: name.shares)
                found += spans.mended(tagged, in: text.text.sentences[sentence].tokens).map { ($0, sentence) }
            }
            word = end
        }
        return found
    }
}
