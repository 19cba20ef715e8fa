// SPDX-License-Identifier: Apache-2.0

/// The verbs that carry speech in news, by what may follow them.
enum QuoteCues {
    /// Verbs that take a whole statement.
    static let speaking: Set<String> = set(
        """
        said say says saying told tell tells telling added adds adding wrote writes writing noted notes noting stated states stating announced \
        announces announcing declared declares declaring argued argues arguing claimed claims claiming insisted insists insisting warned warns \
        warning explained explains explaining replied replies replying responded responds suggested suggests suggesting admitted admits \
        acknowledged acknowledges confirmed confirms confirming denied denies recalled recalls testified testifies tweeted tweets posted remarked \
        remarks observed observes continued continues concluded concludes predicted predicts estimated estimates cautioned cautions urged urges \
        demanded demands complained complains stressed stresses stressing emphasized emphasised emphasizes reiterated quipped joked shouted \
        yelled whispered cried exclaimed commented comments maintained maintains contended contends alleged alleges asserted asserts vowed vows \
        pledged promised asked asks asking read reads reported reports concedes conceded boasted lamented answered countered retorted mused \
        opined proclaimed pleaded revealed reveals told advised believes believed thinks thought hopes hoped fears feared feels felt
        """)

    /// Verbs that take a piece of speech: "described it as “a disgrace”".
    static let naming: Set<String> = set(
        """
        called calls calling described describes describing labeled labelled dubbed termed branded praised criticized criticised condemned \
        condemns denounced denounces accused accuses dismissed dismisses hailed blasted slammed blamed cited cites referred refers rejected \
        defended quoted expressed offered made gave used spoke speaks spoken pointed declined citing quoting calls
        """)

    /// Verbs of statements that are safe to take as reported without quotation marks.
    static let reporting: Set<String> = set(
        """
        said says told added warned estimated announced claimed insisted argued stated confirmed acknowledged declared explained \
        testified predicted suggested stressed noted admitted
        """)

    static let subjectPronouns: Set<String> = ["he", "she", "they", "i", "we", "it", "who"]

    /// May stand between a subject and its verb.
    static let between: Set<String> = set(
        """
        has have had also later then once repeatedly recently again still often now just even always never would will could can may might is was \
        were be been being reportedly simply further publicly angrily quietly
        """)

    /// Ends a search for a speaker: another clause begins.
    static let clauseOpeners: Set<String> = set(
        "that who which while after when because as if although though where whose before since but and")

    static let prepositions: Set<String> = set("of for from in at with to by on about into over under between against during through near")

    /// Nouns as often as verbs: they count as verbs only right behind a name or a pronoun.
    static let ambiguous: Set<String> = set("reports claims demands fears hopes calls comments notes states promises read reads feels")

    /// Their object follows them, so the speaker does not.
    static let transitive: Set<String> = set("told tells tell telling asked asks urged urges reminded assured warned")

    static func isCue(_ word: String) -> Bool { speaking.contains(word) || naming.contains(word) }

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
}
