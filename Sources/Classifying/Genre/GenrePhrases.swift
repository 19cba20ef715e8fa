// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Language

/// Fixed phrases by which publishers, press offices and writers mark what a text is.
struct GenrePhrases {
    struct Phrase {
        var genre: Genre.Name
        var points: Double
        var reason: String
        /// Counts only among the first words.
        var isOpening = false
        /// Points that its reason earns at most.
        var most = Double.infinity
    }

    struct Match {
        var phrase: Phrase
        var tokens: Range<Int>
    }

    /// Beginnings of headlines.
    static let headlines: [(String, Genre.Name)] = [
        ("opinion", .opinion), ("editorial", .opinion), ("comment:", .opinion), ("analysis", .analysis), ("explainer", .analysis),
        ("interview", .interview), ("q&a", .interview), ("live:", .liveBlog), ("live updates", .liveBlog), ("press release", .pressRelease),
    ]
    static let sections: [(String, Genre.Name)] = [
        ("opinion", .opinion), ("comment", .opinion), ("editorial", .opinion), ("analysis", .analysis), ("interview", .interview),
        ("press release", .pressRelease), ("live", .liveBlog),
    ]

    private static let table: [String: [(words: [String], phrase: Phrase)]] = {
        var table: [String: [(words: [String], phrase: Phrase)]] = [:]
        let add = { (phrases: [String], phrase: Phrase) in
            for text in phrases {
                let words = text.split(separator: " ").map(String.init)
                if let first = words.first { table[first, default: []].append((words, phrase)) }
            }
        }
        add(
            ["for immediate release", "press release", "embargoed until", "under embargo until", "media release", "news release"],
            Phrase(genre: .pressRelease, points: 3, reason: "a press office's heading", isOpening: true, most: 3))
        add(
            [
                "media contact", "press contact", "media contacts", "press contacts", "media enquiries", "media inquiries", "press office",
                "for more information", "for further information", "notes to editors", "contact :", "press enquiries", "note to editors",
            ], Phrase(genre: .pressRelease, points: 1.5, reason: "whom the press may turn to", most: 3))
        add(
            [
                "is pleased to announce", "are pleased to announce", "is proud to announce", "are proud to announce", "today announced",
                "announced today", "is delighted to announce", "is excited to announce", "leading provider of", "are thrilled to",
                "is a leading", "is thrilled to", "we are delighted",
            ], Phrase(genre: .pressRelease, points: 1.2, reason: "the sender speaks well of itself", most: 2.4))
        add(
            [
                "i think", "i believe", "in my view", "in my opinion", "it is time", "it's time", "make no mistake", "let us", "we must",
                "we should", "we need", "we deserve", "we cannot", "i am tired", "i have had enough", "nobody should", "shame on",
            ], Phrase(genre: .opinion, points: 0.9, reason: "argues for a view", most: 2.7))
        add(
            ["is a columnist", "is our columnist", "the writer is", "the author is", "letters to the editor"],
            Phrase(genre: .opinion, points: 1.5, reason: "says who the writer of the column is", most: 1.5))
        add(
            ["opinion |", "opinion :", "editorial :", "comment :", "leader :"],
            Phrase(genre: .opinion, points: 2.5, reason: "marked as opinion", isOpening: true, most: 2.5))
        add(
            ["analysis :", "analysis |", "explainer :", "news analysis"],
            Phrase(genre: .analysis, points: 2.5, reason: "marked as analysis", isOpening: true, most: 2.5))
        add(
            [
                "the question is", "on the one hand", "raises questions", "raises the question", "what it means", "what this means",
                "the answer lies", "in the long run", "in the short term", "in the longer term", "the bigger picture", "at stake",
                "for now",
                "there are two reasons", "there are three reasons", "the reason is", "one reason", "more broadly", "what comes next",
                "the real test", "the deeper", "in other words", "compared with", "one explanation", "the stakes", "the calculus",
            ], Phrase(genre: .analysis, points: 0.8, reason: "weighs causes and consequences", most: 2.4))
        add(
            ["live updates", "live blog", "follow our live", "live coverage", "we are closing this"],
            Phrase(genre: .liveBlog, points: 1.5, reason: "says that it is updated as things happen", most: 1.5))
        add(
            ["edited for length", "edited for clarity", "condensed for clarity", "lightly edited", "spoke to us", "in conversation with"],
            Phrase(genre: .interview, points: 1.5, reason: "says that it is an interview", most: 1.5))
        return table
    }()

    static func matches(in text: TokenizedText) -> [Match] {
        var matches: [Match] = []
        for token in text.tokens.indices {
            guard let phrases = table[text.folded(token)] else { continue }
            for (words, phrase) in phrases where token + words.count <= text.tokens.count {
                guard words.indices.allSatisfy({ text.folded(token + $0) == words[$0] }) else { continue }
                matches.append(Match(phrase: phrase, tokens: token..<token + words.count))
                break
            }
        }
        return matches
    }
}
