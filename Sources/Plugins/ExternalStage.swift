// SPDX-License-Identifier: Apache-2.0

package import Stages

/// A stage that is done outside this program.
package protocol ExternalStage: Annotator {
    /// Starts what does the work and speaks to it, so that a fault shows before the first article.
    ///
    /// - Throws: `StageFailure`, which says what is wrong.
    func probe() throws(StageFailure)
}
