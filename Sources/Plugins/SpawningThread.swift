// SPDX-License-Identifier: Apache-2.0

internal import Dispatch
internal import Glibc
internal import Synchronization

/// The one thread that starts plugins, which lives as long as the program.
///
/// "Die with the parent" (`PR_SET_PDEATHSIG`) means the thread that forked, not the process: a plugin started from a worker's thread would be
/// killed when that thread has been idle for a while.
enum SpawningThread {
    private final class Work: Sendable {
        let jobs = Mutex<[@Sendable () -> Void]>([])
        let ready = DispatchSemaphore(value: 0)

        func loop() -> Never {
            while true {
                ready.wait()
                let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
                job?()
            }
        }
    }

    private static let work: Work = {
        let work = Work()
        var thread = pthread_t()
        unsafe pthread_create(&thread, nil, { _ in SpawningThread.run() }, nil)
        return work
    }()

    private static func run() -> Never { work.loop() }

    /// Runs on that thread and waits for it.
    static func perform<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Value {
        let result = Mutex<Value?>(nil)
        let done = DispatchSemaphore(value: 0)
        work.jobs.withLock { jobs in
            jobs.append {
                let value = body()
                result.withLock { $0 = value }
                done.signal()
            }
        }
        work.ready.signal()
        done.wait()
        return result.withLock { $0! }
    }
}
