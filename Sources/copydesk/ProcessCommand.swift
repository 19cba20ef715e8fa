// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Daemon
internal import Documents
internal import Manifests
internal import Pipelines
internal import Rendering
internal import Synchronization

struct ProcessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "process", abstract: "Processes files, without a daemon and without state; results go to standard output.")

    @Option(help: "The manifest that gives the chain; without it and without --stages, all the standard stages.")
    var manifest: String?
    @Option(help: "A chain of standard stages instead, separated by commas.") var stages: String?
    @Option(help: "json, ndjson, markdown, html or ninjs.") var format: RenditionFormat?
    @OptionGroup var model: ModelOption
    @Option(help: "Articles in work at one time.") var jobs: Int?
    @Flag(help: "Read requests from standard input, one JSON object a line: {\"id\", \"text\", \"published\"?} or {\"id\", \"path\"}.")
    var inputNdjson = false
    @Argument(help: "Files; - or nothing is standard input.") var files: [String] = []

    func validate() throws {
        if manifest != nil, stages != nil { throw ValidationError("--manifest and --stages exclude each other.") }
        if inputNdjson, !files.isEmpty { throw ValidationError("--input-ndjson reads standard input and takes no files.") }
        if inputNdjson, let format, format != .ndjson { throw ValidationError("--input-ndjson answers in NDJSON; leave --format out.") }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a whole number from 1 to 256.") }
    }

    func run() async throws {
        let processor = ArticleProcessor(try plan(), clock: .live)
        let jobs = jobs ?? (inputNdjson || format == .ndjson ? Machine.processors : 1)
        let succeeded = inputNdjson ? await answerRequests(processor, jobs) : await processFiles(processor, jobs)
        if !succeeded { throw ExitStatus.bad }
    }

    private func plan() throws -> Plan {
        let model = try model.load()
        if let manifest { return try ManifestFile.load(manifest, model: model, reportTo: Terminal.complain) }
        let names = stages.map { $0.split(separator: ",").map(String.init) } ?? StageCatalog.standard.chain
        let (plan, problem) = Planner.plan(stages: names, catalog: .standard(model))
        if let plan { return plan }
        Terminal.complain("copydesk: \(problem ?? "no such chain")")
        throw ExitStatus.usage
    }

    private func processFiles(_ processor: ArticleProcessor, _ jobs: Int) async -> Bool {
        let format = format ?? .json
        let paths = Mutex((files.isEmpty ? ["-"] : files)[...])
        var succeeded = true
        await OrderedWork.run(
            jobs: jobs, on: WorkerExecutor(), next: { paths.withLock { $0.popFirst() } },
            work: { path in await Self.result(of: path, processor, format) },
            emit: { result in
                Terminal.write(result.output)
                if let problem = result.problem {
                    succeeded = false
                    Terminal.complain("copydesk: \(problem)")
                }
            })
        return succeeded
    }

    private static func result(of path: String, _ processor: ArticleProcessor, _ format: RenditionFormat) async -> (
        output: [UInt8], problem: String?
    ) {
        do {
            let bytes = try InputFile.read(path)
            let name = path == "-" ? "standard input" : String(path.split(separator: "/").last ?? Substring(path))
            let documents = try await processor.process(bytes, name: name)
            return (documents.flatMap { Renderer.render($0, as: format) }, nil)
        } catch let failure as ArticleProcessor.Failure {
            return ([], "\(path): \(failure.stage): \(failure.problem). \(failure.remedy).")
        } catch {
            return ([], "\(error)")
        }
    }

    /// A bad line gives an error line and does not end the run; the exit status is then 1.
    private func answerRequests(_ processor: ArticleProcessor, _ jobs: Int) async -> Bool {
        let lines = Mutex(InputLines())
        let isReadable = Atomic(true)
        var succeeded = true
        await OrderedWork.run(
            jobs: jobs, on: WorkerExecutor(),
            next: {
                do {
                    while let line = try lines.withLock({ lines in try lines.next() }) {
                        if line.contains(where: { $0 > 0x20 }) { return line }
                    }
                } catch {
                    Terminal.complain("copydesk: standard input cannot be read (\(error))")
                    isReadable.store(false, ordering: .relaxed)
                }
                return nil
            },
            work: { line in await Request.answer(line, processor) },
            emit: { answer in
                Terminal.write(answer.output)
                if !answer.succeeded { succeeded = false }
            })
        return succeeded && isReadable.load(ordering: .relaxed)
    }
}

extension RenditionFormat: ExpressibleByArgument {}
