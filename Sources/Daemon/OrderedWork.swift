// SPDX-License-Identifier: Apache-2.0

/// Works on a sequence with several tasks and hands the results on in the order of the input.
///
/// At most `jobs` inputs are in work and at most `4 × jobs` results wait for their turn, so memory does not grow with the input.
package enum OrderedWork {
    package static func run<Input: Sendable, Output: Sendable>(
        jobs: Int, on executor: any TaskExecutor, next: () -> Input?, work: @escaping @Sendable (Input) async -> Output,
        emit: (Output) -> Void
    ) async {
        await withTaskGroup(of: (Int, Output).self) { group in
            var waiting: [Int: Output] = [:]
            var started = 0
            var emitted = 0
            var running = 0
            var isExhausted = false
            while true {
                while !isExhausted, running < jobs, started - emitted < 4 * jobs {
                    guard let input = next() else {
                        isExhausted = true
                        break
                    }
                    let index = started
                    group.addTask(executorPreference: executor) { (index, await work(input)) }
                    started += 1
                    running += 1
                }
                guard let (index, output) = await group.next() else { return }
                running -= 1
                waiting[index] = output
                while let output = waiting.removeValue(forKey: emitted) {
                    emit(output)
                    emitted += 1
                }
            }
        }
    }
}
