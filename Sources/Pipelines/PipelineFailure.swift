// SPDX-License-Identifier: Apache-2.0

package import Stages

/// Why a document left the chain before its end.
package struct PipelineFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The stage's name in the manifest.
    package var stage: String
    package var code: StageFailure.Code
    package var problem: String
    package var remedy: String
    package var attempts: Int

    package var description: String { "\(stage): \(problem). \(remedy)." }
}
