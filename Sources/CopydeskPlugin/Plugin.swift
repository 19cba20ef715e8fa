// SPDX-License-Identifier: Apache-2.0

public import Stages

/// A stage that is a program of its own, in the chain by `"kind": "process"`.
///
/// ```swift
/// import CopydeskPlugin
/// import Documents
/// import Stages
///
/// @main struct Shout: Plugin {
///     static let id = "shout"
///     static let version = "1"
///     static let summary = "Puts keywords in capitals."
///     static let contract = StageContract(reads: [.keywords], writes: [.keywords])
///
///     init(options: StageOptions) {}
///
///     func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
///         [.keywords((document.keywords ?? []).map { Keyword($0.text.uppercased(), score: $0.score) })]
///     }
/// }
/// ```
///
/// Spans are UTF-8 bytes of `document.text`, as inside copydesk; they are turned into code points on their way. What the manifest's entry says
/// under `reads` is what the document has, and under `writes` what may be changed: say there what the contract says.
public protocol Plugin: Stage {}

extension Plugin {
    /// Answers the daemon's requests until it takes leave or standard input ends.
    public static func main() {
        var session = PluginSession(Self.self)
        let lines = StandardStreams()
        while let line = lines.next() {
            lines.write(session.answer(line))
            if session.hasEnded { return }
        }
    }
}
