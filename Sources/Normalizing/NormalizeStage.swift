// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Stages

/// Repairs the text and finds its language, paragraphs and sentences.
package struct NormalizeStage: Stage {
    package static let id = "normalize"
    package static let version = "1"
    package static let summary = "Repairs the text and finds its language, paragraphs and sentences."
    package static let contract = StageContract(reads: [.text], writes: [.text, .language, .paragraphs, .sentences, .notices])

    package init(options: StageOptions) throws(OptionError) {}

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] { [] }
}
