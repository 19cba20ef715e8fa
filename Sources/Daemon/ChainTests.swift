// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Files
package import Manifests

/// Tests that stand beside a manifest, in `plugins.tests.json`: given an article, what its result must say.
///
/// ```json
/// [ { "name": "removes addresses", "text": "Write to a@example.org.", "expect": { "x_redacted": { "address": 1 } } } ]
/// ```
/// `file` in place of `text` names a file beside it; `path` is where in the inbox the article would lie. Of an object in `expect` every
/// member must be so; a list must be as long, and each element so; `null` means that there is no such field.
package struct ChainTests: Sendable {
    package struct Outcome: Sendable {
        package var name: String
        /// What was not so; empty where all was.
        package var faults: [String]
    }

    package struct Unreadable: Error {
        package var problem: String
    }

    private static let limit = 64 << 20

    private let processor: ArticleProcessor
    private let folder: String

    /// - Parameter folder: the manifest's own.
    package init(_ plan: Plan, folder: String) {
        processor = ArticleProcessor(plan, clock: .live)
        self.folder = folder
    }

    /// - Parameter path: of the tests.
    package func run(_ path: String) async throws(Unreadable) -> [Outcome] {
        let tests: JSON
        do {
            tests = try JSONParser.parse(try LiveFileSystem().read(Place(path), limit: Self.limit))
        } catch {
            throw Unreadable(problem: "\(path) cannot be read: \(error)")
        }
        guard let elements = tests.elements else { throw Unreadable(problem: "\(path) is \(tests.kind), not a list of tests") }
        var outcomes: [Outcome] = []
        for (index, test) in elements.enumerated() {
            let name = test["name"]?.string ?? "test \(index + 1)"
            outcomes.append(Outcome(name: name, faults: await faults(of: test)))
        }
        return outcomes
    }

    private func faults(of test: JSON) async -> [String] {
        guard let expected = test["expect"] else { return ["it expects nothing; add \"expect\""] }
        let bytes: [UInt8]
        if let text = test["text"]?.string {
            bytes = Array(text.utf8)
        } else if let file = test["file"]?.string, let path = RelativePath(file) {
            do { bytes = try LiveFileSystem().read(Place(folder, path), limit: Self.limit) } catch { return ["\(error)"] }
        } else {
            return ["it has neither \"text\" nor \"file\""]
        }
        let name = test["path"]?.string ?? test["file"]?.string ?? "article.txt"
        do {
            guard let document = try await processor.process(bytes, name: name).first else { return ["there is no document"] }
            let result = try JSONParser.parse(DocumentEncoder.encode(document, layout: .compact))
            return Self.faults(expected, result, "")
        } catch let failure as ArticleProcessor.Failure {
            return ["\(failure.stage): \(failure.problem)"]
        } catch {
            return ["\(error)"]
        }
    }

    private static func faults(_ expected: JSON, _ found: JSON?, _ path: String) -> [String] {
        switch (expected.content, found?.content) {
        case (.null, nil), (.null, .null?): return []
        case (.object(let members), .object?):
            return members.flatMap { faults($0.value, found?[$0.name], path.isEmpty ? $0.name : "\(path).\($0.name)") }
        case (.array(let elements), .array(let others)?):
            guard elements.count == others.count else { return ["\(path) has \(others.count) elements, not \(elements.count)"] }
            return elements.indices.flatMap { faults(elements[$0], others[$0], "\(path)[\($0)]") }
        case (let wanted, let got?) where wanted == got: return []
        case (_, nil): return ["\(path) is missing"]
        default: return ["\(path) is \(written(found)), not \(written(expected))"]
        }
    }

    private static func written(_ json: JSON?) -> String {
        guard let json else { return "missing" }
        var writer = JSONWriter()
        writer.json(json)
        let text = String(decoding: writer.bytes, as: UTF8.self)
        return text.count > 80 ? "\(text.prefix(80))…" : text
    }
}
