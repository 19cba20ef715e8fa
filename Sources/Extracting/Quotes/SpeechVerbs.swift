// SPDX-License-Identifier: Apache-2.0

/// The verbs that carry speech in news, in all their forms.
enum SpeechVerbs {
    enum Role: Sendable {
        /// Takes a whole statement wherever it stands: "said", "warned that".
        case statement
        /// Takes one right beside it: “Never,” he fumed.
        case manner
        /// Takes a piece of speech: "described it as “a disgrace”".
        case naming
    }

    enum Form: Sendable {
        /// "say", also of a plural subject: "officials say".
        case base
        /// "says"
        case present
        /// "said", "called": of a subject, or of what was said or called.
        case past
        /// "given", "spoken": never without an auxiliary.
        case participle
        /// "saying"
        case progressive
    }

    struct Entry: Sendable {
        var role: Role
        var form: Form
    }

    /// By form, in lower case.
    static let entries: [String: Entry] = {
        var entries: [String: Entry] = [:]
        for (role, verbs) in [(Role.naming, naming), (.manner, manner), (.statement, statement)] {
            for verb in verbs.split(separator: " ") { inflect(String(verb), role, into: &entries) }
        }
        for line in irregular.split(separator: ";") {
            let forms = line.split(separator: " ").map(String.init)
            guard forms.count == 6 else { continue }
            let role: Role = forms[0] == "s" ? .statement : forms[0] == "m" ? .manner : .naming
            entries[forms[1]] = Entry(role: role, form: .base)
            entries[forms[2]] = Entry(role: role, form: .present)
            entries[forms[4]] = Entry(role: role, form: .participle)
            entries[forms[3]] = Entry(role: role, form: .past)
            entries[forms[5]] = Entry(role: role, form: .progressive)
        }
        return entries
    }()

    private static func inflect(_ verb: String, _ role: Role, into entries: inout [String: Entry]) {
        let stem: String
        var past = verb + "ed"
        var present = verb + "s"
        if verb.hasSuffix("e") {
            stem = String(verb.dropLast())
            past = verb + "d"
        } else if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeou".contains(before) {
            stem = verb
            past = verb.dropLast() + "ied"
            present = verb.dropLast() + "ies"
        } else if doubled.contains(verb), let last = verb.last {
            stem = verb + String(last)
            past = stem + "ed"
        } else {
            stem = verb
            if ["s", "x", "z", "ch", "sh"].contains(where: { verb.hasSuffix($0) }) { present = verb + "es" }
        }
        entries[verb] = Entry(role: role, form: .base)
        entries[present] = Entry(role: role, form: .present)
        entries[past] = Entry(role: role, form: .past)
        entries[stem + "ing"] = Entry(role: role, form: .progressive)
    }

    private static let statement = """
        add note state announce declare argue claim insist warn explain reply respond suggest admit acknowledge confirm deny recall testify \
        tweet retweet post remark observe continue conclude predict estimate caution urge demand complain stress emphasize emphasise \
        reiterate comment maintain contend allege assert vow pledge promise ask report concede boast lament answer counter retort muse \
        opine proclaim plead reveal advise believe hope fear agree assure remind inform instruct propose recommend affirm reaffirm \
        attest aver clarify confide confess disclose elaborate explicate imply indicate inquire joke protest quip rebut recount \
        remonstrate repeat specify speculate summarize summarise theorize theorise underscore voice wonder worry exclaim interject \
        charge email text signal surmise reason reckon figure counsel brag appeal pray object order volunteer venture mention tout remember recollect retaliate
        """

    private static let manner = """
        shout yell whisper cry chant scream bark fume snap mock bemoan deadpan crow gush enthuse grumble gripe groan grouse growl roar bellow \
        thunder boom laugh chuckle sigh beg implore chide scold admonish lecture pronounce ponder taunt tease jeer heckle marvel beam begin \
        interrupt press prod query echo reprise intone murmur mutter mumble stammer sneer scoff sniff snarl hiss rant rave gasp plead smile \
        grin nod cackle drawl coo purr exult exhort command correct challenge clap joke riff paraphrase rhapsodize reminisce reflect \
        hint pipe cheer holler wail whine sob shriek blurt croak recite rasp scribble snipe sign tag caption allow warble
        """

    private static let naming = """
        call describe label dub brand praise criticize criticise condemn denounce accuse dismiss hail blast slam blame cite refer reject \
        defend quote express decline deride decry deplore depict portray characterize characterise paint ridicule lambaste lambast bash \
        trash attack assail castigate chastise rebuke skewer savage promote champion celebrate laud applaud commend compliment thank \
        welcome embrace endorse support oppose favor favour advocate propose outline detail discuss address highlight underline question \
        doubt challenge dispute refute contradict deem consider regard view judge liken compare equate credit fault denigrate belittle \
        disparage insult demean vilify scorn rail lament bemoan fret expect anticipate envision imagine resist vilify peg stump pitch \
        invoke evoke insist threaten vent hammer rap rip tear dub mock taunt frame cast term boast use offer point want need pan knock slap \
        admire appreciate assume concern criticise diagnose warn cheer credit declare request pursue refuse reference talk
        """

    /// Role, base, present, past, participle, progressive.
    private static let irregular = """
        s say says said said saying;s tell tells told told telling;s write writes wrote written writing;s think thinks thought thought thinking;\
        s feel feels felt felt feeling;s read reads read read reading;s swear swears swore sworn swearing;s find finds found found finding;\
        s know knows knew known knowing;s foresee foresees foresaw foreseen foreseeing;m sing sings sang sung singing;\
        m begin begins began begun beginning;n speak speaks spoke spoken speaking;n see sees saw seen seeing;n understand understands understood understood understanding;n cast casts cast cast casting;\
        n seek seeks sought sought seeking;s hear hears heard heard hearing
        """

    private static let doubled: Set<String> = [
        "quip", "snap", "nod", "grin", "prod", "tag", "dub", "slam", "rap", "rip", "pan", "slap", "sob", "rebut", "clap",
    ]
}
