// SPDX-License-Identifier: Apache-2.0

import TestKit

/// Sentences of our own in many languages, and the charsets that were in use for each before UTF-8.
enum CharsetSamples {
    struct Sample: Sendable {
        var language: String
        /// As iconv spells them.
        var charsets: [String]
        var text: String
    }

    static let all: [Sample] = [
        Sample(
            language: "fr", charsets: ["CP1252", "ISO-8859-1", "ISO-8859-15"],
            text: """
                Le maire a annoncé mercredi que l'école fermée après l'inondation serait rouverte dès la rentrée. Les élèves étaient dispersés dans \
                trois établissements où les repas n'étaient pas préparés sur place. Les parents espèrent que la promesse sera tenue cette année.
                """),
        Sample(
            language: "de", charsets: ["CP1252", "ISO-8859-1", "ISO-8859-15"],
            text: """
                Der Bürgermeister kündigte am Mittwoch an, dass die Brücke über den Fluss früher geöffnet wird als geplant. Für die Anwohner ändert \
                sich zunächst wenig, denn die Straße bleibt für schwere Fahrzeuge gesperrt. Größere Schäden hätten die Prüfer nicht gefunden.
                """),
        Sample(
            language: "es", charsets: ["CP1252", "ISO-8859-1", "ISO-8859-15"],
            text: """
                El alcalde anunció el miércoles que la reparación del puente comenzará en otoño. Según los vecinos, la situación está peor que hace un \
                año y los niños llegan tarde a la escuela. La compañía dijo que todavía no había recibido ningún aviso de la administración pública.
                """),
        Sample(
            language: "pt", charsets: ["CP1252", "ISO-8859-1", "ISO-8859-15"],
            text: """
                O prefeito anunciou na quarta-feira que as obras da ponte começarão no outono. Segundo os moradores, a situação está pior do que há um \
                ano e as crianças não chegam à escola a tempo. A empresa informou que ainda não recebeu a notificação da administração.
                """),
        Sample(
            language: "sv", charsets: ["CP1252", "ISO-8859-1"],
            text: """
                Kommunen meddelade på onsdagen att bron över ån öppnas tidigare än väntat. För de boende ändras ganska lite, eftersom vägen fortfarande \
                är avstängd för tung trafik. Några större skador hittades inte när arbetet började på våren, säger ledaren för gruppen.
                """),
        Sample(
            language: "da", charsets: ["CP1252", "ISO-8859-1"],
            text: """
                Kommunen oplyste onsdag, at broen over åen åbner tidligere end ventet. For beboerne ændrer det ikke så meget, fordi vejen stadig er \
                lukket for tunge køretøjer. Der blev ikke fundet større skader, da arbejdet gik i gang i foråret, siger lederen af gruppen.
                """),
        Sample(
            language: "pl", charsets: ["CP1250", "ISO-8859-2"],
            text: """
                Burmistrz ogłosił w środę, że most nad rzeką zostanie otwarty wcześniej, niż się spodziewano. Dla mieszkańców niewiele się zmieni, \
                ponieważ droga wciąż jest zamknięta dla ciężkich pojazdów. Większych szkód nie znaleziono, gdy rozpoczęły się prace, mówi kierownik.
                """),
        Sample(
            language: "cs", charsets: ["CP1250", "ISO-8859-2"],
            text: """
                Starosta ve středu oznámil, že most přes řeku bude otevřen dříve, než se čekalo. Pro obyvatele se příliš nezmění, protože silnice \
                zůstává uzavřena pro těžká vozidla. Větší škody se při zahájení prací na jaře nenašly, říká vedoucí skupiny.
                """),
        Sample(
            language: "hu", charsets: ["CP1250", "ISO-8859-2"],
            text: """
                A polgármester szerdán bejelentette, hogy a folyó fölötti híd a vártnál korábban nyílik meg. A lakók számára kevés változik, mert az út \
                továbbra is zárva marad a nehéz járművek előtt. Nagyobb kárt nem találtak, amikor tavasszal elkezdődött a munka.
                """),
        Sample(
            language: "ro", charsets: ["ISO-8859-2", "CP1250"],
            text: """
                Primarul a anunţat miercuri că podul peste râu va fi deschis mai devreme decât se aştepta. Pentru locuitori se schimbă puţin, \
                pentru că şoseaua rămâne închisă pentru vehiculele grele. Pagube mai mari nu au fost găsite când au început lucrările, spune şeful.
                """),
        Sample(
            language: "tr", charsets: ["CP1254", "ISO-8859-9"],
            text: """
                Belediye başkanı çarşamba günü köprünün beklenenden önce açılacağını duyurdu. Yol ağır araçlara hâlâ kapalı olduğu için mahalle sakinleri \
                için çok şey değişmeyecek. Çalışmalar ilkbaharda başladığında büyük bir hasar bulunmadığı söylendi.
                """),
        Sample(
            language: "ru", charsets: ["CP1251", "KOI8-R", "ISO-8859-5", "CP866"],
            text: """
                Мэр города объявил в среду, что мост через реку откроют раньше, чем ожидалось. Для жителей изменится немногое, потому что дорога \
                по-прежнему закрыта для тяжёлых машин. Крупных повреждений не нашли, когда весной начались работы, говорит руководитель.
                """),
        Sample(
            language: "uk", charsets: ["CP1251", "KOI8-U"],
            text: """
                Мер міста оголосив у середу, що міст через річку відкриють раніше, ніж очікувалося. Для мешканців зміниться небагато, тому що дорога \
                досі закрита для важких машин. Великих пошкоджень не знайшли, коли навесні почалися роботи, каже її керівник.
                """),
        Sample(
            language: "bg", charsets: ["CP1251", "ISO-8859-5"],
            text: """
                Кметът обяви в сряда, че мостът над реката ще бъде отворен по-рано от очакваното. За жителите няма да се промени много, защото пътят \
                остава затворен за тежки превозни средства. По-големи щети не са открити, когато работата е започнала през пролетта.
                """),
        Sample(
            language: "el", charsets: ["CP1253", "ISO-8859-7"],
            text: """
                Ο δήμαρχος ανακοίνωσε την Τετάρτη ότι η γέφυρα πάνω από το ποτάμι θα ανοίξει νωρίτερα από το αναμενόμενο. Για τους κατοίκους λίγα \
                αλλάζουν, γιατί ο δρόμος παραμένει κλειστός για βαριά οχήματα. Μεγάλες ζημιές δεν βρέθηκαν όταν άρχισαν οι εργασίες.
                """),
        Sample(
            language: "he", charsets: ["CP1255", "ISO-8859-8"],
            text: """
                ראש העיר הודיע ביום רביעי כי הגשר מעל הנהר ייפתח מוקדם מן הצפוי. עבור התושבים לא ישתנה הרבה, משום שהדרך עדיין סגורה לרכב כבד. נזקים \
                גדולים לא נמצאו כאשר העבודה החלה באביב, אמר ראש הקבוצה, והוסיף כי הכביש ייבדק שוב בסתיו.
                """),
        Sample(
            language: "ar", charsets: ["CP1256", "ISO-8859-6"],
            text: """
                أعلن رئيس البلدية يوم الأربعاء أن الجسر فوق النهر سيفتح قبل الموعد المتوقع. لن يتغير الكثير بالنسبة إلى السكان لأن الطريق ما زال \
                مغلقا أمام المركبات الثقيلة. لم تكتشف أضرار كبيرة عندما بدأ العمل في الربيع كما قال رئيس الفريق.
                """),
        Sample(
            language: "lt", charsets: ["CP1257", "ISO-8859-13"],
            text: """
                Meras trečiadienį pranešė, kad tiltas per upę bus atidarytas anksčiau, nei tikėtasi. Gyventojams mažai kas pasikeis, nes kelias vis dar \
                uždarytas sunkiajam transportui. Didesnių pažeidimų nerasta, kai pavasarį prasidėjo darbai, sako grupės vadovas, ir žada šį rudenį.
                """),
        Sample(
            language: "vi", charsets: ["CP1258"],
            text: """
                Thị trưởng cho biết hôm thứ tư rằng cây cầu qua sông sẽ được mở sớm hơn dự kiến. Người dân không thấy thay đổi nhiều vì con đường vẫn \
                đóng với xe tải nặng. Không có hư hại lớn nào được tìm thấy khi công việc bắt đầu vào mùa xuân.
                """),
        Sample(
            language: "th", charsets: ["CP874"],
            text: """
                นายกเทศมนตรีประกาศเมื่อวันพุธว่าสะพานข้ามแม่น้ำจะเปิดเร็วกว่าที่คาดไว้ สำหรับชาวบ้านแล้วแทบไม่มีอะไรเปลี่ยนแปลง \
                เพราะถนนยังคงปิดสำหรับรถบรรทุกหนัก ไม่พบความเสียหายใหญ่เมื่อเริ่มงานในฤดูใบไม้ผลิ
                """),
        Sample(
            language: "zh-CN", charsets: ["GB18030", "GBK"],
            text: """
                市长星期三宣布，河上的大桥将比预期更早开放。对居民来说变化不大，因为道路仍然禁止重型车辆通行。春天开始施工时没有发现严重的损坏，负责人说，\
                秋天还要再检查一次。附近学校的孩子们每天要绕很远的路才能到学校，家长们希望这个承诺今年能够兑现。
                """),
        Sample(
            language: "zh-TW", charsets: ["BIG5"],
            text: """
                市長星期三宣布，河上的大橋將比預期更早開放。對居民來說變化不大，因為道路仍然禁止重型車輛通行。春天開始施工時沒有發現嚴重的損壞，負責人說，\
                秋天還要再檢查一次。附近學校的孩子們每天要繞很遠的路才能到學校，家長們希望這個承諾今年能夠兌現。
                """),
        Sample(
            language: "ja", charsets: ["SHIFT_JIS", "EUC-JP", "ISO-2022-JP"],
            text: """
                市長は水曜日、川にかかる橋が予定より早く開通すると発表した。住民にとって変わることは少ない。道路は大型車両に対してまだ閉鎖されているからだ。\
                春に工事が始まったとき、大きな損傷は見つからなかったと責任者は話している。秋にもう一度点検する予定だという。
                """),
        Sample(
            language: "ko", charsets: ["EUC-KR"],
            text: """
                시장은 수요일 강 위의 다리가 예상보다 일찍 개통될 것이라고 발표했다. 도로가 여전히 대형 차량에 폐쇄되어 있어 주민들에게 달라지는 것은 \
                많지 않다. 봄에 공사가 시작되었을 때 큰 손상은 발견되지 않았다고 책임자가 말했다. 가을에 다시 점검할 예정이다.
                """),
    ]

    /// For every language.
    static let wide = ["UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"]

    /// The longest beginning of `text`, repeated as needed, that takes at most `limit` bytes in `charset`; what the charset lacks is left out.
    static func encoded(_ text: String, in charset: String, atMost limit: Int) -> (bytes: [UInt8], text: String)? {
        guard let converter = CharsetConverter(from: "UTF-8", to: charset) else { return nil }
        let repeated = text + " " + text + " " + text
        var bytes: [UInt8] = []
        var kept = ""
        for scalar in (charset == "CP1258" ? decomposed(repeated) : repeated).unicodeScalars {
            guard let unit = converter.converted(Array(String(Character(scalar)).utf8)) else { continue }
            if bytes.count + unit.count > limit { break }
            bytes.append(contentsOf: unit)
            kept.unicodeScalars.append(scalar)
        }
        // Charsets with shift states end in ASCII.
        bytes.append(contentsOf: converter.converted(nil) ?? [])
        return (bytes, kept)
    }

    /// Windows-1258 has letters with a circumflex, breve or horn, and the tones as marks of their own.
    private static func decomposed(_ text: String) -> String {
        let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        let letters = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
        var table: [Character: String] = [:]
        for letter in letters {
            for tone in tones {
                let spelled = String(letter) + String(tone)
                if let whole = spelled.first { table[whole] = spelled }
            }
        }
        return text.map { table[$0] ?? String($0) }.joined()
    }
}
