// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Stages

/// Finds names, quotations, figures and times.
package struct ExtractStage: Stage {
    package static let id = "extract"
    package static let version = "1"
    package static let summary = "Finds names, quotations, figures and times."
    package static let contract = StageContract(reads: [.text, .sentences], writes: [.entities, .quotes, .figures, .times, .conflicts])

    package init(options: StageOptions) throws(OptionError) {}

    package func annotate(_ document: Document) throws(StageFailure) -> [Annotation] { [] }
}
