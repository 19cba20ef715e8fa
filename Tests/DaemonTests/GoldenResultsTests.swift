// SPDX-License-Identifier: Apache-2.0

import Daemon
import Documents
import Foundation
import Manifests
import Pipelines
import Rendering
import Testing

/// The whole result of each sample article, as it was last looked at. `make goldens` rewrites them; the difference is then to be read.
@Suite struct `Golden results of the sample articles` {
    private static let names = [
        "aune-flood.txt", "cup-semifinal.txt", "harbour-strike.html", "rate-decision.md", "reef-vaccine.md", "saltgate.txt",
    ]
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

    @Test(arguments: names)
    func `are what they were`(name: String) async throws {
        let bytes = Array(try Data(contentsOf: Repository.root.appending(path: "docs/samples/\(name)")))
        let catalog = StageCatalog.standard(try StageModel.load(Repository.root.appending(path: "Models/encoder/encoder.safetensors").path))
        let plan = try #require(Planner.plan(stages: catalog.chain, catalog: catalog).plan)
        // A clock that stands still leaves nothing in a result that could differ.
        let clock = PipelineClock(
            timeOfDay: { "2026-01-01T00:00:00.000Z" }, elapsed: { .zero }, sleep: { try await ManualSleep.forever($0) })
        let documents = try await ArticleProcessor(plan, clock: clock).process(bytes, name: name)
        let result = documents.map { String(decoding: Renderer.render($0, as: .json), as: UTF8.self) }.joined()
        let golden = Repository.root.appending(path: "Tests/DaemonTests/Goldens/\(name).json")
        if Self.isRecording { try result.write(to: golden, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: golden, encoding: .utf8) == result, "run `make goldens` and read the difference")
    }
}

/// A sleep that only a cancellation ends.
enum ManualSleep {
    static func forever(_: Duration) async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        for await _ in stream {}
        withExtendedLifetime(continuation) {}
        throw CancellationError()
    }
}
