// SPDX-License-Identifier: Apache-2.0

/// A program that stands in the chain, and what it may do.
package struct PluginCommand: Hashable, Sendable {
    package struct Limits: Hashable, Sendable {
        /// Bytes of address space of each of its processes.
        package var memory = 1 << 30
        /// Seconds of processor time of each of its processes.
        package var processor = 600
        package var openFiles = 64
        package var processes = 32
        /// Bytes of one answer.
        package var answer = 64 << 20

        package init() {}
    }

    /// Program and arguments; paths absolute, a program without a slash is looked for on `PATH`.
    package var words: [String]
    package var limits = Limits()
    /// Whether it may open network connections.
    package var network = false
    /// Files and folders beside the system's programs that it may read; absolute.
    package var readable: [String] = []

    package init(words: [String]) { self.words = words }
}
