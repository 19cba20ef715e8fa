// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon

struct TestPluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test-plugin",
        abstract: "Runs a stage of the manifest on ordinary, huge and hostile articles, and says what it does wrong.",
        discussion: "Each article goes through the stages in front of it first. Exit status 1 where something is wrong.")

    @Option(help: "The manifest.") var manifest = "plugins.json"
    @Argument(help: "The stage's name.") var name: String

    func run() async throws {
        let plan = try ManifestFile.load(manifest, model: StageModel(), reportTo: Terminal.complain)
        guard let conformance = PluginConformance(name, in: plan) else {
            Terminal.complain("copydesk: the manifest has no stage \"\(name)\"")
            throw ExitStatus.usage
        }
        let findings = await conformance.run()
        for finding in findings {
            let time = finding.milliseconds.map { $0 < 10 ? "\(($0 * 10).rounded() / 10) ms" : "\(Int($0.rounded())) ms" } ?? ""
            Terminal.print("\(finding.fault == nil ? "good" : "bad")\t\(finding.check)\t\(time)")
            if let fault = finding.fault { Terminal.print("\t→ \(fault)") }
        }
        if findings.contains(where: { $0.fault != nil }) { throw ExitStatus.bad }
    }
}

struct NewPluginCommand: ParsableCommand {
    enum Language: String, ExpressibleByArgument, CaseIterable { case python, shell, swift }

    static let configuration = CommandConfiguration(
        commandName: "new-plugin", abstract: "Writes a plugin that works, and says what to put into the manifest.",
        discussion: "python: a program that is kept running. shell: a filter over the text. swift: a package that is built into one.")

    @Option(help: "python, shell or swift.") var language: Language = .python
    @Option(help: "For swift: where the sources of copydesk lie; by itself those that this program was built from.") var copydesk: String?
    @Option(help: "The manifest, beside which the plugin is to lie.") var manifest = "plugins.json"
    @Argument(help: "What it is to be called: letters, digits and hyphens.") var name: String

    func validate() throws {
        if name.isEmpty || !name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) || name.hasPrefix("-") {
            throw ValidationError("A plugin's name has letters, digits and hyphens, such as \"clean-up\".")
        }
    }

    func run() throws {
        let template = try template()
        do {
            try template.write(beside: manifest)
        } catch {
            Terminal.complain("copydesk: \(error)")
            throw ExitStatus.environment
        }
        Terminal.complain("written: \(template.path), beside \(manifest)")
        if let preparation = template.preparation { Terminal.complain("build it beside \(manifest): \(preparation)") }
        Terminal.complain("put into \"stages\", \(template.position):")
        Terminal.print(template.entry)
        Terminal.complain("then run: copydesk test-plugin \(name)")
    }

    private func template() throws -> PluginTemplate {
        switch language {
        case .python: return .python(name)
        case .shell: return .shell(name)
        case .swift:
            guard let sources = copydesk ?? Machine.ownSources else {
                Terminal.complain(
                    "copydesk: this program does not lie where it was built; say --copydesk with the path or address of its sources")
                throw ExitStatus.usage
            }
            return .swift(name, copydesk: sources)
        }
    }
}
