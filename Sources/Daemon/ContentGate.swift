// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Lets one worker at a time be at files of the same content.
final class ContentGate: Sendable {
    /// Who waits, by the content that somebody is at.
    private let waiting = Mutex<[String: [CheckedContinuation<Void, Never>]]>([:])

    /// Waits until nobody is at this content.
    func enter(_ content: String) async {
        await withCheckedContinuation { continuation in
            let isFree = waiting.withLock { waiting in
                if waiting[content] == nil {
                    waiting[content] = []
                    return true
                }
                waiting[content]!.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    /// Hands over to the next who waits.
    func leave(_ content: String) {
        let next = waiting.withLock { waiting -> CheckedContinuation<Void, Never>? in
            guard var queue = waiting[content], !queue.isEmpty else {
                waiting[content] = nil
                return nil
            }
            let next = queue.removeFirst()
            waiting[content] = queue
            return next
        }
        next?.resume()
    }
}
