// SPDX-License-Identifier: Apache-2.0

/// The words around verbs of speech, by what they do.
enum QuoteCues {
    /// Verbs of statements that are safe to take as reported without quotation marks.
    static let reporting: Set<String> = set(
        """
        said says told added warned estimated announced claimed insisted argued stated confirmed acknowledged declared explained \
        testified predicted suggested stressed noted admitted
        """)

    /// They stand nowhere but before their verb.
    static let subjectPronouns: Set<String> = ["he", "she", "they", "i", "we"]
    static let relatives: Set<String> = ["who", "which", "that"]
    static let possessives: Set<String> = ["his", "her", "their", "its", "my", "our"]

    static let be: Set<String> = ["is", "was", "are", "were", "be", "been", "being", "am", "'s", "'re", "'m"]
    /// May stand between a subject and its verb, besides `be` and adverbs in "-ly".
    static let between: Set<String> = set(
        """
        has have had also later then once repeatedly recently again still often now just even always never will would can could may might \
        must should shall do does did not simply further soon already sometimes ever only both all each themselves himself herself itself \
        thus instead first finally 've 'd 'll n't didn't don't doesn't won't wouldn't couldn't can't hasn't haven't hadn't
        """)

    /// End an adverbial of time: "in the past", "this week".
    static let timeNouns: Set<String> = set(
        "past week month year night morning afternoon evening day time point weekend decade today yesterday tonight today's times moment end beginning statement interview tweet speech email turn fact part")

    static let auxiliaries: Set<String> = set("is was are were has have had will would can could may might must should did does do went came took got said")

    /// Ends a phrase: another clause begins.
    static let clauseOpeners: Set<String> = set(
        "that who which while after when because as if although though where whose before since but and or than whether what how why until unless so")

    static let conjunctions: Set<String> = ["and", "but", "while", "as", "then", "or", "yet", "though", "although", "because", "so"]

    static let prepositions: Set<String> = set(
        "of for from in at with to by on about into over under against between during through near among toward towards within without inside outside per")

    static let determiners: Set<String> = set(
        "the a an his her their its our my one some another this that these those many several most two three other few no every each both")

    /// An adverbial that begins so ends at its comma, and the subject comes behind it.
    static let openers: Set<String> = set(
        """
        in on at after before during when while as with without for from by since until despite among amid if once although though because \
        about across around behind beyond following given like under unlike upon within through throughout speaking asked according \
        to over instead earlier later last next yesterday today tonight
        """)

    /// Nouns as often as verbs in the form that a plural noun shares: they need a name or a pronoun before them, or speech behind.
    static let plainForms: Set<String> = set(
        """
        say says tell tells write writes argue argues think thinks believe believes insist insists add adds explain explains describe describes \
        accuse accuses deny denies admit admits declare declares suggest suggests announce announces acknowledge acknowledges confirm confirms \
        conclude concludes concede concedes observe observes reply replies maintain maintains contend contends allege alleges assert asserts
        """)

    /// They carry speech with "of" or "about" behind them.
    static let intransitive: Set<String> = ["spoke", "speak", "speaks", "speaking", "talk", "talks", "talked", "talking"]

    /// Their object follows them, so the speaker does not.
    static let transitive: Set<String> = set(
        "told tells tell telling asked asks ask asking urged urges urge urging reminded reminds assured assures warned warning advised informed")

    /// Never stand before their subject.
    static let telling: Set<String> = set("told tells urged urges reminded reminds assured assures informed informs")

    /// "was quoted as saying"
    static let reported: Set<String> = ["quoted", "reported", "recorded", "heard", "cited", "remembered", "seen", "overheard", "caught"]

    /// Say what is called so: nobody speaks where they stand right before a title.
    static let nicknaming: Set<String> = ["called", "titled", "entitled", "dubbed", "labeled", "labelled", "named", "nicknamed", "termed", "branded"]

    /// What somebody said, as a noun: "his call for “a ban”".
    static let nouns: Set<String> = set(
        """
        call calls claim claims promise pledge vow statement statements comment comments remark remarks assertion assertions suggestion \
        accusation accusations allegation allegations argument contention belief view declaration description characterization warning \
        warnings plea demand demands insistence complaint complaints criticism tweet quip joke boast slogan motto answer response message \
        assessment words word phrase advice conclusion explanation reply question refusal admission mantra proposal
        """)

    /// Speak for whom they belong to: "issued a statement saying".
    static let papers: Set<String> = set(
        """
        statement statements letter letters tweet tweets message messages post posts email emails e-mail memo note sign signs ad ads press \
        release releases video speech interview question line phone op-ed column article twitter facebook
        """)

    /// Verbs that speak together with the next word alone: "shot back".
    static let phrasal: [String: (words: Set<String>, entry: SpeechVerbs.Entry)] = [
        "shot": (["back"], SpeechVerbs.Entry(role: .statement, form: .past)),
        "fired": (["back"], SpeechVerbs.Entry(role: .statement, form: .past)),
        "hit": (["back"], SpeechVerbs.Entry(role: .statement, form: .past)),
        "pushed": (["back"], SpeechVerbs.Entry(role: .statement, form: .past)),
        "went": (["on"], SpeechVerbs.Entry(role: .statement, form: .past)),
        "goes": (["on"], SpeechVerbs.Entry(role: .statement, form: .present)),
        "chimed": (["in"], SpeechVerbs.Entry(role: .statement, form: .past)),
        "weighed": (["in"], SpeechVerbs.Entry(role: .statement, form: .past)),
        "pointed": (["out", "to"], SpeechVerbs.Entry(role: .statement, form: .past)),
        "points": (["out", "to"], SpeechVerbs.Entry(role: .statement, form: .present)),
        "pointing": (["out", "to"], SpeechVerbs.Entry(role: .statement, form: .progressive)),
        "put": (["it"], SpeechVerbs.Entry(role: .statement, form: .past)),
        "puts": (["it"], SpeechVerbs.Entry(role: .statement, form: .present)),
        "made": (["clear", "it", "that", "the"], SpeechVerbs.Entry(role: .statement, form: .past)),
        "makes": (["clear", "it", "that", "the"], SpeechVerbs.Entry(role: .statement, form: .present)),
        "making": (["clear", "it", "that", "the"], SpeechVerbs.Entry(role: .statement, form: .progressive)),
        "took": (["to"], SpeechVerbs.Entry(role: .naming, form: .past)),
        "brushed": (["off"], SpeechVerbs.Entry(role: .naming, form: .past)),
    ]

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
}
