// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Files
internal import Ledger
internal import Logging
internal import Manifests
internal import Pipelines
internal import Reading
internal import Spooling

/// Takes one arrival from claim to settlement; any number at once.
struct ArticleWorker: Sendable {
    /// How long a file that failed for the moment's sake rests.
    private static let rest: Duration = .seconds(2)
    /// How often an article is tried whose stage fails for the moment: with the standard delays, about a day.
    private static let patience = 36

    let current: CurrentShift
    let register: Register
    let clock: PipelineClock
    let logger: Logger
    let activity: Activity
    let room: Room
    private let contents = ContentGate()
    private let duplicates: DuplicateCheck

    init(current: CurrentShift, register: Register, activity: Activity, room: Room, clock: PipelineClock, logger: Logger) {
        self.current = current
        self.register = register
        self.activity = activity
        self.room = room
        self.clock = clock
        self.logger = logger
        duplicates = DuplicateCheck(register: register, time: .live, clock: clock)
    }

    /// - Returns: when to look again, where the file stays in the inbox.
    func work(on arrival: Arrival) async -> Duration? {
        let shift = current.value
        do throws(SpoolError) {
            switch try shift.spool.claim(arrival) {
            case .gone:
                return nil
            case .stillWritten(let pause):
                activity.left()
                return pause
            case .resting(let pause, let afterDeath):
                activity.left(dueIn: afterDeath ? pause : nil)
                return pause
            case .refused(let reason, let place):
                failed(arrival.description, nil, reason, place)
                return nil
            case .claimed(let claim):
                let name = claim.name
                activity.began(name)
                defer { activity.ended(name) }
                return await settle(claim, shift)
            }
        } catch {
            return later(arrival.description, error)
        }
    }

    private func settle(_ claim: consuming Claim, _ shift: Shift) async -> Duration? {
        let begin = clock.elapsed()
        let name = claim.name
        let bytes: [UInt8]
        let surroundings: ArticleProcessor.Surroundings
        do throws(SpoolError) {
            bytes = try claim.bytes()
            surroundings = .init(tags: shift.tags(of: claim.path), companions: try claim.companions())
        } catch {
            guard error.fate == .document else {
                claim.retry(after: error)
                return later(name, error)
            }
            return quarantine(claim, nil, Reason(code: error.code.rawValue, problem: error.problem, remedy: error.remedy))
        }
        let content = Reader.digest(of: bytes)
        let article: ArticleProcessor.Article
        do throws(ArticleProcessor.Failure) {
            article = try shift.processor.read(bytes, name: name, received: claim.received.rfc3339, surroundings)
        } catch {
            return quarantine(claim, content, Reason(error))
        }
        if shift.plan.manifest.repeats == .reprocess { return await process(claim, article, content, shift, begin) }
        // The same content in work under another name is waited for: it is processed once.
        await contents.enter(content)
        defer { contents.leave(content) }
        guard let earlier = register.earlier(content, article.recipe, like: claim.path, shift) else {
            return await process(claim, article, content, shift, begin)
        }
        if shift.plan.manifest.repeats == .reject { return quarantine(claim, content, .repeated(of: earlier)) }
        let done = Done(
            name: name, content: content, recipe: article.recipe, id: earlier.entry.results.first?.article ?? "",
            repeats: earlier.entry.file)
        return commit(claim, earlier.renditions, article.outbox, done, begin)
    }

    private func process(
        _ claim: consuming Claim, _ article: ArticleProcessor.Article, _ content: String, _ shift: Shift, _ begin: Duration
    ) async -> Duration? {
        var documents: [Document]
        do throws(ArticleProcessor.Failure) {
            documents = try await shift.processor.finish(article)
        } catch {
            // Stopped, not failed: the claim goes back to the inbox as it falls out of scope.
            if error.isCancelled { return nil }
            guard error.isMomentary, claim.attempt < Self.patience else { return quarantine(claim, content, Reason(error)) }
            return postpone(claim, Reason(error))
        }
        if let settings = shift.plan.manifest.duplicates { duplicates.run(on: &documents, settings) }
        let done = Done(
            name: claim.name, content: content, recipe: article.recipe, id: documents.first?.id ?? "",
            provenance: documents.flatMap(\.provenance))
        return commit(claim, shift.renditions(of: documents), article.outbox, done, begin)
    }

    private func commit(
        _ claim: consuming Claim, _ renditions: [Rendition], _ outbox: String?, _ article: Done, _ begin: Duration
    ) -> Duration? {
        let attempt = claim.attempt
        do throws(SpoolError) {
            let receipt = try claim.commit(renditions, below: outbox.flatMap { RelativePath($0) } ?? RelativePath())
            if receipt.unfinished == nil { register.done(article, attempt, renditions, receipt) }
            room.sufficed()
            report(receipt, article, begin)
            return nil
        } catch {
            return later(article.name, error)
        }
    }

    /// A service that is down or a plugin that cannot be started is no fault of the article: it waits for better times.
    private func postpone(_ claim: consuming Claim, _ reason: Reason) -> Duration? {
        let name = claim.name
        claim.retry(after: reason)
        activity.left()
        activity.trouble(name, reason.problem)
        logger.warning(
            "put back: \(reason.problem). \(reason.remedy).", metadata: ["article": "\(name)", "stage": "\(reason.stage ?? "claim")"])
        return Self.rest
    }

    private func quarantine(_ claim: consuming Claim, _ content: String?, _ reason: Reason) -> Duration? {
        let name = claim.name
        do throws(SpoolError) {
            failed(name, content, reason, try claim.quarantine(reason))
            return nil
        } catch {
            return later(name, error)
        }
    }

    private func report(_ receipt: Receipt, _ article: Done, _ begin: Duration) {
        activity.done(article.provenance, isRepeated: article.repeats != nil)
        let results = receipt.results.map(\.description).joined(separator: ",")
        var details: Logger.Metadata = [
            "article": "\(article.name)", "id": "\(article.id)", "results": "\(results)", "milliseconds": "\(milliseconds(since: begin))",
        ]
        if let repeats = article.repeats { details["repeats"] = "\(repeats)" }
        logger.info("done", metadata: details)
        if let error = receipt.unfinished {
            logger.error("the original could not be retired: \(error)", metadata: ["article": "\(article.name)"])
        }
    }

    private func failed(_ name: String, _ content: String?, _ reason: Reason, _ place: String) {
        activity.failed(name, reason)
        register.failed(name, content, reason)
        logger.warning(
            "quarantined: \(reason.problem). \(reason.remedy).",
            metadata: ["article": "\(name)", "stage": "\(reason.stage ?? "claim")", "code": "\(reason.code)", "place": "\(place)"])
    }

    private func later(_ name: String, _ error: SpoolError) -> Duration? {
        activity.left()
        activity.trouble(name, error.problem)
        if error.code == .full { room.wasFull(error) }
        logger.error("put back: \(error)", metadata: ["article": "\(name)"])
        return Self.rest
    }

    private func milliseconds(since begin: Duration) -> Int { Int((clock.elapsed() - begin) / .milliseconds(1)) }
}

/// What is told of an article that has its results.
struct Done: Sendable {
    /// The file's path below the inbox, printable.
    var name: String
    /// SHA-256.
    var content: String
    var recipe: String
    var id: String
    /// The earlier file whose results these are.
    var repeats: String?
    /// Of what was processed.
    var provenance: [ProvenanceEntry] = []
}

extension Reason {
    fileprivate init(_ failure: ArticleProcessor.Failure) {
        self.init(
            code: failure.code, problem: failure.problem, remedy: failure.remedy, stage: failure.stage, attempts: failure.attempts)
    }

    fileprivate static func repeated(of earlier: Register.Earlier) -> Reason {
        let results = earlier.entry.results.map(\.path).joined(separator: ", ")
        return Reason(
            code: "repeat", problem: "The same content was processed before, as \(earlier.entry.file)",
            remedy:
                "Its results are \(results) in the outbox; to have it processed again, set \"repeats\" to \"reprocess\" and run copydesk retry"
        )
    }
}
