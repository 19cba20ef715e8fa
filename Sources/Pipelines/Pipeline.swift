// SPDX-License-Identifier: Apache-2.0

internal import Crypto
package import Documents
package import Manifests
internal import Stages

/// Runs a plan on one document at a time; any number may run at once.
///
/// What a stage returns is taken whole or not at all, so a stage that fails half-way leaves no trace but its provenance.
package struct Pipeline: Sendable {
    /// Delays before the second and third try of a stage whose `on_error` is `retry`.
    private static let delays: [Duration] = [.milliseconds(100), .milliseconds(400)]

    private struct Step: Sendable {
        let plan: Plan.Step
        let optionsSHA256: String
        /// Where the manifest limits how many articles may be in it.
        let slots: Slots?
    }

    private let steps: [Step]
    private let clock: PipelineClock

    package init(_ plan: Plan, clock: PipelineClock) { self.init(plan.steps, clock: clock) }

    package init(_ steps: [Plan.Step], clock: PipelineClock) {
        self.steps = steps.map { step in
            Step(
                plan: step, optionsSHA256: String(hexadecimal: SHA256.hash(data: step.options)),
                slots: step.workers.map { Slots(width: $0) })
        }
        self.clock = clock
    }

    /// - Returns: the document with what every stage added, and one provenance entry a stage.
    /// - Throws: `PipelineFailure` where a stage failed and its `on_error` is not `skip`; its code is `.cancelled` where the
    ///   task itself was cancelled, and the document is then to be put back.
    package func run(_ document: Document) async throws(PipelineFailure) -> Document {
        var document = document
        for step in steps {
            await step.slots?.take()
            defer { step.slots?.give() }
            try await run(step, on: &document)
        }
        return document
    }

    private func run(_ step: Step, on document: inout Document) async throws(PipelineFailure) {
        let started = clock.timeOfDay()
        let begin = clock.elapsed()
        if let objection = step.plan.when?.objection(to: document) ?? lacking(step, document) {
            record(.skipped, objection, step, started, begin, on: &document)
            return
        }
        var attempts = 0
        while true {
            attempts += 1
            let failure: StageFailure
            do throws(StageFailure) {
                document = try await apply(step.plan, to: document)
                record(.done, nil, step, started, begin, on: &document)
                return
            } catch {
                failure = error
            }
            let isStopping = Task.isCancelled
            if !isStopping, step.plan.onError == .skip {
                record(.skipped, failure.description, step, started, begin, on: &document)
                return
            }
            if !isStopping, step.plan.onError == .retry, attempts <= Self.delays.count, await pause(Self.delays[attempts - 1]) { continue }
            throw PipelineFailure(
                stage: step.plan.name, code: Task.isCancelled ? .cancelled : failure.code == .cancelled ? .document : failure.code,
                problem: failure.problem, remedy: failure.remedy, attempts: attempts)
        }
    }

    /// What a stage needs and an earlier one, skipped by its condition, did not give.
    private func lacking(_ step: Step, _ document: Document) -> String? {
        let conditional = steps.prefix { $0.plan.name != step.plan.name }.filter { $0.plan.when != nil }
        guard !conditional.isEmpty else { return nil }
        let missing = step.plan.contract.reads.filter { layer in
            conditional.contains { $0.plan.contract.writes.contains(layer) } && !document.has(layer)
        }
        return missing.min().map { "there is no \($0.rawValue)" }
    }

    private func apply(_ step: Plan.Step, to document: Document) async throws(StageFailure) -> Document {
        let annotations = try await annotations(of: step, for: document)
        var document = document
        do {
            try document.apply(annotations, writes: step.contract.writes)
            return document
        } catch {
            throw StageFailure(
                .document, "The stage broke its contract (\(error))", remedy: "Report this to the author of \"\(step.plugin)\"")
        }
    }

    /// The stage's work against its time limit: whichever ends first cancels the other.
    private func annotations(of step: Plan.Step, for document: Document) async throws(StageFailure) -> [Annotation] {
        let clock = clock
        let result = await withTaskGroup(of: Result<[Annotation], StageFailure>?.self) { group in
            group.addTask {
                do throws(StageFailure) {
                    return .success(try step.stage.annotate(document))
                } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                do { try await clock.sleep(step.timeout) } catch { return nil }
                return .failure(
                    StageFailure(
                        .document, "\"\(step.name)\" took longer than its timeout of \(step.timeout)",
                        remedy: "Raise the stage's \"timeout\" or split the article"))
            }
            var first: Result<[Annotation], StageFailure>?
            while first == nil, let next = await group.next() { first = next }
            group.cancelAll()
            return first ?? .failure(.cancelled)
        }
        return try result.get()
    }

    private func pause(_ duration: Duration) async -> Bool {
        do {
            try await clock.sleep(duration)
            return true
        } catch {
            return false
        }
    }

    private func record(
        _ outcome: ProvenanceEntry.Outcome, _ reason: String?, _ step: Step, _ started: String, _ begin: Duration,
        on document: inout Document
    ) {
        let spent = (clock.elapsed() - begin).components
        let microseconds = Double(spent.seconds) * 1e6 + (Double(spent.attoseconds) / 1e12).rounded()
        document.provenance.append(
            ProvenanceEntry(
                stage: step.plan.name, plugin: step.plan.plugin, version: step.plan.version, optionsSHA256: step.optionsSHA256,
                started: started, milliseconds: microseconds / 1000, outcome: outcome, reason: reason,
                model: step.plan.model))
    }
}
