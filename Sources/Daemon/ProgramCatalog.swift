// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Files
package import Logging
package import Manifests
package import Plugins
internal import Reading
package import Stages

/// Makes stages of the programs that a manifest names.
package struct ProgramCatalog: Sendable {
    /// Larger files of a command are known by size and time alone. Bytes.
    private static let digestLimit = 16 << 20
    /// Of one answer of a language model where the manifest sets no limit. Bytes.
    private static let chatAnswer = 1 << 20

    private let folder: String
    private let factory: PluginFactory

    /// - Parameter folder: the manifest's own.
    package init(folder: String, logger: Logger) {
        self.folder = Machine.absolute(folder)
        factory = PluginFactory { name, line in logger.warning("a plugin says: \(line)", metadata: ["stage": "\(name)"]) }
    }

    /// How strictly programs are kept apart.
    package static let confinement = Confiner().confinement

    package func stage(_ entry: Manifest.Entry) throws(OptionError) -> (stage: any Annotator, version: String) {
        if entry.kind == .http { return try service(entry) }
        let program = entry.program
        var command = PluginCommand(words: [])
        var version = [entry.kind.rawValue]
        for (index, word) in program.command.enumerated() {
            guard let file = try file(word, isProgram: index == 0) else {
                command.words.append(word)
                version.append(word)
                continue
            }
            command.words.append(file.description)
            // The file's own folder, for what it imports; the file alone where that folder is the manifest's, with all the articles.
            command.readable.append(file.root == folder ? file.description : file.root)
            version.append(try digest(file))
        }
        command.readable += program.readable.map(absolute)
        command.network = program.network
        if let memory = program.memory { command.limits.memory = memory }
        if let processor = program.processor { command.limits.processor = max(1, Int(processor / .seconds(1))) }
        if let openFiles = program.openFiles { command.limits.openFiles = openFiles }
        if let processes = program.processes { command.limits.processes = processes }
        if let answer = program.answer { command.limits.answer = answer }
        let request = PluginFactory.Request(
            name: entry.name, command: command, options: entry.options, reads: program.reads, writes: program.writes,
            extras: program.extras,
            timeout: entry.timeout)
        let stage: any Annotator =
            entry.kind == .process
            ? factory.process(request, workers: entry.workers ?? Machine.processors)
            : factory.filter(request, form: program.form == .text ? .text : .json)
        return (stage, String(Reader.digest(of: Array(version.joined(separator: "\n").utf8)).prefix(12)))
    }

    private func service(_ entry: Manifest.Entry) throws(OptionError) -> (stage: any Annotator, version: String) {
        let program = entry.program
        var service = HTTPPlugin.Service(url: program.url ?? "")
        service.secret = program.secretFile.map(absolute)
        if let credential = program.credential {
            guard let folder = Machine.credentials else {
                throw OptionError(
                    option: "secret", problem: "\"\(entry.name)\" wants the credential \"\(credential)\", and systemd gives none",
                    remedy: "run it as a service with LoadCredential=\(credential):/etc/copydesk/key, or name a \"file\"")
            }
            service.secret = "\(folder)/\(credential)"
        }
        if program.speech == .openai {
            service.url = Self.completions(service.url)
            service.chat = try ChatOptions(entry.options)
            service.answer = Self.chatAnswer
        }
        if let tries = program.tries { service.tries = tries }
        if let answer = program.answer { service.answer = answer }
        if let objection = service.objection {
            throw OptionError(option: "url", problem: objection, remedy: "write https://…, or http:// for a service on this machine")
        }
        let request = PluginFactory.Request(
            name: entry.name, command: PluginCommand(words: []), options: entry.options, reads: program.reads, writes: program.writes,
            extras: program.extras, timeout: entry.timeout)
        // What the service does, nobody knows here: its address stands for it.
        return (
            factory.service(request, service, workers: entry.workers ?? 8),
            String(Reader.digest(of: Array("http \(service.url)".utf8)).prefix(12))
        )
    }

    /// The address of the chat completions of an API that is named by its base, as the clients of such services name it.
    private static func completions(_ url: String) -> String {
        let base = url.hasSuffix("/") ? String(url.dropLast()) : url
        return base.hasSuffix("/chat/completions") ? base : base + "/chat/completions"
    }

    private func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(folder)/\(path)" }

    /// A word of a command that names a file below the manifest's folder. Links are followed: the manifest is the operator's, and builds have links.
    ///
    /// - Returns: the file in its folder.
    /// - Throws: where a program with a slash in its name is not there.
    private func file(_ word: String, isProgram: Bool) throws(OptionError) -> Place? {
        guard !word.hasPrefix("/"), !word.hasPrefix("-"), !word.isEmpty, RelativePath(word) != nil else { return nil }
        // A program without a slash is one of the system.
        if isProgram, !word.contains("/") { return nil }
        let path = Machine.absolute("\(folder)/\(word)")
        guard let slash = path.lastIndex(of: "/"), let name = FileName(String(path[path.index(after: slash)...])) else { return nil }
        let place = Place(String(path[..<slash])).appending(name)
        let status: FileStatus?
        do { status = try LiveFileSystem().statusIfAny(of: place) } catch { status = nil }
        guard status?.kind == .regular else {
            guard isProgram else { return nil }
            throw OptionError(
                option: "command", problem: "there is no program \(folder)/\(word)",
                remedy: "name one that is there, or one on PATH without a slash")
        }
        return place
    }

    private func digest(_ place: Place) throws(OptionError) -> String {
        do {
            let status = try LiveFileSystem().status(of: place)
            guard status.size <= Self.digestLimit else { return "\(status.size) \(status.modified.milliseconds)" }
            return Reader.digest(of: try LiveFileSystem().read(place, limit: Self.digestLimit))
        } catch {
            throw OptionError(option: "command", problem: error.problem, remedy: error.remedy)
        }
    }
}

extension Plan {
    /// How its programs and services are doing, in the order of the manifest.
    var plugins: [(name: String, kind: String, health: PluginHealth)] {
        allSteps.compactMap { step in
            guard let stage = step.stage as? any ExternalStage else { return nil }
            let kind = stage is ProcessPlugin ? "process" : stage is FilterPlugin ? "filter" : "http"
            return (step.name, kind, stage.health)
        }
    }

    /// Starts every program that it names once.
    ///
    /// - Returns: what is wrong, by the stage.
    package func probe() -> [(step: Plan.Step, failure: StageFailure)] {
        allSteps.compactMap { step in
            guard let stage = step.stage as? any ExternalStage else { return nil }
            do throws(StageFailure) {
                try stage.probe()
                return nil
            } catch {
                return (step, error)
            }
        }
    }
}
