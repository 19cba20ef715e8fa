// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import Stages

/// Makes stages of programs.
package struct PluginFactory: Sendable {
    /// What a manifest says of one.
    package struct Request: Sendable {
        /// The stage's name.
        package var name: String
        package var command: PluginCommand
        package var options: [JSON.Member]
        package var reads: Set<Layer>
        package var writes: Set<Layer>
        /// Names of fields of its own.
        package var extras: Set<String>
        package var timeout: Duration

        package init(
            name: String, command: PluginCommand, options: [JSON.Member], reads: Set<Layer>, writes: Set<Layer>, extras: Set<String>,
            timeout: Duration
        ) {
            self.name = name
            self.command = command
            self.options = options
            self.reads = reads
            self.writes = writes
            self.extras = extras
            self.timeout = timeout
        }
    }

    package let confiner = Confiner()
    private let log: @Sendable (String, String) -> Void

    /// - Parameter log: is given a stage's name and a line that its program wrote to standard error.
    package init(log: @escaping @Sendable (String, String) -> Void) { self.log = log }

    /// A program that is started once and kept.
    ///
    /// - Parameter workers: how many of it run at one time at most.
    package func process(_ request: Request, workers: Int) -> ProcessPlugin {
        ProcessPlugin(setup(request), workers: workers, timeout: Self.deadline(request.timeout))
    }

    /// A program that is run once for each article.
    package func filter(_ request: Request, form: FilterPlugin.Form) -> FilterPlugin {
        FilterPlugin(setup(request), form: form, timeout: Self.deadline(request.timeout))
    }

    /// A service that is asked over HTTP.
    ///
    /// - Parameter workers: how many requests are under way at most.
    package func service(_ request: Request, _ service: HTTPPlugin.Service, workers: Int) -> HTTPPlugin {
        HTTPPlugin(setup(request), service, workers: workers, timeout: Self.deadline(request.timeout))
    }

    /// A little before the chain's own: who ends the plugin also counts it.
    private static func deadline(_ timeout: Duration) -> Duration { timeout * 0.95 }

    private func setup(_ request: Request) -> PluginSetup {
        PluginSetup(
            name: request.name, command: request.command, options: request.options, reads: request.reads,
            patch: DocumentPatch(writes: request.writes, extras: request.extras), confiner: confiner, log: log)
    }
}
