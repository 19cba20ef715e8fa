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

    /// Nothing of ours: neither secrets nor settings that change what a program does.
    private static let environment = [
        "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "PYTHONUNBUFFERED=1", "PYTHONDONTWRITEBYTECODE=1",
    ]

    func start(in scratch: Scratch) throws(StageFailure) -> ChildProcess {
        let words = confiner.words(for: command, scratch: scratch.path)
        let environment = Self.environment + ["HOME=\(scratch.path)", "TMPDIR=\(scratch.path)"]
        let folder = scratch.path
        let result: Result<ChildProcess, ChildProcess.Failure> = SpawningThread.perform {
            do throws(ChildProcess.Failure) {
                return .success(try ChildProcess(words, environment: environment, folder: folder))
            } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let child): return child
        case .failure(let failure): throw PluginFailure.of(failure, at: "start", nil)
        }
    }
}
