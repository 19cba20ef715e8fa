// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Stages

/// A manifest that was checked: every stage is built and can run.
package struct Plan: Sendable {
    package struct Step: Sendable {
        package let name: String
        package let plugin: String
        package let version: String
        package let stage: any Annotator
        package let contract: StageContract
        /// The model that it was given; `nil` for a stage that uses none.
        package let model: ModelUse?
        /// The options in force, as compact JSON: what provenance takes the digest of.
        package let options: [UInt8]
        package let timeout: Duration
        package let onError: Manifest.OnError
        /// Articles in it at one time at most, where it does not see to that itself.
        package let workers: Int?
        package let when: Condition?
        /// Where it stands in the manifest, both from 1.
        package let line: Int
        package let column: Int
    }

    package let manifest: Manifest
    /// The chain of `stages`.
    package let steps: [Step]
    /// The other chains, by name.
    package var chains: [String: [Step]] = [:]

    /// The steps of every chain.
    package var allSteps: [Step] { steps + chains.values.flatMap { $0 } }

    /// The first route that fits.
    package func route(for document: Document) -> Manifest.Route? {
        manifest.routes.first { $0.when.objection(to: document) == nil }
    }
}

/// Makes a stage of what a manifest says of another program. Gives its version too, which changes with the program.
package typealias ProgramStages = @Sendable (Manifest.Entry) throws(OptionError) -> (stage: any Annotator, version: String)

/// Checks a manifest against the stages that there are, and builds them.
package struct Planner {
    private let catalog: StageCatalog
    private let programs: ProgramStages
    private let file: String
    private let lines: SourceLines
    private var diagnostics: [Diagnostic]

    /// Reads and checks a manifest in one go.
    ///
    /// - Returns: a plan where nothing is wrong, and everything that was found.
    package static func plan(
        _ bytes: [UInt8], file: String, catalog: StageCatalog, programs: @escaping ProgramStages = Planner.noPrograms
    ) -> (plan: Plan?, diagnostics: [Diagnostic]) {
        let (manifest, diagnostics) = ManifestReader.read(bytes, file: file)
        guard let manifest else { return (nil, diagnostics) }
        var planner = Planner(catalog: catalog, programs: programs, file: file, lines: SourceLines(bytes), diagnostics: diagnostics)
        let steps = planner.steps(of: manifest.stages)
        let chains = manifest.chains.map { ($0.name, planner.steps(of: $0.stages)) }
        let failed = planner.diagnostics.contains { $0.severity == .error }
        let plan = Plan(manifest: manifest, steps: steps, chains: Dictionary(chains) { first, _ in first })
        return (failed ? nil : plan, planner.diagnostics)
    }

    /// The plan of named stages with their standard options: what `process --stages` asks for.
    package static func plan(stages names: [String], catalog: StageCatalog) -> (plan: Plan?, problem: String?) {
        var manifest = Manifest()
        for name in names {
            guard catalog[name] != nil else {
                return (nil, "There is no stage \"\(name)\"; \(NearestName.remedy(for: name, among: catalog.names))")
            }
            manifest.stages.append(Manifest.Entry(name: name, plugin: name))
        }
        var planner = Planner(catalog: catalog, programs: noPrograms, file: "--stages", lines: SourceLines([]), diagnostics: [])
        let steps = planner.steps(of: manifest.stages)
        if let error = planner.diagnostics.first(where: { $0.severity == .error }) { return (nil, "\(error.problem); \(error.remedy)") }
        return (Plan(manifest: manifest, steps: steps), nil)
    }

    /// Layers whose spans point into the text.
    private static let pointing: Set<Layer> = [
        .paragraphs, .sentences, .entities, .quotes, .figures, .times, .events, .summary, .abstract, .genre, .tones,
    ]

    /// Layers that only a stage makes; the others may come with the file.
    private static let made: Set<Layer> = [
        .paragraphs, .sentences, .entities, .quotes, .figures, .times, .events, .conflicts, .summary, .abstract, .topics, .keywords, .genre,
        .tones,
        .readability,
    ]

    package static let noPrograms: ProgramStages = { (_) throws(OptionError) in
        throw OptionError(option: "kind", problem: "other programs cannot be stages here", remedy: "run copydesk with a manifest on disk")
    }

    private mutating func steps(of stages: [Manifest.Entry]) -> [Plan.Step] {
        var given: Set<Layer> = [.text]
        var steps: [Plan.Step] = []
        for entry in stages {
            let type = catalog[entry.plugin]
            guard entry.kind != .builtin || type != nil else {
                report(
                    entry.pluginOffset, "there is no plugin \"\(entry.plugin)\"",
                    NearestName.remedy(for: entry.plugin, among: catalog.names))
                continue
            }
            let contract =
                entry.kind == .builtin
                ? type?.contract ?? StageContract(reads: [], writes: [])
                : StageContract(
                    reads: entry.program.reads.intersection(Self.made), prefers: entry.program.reads, writes: entry.program.writes)
            for layer in contract.reads.subtracting(given).sorted() {
                let giver = catalog.giver(of: layer).map { "which \($0) gives: put \($0) before it" } ?? "which nothing gives: remove it"
                report(entry.offset, "\"\(entry.name)\" needs \(layer.rawValue)", giver)
            }
            if contract.writes.contains(.text), !given.isDisjoint(with: Self.pointing) {
                report(entry.offset, "\"\(entry.name)\" changes the text after others have marked it", "put it first in the chain")
            }
            given.formUnion(contract.writes)
            if entry.kind != .builtin {
                if let step = programStep(entry, contract) { steps.append(step) }
            } else if let type, let step = step(entry, type) {
                steps.append(step)
            }
        }
        return steps
    }

    private mutating func step(_ entry: Manifest.Entry, _ type: any Stage.Type) -> Plan.Step? {
        let contract = type.contract
        let before = diagnostics.count
        for member in entry.options {
            guard let option = contract.options.first(where: { $0.name == member.name }) else {
                let remedy = NearestName.remedy(for: member.name, among: contract.options.map(\.name))
                report(member.offset, "\"\(entry.plugin)\" has no option \"\(member.name)\"", remedy)
                continue
            }
            if let (problem, remedy) = option.objection(to: member.value) { report(member.value.offset, problem, remedy) }
        }
        guard diagnostics.count == before else { return nil }
        let options = StageOptions(entry.options, for: contract)
        do {
            let stage = try catalog.stage(type, options)
            var writer = JSONWriter()
            writer.json(JSON(.object(options.members)))
            return planned(entry, stage, type.version, contract, catalog.model(of: type.id), writer.bytes)
        } catch {
            let offset = entry.options.first { $0.name == error.option }?.value.offset ?? entry.offset
            report(offset, error.problem, error.remedy)
            return nil
        }
    }

    private mutating func programStep(_ entry: Manifest.Entry, _ contract: StageContract) -> Plan.Step? {
        guard !entry.program.command.isEmpty || entry.program.url != nil else { return nil }
        do {
            let (stage, version) = try programs(entry)
            var writer = JSONWriter()
            writer.json(JSON(.object(entry.options)))
            return planned(entry, stage, version, contract, nil, writer.bytes)
        } catch {
            report(entry.offset, error.problem, error.remedy)
            return nil
        }
    }

    private func planned(
        _ entry: Manifest.Entry, _ stage: any Annotator, _ version: String, _ contract: StageContract, _ model: ModelUse?,
        _ options: [UInt8]
    ) -> Plan.Step {
        let (line, column) = lines.position(of: entry.offset)
        return Plan.Step(
            name: entry.name, plugin: entry.plugin, version: version, stage: stage, contract: contract, model: model,
            options: options,
            timeout: entry.timeout, onError: entry.onError,
            workers: entry.kind == .builtin || entry.kind == .filter ? entry.workers : nil, when: entry.when, line: line, column: column)
    }

    private mutating func report(_ offset: Int, _ problem: String, _ remedy: String) {
        let (line, column) = lines.position(of: offset)
        diagnostics.append(Diagnostic(file: file, line: line, column: column, severity: .error, problem: problem, remedy: remedy))
    }
}
