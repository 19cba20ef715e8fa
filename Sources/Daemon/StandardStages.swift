// SPDX-License-Identifier: Apache-2.0

internal import Checking
internal import Classifying
internal import Documents
internal import Encoding
internal import Extracting
package import Manifests
internal import Normalizing
internal import Stages
internal import Summarizing

extension StageCatalog {
    /// The standard stages without a model.
    package static let standard = StageCatalog.standard(StageModel())

    /// Every stage that comes with the program, in the order in which they usually stand. A new one is one more line here; one that works with
    /// the model has a line in `makers` too.
    package static func standard(_ model: StageModel) -> StageCatalog {
        let encoder = model.encoder
        let shared = encoder.map { ArticleEncoder($0) }
        return StageCatalog(
            [NormalizeStage.self, ExtractStage.self, SummarizeStage.self, ClassifyStage.self, CheckStage.self],
            model: encoder.map { .used(name: $0.name, sha256: $0.digest) } ?? .missing,
            makers: [
                ExtractStage.id: { options throws(OptionError) in try ExtractStage(options: options, encoder: shared) },
                SummarizeStage.id: { options throws(OptionError) in try SummarizeStage(options: options, encoder: shared) },
                CheckStage.id: { _ throws(OptionError) in CheckStage(encoder: shared) },
                ClassifyStage.id: { options throws(OptionError) in try ClassifyStage(options: options, encoder: shared) },
            ])
    }
}
