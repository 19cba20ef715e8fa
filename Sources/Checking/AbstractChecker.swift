// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Encoding
internal import Language
package import Stages

/// Holds a summary in words of its own against the article, sentence by sentence. Depends on nothing but the two.
///
/// It flags what the article does not bear out; what it does not flag is not thereby true.
package struct AbstractChecker {
    /// Bytes of an abstract; a longer one is no summary.
    package static let longest = 65_536

    private let encoder: ArticleEncoder?

    /// - Parameter encoder: for names and for likeness of sentences; `nil`: by rules and words alone.
    package init(encoder: ArticleEncoder?) { self.encoder = encoder }

    /// - Returns: the sentences of `abstract` in order, each with its flags and sources.
    package func sentences(of abstract: Text, against article: Document) throws(StageFailure) -> [Abstract.Sentence] {
        let pair = try CheckedPair(article, abstract, encoder: encoder)
        let support: SupportCheck
        do { support = try SupportCheck(pair, encoder: encoder) } catch { throw .cancelled }
        let polarity = PolarityCheck(pair)
        let all =
            NameCheck(pair).flags() + FigureCheck(pair).flags() + TimeCheck(pair).flags() + QuoteCheck(pair).flags()
            + RoleCheck(pair).flags()
        var sentences: [Abstract.Sentence] = []
        for (index, sentence) in pair.toldWords.text.sentences.enumerated() {
            if Task.isCancelled { throw .cancelled }
            let found = support.support(of: index)
            var flags = all.filter { sentence.span.contains($0.span.start) }
            flags += polarity.flags(index, sources: found.sources)
            if !found.isEnough { flags.append(Abstract.Flag(.support, at: sentence.span, reason: "No sentence of the article says this")) }
            flags.sort { ($0.span, $0.kind.rawValue) < ($1.span, $1.kind.rawValue) }
            let sources = found.sources.sorted().map { pair.articleWords.text.sentences[$0].span }
            sentences.append(
                Abstract.Sentence(sentence.span, supported: !flags.contains { $0.kind.isError }, flags: flags, sources: sources))
        }
        return sentences
    }
}
