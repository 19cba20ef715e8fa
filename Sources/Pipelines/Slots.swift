// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// How many articles may be in work at one time. The number may change while work goes on.
package final class Slots: Sendable {
    private struct State {
        var width: Int
        var taken = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    package init(width: Int) { state = Mutex(State(width: width)) }

    /// Waits until fewer than `width` are taken, then takes one.
    package func take() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.taken < state.width else {
                    state.waiting.append(continuation)
                    return false
                }
                state.taken += 1
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    package func give() {
        resume { $0.taken -= 1 }
    }

    package func setWidth(_ width: Int) {
        resume { $0.width = width }
    }

    private func resume(after change: (inout State) -> Void) {
        let continuations = state.withLock { state in
            change(&state)
            var free: [CheckedContinuation<Void, Never>] = []
            while state.taken < state.width, !state.waiting.isEmpty {
                state.taken += 1
                free.append(state.waiting.removeFirst())
            }
            return free
        }
        for continuation in continuations { continuation.resume() }
    }
}
