// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Encoding
package import Stages

/// Holds the summary that a model or a plugin wrote against the article, and flags what is not in it.
package struct CheckStage: Stage {
    package static let id = "check"
    package static let version = "1"
    package static let summary = "Checks a summary that a language model wrote against the article."
    package static let contract = StageContract(
        reads: [.text, .sentences, .abstract],
        prefers: [
            .language, .headline, .byline, .dateline, .published, .publisher, .url, .paragraphs, .entities, .quotes, .figures,
            .times, .events,
        ], writes: [.abstract])

    private let encoder: ArticleEncoder?

    package init(options: StageOptions) throws(OptionError) { self.init(encoder: nil) }

    package init(encoder: ArticleEncoder?) { self.encoder = encoder }

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        if Task.isCancelled { throw .cancelled }
        guard var abstract = document.abstract else { return [] }
        guard abstract.text.count <= AbstractChecker.longest else {
            throw StageFailure(
                .document, "The summary to be checked is longer than \(AbstractChecker.longest / 1024) kB",
                remedy: "Look to the plugin that writes \"abstract\"")
        }
        abstract.sentences = try AbstractChecker(encoder: encoder).sentences(of: abstract.text, against: document)
        return [.abstract(abstract)]
    }
}
