// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import Testing

@testable import Rendering

/// One file a golden: the text, the rule (the format) and what is expected. `RECORD_GOLDENS=1` writes them anew.
@Suite struct GoldenTests {
    @Test(arguments: [RenditionFormat.html, .markdown, .ninjs])
    func `renders the sample as recorded`(format: RenditionFormat) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
        let file = folder.appending(path: "sample-\(format.rawValue).golden")
        let rendered = String(decoding: Renderer.render(SampleDocument.document(), as: format), as: UTF8.self)
        let golden = "=== input\n\(SampleDocument.string)\n=== rule\n\(format.rawValue)\n=== expected\n\(rendered)"
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(golden.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == golden)
    }
}
