// SPDX-License-Identifier: Apache-2.0

import Documents
import Normalizing
import Testing

@Suite struct `Mojibake` {
    private static let sentences = [
        "The café on Rue Lévêque didn’t open – “not today”, the owner said… It costs €12.",
        "“We won’t go,” said Zoë.",
        "Der Bürgermeister von Köln sprach über die Straße, „ohne Ärger“, wie er sagte.",
        "L’été à Besançon : « où vas-tu ? », demanda-t-elle. Ça suffit.",
        "São João não é só uma festa, à noite há coração e pão.",
        "El niño comió piñas en Málaga. ¿Qué pasó? ¡Nada!",
        "Wałęsa przyjechał do Łodzi, żeby zobaczyć się z dziećmi.",
        "Příliš žluťoučký kůň úpěl ďábelské ódy.",
        "İstanbul’da güneş doğuyor, çocuklar şarkı söylüyor.",
        "Årsmøtet på Ås ble utsatt, sa Bjørn Sæther.",
        "Într-o zi, Ștefan și Țăranu au plecat în Moldova.",
        "Ngày mai ở Hà Nội trời sẽ mưa, người ta nói vậy.",
        "В городе открылась новая школа.",
        "Η πόλη είναι όμορφη το καλοκαίρι.",
        "בעיר נפתח בית ספר חדש.",
        "افتتحت المدرسة الجديدة في المدينة.",
        "The rate is ½ of 5° – that’s it™ 😀 done.",
    ]
    private static let charsets = ["CP1252", "ISO-8859-1", "CP1250", "CP1251", "MACINTOSH", "CP437", "CP850"]

    @Test(arguments: charsets, sentences)
    func `is undone for every charset`(charset: String, sentence: String) throws {
        let expected = try normalized(sentence).text.string
        let document = try normalized(misread(sentence, as: charset))
        #expect(document.text.string == expected)
        #expect(document.notices?.contains { $0.code == "mojibake" && $0.span == nil } == true)
    }

    @Test(arguments: ["CP1252", "ISO-8859-1", "CP1250"], sentences.prefix(10))
    func `is undone twice and three times over`(charset: String, sentence: String) throws {
        let expected = try normalized(sentence).text.string
        for times in 2...3 {
            #expect(try normalized(misread(sentence, as: charset, times: times)).text.string == expected)
        }
    }

    /// Each of them would change if sequences were enough, or letters with accents.
    @Test(arguments: [
        "A SÃO PAULO, NÃO É VERDADE.", "À la une : ÉCOLE, FORÊT, GARÇON.", "IRMÃ E MANHÃ SÃO PALAVRAS.", "«MAÇÃ» e «IRMÃ»", "Ô temps !",
        "«ALLÔ» et “CAFÉ”, ‘CAFÉ’, CAFÉ…", "NESTLÉ® und L’ORÉAL™", "CAFÉ—RESTAURANT", "CAFÉ’S MENU", "25 °C, 5 % und £5",
        "Grüße aus Köln, „Ä“ und »Ö«",
        "SPÅ® och BLÅ™", "Å ena sidan, å andra sidan", "ĐÂY LÀ TIẾNG VIỆT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ÇA VA, ÎLE, NOËL, HAÏTI",
        "ÜÇ ÖĞRENCİ GELDİ", "HÂLÂ RÜYÂ", "ŻÓŁĆ I GĘŚLĄ JAŹŃ", "Ăştia sunt oameni", "ROMÂNIA ȘI „ROM”", "«ROM» es “Â”",
        "x = √2, √π and √(a+b)",
        "├──┬──┐\n│  │  │\n└──┴──┘", "╔══╦══╗", "В «Газпроме» и Рівне", "Рік, Рі і Сі", "Ґрунт, Їжак, Єва", "Windows-1252 and ISO-8859-1",
        "– Änderung – „Öl“", "«école» et «été»", "l’été, d’août, qu’à", "mot…ôté", "l·l, paral·lel", "¿Dónde está? —¡Aquí!",
        "5×3 = 15, ÷ 2",
        "Ð is eth, Þ is thorn; Ñandú, ESPAÑA", "ΓΗ ΚΑΙ ΝΕΡΟ", "Straße, Spaß“, Fuß»", "voilà», está», é”…", "naïve coöperation – Zoë’s",
        "100 kč, 5 ¢",
        "THÀNH PHỐ HỒ CHÍ MINH", "1º lugar, 2ª vez, Nº 5", "ƒ5 and 5ƒ", "‚Ändern‘ Sie", "Ÿ, Œuvre, ŒUVRE", "Á É Í Ó Ú", "Â, Ã, Ä, Å",
        "€5 – €10",
        "ESTÁ¡", "É¿QUÉ?", "Ó¡QUE", "letra Ã, letra Â", "MANHÃ DE SOL", "‘É’ ‘Ä’ ‘Å’",
    ])
    func `is not seen where there is none`(string: String) throws {
        let plain = string.replacing("\u{A0}", with: " ")
        let document = try normalized(string)
        #expect(!document.sourceMap.runs.contains { $0.edit?.contains("mojibake") ?? false }, "\(document.text.string)")
        #expect(document.text.string.contains(plain.prefix(3)))
        #expect(document.notices?.contains { $0.code == "mojibake" } != true)
    }

    @Test(arguments: [
        ("voilÃ  tout, voilÃ tout", "voilà tout, voilà tout"),
        ("dÃ©jÃ  vu Ã  la mer", "déjà vu à la mer"),
        ("It is 10Â km away.Â  Yes.", "It is 10 km away. Yes."),
        ("â€œNever,â€ he said.", "“Never,” he said."),
        ("â€œNever,â€\u{FFFD} he said.", "“Never,” he said."),
        ("He didn\u{92}t \u{93}see\u{94} it \u{96} no.", "He didn’t “see” it – no."),
        ("Wait\u{85} he didn\u{92}t.", "Wait… he didn’t."),
        ("Itâ\u{80}\u{99}s", "It’s"),
        ("ï»¿Start", "Start"),
        ("5Â°C, Â£5, 1Âº, Â© 2020, Â½", "5°C, £5, 1º, © 2020, ½"),
        ("CANCIÃ“N, BÃ”NE, CAFÃ‰", "CANCIÓN, BÔNE, CAFÉ"),
        ("mÉ™ktÉ™b É™dÉ™biyyat", "məktəb ədəbiyyat"),
        ("HawaiÊ»i", "Hawaiʻi"),
        ("naÃ \u{304}ve, espÃ \u{308}re", "naïve, espère"),
        ("The cafÃ© is open.\nLe cafÃ© «MAÇÃ» dÃ»", "The café is open.\nLe café «MAÇÃ» dû"),
    ])
    func `is undone where bytes were lost or changed`(string: String, expected: String) throws {
        #expect(try normalized(string).text.string == expected)
    }

    @Test(arguments: [
        ("He said â€ and left.", "mojibake", "â€"), ("The dog\u{FFFD}s tail", "lost-character", "\u{FFFD}"),
        ("The dogï¿½s tail", "lost-character", "\u{FFFD}"), ("The caf\u{C3}, is open.", "mojibake", "\u{C3}"),
    ])
    func `that cannot be undone is flagged`(string: String, code: String, marked: String) throws {
        let document = try normalized(string)
        let notice = try #require(document.notices?.first { $0.code == code && $0.span != nil })
        #expect(notice.span.map { document.text.string($0) } == marked)
    }

    @Test func `is undone inside quotation marks and in the broken paragraph alone`() throws {
        let document = try normalized("“The cafÃ© isnâ€™t open.”\n\nLe «MAÇÃ» est bon.")
        #expect(document.text.string == "“The café isn’t open.”\n\nLe «MAÇÃ» est bon.")
        let notice = try #require(document.notices?.first { $0.code == "mojibake" })
        #expect(notice.message == "2 characters were written in UTF-8, read as windows-1252, and repaired")
        let runs = document.sourceMap.runs.filter { $0.edit == "mojibake" }
        #expect(runs.map { document.text.string($0.text) } == ["é", "’"])
        #expect(runs.map(\.source.count) == [4, 8])
    }
}
