// SPDX-License-Identifier: Apache-2.0

package import Documents
package import Manifests
package import Pipelines
internal import Reading
internal import Stages

/// Takes the bytes of a file to finished documents: reading, then the chain. What the daemon and `copydesk process` share.
package struct ArticleProcessor: Sendable {
    package struct Failure: Error, Sendable {
        /// `read`, or the stage's name in the manifest.
        package var stage: String
        package var code: String
        package var problem: String
        package var remedy: String
        package var attempts: Int
        /// Whether the work was stopped rather than failed: the file is to be put back.
        package var isCancelled: Bool
        /// Whether it may go better later, for no fault of the article's.
        package var isMomentary = false
    }

    /// What is known of an article beside its bytes.
    package struct Surroundings: Sendable {
        /// Added to those that the file itself names.
        package var tags: [String] = []
        /// Files of metadata that go with it.
        package var companions: [[UInt8]] = []

        package init(tags: [String] = [], companions: [[UInt8]] = []) {
            self.tags = tags
            self.companions = companions
        }
    }

    /// What was read of a file, and what is to be done with it.
    package struct Article: Sendable {
        package let documents: [Document]
        /// Names all that the results depend on beside the bytes.
        package let recipe: String
        /// Below the outbox: by the first document's route, so that the results of one file lie together.
        package let outbox: String?
        /// Of each document, by its own route; `nil`: that of `stages`.
        fileprivate let chains: [String?]
    }

    private struct Chain: Sendable {
        var pipeline: Pipeline
        var recipe: String
        /// Whether a stage's condition looks at the path.
        var looksAtPath: Bool

        init(_ steps: [Plan.Step], clock: PipelineClock, _ behind: String) {
            pipeline = Pipeline(steps, clock: clock)
            recipe = Recipe.digest(of: steps, reader: Reader.version + behind)
            looksAtPath = steps.contains { $0.when?.paths.isEmpty == false }
        }
    }

    private let plan: Plan
    /// That of `stages`.
    private let chain: Chain
    private let others: [String: Chain]
    private let tools = ReaderTools.installed()

    /// - Parameter behind: names what is done with the documents behind the chain.
    package init(_ plan: Plan, clock: PipelineClock, behind: String = "") {
        self.plan = plan
        chain = Chain(plan.steps, clock: clock, behind)
        others = plan.chains.mapValues { Chain($0, clock: clock, behind) }
    }

    private func chain(named name: String?) -> Chain { name.flatMap { others[$0] } ?? chain }

    /// The recipe of each chain, without what an article's surroundings add.
    package var recipes: [String] { [chain.recipe] + others.values.map(\.recipe) }

    /// Reads a file and finds the chain that is to take it.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: relative to the inbox.
    ///   - received: RFC 3339, where there is a time of arrival.
    ///   - mediaType: what the caller knows the file to be.
    package func read(
        _ bytes: [UInt8], name: String, received: String? = nil, mediaType: String? = nil, _ surroundings: Surroundings = Surroundings()
    ) throws(Failure) -> Article {
        var documents = try read(bytes, name, received, mediaType)
        let routes = documents.map { plan.route(for: $0) }
        for index in documents.indices {
            documents[index].recipe = recipe(of: chain(named: routes[index]?.chain), name, surroundings)
            for companion in surroundings.companions { documents[index].set(CompanionReader.read(companion)) }
            let tags = documents[index].tags ?? []
            if !surroundings.tags.isEmpty { documents[index].set([.tags(tags + surroundings.tags.filter { !tags.contains($0) })]) }
        }
        return Article(
            documents: documents, recipe: Self.common(documents.compactMap(\.recipe)), outbox: routes.first??.outbox,
            chains: routes.map { $0?.chain })
    }

    /// Takes what was read through its chain.
    ///
    /// - Parameter published: overrides what the file says; RFC 3339 date or date-time.
    /// - Returns: at least one document.
    package func finish(_ article: Article, published: String? = nil) async throws(Failure) -> [Document] {
        var finished: [Document] = []
        for (document, chain) in zip(article.documents, article.chains) {
            let pipeline = self.chain(named: chain).pipeline
            do throws(PipelineFailure) {
                finished.append(try await pipeline.run(published.map { document.published($0) } ?? document))
            } catch {
                throw Failure(
                    stage: error.stage, code: error.code.rawValue, problem: error.problem, remedy: error.remedy,
                    attempts: error.attempts, isCancelled: error.code == .cancelled, isMomentary: error.code == .moment)
            }
        }
        return finished
    }

    /// Both in one.
    package func process(
        _ bytes: [UInt8], name: String, received: String? = nil, mediaType: String? = nil, published: String? = nil
    ) async throws(Failure) -> [Document] {
        try await finish(try read(bytes, name: name, received: received, mediaType: mediaType), published: published)
    }

    /// The chain's recipe, and behind a plus what the surroundings add.
    private func recipe(of chain: Chain, _ name: String, _ surroundings: Surroundings) -> String {
        if surroundings.tags.isEmpty, surroundings.companions.isEmpty, !chain.looksAtPath { return chain.recipe }
        let all = surroundings.tags.map { Array($0.utf8) } + [chain.looksAtPath ? Array(name.utf8) : []] + surroundings.companions
        return "\(chain.recipe)+\(Reader.digest(of: all.flatMap { Array(Reader.digest(of: $0).utf8) }).prefix(16))"
    }

    /// Of a file whose articles take different chains, the first one's, and behind an ampersand what the others add.
    private static func common(_ recipes: [String]) -> String {
        let others = Set(recipes).subtracting(recipes.prefix(1)).sorted()
        guard let first = recipes.first, !others.isEmpty else { return recipes.first ?? "" }
        return "\(first)&\(Reader.digest(of: Array(others.joined(separator: " ").utf8)).prefix(16))"
    }

    private func read(_ bytes: [UInt8], _ name: String, _ received: String?, _ mediaType: String?) throws(Failure) -> [Document] {
        do throws(ReadingError) {
            return try Reader.read(bytes, name: name, received: received, mediaType: mediaType, tools: tools)
        } catch {
            // A program that was stopped with us says nothing about the file.
            throw Failure(
                stage: "read", code: error.code.rawValue, problem: error.problem, remedy: error.remedy, attempts: 1,
                isCancelled: Task.isCancelled)
        }
    }
}

extension Document {
    fileprivate func published(_ date: String) -> Document {
        var document = self
        document.set([.published(date)])
        return document
    }
}
