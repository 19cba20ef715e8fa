// SPDX-License-Identifier: Apache-2.0

import Documents
import Language
import Stages
import Testing

@testable import Extracting

@Suite struct `A text that is not in English` {
    private func extracted(_ string: String, language: String) throws -> Document {
        let text = Text(string)
        let source = Source(name: "a", mediaType: "text/plain", charset: "UTF-8", bytes: text.count, sha256: "00")
        let sentences = SentenceSplitter.sentences(of: text, in: text.whole, language: language)
        var document = Document(
            id: "sha256:00", source: source, text: text, sourceMap: .identity(count: text.count),
            annotations: [.language(LanguageGuess(tag: language, confidence: 1)), .paragraphs([text.whole]), .sentences(sentences)])
        let stage = try ExtractStage(options: StageOptions([], for: ExtractStage.contract))
        try document.apply(try stage.annotate(document), writes: ExtractStage.contract.writes)
        return document
    }

    @Test func `gives names, figures and quotations, and says what is left out`() throws {
        let document = try extracted(
            "Juan Pérez viajó a Madrid. El precio subió un 4,5 % hasta 1.200 euros. «Vamos a ver», dijo.", language: "es")
        #expect(Set((document.entities ?? []).map(\.name)) == ["Juan Pérez", "Madrid"])
        #expect((document.figures ?? []).compactMap(\.value).contains(1200) && (document.figures ?? []).compactMap(\.value).contains(4.5))
        #expect((document.quotes ?? []).map { document.text.string($0.span) } == ["Vamos a ver"])
        #expect((document.notices ?? []).map(\.code) == ["language-limits"])
    }

    @Test(arguments: [
        ("es", "Nadie sabe si may o sat son palabras. La Organización de las Naciones pidió calma."),
        ("de", "Der Preis stieg im Mai. Die Lage ist ernst, sagte er am Montag."),
    ])
    func `has no times and persons that English would read into it`(language: String, text: String) throws {
        let document = try extracted(text, language: language)
        #expect((document.times ?? []).isEmpty)
        #expect((document.entities ?? []).allSatisfy { $0.kind != .person })
    }

    @Test func `keeps the times that are written in digits`() throws {
        #expect(try extracted("Het gebeurde op 2026-03-09 in Leeds.", language: "nl").times?.count == 1)
    }

    @Test func `says nothing of limits in English`() throws {
        #expect(try extracted("Jane Roe went to Leeds in May.", language: "en").notices == nil)
    }

    @Test(arguments: [
        ("1.200", "de", "1,200"), ("4,5", "de", "4.5"), ("1.200.000", "es", "1,200,000"), ("1.234,5", "it", "1,234.5"),
        ("4.5", "es", "4.5"),
        ("1,200", "es", "1,200"), ("1,200", "fr", "1.200"), ("1,234.5", "es", "1,234.5"), ("1,200", "en", "1,200"), ("1.200", nil, "1.200"),
        ("12", "de", "12"), ("1.200m", "de", "1,200m"), ("1.5", "zh", "1.5"),
    ])
    func `has its own marks in numbers`(number: String, language: String?, english: String) {
        #expect(DecimalMarks.asInEnglish(number, language: language) == english)
    }
}
