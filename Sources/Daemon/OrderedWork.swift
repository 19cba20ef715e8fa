// SPDX-License-Identifier: Apache-2.0

/// Works on a sequence with several tasks and hands the results on in the order of the input.
///
/// At most `jobs` inputs are in work and at most `4 × jobs` results wait for their turn, so memory does not grow with the input. The next
/// input is waited for beside the work: who sends one request and waits for its answer gets it.
package enum OrderedWork {
    private enum Step<Input: Sendable, Output: Sendable>: Sendable {
        case input(Input?)
        case output(Int, Output)
    }

    /// - Parameters:
    ///   - next: the next input, `nil` at the end; may block, and is called by one task at a time.
    ///   - emit: called in the order of the input, by the calling task.
    package static func run<Input: Sendable, Output: Sendable>(
        jobs: Int, on executor: any TaskExecutor, next: @escaping @Sendable () -> Input?,
        work: @escaping @Sendable (Input) async -> Output, emit: (Output) -> Void
    ) async {
        await withTaskGroup(of: Step<Input, Output>.self) { group in
            var waiting: [Int: Output] = [:]
            var started = 0
            var emitted = 0
            var running = 0
            var isExhausted = false
            group.addTask(executorPreference: executor) { .input(next()) }
            var isReading = true
            while let step = await group.next() {
                switch step {
                case .input(let input):
                    isReading = false
                    guard let input else {
                        isExhausted = true
                        continue
                    }
                    let index = started
                    group.addTask(executorPreference: executor) { .output(index, await work(input)) }
                    started += 1
                    running += 1
                case .output(let index, let output):
                    running -= 1
                    waiting[index] = output
                    while let output = waiting.removeValue(forKey: emitted) {
                        emit(output)
                        emitted += 1
                    }
                }
                if !isExhausted, !isReading, running < jobs, started - emitted < 4 * jobs {
                    isReading = true
                    group.addTask(executorPreference: executor) { .input(next()) }
                }
            }
        }
    }
}
