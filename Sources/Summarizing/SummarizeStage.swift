// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Stages

/// Chooses the sentences that stand for the article.
package struct SummarizeStage: Stage {
    package static let id = "summarize"
    package static let version = "1"
    package static let summary = "Chooses the sentences that stand for the article."
    package static let contract = StageContract(reads: [.text, .sentences], writes: [.summary])

    package init(options: StageOptions) throws(OptionError) {}

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] { [] }
}
