// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon

/// What the commands that run a chain share.
struct ModelOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The model, or none. Without this COPYDESK_MODEL says which, or it is looked for beside the program and in ../share/copydesk.",
            valueName: "file"))
    var model: String?

    /// - Throws: `ExitStatus` after saying what is wrong with the model.
    func load() throws -> StageModel {
        do { return try StageModel.load(model) } catch {
            Terminal.complain("copydesk: \(error)")
            throw ExitStatus.environment
        }
    }
}
