// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon
internal import Documents
internal import Manifests
internal import Stages

struct StagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stages", abstract: "Lists the stages that a manifest can name; with a name, its options.")

    @Argument(help: "One stage.") var name: String?
    @Flag(help: "Print the JSON Schema of plugins.json.") var schema = false

    func run() throws {
        let catalog = StageCatalog.standard
        if schema { return Terminal.print(Self.text(ManifestSchema.json(for: catalog), inline: false)) }
        guard let name else {
            let width = catalog.names.map(\.count).max() ?? 0
            for type in catalog.types {
                Terminal.print(type.id + String(repeating: " ", count: width - type.id.count + 2) + type.summary)
            }
            return
        }
        guard let type = catalog[name] else {
            Terminal.complain("copydesk: there is no stage \"\(name)\"; known are \(catalog.names.joined(separator: ", "))")
            throw ExitStatus.usage
        }
        describe(type)
    }

    private func describe(_ type: any Stage.Type) {
        let contract = type.contract
        let list = { (layers: Set<Layer>) in layers.sorted().map(\.rawValue).joined(separator: ", ") }
        Terminal.print("\(type.id) \(type.version)\n\n  \(type.summary)\n")
        Terminal.print("  reads   \(list(contract.reads))")
        if !contract.prefers.isEmpty { Terminal.print("  prefers \(list(contract.prefers))") }
        Terminal.print("  writes  \(list(contract.writes))\n")
        if !contract.options.isEmpty { Terminal.print("  Options") }
        for option in contract.options {
            let standard = option.standard.isNull ? "none" : Self.text(option.standard)
            Terminal.print("    \(option.name)  \(option.expectation); standard \(standard)\n        \(option.summary)")
        }
        let options = JSON(.object(contract.options.filter { !$0.standard.isNull }.map { JSON.Member($0.name, $0.standard) }))
        let example: JSON = ["name": JSON(.string(type.id)), "plugin": JSON(.string(type.id)), "options": options]
        Terminal.print("\n  In plugins.json\n    \(Self.text(example))")
    }

    private static func text(_ json: JSON, inline: Bool = true) -> String {
        var writer = JSONWriter(layout: .readable)
        writer.json(json, inline: inline)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
