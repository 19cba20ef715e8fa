// SPDX-License-Identifier: Apache-2.0

internal import Glibc
package import Pipelines

/// What the program asks of the machine it runs on.
package enum Machine {
    /// Processors that this process may use.
    package static let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}

extension PipelineClock {
    /// The machine's clocks.
    package static let live = PipelineClock.live(timeOfDay: { "1970-01-01T00:00:00Z" })
}
