// SPDX-License-Identifier: Apache-2.0

import Documents
import Manifests
import Pipelines
import Stages
import Synchronization
import Testing

/// Does what its `act` option says.
private struct ActingStage: Stage {
    static let id = "act"
    static let version = "9"
    static let summary = "For tests."
    static let contract = StageContract(
        reads: [.text], writes: [.keywords],
        options: [
            StageOption("act", .string, standard: "work", "What to do."),
            StageOption("fail", .integer(0...9), standard: 0, "How often to fail first."),
        ])
    static let calls = Mutex<[String: Int]>([:])

    let act: String
    let failures: Int

    init(options: StageOptions) throws(OptionError) {
        act = options.string("act") ?? ""
        failures = options.integer("fail")
    }

    func annotate(_ document: Document) throws(StageFailure) -> [Annotation] {
        let call = Self.calls.withLock { calls in
            calls["\(act)\(document.id)", default: 0] += 1
            return calls["\(act)\(document.id)", default: 0]
        }
        if call <= failures { throw StageFailure(.moment, "Not yet", remedy: "Wait") }
        switch act {
        case "fail": throw StageFailure(.document, "It is bad", remedy: "Mend it")
        case "undeclared": return [.notices([])]
        case "outside": return [.keywords([Keyword("half", score: 1)]), .summary(Summary(sentences: [TextSpan(0, 999)], method: "x"))]
        case "forever":
            while !Task.isCancelled {}
            throw .cancelled
        default: return [.keywords([Keyword(act, score: 1)])]
        }
    }
}

private let catalog = StageCatalog([ActingStage.self])

private func plan(_ stages: String) throws -> Plan {
    let (plan, diagnostics) = Planner.plan(Array(#"{"stages": [\#(stages)]}"#.utf8), file: "m", catalog: catalog)
    return try #require(plan, "\(diagnostics)")
}

private func document(_ id: String = #function) -> Document {
    let text = Text("A text.")
    let source = Source(name: "a.txt", mediaType: "text/plain", charset: "UTF-8", bytes: text.count, sha256: "00")
    return Document(id: id, source: source, text: text, sourceMap: .identity(count: text.count))
}

/// Nothing waits: a time limit never ends, a pause is over at once.
private let still = PipelineClock(
    timeOfDay: { "2026-01-01T00:00:00Z" }, elapsed: { .zero },
    sleep: { duration in
        guard duration >= .seconds(1) else { return }
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        for await _ in stream {}
        withExtendedLifetime(continuation) {}
        throw CancellationError()
    })

@Suite struct `A pipeline` {
    @Test func `runs its stages in order and records each`() async throws {
        let pipeline = Pipeline(
            try plan(#"{"plugin": "act", "name": "one"}, {"plugin": "act", "name": "two", "options": {"act": "more"}}"#), clock: still)
        let result = try await pipeline.run(document())
        #expect(result.keywords == [Keyword("more", score: 1)])
        #expect(result.provenance.map(\.stage) == ["one", "two"])
        #expect(result.provenance.map(\.outcome) == [.done, .done])
        #expect(result.provenance.allSatisfy { $0.started == "2026-01-01T00:00:00Z" && $0.plugin == "act" && $0.version == "9" })
        #expect(result.provenance[0].optionsSHA256 != result.provenance[1].optionsSHA256)
        #expect(result.provenance[0].optionsSHA256.count == 64)
    }

    @Test(arguments: ["fail", "undeclared", "outside"])
    func `gives up the document where a stage fails or breaks its contract`(act: String) async throws {
        let pipeline = Pipeline(try plan(#"{"plugin": "act", "name": "bad", "options": {"act": "\#(act)"}}"#), clock: still)
        let failure = await #expect(throws: PipelineFailure.self) { try await pipeline.run(document(act)) }
        #expect(failure?.stage == "bad")
        #expect(failure?.code == .document)
        #expect(failure?.remedy.isEmpty == false)
    }

    @Test func `goes on without a stage that may be skipped, and says so`() async throws {
        let pipeline = Pipeline(
            try plan(
                #"{"plugin": "act", "name": "bad", "on_error": "skip", "options": {"act": "fail"}}, {"plugin": "act", "name": "good"}"#),
            clock: still)
        let result = try await pipeline.run(document())
        #expect(result.provenance.map(\.outcome) == [.skipped, .done])
        #expect(result.provenance[0].reason == "It is bad. Mend it.")
        #expect(result.keywords == [Keyword("work", score: 1)])
    }

    @Test(arguments: [(1, true), (2, true), (3, false)])
    func `tries a stage three times where the manifest says retry`(failures: Int, succeeds: Bool) async throws {
        let pipeline = Pipeline(
            try plan(#"{"plugin": "act", "on_error": "retry", "options": {"act": "try\#(failures)", "fail": \#(failures)}}"#), clock: still)
        do {
            let result = try await pipeline.run(document("retry\(failures)"))
            #expect(succeeds && result.provenance.count == 1)
        } catch {
            #expect(!succeeds && error.attempts == 3 && error.code == .moment)
        }
    }

    @Test func `stops a stage that passes its time limit`() async throws {
        let clock = PipelineClock(timeOfDay: { "" }, elapsed: { .zero }, sleep: { _ in })
        let pipeline = Pipeline(
            try plan(#"{"plugin": "act", "name": "slow", "timeout": "2s", "options": {"act": "forever"}}"#), clock: clock)
        let failure = await #expect(throws: PipelineFailure.self) { try await pipeline.run(document()) }
        #expect(failure?.code == .document)
        #expect(failure?.problem.contains("timeout") == true)
    }

    @Test func `reports a cancelled task as cancelled, not as a bad document`() async throws {
        let pipeline = Pipeline(try plan(#"{"plugin": "act", "on_error": "skip", "options": {"act": "forever"}}"#), clock: still)
        let task = Task(executorPreference: WorkerExecutor()) { () async -> PipelineFailure? in
            do throws(PipelineFailure) {
                _ = try await pipeline.run(document("cancel"))
                return nil
            } catch {
                return error
            }
        }
        task.cancel()
        #expect(await task.value?.code == .cancelled)
    }
}
