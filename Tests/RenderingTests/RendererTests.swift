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

    @Test(arguments: [RenditionFormat.markdown, .html])
    func `lists events in words`(format: RenditionFormat) {
        let event = Event(
            id: "ev1", type: "air-strike", trigger: SampleDocument.span("air strikes"), patients: ["e1"],
            patientSpans: [SampleDocument.span("civilians")], place: "e4", time: 9, figures: [0, 9], assertedBy: "e2", modality: .alleged)
        let page = Renderer.render(SampleDocument.document(annotations: SampleDocument.layers + [.events([event])]), as: format)
        let shown = String(decoding: page, as: UTF8.self)
        for words in ["air-strike (alleged)", "Lantern Market; civilians", "≥ 17 killed", "Saltgate", "Ilse Okonjo"] {
            #expect(shown.contains(words))
        }
    }

    @Test(arguments: [
        ("# no heading", "\\# no heading"), ("1. no list", "1\\. no list"), ("- no list", "\\- no list"),
        ("a|b\nc", "a\\|b c"), ("<script>", "\\<script\\>"), ("    code", "code"), ("3.5 percent", "3\\.5 percent"),
    ])
    func `keeps text from turning into Markdown structure`(text: String, expected: String) {
        #expect(MarkdownPage.escape(text) == expected)
    }
}
