// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

enum Threads {
    /// Runs on so many threads at once and waits for all.
    static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
}

/// What came back for each text, collected from several threads.
final class Answers: Sendable {
    private let answers = Mutex<[String: [String]]>([:])
    var all: [String: [String]] { answers.withLock { $0 } }
    func add(_ text: String, _ tags: [String]) { answers.withLock { $0[text] = tags } }
}
