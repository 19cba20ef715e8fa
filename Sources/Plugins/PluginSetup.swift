// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Stages

/// All that is known of one plugin of one manifest.
struct PluginSetup: Sendable {
    /// The stage's name in the manifest.
    var name: String
    var command: PluginCommand
    /// As the manifest has them.
    var options: [JSON.Member]
    var reads: Set<Layer>
    var patch: DocumentPatch
    var confiner: Confiner
    /// Is given the stage's name and a line that the plugin wrote to standard error.
    var log: @Sendable (String, String) -> Void

    var readNames: [String] { reads.map(\.rawValue).sorted() }
    var writeNames: [String] { (patch.writes.subtracting([.extra]).map(\.rawValue) + patch.extras).sorted() }

    func start(in scratch: Scratch) throws(StageFailure) -> ChildProcess {
        do throws(ChildProcess.Failure) {
            return try ConfinedProgram(command, confiner).start(in: scratch)
        } catch {
            throw PluginFailure.of(error, at: "start", nil)
        }
    }
}
