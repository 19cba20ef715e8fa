// SPDX-License-Identifier: Apache-2.0

internal import Dispatch

/// The threads on which articles are worked on, apart from Swift's shared pool: that has one thread a processor, and stages
/// that compute for seconds would keep time limits, wake-ups and shutdown from running at all.
package final class WorkerExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "copydesk.workers", attributes: .concurrent)

    package init() {}

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
