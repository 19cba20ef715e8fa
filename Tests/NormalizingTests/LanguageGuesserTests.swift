// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

@testable import Normalizing

@Suite struct `A language` {
    /// One ordinary sentence in each.
    static let sentences: [(String, String)] = [
        ("af", "Die kinders het gister saam met hulle ouma na die mark toe gegaan."),
        ("am", "ልጆቹ ትናንት ከእናታቸው ጋር ወደ ገበያ ሄደው ብዙ ፍራፍሬ ገዙ።"),
        ("ar", "ذهب الأطفال أمس إلى السوق مع جدتهم واشتروا الكثير من الفاكهة."),
        ("az", "Uşaqlar dünən nənələri ilə birlikdə bazara getdilər və çoxlu meyvə aldılar."),
        ("be", "Учора дзеці разам з бабуляй хадзілі на рынак і купілі шмат садавіны."),
        ("bg", "Вчера децата отидоха на пазара с баба си и купиха много плодове."),
        ("bn", "শিশুরা গতকাল তাদের দাদির সঙ্গে বাজারে গিয়ে অনেক ফল কিনেছিল।"),
        ("ca", "Ahir els nens van anar al mercat amb la seva àvia i van comprar molta fruita."),
        ("cs", "Děti včera šly s babičkou na trh a koupily tam hodně ovoce."),
        ("cy", "Aeth y plant i’r farchnad ddoe gyda’u mam-gu a phrynu llawer o ffrwythau."),
        ("da", "Børnene gik i går på markedet sammen med deres bedstemor og købte en masse frugt."),
        ("de", "Die Kinder gingen gestern mit ihrer Großmutter auf den Markt und kauften viel Obst."),
        ("el", "Τα παιδιά πήγαν χθες στην αγορά με τη γιαγιά τους και αγόρασαν πολλά φρούτα."),
        ("en", "The children went to the market yesterday with their grandmother and bought a lot of fruit."),
        ("eo", "La infanoj iris hieraŭ kun sia avino al la bazaro kaj aĉetis multajn fruktojn."),
        ("es", "Los niños fueron ayer al mercado con su abuela y compraron mucha fruta."),
        ("et", "Lapsed käisid eile koos vanaemaga turul ja ostsid palju puuvilju."),
        ("eu", "Haurrak atzo amonarekin azokara joan ziren eta fruta asko erosi zuten."),
        ("fa", "بچه‌ها دیروز با مادربزرگ خود به بازار رفتند و میوه‌های زیادی خریدند."),
        ("fi", "Lapset kävivät eilen isoäitinsä kanssa torilla ja ostivat paljon hedelmiä."),
        ("fil", "Pumunta ang mga bata sa palengke kahapon kasama ang kanilang lola at bumili ng maraming prutas."),
        ("fr", "Les enfants sont allés hier au marché avec leur grand-mère et ont acheté beaucoup de fruits."),
        ("ga", "Chuaigh na páistí go dtí an margadh inné lena seanmháthair agus cheannaigh siad go leor torthaí."),
        ("gl", "Os nenos foron onte ao mercado coa súa avoa e mercaron moita froita."),
        ("gu", "બાળકો ગઈકાલે તેમની દાદી સાથે બજારમાં ગયા અને ઘણાં ફળ ખરીદ્યાં."),
        ("ha", "Yara sun tafi kasuwa jiya tare da kakarsu kuma sun sayi ’ya’yan itace da yawa."),
        ("he", "הילדים הלכו אתמול לשוק עם סבתא שלהם וקנו הרבה פירות."),
        ("hi", "बच्चे कल अपनी दादी के साथ बाज़ार गए और उन्होंने बहुत सारे फल खरीदे।"),
        ("hr", "Djeca su jučer s bakom otišla na tržnicu i tamo kupila puno voća."),
        ("ht", "Timoun yo te ale nan mache a yè ak grann yo epi yo te achte anpil fwi."),
        ("hu", "A gyerekek tegnap a nagymamájukkal a piacra mentek, és sok gyümölcsöt vettek."),
        ("hy", "Երեխաները երեկ իրենց տատիկի հետ գնացին շուկա և շատ միրգ գնեցին։"),
        ("id", "Anak-anak pergi ke pasar kemarin bersama nenek mereka dan membeli banyak buah karena harganya murah."),
        ("is", "Börnin fóru í gær á markaðinn með ömmu sinni og keyptu mikið af ávöxtum."),
        ("it", "I bambini sono andati ieri al mercato con la nonna e hanno comprato molta frutta."),
        ("ja", "子どもたちは昨日おばあさんと一緒に市場へ行って、果物をたくさん買いました。"),
        ("ka", "ბავშვები გუშინ ბებიასთან ერთად ბაზარში წავიდნენ და ბევრი ხილი იყიდეს."),
        ("kk", "Балалар кеше әжесімен бірге базарға барып, көп жеміс сатып алды."),
        ("km", "កុមារបានទៅផ្សារកាលពីម្សិលមិញជាមួយជីដូន ហើយបានទិញផ្លែឈើជាច្រើន។"),
        ("kn", "ಮಕ್ಕಳು ನಿನ್ನೆ ತಮ್ಮ ಅಜ್ಜಿಯೊಂದಿಗೆ ಮಾರುಕಟ್ಟೆಗೆ ಹೋಗಿ ಬಹಳಷ್ಟು ಹಣ್ಣುಗಳನ್ನು ಖರೀದಿಸಿದರು."),
        ("ko", "아이들은 어제 할머니와 함께 시장에 가서 과일을 많이 샀습니다."),
        ("lo", "ເດັກນ້ອຍໄປຕະຫຼາດມື້ວານນີ້ກັບແມ່ຕູ້ ແລະຊື້ໝາກໄມ້ຫຼາຍຢ່າງ."),
        ("lt", "Vaikai vakar su močiute nuėjo į turgų ir nupirko daug vaisių."),
        ("lv", "Bērni vakar kopā ar vecmāmiņu devās uz tirgu un nopirka daudz augļu."),
        ("mk", "Децата вчера отидоа на пазар со својата баба и купија многу овошје."),
        ("ml", "കുട്ടികൾ ഇന്നലെ മുത്തശ്ശിയോടൊപ്പം ചന്തയിൽ പോയി ധാരാളം പഴങ്ങൾ വാങ്ങി."),
        ("mn", "Хүүхдүүд өчигдөр эмээтэйгээ хамт зах дээр очиж, олон жимс худалдаж авсан."),
        ("mr", "मुले काल आपल्या आजीबरोबर बाजारात गेली आणि त्यांनी खूप फळे विकत घेतली."),
        ("ms", "Kanak-kanak itu pergi ke pasar semalam bersama nenek mereka kerana mahu membeli buah dengan wang saku."),
        ("mt", "It-tfal marru s-suq ilbieraħ man-nanna tagħhom u xtraw ħafna frott."),
        ("my", "ကလေးများသည် မနေ့က အဖွားနှင့်အတူ ဈေးသို့သွားပြီး သစ်သီးများစွာ ဝယ်ခဲ့ကြသည်။"),
        ("ne", "केटाकेटीहरू हिजो आफ्नी हजुरआमासँग बजार गए र उनीहरूले धेरै फलफूल किने।"),
        ("nl", "De kinderen gingen gisteren met hun oma naar de markt en kochten veel fruit."),
        ("nn", "Borna gjekk på marknaden i går saman med bestemora si, og dei kjøpte mykje frukt."),
        ("no", "Barna gikk på markedet i går sammen med bestemoren sin og kjøpte mye frukt."),
        ("pa", "ਬੱਚੇ ਕੱਲ੍ਹ ਆਪਣੀ ਦਾਦੀ ਨਾਲ ਬਾਜ਼ਾਰ ਗਏ ਅਤੇ ਉਨ੍ਹਾਂ ਨੇ ਬਹੁਤ ਸਾਰੇ ਫਲ ਖਰੀਦੇ।"),
        ("pl", "Dzieci poszły wczoraj z babcią na targ i kupiły dużo owoców."),
        ("ps", "ماشومان پرون له خپلې انا سره بازار ته لاړل او ډېره مېوه یې واخیسته."),
        ("pt", "As crianças foram ontem ao mercado com a avó e compraram muita fruta."),
        ("ro", "Copiii au mers ieri la piață cu bunica lor și au cumpărat multe fructe."),
        ("ru", "Вчера дети вместе с бабушкой ходили на рынок и купили много фруктов."),
        ("si", "ළමයි ඊයේ ඔවුන්ගේ ආච්චි සමඟ වෙළඳපොළට ගොස් පලතුරු රාශියක් මිලදී ගත්හ."),
        ("sk", "Deti včera išli so starou mamou na trh a kúpili tam veľa ovocia."),
        ("sl", "Otroci so včeraj z babico odšli na tržnico in kupili veliko sadja."),
        ("so", "Carruurtu shalay waxay suuqa u raaceen ayeeyadood waxayna soo iibsadeen miro badan."),
        ("sq", "Fëmijët shkuan dje në treg me gjyshen e tyre dhe blenë shumë fruta."),
        ("sr", "Деца су јуче са баком отишла на пијацу и купила много воћа."),
        ("sv", "Barnen gick till marknaden i går med sin mormor och köpte mycket frukt."),
        ("sw", "Watoto walikwenda sokoni jana pamoja na bibi yao na walinunua matunda mengi."),
        ("ta", "குழந்தைகள் நேற்று தங்கள் பாட்டியுடன் சந்தைக்குச் சென்று நிறைய பழங்கள் வாங்கினார்கள்."),
        ("te", "పిల్లలు నిన్న తమ అమ్మమ్మతో కలిసి బజారుకు వెళ్లి చాలా పండ్లు కొన్నారు."),
        ("th", "เมื่อวานนี้เด็ก ๆ ไปตลาดกับคุณยายและซื้อผลไม้มามากมาย"),
        ("tr", "Çocuklar dün büyükanneleriyle birlikte pazara gidip bir sürü meyve aldılar."),
        ("uk", "Учора діти разом із бабусею ходили на ринок і купили багато фруктів."),
        ("ur", "بچے کل اپنی دادی کے ساتھ بازار گئے اور انہوں نے بہت سے پھل خریدے۔"),
        ("uz", "Bolalar kecha buvilari bilan birga bozorga borib, juda ko‘p meva sotib olishdi."),
        ("vi", "Hôm qua bọn trẻ đi chợ cùng bà ngoại và mua rất nhiều trái cây."),
        ("yo", "Àwọn ọmọ náà lọ sí ọjà lánàá pẹ̀lú ìyá àgbà wọn, wọ́n sì ra èso púpọ̀."),
        ("zh", "昨天孩子们和奶奶一起去市场，买了很多水果。"),
        ("zh-Hant", "昨天孩子們和奶奶一起去市場，買了很多水果。"),
        ("zu", "Izingane ziye emakethe izolo nogogo wazo futhi zathenga izithelo eziningi."),
    ]

    private let guesser = LanguageGuesser()

    @Test func `is told from one sentence in at least 98 of 100 of 80 languages`() {
        let wrong = Self.sentences.filter { guesser.guess(Text($0.1))?.tag != $0.0 }
        #expect(Self.sentences.count >= 80)
        #expect(
            wrong.count * 50 <= Self.sentences.count,
            "\(wrong.map { "\($0.0): \(guesser.guess(Text($0.1))?.tag ?? "none")" })")
    }

    @Test(arguments: [
        ("en", "Flood kills dozens in northern province"), ("de", "Zwei Tote nach Unfall auf der Autobahn"),
        ("fr", "Le gouvernement présente son budget"), ("es", "El Congreso aprueba la reforma laboral"),
        ("sv", "Regeringen vill höja skatten"), ("da", "Regeringen vil hæve skatterne igen"), ("pl", "Rząd przedstawił nowy plan"),
        ("id", "Pemerintah akan menaikkan harga"), ("ru", "Правительство повысило налоги"),
    ])
    func `is told from a headline`(tag: String, text: String) {
        #expect(guesser.guess(Text(text))?.tag == tag)
    }

    @Test(arguments: ["", " ", "12.5 + 3 = ?", "—", "★★★☆☆", "2026-11-24 10:30", "😀 😀", "$1,200.00", "https"])
    func `is not guessed where nothing tells it`(text: String) {
        #expect(guesser.guess(Text(text)) == nil)
    }

    @Test func `is surer the more there is to read`() throws {
        let short = try #require(guesser.guess(Text("El Congreso aprueba la reforma laboral")))
        let long = try #require(
            guesser.guess(Text(Self.sentences.filter { $0.0 == "es" }.flatMap { [$0.1, $0.1, $0.1] }.joined(separator: " "))))
        #expect(short.confidence <= long.confidence && long.confidence >= 0.99)
    }
}

@Suite struct `A text in two languages` {
    private let english = """
        The council met on Monday and agreed that the bridge must be closed until it is repaired. Nobody could say when that would be, and the shops \
        on the other bank will have to wait.
        """
    private let spanish = """
        El alcalde dijo que el puente seguirá cerrado hasta que terminen las obras. Los vecinos de la otra orilla tendrán que esperar varios meses \
        más, según el Ayuntamiento.
        """

    @Test func `has the language of most of it, and says so where a whole paragraph is in another`() throws {
        let text = [english, english, spanish].joined(separator: "\n\n")
        let document = try normalized(text)
        #expect(document.language?.tag == "en")
        let notice = try #require((document.notices ?? []).first { $0.code == "mixed-language" })
        let span = try #require(notice.span)
        #expect(document.text.string(span).hasPrefix("El alcalde") && notice.message.contains("“es”"))
    }

    @Test func `says nothing where it has one language`() throws {
        let document = try normalized([english, english, "«Ya basta», dijo el alcalde."].joined(separator: "\n\n"))
        #expect(!(document.notices ?? []).contains { $0.code == "mixed-language" })
    }

    @Test(arguments: ["en-GB", "en", "en-Latn-US"]) func `takes a declared region for the same language`(tag: String) throws {
        let declared = [Annotation.language(LanguageGuess(tag: tag, confidence: 0.5))]
        let short = try normalized(
            "The the council met on Monday and agreed that the bridge must be closed until it is repaired, it said.", known: declared)
        #expect(!(short.notices ?? []).contains { $0.code == "mixed-language" })
        #expect((short.notices ?? []).contains { $0.code == "repeated-word" })
    }
}
