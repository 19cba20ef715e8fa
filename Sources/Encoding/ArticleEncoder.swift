// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import Synchronization

/// The encoder as the stages share it: one pass over an article serves them all.
///
/// The first stage that asks sends the article through the model, and those after it are given what that pass said. The last few articles
/// are remembered, as many as are worked on at a time. What a stage is given does not depend on what others asked before.
package final class ArticleEncoder: Sendable {
    package let encoder: Encoder
    private let capacity: Int
    /// The latest first.
    private let passes = Mutex<[Pass]>([])

    private struct Pass: Sendable {
        var text: Text
        var sentences: [TextSpan]
        var encoded: EncodedText
    }

    /// A text of marks alone, a piece each, takes the encoder some twenty seconds at this length; what is longer would run into the stage's time limit.
    package static let longest = 300_000

    /// - Parameter capacity: articles to remember.
    package init(_ encoder: Encoder, capacity: Int = 8) {
        self.encoder = encoder
        self.capacity = max(1, capacity)
    }

    /// What every head says of every word, and a vector for each sentence; `nil` where the text is longer than `longest` bytes.
    ///
    /// - Parameter sentences: in the order of the text, none overlapping another.
    /// - Throws: `CancellationError` where the task was cancelled.
    package func encoded(_ text: Text, sentences: [TextSpan]) throws(CancellationError) -> EncodedText? {
        guard text.count <= Self.longest else { return nil }
        if let known = known(text, sentences) { return known }
        let encoded = try encoder.encode(text, sentences: sentences, heads: encoder.labels.keys.sorted(), vectors: true)
        passes.withLock { passes in
            passes.insert(Pass(text: text, sentences: sentences, encoded: encoded), at: 0)
            if passes.count > capacity { passes.removeLast() }
        }
        return encoded
    }

    private func known(_ text: Text, _ sentences: [TextSpan]) -> EncodedText? {
        passes.withLock { passes in
            guard let place = passes.firstIndex(where: { $0.sentences == sentences && $0.text == text }) else { return nil }
            let pass = passes.remove(at: place)
            passes.insert(pass, at: 0)
            return pass.encoded
        }
    }
}
