// SPDX-License-Identifier: Apache-2.0

internal import Files
package import Logging
package import Manifests
internal import Stages

/// `plugins.json` where it lies.
package struct ManifestOnDisk: Sendable {
    package struct Unusable: Error {
        /// One line each, as `file:line:column: error: …; …`.
        package var findings: [String]
        /// Whether the file could not be read at all.
        package var isMissing: Bool
    }

    /// The largest manifest that is read. Bytes.
    private static let limit = 16 << 20

    package let path: String
    private let files = LiveFileSystem()

    private let model: StageModel
    private let logger: Logger

    /// - Parameters:
    ///   - model: what the stages that work with one are given.
    ///   - logger: is told what the programs of the manifest write to standard error.
    package init(_ path: String, model: StageModel, logger: Logger) {
        self.path = path
        self.model = model
        self.logger = logger
    }

    /// The folder that the manifest's paths are relative to.
    package var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What the file holds now, to see that it was edited; `nil` while it is not there, as in the middle of an editor's saving.
    func look() -> [UInt8]? {
        do { return try read() } catch { return nil }
    }

    private func read() throws(FileError) -> [UInt8] { try files.read(Place(path), limit: Self.limit) }

    /// - Parameter isProbing: whether each program of the chain is started once, so that a fault shows before the first article.
    /// - Throws: everything that is wrong.
    package func plan(isProbing: Bool = false) throws(Unusable) -> Plan {
        let bytes: [UInt8]
        do {
            bytes = try read()
        } catch {
            throw Unusable(findings: [error.description], isMissing: true)
        }
        let programs = ProgramCatalog(folder: folder, logger: logger)
        let (plan, diagnostics) = Planner.plan(
            bytes, file: path, catalog: .standard(model), programs: { entry throws(OptionError) in try programs.stage(entry) })
        guard let plan else { throw Unusable(findings: diagnostics.map(\.description), isMissing: false) }
        let faults = isProbing ? plan.probe() : []
        guard faults.isEmpty else {
            throw Unusable(
                findings: faults.map { step, failure in
                    let problem = "\"\(step.name)\": \(failure.problem)"
                    return Diagnostic(
                        file: path, line: step.line, column: step.column, severity: .error, problem: problem, remedy: failure.remedy
                    )
                    .description
                }, isMissing: false)
        }
        return plan
    }
}
