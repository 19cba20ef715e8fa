// SPDX-License-Identifier: Apache-2.0

import Daemon
import Documents
import Foundation
import Manifests
import Testing

@Suite struct `The published schema` {
    @Test func `is the one that the stages' contracts give`() throws {
        var writer = JSONWriter(layout: .readable)
        writer.json(ManifestSchema.json(for: .standard))
        #expect(
            try Repository.text("docs/plugins.schema.json") == String(decoding: writer.bytes, as: UTF8.self) + "\n", "run `make schema`")
    }

    @Test func `and the checker agree on the manifest that comes with the program`() throws {
        let (plan, diagnostics) = Planner.plan(Array(try Repository.text("plugins.json").utf8), file: "plugins.json", catalog: .standard)
        #expect(plan?.steps.map(\.name) == ["normalize", "extract", "summarize", "classify"])
        #expect(diagnostics.isEmpty)
    }
}
