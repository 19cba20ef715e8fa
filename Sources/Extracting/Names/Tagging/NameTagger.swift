// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Encoding
internal import Language
internal import Stages

/// Finds names by what the encoder says of each word, with edges mended by rule and one kind for one name of the article.
///
/// In steps, each linear in the text: the likeliest labels of each sentence; edges; parts of one name put together; what tables and the user's own
/// names say; the vote of the article; names passed over in one place that are sure in another.
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
        let vote = TaggedVote(found.joined().map { $0 }, in: text)
        let settled = found.map { $0.map(vote.settled) }
        let recall = TaggedRecall(settled.flatMap { $0 }, in: text)
        let own = OwnNames(text: text)
        var mentions: [NameMention] = []
        for (names, sentence) in zip(settled, text.text.sentences) {
            if Task.isCancelled { throw .cancelled }
            let all = TaggedGaps(names: names, sentence: sentence.tokens).filled { recall.names(in: $0) }
            mentions += self.mentions(of: own.placed(in: all, sentence.tokens), in: sentence.tokens, text)
        }
        return mentions
    }

    /// Of each sentence its names.
    private static func names(
        in text: NameText, _ encoded: EncodedText, _ decoder: NameDecoder
    ) throws(StageFailure) -> [[TaggedName]] {
        let spans = TaggedSpans(text: text)
        let joins = TaggedJoins(text: text)
        var found = [[TaggedName]](repeating: [], count: text.text.sentences.count)
        var word = 0
        var token = 0
        while word < encoded.words.count {
            if Task.isCancelled { throw .cancelled }
            let number = encoded.words[word].sentence
            var end = word
            while end < encoded.words.count, encoded.words[end].sentence == number { end += 1 }
            let sentence = text.text.sentences[number].tokens
            var names: [TaggedName] = []
            for name in decoder.names(in: word..<end) {
                let start = encoded.words[name.words.lowerBound].span.start
                let stop = encoded.words[name.words.upperBound - 1].span.end
                while token < text.tokens.count, text.tokens[token].span.end <= start { token += 1 }
                let first = token
                while token < text.tokens.count, text.tokens[token].span.start < stop { token += 1 }
                guard first < token, sentence.contains(first), token <= sentence.upperBound else { continue }
                names += spans.mended(TaggedName(tokens: first..<token, shares: name.shares), in: sentence)
            }
            found[number] = grown(joins.joined(names, in: sentence), in: sentence, text)
            word = end
        }
        return found
    }

    private static func grown(_ names: [TaggedName], in sentence: Range<Int>, _ text: NameText) -> [TaggedName] {
        let tables = TaggedTables(text: text)
        var result: [TaggedName] = []
        for name in names {
            let last = result.last?.tokens.upperBound ?? sentence.lowerBound
            guard name.tokens.lowerBound >= last else { continue }
            result.append(tables.grown(name, after: last, in: sentence))
        }
        return result
    }

    private static func mentions(of names: [TaggedName], in sentence: Range<Int>, _ text: NameText) -> [NameMention] {
        let tables = TaggedTables(text: text)
        let typer = TaggedTyper(text: text)
        return names.compactMap { name in
            guard let (name, kind) = tables.settled(name) else { return nil }
            let confidence = (Double(min(name.confidence, 0.99)) * 100).rounded() / 100
            return NameMention(text.text.span(name.tokens), kind: kind ?? typer.kind(of: name, in: sentence), confidence: confidence)
        }
    }
}

/// The stretches of a sentence between its names.
struct TaggedGaps {
    let names: [TaggedName]
    let sentence: Range<Int>

    /// The names with those that `find` gives for each stretch, in order.
    func filled(_ find: (Range<Int>) -> [TaggedName]) -> [TaggedName] {
        var result: [TaggedName] = []
        var position = sentence.lowerBound
        for name in names {
            if position < name.tokens.lowerBound { result += find(position..<name.tokens.lowerBound) }
            result.append(name)
            position = max(position, name.tokens.upperBound)
        }
        if position < sentence.upperBound { result += find(position..<sentence.upperBound) }
        return result
    }
}
