// SPDX-License-Identifier: Apache-2.0

import Documents
import Language
import Testing

@Suite struct `Sentences` {
    /// `|` stands at the edges.
    @Test(arguments: [
        "The vote is over. | It was close. | Who won?",
        "Lt. Gen. Ra’ed Karim and Dr. A. B. Vance spoke. | Nobody heard.",
        "“We left. | It was late,” he said. | “Why?” she asked.",
        "“Will it rain?” Mr. Hale asked. | It did.",
        "She closed the door. “Not now.” | He waited.".replacing("door. “", with: "door. | “"),
        "Prices rose 4.5 percent to $1.20. | That was in the U.S. market.",
        "He moved to the U.S. | He stayed.",
        "It opened at 9 a.m. Monday. | It closed at 5 p.m. | They went home.",
        "The firm Hale & Co. of Leeds and Orbit Inc. merged. | It paid No. 10.",
        "See p. 12, e.g. the map, vs. Fig. 3 of Jan. 4. | Then go on.",
        "Do you want it?I think so.".replacing("?", with: "?|"),
        "It ended.Then it began.".replacing(".T", with: ".|T"),
        "Visit www.example.org/a.Html?Id=2. | Write to jane.roe@example.org.",
        "She works at Yahoo! in sales. | Good!",
        "He hoped ... well, no. | And then… | She left.",
        "It was proved.[3] | It was disproved. [4][5] | It stands.",
        "It was proved. [citation needed] | It stands. | [He laughs.] | She was in Viva Maria! (1965) and sang.",
        "(It rained.) | Then (it seemed so.) it stopped.",
        "1. Buy bread 2. Buy milk".replacing(" 2", with: " | 2"),
        "Vitamin C. | The rest.",
        "He said so. | and then he left.",
        "終わった。|次だ。",
        "یہ ہے۔ | وہ ہے۔",
        "Jane Roe\n|12 High Street\n|Leeds",
        "No. | We will not.",
        "",
        "...",
    ])
    func `end where they end`(marked: String) {
        let parts = marked.split(separator: "|").map { part in
            let text = Text(String(part))
            return text.string(text.trimmed(text.whole))
        }
        let text = Text(marked.replacing(" | ", with: " ").replacing("|", with: ""))
        let spans = SentenceSplitter.sentences(of: text, in: [text.whole], language: "en")
        #expect(spans.map { text.string($0) } == parts.filter { !$0.isEmpty })
    }

    /// English alone.
    @Test(arguments: [
        "Let me know what you think. | Thanks, | Sara", "Jane Roe | 07/19/2001 03:31 PM | Please call me about the invoice.",
        "We wrote it down. | https://example.org/a | It is all there.", "He wrote ``Go.'' | ``Why?'' she asked.",
        "Read it ASAP. | thanks for that.",
        "It cost $100. | they kept it.", "So good!!! | we come again.", "It ended. | -----", "The site is: https://example.org/a.html.",
        "See Dr. Jane Roe of the New York Times and J. I. Vance of Orbit.", "The New York Stock Exchange fell on Monday.",
        "President Emmanuel Vance and Prime Minister Jane Roe met in Leeds on Tuesday.", "MOSUL, Iraq (AP) — Three men were killed.",
    ])
    func `end without a stop, too`(marked: String) { check(marked, "en") }

    @Test(arguments: [
        ("de", "Er kam am 3. Mai nach Bonn. | Prof. Dr. Klein war z. B. nicht da. | Der 2. Weltkrieg war vorbei, usw. | Danach ging er."),
        ("de", "Der Preis stieg um 3 Mio. Euro. | Die Firma lag in der Str. 12, ca. 5 km von hier. | Es war der 12. | Er ging."),
        ("fr", "M. Dupont et Mme Klein sont venus, cf. p. 12. | Ils sont partis en janv. 2020. | « Pourquoi ? » | Il ne sait pas."),
        (
            "es",
            "El Sr. Ruiz y la Dra. Gil viven en EE. UU. desde enero. | ¿Por qué? | ¡No lo sé! | Véase la pág. 12, etc. | Luego se fueron."
        ),
        ("pt", "O Sr. Silva e a Dra. Costa chegaram. | Ver a pág. 12. | A empresa Orbita Ltda. fechou."),
        ("it", "Il dott. Rossi e la sig.ra Bianchi sono qui. | Vedi pag. 12, ecc. | Poi andarono via."),
        ("nl", "Dhr. de Vries en mevr. Bakker waren er, o.a. met prof. Klein. | Het was laat."),
        ("ru", "В 2019 г. А. И. Иванов жил на ул. Мира, д. 5. | Он работал, т.е. писал и т.д. | Потом он уехал."),
        ("pl", "Prof. Nowak i dr Kowalski mieszkają przy ul. Długiej. | Potem wyjechali."),
        ("cs", "Narodil se 3. Května v Brně. | Žije tam."),
        ("el", "Πού πήγες; | Πήγα στην αγορά. | Μαρία, έλα· είναι αργά."),
        ("en", "He came; she left; They stayed."),
        ("zh", "他来了。|她问：“为什么？”|没有人知道！！|天黑了……"),
        ("ja", "「行く？」と彼は言った。|彼女は笑った。|「もう遅い。」|雨だ！"),
        ("ar", "ذهب إلى السوق. | هل عاد؟ | لا أحد يعرف! | انتهى."),
        ("ur", "یہ گھر ہے۔ | وہ کہاں ہے؟ | معلوم نہیں۔"),
        ("hi", "वह घर गया। | कौन आया? | कोई नहीं।"),
        ("bn", "সে বাড়ি গেল। | কে এল? | কেউ না।"),
        ("th", "เมื่อวานนี้เด็ก ๆ ไปตลาด กับคุณยาย และซื้อผลไม้"),
        ("am", "ልጆቹ ሄዱ። | ማን መጣ፧ | ማንም።"),
        ("hy", "Նա եկավ։ | Ոչ ոք չգիտի։"),
        ("km", "គាត់ទៅផ្សារ។ | គាត់មកវិញ។"),
        ("my", "သူ ဈေးသွားသည်။ | သူ ပြန်လာသည်။"),
    ])
    func `end as their language has it`(language: String, marked: String) { check(marked, language) }

    /// German capitals are no sign, and the model for English must not take them for one.
    @Test func `are left whole in languages that the model does not know`() {
        check("Die Kinder der Stadt Bonn sahen Peter Klein im Park am Rhein", "de")
    }

    private func check(_ marked: String, _ language: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let parts = marked.split(separator: "|").map { $0.trimmingPrefix(" ") }.map { $0.last == " " ? $0.dropLast() : $0 }.map(String.init)
        let text = Text(marked.replacing(" | ", with: " ").replacing("|", with: ""))
        let spans = SentenceSplitter.sentences(of: text, in: [text.whole], language: language)
        #expect(spans.map { text.string($0) } == parts, sourceLocation: sourceLocation)
    }

    @Test func `never cross paragraphs`() {
        let text = Text("A headline\n\nand a line")
        #expect(
            SentenceSplitter.sentences(of: text, in: [TextSpan(0, 10), TextSpan(12, 22)], language: "en") == [
                TextSpan(0, 10), TextSpan(12, 22),
            ])
    }

    @Test func `take no longer for a long first word`() {
        let text = Text(String(repeating: "x", count: 200_000) + String(repeating: " A", count: 50_000))
        #expect(!SentenceSplitter.sentences(of: text, in: [text.whole], language: "en").isEmpty)
    }

    @Test(arguments: [
        ".", "?", ". ", "a.", "A. ", "1. ", ".)", "\n", "“.” ", "[1]", "•", ". . ", "…", "é. É", "a. b. ", "!I", "A ", "a@ ", "x: A ",
        "https://a ", "。」", "- A ",
    ])
    func `cover hostile text quickly`(unit: String) {
        let text = Text(String(repeating: unit, count: 100_000))
        let spans = SentenceSplitter.sentences(of: text, in: [text.whole], language: "en")
        var position = 0
        for span in spans {
            #expect(span.start >= position && !span.isEmpty && text.isScalarEdge(span.start) && text.isScalarEdge(span.end))
            #expect(text.trimmed(TextSpan(position, span.start)).isEmpty)
            position = span.end
        }
        #expect(text.trimmed(TextSpan(position, text.count)).isEmpty)
    }
}
