// SPDX-License-Identifier: Apache-2.0

/// The closed classes of English that part a clause into its phrases.
enum EventGrammar {
    static let be = set("is are was were be been being got gets get getting")
    static let have = set("has have had having")
    /// Between a subject and its verb.
    static let auxiliaries = be.union(have).union(
        set(
            """
            do does did will shall would should could can may might must to not never also then later already just both all still even again \
            reportedly allegedly
            """))
    static let hypothetical = set("would should could can may might must shall cannot")
    static let negations = set(
        "not never no nobody none neither nor without didn't wasn't weren't don't doesn't isn't aren't hasn't haven't hadn't won't")
    /// Begin a noun phrase, or stand in it before the noun.
    static let openers = set(
        """
        the a an this that these those his her its their our my your all both some several many most few two three four five six seven eight nine \
        ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred \
        thousand million one dozen at least more less fewer than about around nearly almost over up to some other another any no every each only \
        as many
        """)
    /// Of the openers, those that stand for people by themselves: "killing five".
    static let numerals = set(
        """
        some both several many few two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen \
        nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million one dozen
        """)
    static let quantities = set(
        """
        number group dozens scores hundreds thousands some many several one two three four five six seven eight nine ten most all part series couple \
        handful
        """)
    static let partitives = set("front facade interior section sections part parts branch stretch half majority")
    static let pronouns = set("he she they him her them who whom it himself herself themselves i we you us me")
    static let relatives = set("who which that")
    static let clauseOpeners = set(
        "that who which whom while after when because as if although though where whose before since but and or until unless than so whether"
    )
    static let hypotheses = set("if unless whether lest should")
    static let placePrepositions = set("in at near outside inside around across throughout on from off along")
    /// Verbs that no ending tells.
    static let verbs = set(
        """
        saw told found made took came went left gave got said says say began broke brought built fell felt flew held heard kept knew led lost met \
        put ran rose sent set sold spoke spread stood stole struck swept threw tried won wrote is are was were has have had do does did will would \
        occurred happened continues continued lasted erupted followed according including fled became become remain remained remains appeared appears \
        involving using carrying causing leaving forcing sparking prompting triggering
        """)
    /// What stands before a word that makes a noun of it.
    static let determiners = set(
        "the a an this that these those his her its their our another each every any no such new recent latest several two three four five")
    /// "carried out an attack": the subject is who did it.
    static let supports = set(
        """
        carried carry carrying launched launch launching staged stage staging conducted conducting mounted mounting perpetrated committed committing made \
        executed led waged held hold holding unleashed began begun began attempted suffered out organized organised
        """)
    /// Words before an event that say that it did not happen, or not yet.
    static let unreal = set(
        """
        threatened threatening threatens threat threats fear feared fears fearing plan plans planned planning plotting plot prevent prevented preventing \
        avoid avoided averted avoiding averting warned warns warning possibility risk risks danger call calls called calling demand demanded demanding \
        urge urged stop stopping stopped end halt against case likelihood chance chances hope hopes hoped hoping ban banned banning resume resumption \
        refused refuse refusing reject rejected denied deny denying denies
        """)
    static let accusations = set("accused accusing accuses suspected suspicion charged charges convicted guilty acquitted alleged")
    /// Objects of "shoot", "kill", "attack", "execute", "capture" that nobody is hurt by.
    static let figurative = set(
        """
        film films movie movies video videos footage documentary scene scenes commercial photo photos photograph picture pictures goal goals penalty par \
        bill bills deal deals plan plans idea ideas time proposal proposals career careers project projects rumor rumour rumors pain hopes hope order \
        orders warrant warrants search strategy policy policies decision decisions record argument problem problems budget critics criticism \
        mood attention imagination hearts title championship crown medal episode series show program programme amendment legislation measure \
        reform reforms law measures trade demand growth jobs job market markets economy feelings chances sales prices
        """)
    /// Triggers that sports, trade and the arts use as well.
    static let ambiguous = set(
        """
        rally rallies rallied rallying shot shoots shoot shooting attack attacks attacked attacking blast blasts clash clashes clashed fired fire hit \
        hits struck strikes target targeted storm stormed storms march marched fighting bombed blanked crash crashed collapse collapsed battle raid \
        raids assault walkout seized captured capture execution executed threw thrown throw throws placed place places set beat killed kills hurt charged
        """)
    static let accords = set(
        "agreement accord deal treaty pact memorandum truce ceasefire contract protocol convention agreements accords deals treaties")

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
}
