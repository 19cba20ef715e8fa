// SPDX-License-Identifier: Apache-2.0

internal import Crypto
internal import Documents
package import Manifests

/// Names all that a result depends on beside the bytes of its file: the reader and, of each stage, plugin, version and options.
package enum Recipe {
    /// - Parameter reader: the reader's version.
    /// - Returns: 32 hexadecimal digits, the first half of a SHA-256.
    package static func digest(of steps: [Plan.Step], reader: String) -> String {
        var writer = JSONWriter()
        writer.array { writer in
            writer.string(DocumentEncoder.schema)
            writer.string(reader)
            for step in steps {
                for word in [step.name, step.plugin, step.version, step.onError.rawValue, String(decoding: step.options, as: UTF8.self)] {
                    writer.string(word)
                }
                if case .used(_, let sha256) = step.model { writer.string(sha256) }
                for word in step.when?.words ?? [] { writer.string(word) }
            }
        }
        return String(hexadecimal: SHA256.hash(data: writer.bytes).prefix(16))
    }
}
