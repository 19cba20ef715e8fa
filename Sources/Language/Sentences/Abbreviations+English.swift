// SPDX-License-Identifier: Apache-2.0

extension Abbreviations {
    static let english = Abbreviations(
        [
            (
                .leading,
                """
                Mr Mrs Ms Mx Dr Drs Prof Profs Gen Gens Lt Col Cols Maj Capt Cpl Sgt Sgts Cmdr Adm Pvt Pfc Brig Ens Cmdt Comdr Lieut Sen Sens Rep \
                Reps Gov Govs Pres Hon Rev Fr Msgr Messrs Mme Mlle Mmes Supt Det Insp Amb Atty Mt Mts Ft Sr Sra Srta Ald Dir Asst Assoc vs v cf \
                viz ca approx e.g i.e eg ie Esq esp incl resp bros Assn Bhd Ste Pte Spc Spec Hr Fra Bp Abp Card Very
                """
            ),
            (
                .numbered,
                """
                No Nos no nos Nr nr p pp pg Fig Figs fig figs Eq Eqs eq Sec Sect sec Art Arts Vol Vols vol vols Ch Chap chap Chs Ex Par para N° n° Nº \
                nº № Tab Thm Prop Def Lem Ps Gen Ref Refs ref refs App Apt Rm Rte Hwy l ll c fl b d r art div
                """
            ),
            (
                .either,
                """
                Inc Corp Co co Cos Ltd Bros LLC Jr Sr Ph.D Dept Univ Inst Ave Blvd Rd St Sts st Pl Sq Dept dept Dist Div Est Jan Feb Mar Apr \
                Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Ala Ariz Ark Calif Colo Conn Del Fla Ga Ind Kan Ky La Md \
                Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Mass Ill Ont Que Alta al ibid op cit ed eds trans \
                rev repr ser Intl intl Natl natl Govt govt avg max min hr hrs sq ft lb lbs oz kg km cm mm mi mph tel Tel Ph ext Ext Mfg mfg \
                Pty Plc plc Gmbh Soc Am Eur Nat Sci Phys Chem Biol Med Rev Lett Proc Trans J Acad Assoc Int
                """
            ),
            (.trailing, "etc am pm yrs yr mins secs"),
        ],
        starters:
            """
            The A An This That These Those He She It We They You His Her Its Our Their My Your But And Or So If In On At For From By With As When \
            While Where What Who Whom Whose Which Why How There Here Then Now After Before Since Although Though However Moreover Meanwhile Also \
            No Not Yes Some Many Most All Both Each Every Such One Two Three To Of Is Are Was Were Do Did Does Have Has Had Can Could Will Would \
            Should Let Please Because Despite During Under Once Until Unless According Even Only Just Still Yet Perhaps Maybe Another Other \
            Others Several Few Officials Police Authorities Thus Therefore Hence Nevertheless Nonetheless Instead Indeed Later Today Yesterday \
            Tomorrow Nobody Nothing Everyone Everybody Someone Anyone People Nor Like Well Through Without Within Between Among Again Finally \
            It's He's She's There's That's They're We're You're I'm I've I'll I'd It’s He’s She’s There’s That’s They’re We’re You’re I’m I’ve I
            """,
        isEnglish: true)

    /// Words that open a time or place in front of the clause: "At 5 a.m. Mr. Smith went".
    static func isPreposition(_ word: String) -> Bool { prepositions.contains(word) }

    /// What follows a time of day inside its sentence: "5 p.m. Monday", "9 a.m. Eastern".
    static func continuesTime(_ word: String) -> Bool { timeWords.contains(word) }

    private static let prepositions: Set<String> = ["At", "By", "Around", "About", "Before", "After", "From", "Until", "Since", "On"]

    private static let timeWords: Set<String> = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May",
        "June",
        "July", "August", "September", "October", "November", "December", "Eastern", "Central", "Pacific", "Mountain", "GMT", "UTC", "EST",
        "EDT", "CST", "CDT", "PST", "PDT", "MST", "MDT", "BST", "CET", "CEST", "ET", "PT", "CT", "ED", "Jan", "Feb", "Mar", "Apr", "Jun",
        "Jul",
        "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun",
    ]
}
