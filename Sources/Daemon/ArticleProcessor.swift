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

    /// Names all that the documents depend on beside the bytes and their surroundings.
    package let recipe: String
    private let pipeline: Pipeline

    package init(_ plan: Plan, clock: PipelineClock) {
        recipe = Recipe.digest(of: plan, reader: Reader.version)
        pipeline = Pipeline(plan, clock: clock)
    }

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: relative to the inbox.
    ///   - received: RFC 3339, where there is a time of arrival.
    ///   - mediaType: what the caller knows the file to be.
    ///   - published: overrides what the file says; RFC 3339 date or date-time.
    /// - Returns: at least one document.
    package func process(
        _ bytes: [UInt8], name: String, received: String? = nil, mediaType: String? = nil, _ surroundings: Surroundings = Surroundings(),
        published: String? = nil
    ) async throws(Failure) -> [Document] {
        var finished: [Document] = []
        for var document in try read(bytes, name, received, mediaType) {
            document.recipe = recipe(in: surroundings)
            for companion in surroundings.companions { document.set(CompanionReader.read(companion)) }
            let tags = document.tags ?? []
            if !surroundings.tags.isEmpty { document.set([.tags(tags + surroundings.tags.filter { !tags.contains($0) })]) }
            do throws(PipelineFailure) {
                finished.append(try await pipeline.run(published.map { document.published($0) } ?? document))
            } catch {
                throw Failure(
                    stage: error.stage, code: error.code.rawValue, problem: error.problem, remedy: error.remedy,
                    attempts: error.attempts, isCancelled: error.code == .cancelled)
            }
        }
        return finished
    }

    /// Names all that the documents depend on beside the bytes: the chain's recipe, and behind a plus what the surroundings add.
    package func recipe(in surroundings: Surroundings) -> String {
        if surroundings.tags.isEmpty, surroundings.companions.isEmpty { return recipe }
        let all = surroundings.tags.map { Array($0.utf8) } + [[]] + surroundings.companions
        return "\(recipe)+\(Reader.digest(of: all.flatMap { Array(Reader.digest(of: $0).utf8) }).prefix(16))"
    }

    private func read(_ bytes: [UInt8], _ name: String, _ received: String?, _ mediaType: String?) throws(Failure) -> [Document] {
        do throws(ReadingError) {
            return try Reader.read(bytes, name: name, received: received, mediaType: mediaType)
        } catch {
            throw Failure(
                stage: "read", code: error.code.rawValue, problem: error.problem, remedy: error.remedy, attempts: 1, isCancelled: false)
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
