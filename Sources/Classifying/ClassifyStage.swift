// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Stages

/// Names the article's topics and keywords.
package struct ClassifyStage: Stage {
    package static let id = "classify"
    package static let version = "1"
    package static let summary = "Names the article's topics and keywords."
    package static let contract = StageContract(reads: [.text, .sentences], writes: [.topics, .keywords])

    package init(options: StageOptions) throws(OptionError) {}

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] { [] }
}
