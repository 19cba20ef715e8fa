// SPDX-License-Identifier: Apache-2.0

package import Encoding
internal import Files
internal import Glibc

/// The model for the stages that work with one: loaded once, shared by all. Without it they go by rules alone.
package struct StageModel: Sendable {
    package let encoder: Encoder?

    /// What is written for `--model` and COPYDESK_MODEL to go by rules alone though there is a model.
    package static let none = "none"
    private static let fileName = "encoder.safetensors"

    /// No model.
    package init() { encoder = nil }

    /// - Parameter path: from the command line. Without one, COPYDESK_MODEL says where the model lies; without that it is looked for beside the
    ///   program, in `../share/copydesk`, and in the sources that the program was built from. COPYDESK_KERNELS names the instruction set to
    ///   run by (`KernelPath`) where it is not to be the fastest: all give the same bits, which is what it lets one see.
    /// - Throws: where the model that was named, or found, cannot be used.
    package static func load(_ path: String?) throws(EncoderError) -> StageModel {
        let variable = environment("COPYDESK_MODEL")
        let named = path ?? (variable.isEmpty ? nil : variable)
        if named == none { return StageModel() }
        guard let path = named ?? found() else { return StageModel() }
        let kernels = environment("COPYDESK_KERNELS")
        let file = try EncoderFile(path)
        return StageModel(kernels.isEmpty ? try Encoder(file) : try Encoder(file, pathNamed: kernels))
    }

    private static func environment(_ name: String) -> String { unsafe getenv(name).map { unsafe String(cString: $0) } ?? "" }

    private init(_ encoder: Encoder) { self.encoder = encoder }

    private static func found() -> String? {
        let program = Machine.program.map { $0.split(separator: "/").dropLast() } ?? []
        let beside = "/" + program.joined(separator: "/")
        let share = "/" + (program.dropLast() + ["share", "copydesk"]).joined(separator: "/")
        let folders = [beside, share] + (Machine.ownSources.map { ["\($0)/Models/encoder"] } ?? [])
        return folders.map { "\($0)/\(fileName)" }.first { path in unsafe access(path, R_OK) == 0 }
    }

    /// "minilm-l6-names, 25e809abc8e0be82…, avx512vnni", or how to get one: for people.
    package var description: String {
        guard let encoder else { return "none; names are found by rules alone (docs/ENCODER.md says where a model may lie)" }
        return "\(encoder.name), \(encoder.digest.prefix(16))…, \(encoder.path.rawValue)"
    }
}
