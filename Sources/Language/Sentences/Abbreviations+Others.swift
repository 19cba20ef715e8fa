// SPDX-License-Identifier: Apache-2.0

extension Abbreviations {
    static let german = Abbreviations(
        [
            (
                .leading,
                """
                Dr Prof Hr Hrn Fr Frl Dipl Ing med phil jur rer nat St Sr z.B z.b d.h u.a v.a i.d.R z.T o.ä bzw ca evtl ggf inkl exkl vgl Vgl \
                sog gem lt geb gest bspw bes Mio Mrd Tsd tsd zzgl abzgl max min röm kath ev ehem Gen Oberst Hptm Lt RA
                """
            ),
            (.numbered, "Nr Nrn Abs Art S Bd Bde Kap Abb Tab Aufl Str Tel Ziff Rn Std"),
            (.either, "Jh Jhs Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Hrsg Verf Co Min Sek n.Chr v.Chr"),
            (.trailing, "usw etc usf ff"),
        ],
        starters: """
            Der Die Das Den Dem Des Ein Eine Einer Einen Einem Er Sie Es Wir Ich Ihr Du Im In An Am Auf Aus Bei Beim Mit Nach Von Vom Vor Zu Zum \
            Zur Für Durch Gegen Ohne Um Über Unter Und Aber Oder Doch Denn Wenn Weil Als Ob Dass Damit Daher Dann Dort Hier Heute Gestern Jetzt \
            Nun Auch Noch Nur Schon So Was Wer Wie Wo Warum Wann Welche Dies Diese Dieser Dieses Jede Jeder Alle Viele Einige Man Kein Keine Seine \
            Ihre Unser Mein Laut Seit Während Trotz Wegen Zudem Allerdings Jedoch Danach Zuvor Außerdem Nicht Ja Nein
            """,
        hasPointedOrdinals: true)

    static let french = Abbreviations(
        [
            (.leading, "M MM Mme Mmes Mlle Mlles Dr Pr Me Mgr St Ste cf env ex av apr J.-C éd dir coll Gal Cdt Cne Lt"),
            (.numbered, "p pp vol art fig chap tél no"),
            (.either, "janv févr avr juil sept oct nov déc bd boul S.A Cie hab"),
            (.trailing, "etc"),
        ],
        starters: """
            Le La Les Un Une Des Du De Il Elle Ils Elles On Nous Vous Je Ce Cette Ces Cela Mais Et Ou Donc Or Ni Car En Au Aux Dans Sur Sous Pour \
            Par Avec Sans Après Avant Depuis Quand Lorsque Si Comme Selon Son Sa Ses Leur Leurs Notre Votre Qui Que Quel Quelle Où Comment \
            Pourquoi Ainsi Alors Hier Demain Puis Ensuite Enfin Cependant Toutefois
            """)

    static let spanish = Abbreviations(
        [
            (
                .leading,
                """
                Sr Sra Srta Sres Sras Dr Dra Dres Prof Profa Lic Ing Arq Dª Dña Gral Cnel Cap Tte Sgto Sto Sta Excmo Ilmo Ud Uds Vd Vds p.ej ej \
                aprox EE cf Mons Pbro Fr
                """
            ),
            (.numbered, "núm núms pág págs art arts vol cap fig tel p pp"),
            (.either, "UU EE.UU ene feb abr may jun jul ago sept oct nov dic Av Avda S.A a.C d.C Cía Ltda"),
            (.trailing, "etc"),
        ],
        starters: """
            El La Los Las Un Una Unos Unas Lo Él Ella Ellos Ellas Yo Nosotros Usted Ustedes Este Esta Estos Estas Ese Esa Eso Esto Pero Y O Ni Si \
            Sí No En A Al De Del Con Sin Por Para Según Desde Hasta Sobre Entre Tras Ante Cuando Donde Como Porque Aunque Mientras También Además \
            Así Ahora Hoy Ayer Después Antes Luego Entonces Su Sus Mi Mis Se Le Les Hay Es Son Fue Era Ha Han
            """)

    static let portuguese = Abbreviations(
        [
            (.leading, "Sr Sra Srs Sras Srta Dr Dra Drs Prof Profa Exmo Exma Eng Gen Cel Cap Ten Sto Sta p.ex ex aprox cf Av Pe"),
            (.numbered, "pág págs p pp art arts vol cap fig n tel núm"),
            (.either, "fev abr jun jul ago nov dez Ltda S.A Cia a.C d.C EUA"),
            (.trailing, "etc"),
        ],
        starters: """
            O A Os As Um Uma Ele Ela Eles Elas Eu Nós Você Vocês Este Esta Esse Essa Isso Isto Mas E Ou Nem Se Não Sim Em No Na Nos Nas De Do Da \
            Dos Das Com Sem Por Pelo Pela Para Segundo Desde Até Sobre Entre Após Antes Depois Quando Onde Como Que Quem Qual Porque Embora \
            Enquanto Também Além Assim Agora Hoje Ontem Então Seu Sua Seus Suas Há É São Foi Era
            """)

    static let italian = Abbreviations(
        [
            (
                .leading,
                "sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa avv ing Sig Sigg Sig.ra Sig.na Dott Dott.ssa Dr Prof Prof.ssa Avv Ing Arch Geom Rag On Sen Gen Col Cap Mons Spett Egr Gent ca es cfr p.es"
            ),
            (.numbered, "pag pagg p pp art artt n nn vol cap fig tab tel"),
            (.either, "feb apr mag giu lug sett ott nov dic a.C d.C S.p.A S.r.l"),
            (.trailing, "ecc etc"),
        ],
        starters: """
            Il Lo La I Gli Le Un Uno Una Egli Lui Lei Loro Io Noi Voi Questo Questa Questi Queste Quello Quella Ma E Ed O Né Se Non Sì In Nel Nella \
            Nei Nelle A Al Alla Ai Alle Di Del Della Dei Delle Da Dal Dalla Con Senza Per Secondo Su Sul Sulla Tra Fra Dopo Prima Quando Dove Come \
            Che Chi Quale Perché Mentre Anche Inoltre Così Ora Oggi Ieri Poi Allora Suo Sua È Sono Era Ha Hanno
            """)

    static let dutch = Abbreviations(
        [
            (
                .leading,
                "dhr Dhr mevr Mevr mw Mw dr Dr drs Drs prof Prof ir Ir ing Ing mr Mr ds Ds St gen Gen kol Kol bijv b.v d.w.z o.a m.n t.a.v i.v.m ca evt incl excl vgl resp"
            ),
            (.numbered, "p pp blz nr nrs Nr art tel"),
            (.either, "jan feb mrt apr jun jul aug sept okt nov dec N.V B.V jl ll"),
            (.trailing, "enz etc e.d"),
        ],
        starters: """
            De Het Een Hij Zij Ze Wij We Ik Jij Je U Jullie Dit Dat Deze Die Er Maar En Of Want Dus Als Toen Terwijl Omdat Hoewel In Op Aan Bij Met \
            Na Naar Van Voor Uit Over Onder Tussen Tijdens Volgens Sinds Tot Door Zonder Tegen Om Wat Wie Waar Waarom Hoe Wanneer Welke Ook Nog Nu \
            Vandaag Gisteren Daarna Daarom Toch Haar Hun Ons Onze Mijn Niet Geen Alle Veel
            """)

    static let russian = Abbreviations(
        [
            (.leading, "ул просп пл пер т.е т.к т.н проф акад доц тов ген полк св см ср напр обл г-н г-жа"),
            (.numbered, "стр рис табл гл ст кв тел"),
            (.either, "г гг в вв тыс млн млрд руб коп долл чел н.э"),
            (.trailing, "т.д т.п др пр"),
        ],
        starters: """
            В Во На По С К О Об Из За От До У При Для Без Под Над Через Он Она Оно Они Мы Вы Я Ты Это Этот Эта Эти Тот Та Те И А Но Или Если Когда \
            Как Что Кто Где Куда Почему Потому Так Также Тоже Уже Ещё Еще Не Нет Да Его Её Ее Их Мой Наш Все Всё Каждый Однако Поэтому После \
            Перед Сегодня Вчера Теперь Тогда Затем Согласно
            """)

    static let polish = Abbreviations(
        [
            (.leading, "Prof Dr prof dr hab inż mgr ks św ul al pl tzn tj np m.in ok gen płk ppłk kpt por red tzw"),
            (.numbered, "nr str godz art poz"),
            (.either, "tys mln mld zł r w"),
            (.trailing, "itd itp"),
        ],
        starters: """
            W We Na Po Z Ze Do Od O U Przy Dla Bez Pod Nad Przez On Ona Ono Oni My To Ten Ta Te Tego I A Ale Lub Jeśli Gdy Kiedy Jak Co Kto Gdzie \
            Dlaczego Tak Także Też Już Jeszcze Nie Jego Jej Ich Wszyscy Jednak Dlatego Potem Dziś Wczoraj Teraz Wtedy Według
            """,
        hasPointedOrdinals: true)

    static let swedish = Abbreviations(
        [
            (.leading, "t.ex bl.a dvs s.k ca prof dr f.d fr.o.m t.o.m p.g.a inkl exkl resp jfr"), (.numbered, "kl nr s sid kap"),
            (.either, "kr milj jan feb mar apr jun jul aug sept okt nov dec"), (.trailing, "osv m.m m.fl etc"),
        ],
        starters: """
            Det Den De En Ett Han Hon Vi Jag Du Ni Men Och Eller Om När Som Att I På Av Med Till Från För Efter Under Över Sedan Där Här Hur Vad Vem \
            Varför Detta Denna Dessa Alla Många Enligt Också Nu Då Idag Inte
            """)

    static let danish = Abbreviations(
        [
            (.leading, "bl.a f.eks dvs ca prof dr inkl ekskl vedr jf hr fr"), (.numbered, "kl nr s kap stk"),
            (.either, "kr mio mia jan feb mar apr jun jul aug sep sept okt nov dec des"), (.trailing, "osv mv m.m m.fl etc"),
        ],
        starters: """
            Det Den De En Et Han Hun Vi Jeg Du I På Af Av Med Til Fra For Efter Etter Under Over Men Og Eller Hvis Når Som At Der Her Hvordan Hva \
            Hvad Hvem Hvorfor Dette Denne Disse Alle Mange Ifølge Også Nu Nå Da Ikke
            """,
        hasPointedOrdinals: true)

    static let turkish = Abbreviations(
        [
            (.leading, "Dr Prof Doç Yrd Av Sn Alb Gen Org örn bkz Op Uzm St"), (.numbered, "No s sf"),
            (.either, "Cad Sok Mah Apt A.Ş Ltd Şti"), (.trailing, "vb vs vd"),
        ],
        starters: """
            Bu Şu O Bir Biz Ben Sen Siz Onlar Ve Ama Fakat Ancak Eğer Çünkü Daha Sonra Önce Şimdi Bugün Dün Ne Kim Nasıl Neden Nerede Her Bazı Çok \
            Böyle Öyle Ayrıca Hatta Yine
            """,
        hasPointedOrdinals: true)

    static let indonesian = Abbreviations(
        [
            (.leading, "Dr Prof Ir Drs Dra Hj Tn Ny Jl Kec Kab Jend Letjen Mayjen Sdr"), (.numbered, "No hlm hal Rp"),
            (.either, "Tbk Jan Feb Mar Apr Jun Jul Agt Sep Okt Nov Des"), (.trailing, "dll dsb dst"),
        ],
        starters: """
            Ia Dia Mereka Kami Kita Saya Aku Anda Ini Itu Di Ke Dari Pada Dengan Untuk Dalam Oleh Tetapi Namun Dan Atau Jika Ketika Saat Setelah \
            Sebelum Karena Selain Menurut Hal Para Sebuah Seorang Tidak Akan Juga Sementara Pemerintah
            """)

    /// Of titles that many languages share.
    private static let shared: [(Kind, String)] = [(.leading, "Dr dr Prof prof Mr St"), (.numbered, "Nr nr No"), (.trailing, "etc")]
    static let ordinals = Abbreviations(shared, starters: "", hasPointedOrdinals: true)
    static let others = Abbreviations(shared, starters: "")
}
