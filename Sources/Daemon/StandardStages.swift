// SPDX-License-Identifier: Apache-2.0

internal import Classifying
internal import Extracting
package import Manifests
internal import Normalizing
internal import Summarizing

extension StageCatalog {
    /// Every stage that comes with the program, in the order in which they usually stand. A new one is one more line here.
    package static let standard = StageCatalog([
        NormalizeStage.self,
        ExtractStage.self,
        SummarizeStage.self,
        ClassifyStage.self,
    ])
}
