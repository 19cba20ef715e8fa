// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

@testable import Rendering

@Suite struct RendererTests {
    @Test(arguments: RenditionFormat.allCases)
    func `names the document within the first 4 KiB and is the same twice`(format: RenditionFormat) {
        let document = SampleDocument.document()
        let bytes = Renderer.render(document, as: format)
        #expect(String(decoding: bytes.prefix(4096), as: UTF8.self).contains("sha256:5a17"))
        #expect(bytes == Renderer.render(document, as: format))
        #expect(bytes.last == 0x0A)
    }

    @Test(arguments: RenditionFormat.allCases)
    func `renders an empty document`(format: RenditionFormat) {
        let bytes = Renderer.render(SampleDocument.document("", annotations: []), as: format)
        #expect(String(decoding: bytes, as: UTF8.self).contains("sha256:5a17"))
    }

    @Test func `is ninjs that parses, with topics as newscodes`() throws {
        let json = try JSONParser.parse(Renderer.render(SampleDocument.document(), as: .ninjs))
        #expect(json["people"]?.elements?.first?["name"] == "Ilse Okonjo")
        #expect(json["subjects"]?.elements?.first?["uri"] == "http://cv.iptc.org/newscodes/mediatopic/16000000")
        #expect(json["subjects"]?.elements?.first?["confidence"] == 82)
    }

    @Test(arguments: [
        ("# no heading", "\\# no heading"), ("1. no list", "1\\. no list"), ("- no list", "\\- no list"),
        ("a|b\nc", "a\\|b c"), ("<script>", "\\<script\\>"), ("    code", "code"), ("3.5 percent", "3\\.5 percent"),
    ])
    func `keeps text from turning into Markdown structure`(text: String, expected: String) {
        #expect(MarkdownPage.escape(text) == expected)
    }
}
