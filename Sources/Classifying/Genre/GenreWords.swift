// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Single words of the writer's own that mark a genre, by their share among all words outside quotations.
enum GenreWords {
    enum Kind: Hashable {
        case firstPerson, duty, judging, hedging, reporting

        var genre: Genre.Name {
            switch self {
            case .firstPerson, .duty, .judging: .opinion
            case .hedging: .analysis
            case .reporting: .news
            }
        }

        /// Fewer are chance.
        var least: Int {
            switch self {
            case .firstPerson, .hedging: 2
            case .duty, .judging, .reporting: 1
            }
        }

        var reason: String {
            switch self {
            case .firstPerson: "the writer speaks in the first person"
            case .duty: "says what ought to be done"
            case .judging: "a word of judgement in the writer's own voice"
            case .hedging: "weighs causes and consequences"
            case .reporting: "reports what somebody said or when it happened"
            }
        }
    }

    /// Points for one word in a hundred, and the most that a kind earns.
    static let weights: [(kind: Kind, weight: Double, most: Double)] = [
        (.firstPerson, 0.4, 2), (.duty, 0.6, 1.5), (.judging, 0.6, 1.5), (.hedging, 0.5, 2.5), (.reporting, 0.9, 2.6),
    ]

    static func kind(of word: String) -> Kind? {
        switch word {
        case "i", "my", "me", "i'm", "i've", "i'd", "we", "our", "us", "let's", "mine", "myself": .firstPerson
        case "should", "must", "ought", "shouldn't", "mustn't", "deserve", "deserves": .duty
        case "absurd", "disgrace", "disgraceful", "shameful", "ridiculous", "folly", "nonsense", "outrage", "outrageous", "foolish",
            "wrong",
            "sadly", "frankly", "surely", "tragic", "cowardice", "cynical", "pathetic", "hypocrisy", "betrayal", "scandal", "brave",
            "wonderful",
            "insult", "pretend", "pretending", "enough", "simply", "obviously", "of-course", "reckless", "shame", "dishonest", "delusion":
            .judging
        case "suggests", "suggest", "likely", "unlikely", "could", "might", "partly", "largely", "reflects", "underlines",
            "underscores", "implications", "implies", "whether", "why", "because", "factors", "trend", "trends", "explains", "explain",
            "signals", "risks", "historically", "shift", "dynamics", "scenario", "scenarios", "driven", "consequences", "means", "analysts",
            "context", "broader", "longer-term", "meanwhile", "dilemma", "calculation", "leverage", "incentive", "incentives":
            .hedging
        case "said", "says", "told", "announced", "reported", "according", "confirmed", "monday", "tuesday", "wednesday", "thursday",
            "friday",
            "saturday", "sunday", "police", "spokesman", "spokeswoman", "officials", "yesterday", "arrested", "killed", "injured", "rose",
            "fell", "won", "beat", "ruled", "approved", "voted":
            .reporting
        default: nil
        }
    }
}
